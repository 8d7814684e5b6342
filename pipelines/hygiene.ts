import { runMarts } from "./lineage.ts";
import type { Run } from "./run.ts";

/**
 * The stage: `hygiene_deal`, what the owner of an open opportunity has to mend in the CRM, and
 * `hygiene_rep`, how much of it each rep has. Reads how long stages usually take, so it comes after
 * the metrics.
 */
export const hygiene = (run: Pick<Run, "warehouse" | "progress">): Promise<void> =>
  runMarts(run, ["hygiene_deal", "hygiene_rep"]);
