import { runMarts } from "./lineage.ts";
import type { Run } from "./run.ts";

/**
 * The stage: `same_day`, what earlier periods had on the day of theirs that the current ones have
 * got to.
 */
export const compare = (run: Pick<Run, "warehouse" | "progress">): Promise<void> =>
  runMarts(run, ["same_day"]);
