import type { Run } from "../run.ts";
import { spansUnder } from "./people.ts";
import { readPlans } from "./plans.ts";
import type { AssignmentRow, StintRow } from "./rows.ts";

/**
 * Adds a finding for each compensation plan that has begun and covers nobody on any day.
 *
 * @throws InputErrors for plans that can't be read
 */
export async function findEmptyPlans({ warehouse, workspace, asOf }: Run): Promise<void> {
  const assignments = await warehouse.table<AssignmentRow>("rep_assignment", [
    "rep_id",
    "valid_from",
  ]);
  const stints = await warehouse.table<StintRow>("rep_stint", ["rep_id", "stint"]);
  const empty = readPlans(workspace, asOf).filter(
    ({ terms }) =>
      terms.effectiveFrom <= asOf && spansUnder(terms, { assignments, stints }).size === 0,
  );
  await warehouse.append(
    "finding",
    empty.map(({ terms, file, placeOf }) => ({
      finding: "empty_plan",
      severity: "warn",
      object: "plan",
      entity_id: terms.name,
      file_id: null,
      line: placeOf(["covers"]).line ?? null,
      detail: `${file}: nobody is all that the plan covers, on any of its days`,
    })),
  );
}
