/** Places where a start can be made to die at once, as if the machine had lost its power; used by the crash harness only. */

export const FAILPOINTS = ["mid-initdb", "between-migrations", "mid-seed", "before-key-commit"] as const;
export type FailpointName = (typeof FAILPOINTS)[number];

/** Called where a crash would hurt most; does not come back when that place is the armed one. */
export type Failpoint = (name: FailpointName) => void;

export function createFailpoint(armed: FailpointName | null): Failpoint {
  return (name) => {
    if (name === armed) process.kill(process.pid, "SIGKILL");
  };
}
