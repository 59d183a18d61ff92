/**
 * The published table: what each way of showing a skill is worth (thousandths), and when a requirement counts as met.
 * Every figure that turns evidence into a score stands here; the order of the figures is the claim, their size a convention.
 */

/** One place of a resume that speaks of a skill. Shown at work > named in a project > claimed in a list > hedged. */
export const PLACE_VALUE = {
  title: 850,
  workDeep: 560,
  work: 500,
  workLight: 420,
  workList: 400,
  project: 450,
  projectList: 390,
  prose: 400,
  summary: 390,
  list: 380,
  education: 260,
  credential: 800,
  hedged: 120,
} as const;

/** The nth best place adds this share of its value to what is still open: distinct positions count, with falling returns. */
export const PLACE_SHARE: readonly number[] = [1000, 550, 400, 300, 200, 150];

/** Each further sentence of the same position that speaks of the skill closes this share of what is open, up to three. */
export const REPEAT_SHARE = 60;
export const MOST_REPEATS = 3;

/** A skill that follows from a shown one keeps this share per step of the relation. */
export const IMPLIED_SHARE = 800;

/** Job posts: how hard a demand is. */
export const DEMAND_VALUE = {
  required: 1000,
  responsibility: 900,
  preferred: 700,
  named: 650,
  described: 500,
  excluded: 0,
  background: 0,
} as const;

/** The nth mention of a demand, hardest first, adds this share of its value to what is still open. */
export const DEMAND_SHARE: readonly number[] = [500, 400, 350, 300, 250, 200, 200, 150, 150, 150];

/** Least value (thousandths) at which a requirement counts as met, whatever its importance. */
export const MET_FROM = 250;

/**
 * Share kept where fewer months are known than asked for: from `least` to all of it. Unknown months keep what the fewest known ones
 * keep: they are never read as none, and a dated position never lowers a score.
 */
export const SHORT_MONTHS = { least: 850, unknown: 850 } as const;

/** What a lever adds: a skill shown at work in one dated position. */
export const LEVER_MONTHS = 12;
