import { runMarts } from "./lineage.ts";
import type { Run } from "./run.ts";

/**
 * The stage: `restated_quarter`, what every closed quarter was when it closed and what it is now,
 * and `restated_deal`, the deals that make the difference.
 */
export const restate = (run: Pick<Run, "warehouse" | "progress">): Promise<void> =>
  runMarts(run, ["restated_deal", "restated_quarter"]);
