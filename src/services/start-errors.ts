/** Why a start can end: each reason has an exit code of its own, so that a supervisor can tell them apart. */

export const EXIT_CODES = {
  /** A fault of the program itself. */
  fault: 1,
  /** Node is too old, or `npm ci` did not run to its end (said by scripts/start.mjs). */
  install: 2,
  /** A setting is wrong. */
  setting: 10,
  /** No server answers at DATABASE_URL. */
  databaseUnreachable: 11,
  /** The server refuses the login, or has no such database. */
  databaseRefused: 12,
  /** The database was migrated by a newer release. */
  newerSchema: 13,
  /** A migration failed, or differs from what was applied. */
  migration: 14,
  /** Another service owns the data directory. */
  dataDirectoryInUse: 15,
  /** The embedded server is not installed or does not start. */
  embeddedPostgres: 16,
  /** The shipped seeds have faults. */
  seeds: 17,
  /** HOST and PORT cannot be listened on. */
  address: 18,
  /** The database went away while the service ran. */
  databaseLost: 19,
  /** The server is too old, or the database's encoding is not UTF-8. */
  databaseUnsuitable: 20,
} as const;
export type ExitReason = keyof typeof EXIT_CODES;

/** Ends the start. The message is shown as it stands: whole sentences, never a password or a key. */
export class StartError extends Error {
  readonly reason: ExitReason;

  constructor(reason: ExitReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StartError";
    this.reason = reason;
  }
}
