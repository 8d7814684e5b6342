import { addMonths } from "../../src/calendar.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import { hiresNeeded } from "../../src/scenario/hires-needed.ts";
import type { Plan } from "../../src/scenario/plan.ts";
import type { Run } from "../run.ts";

/** Writes `capacity_hire`: how many hires make the plan's target how likely. */
export async function writeHires(
  { warehouse, progress }: Run,
  base: PlanBase,
  plan: Plan | undefined,
): Promise<void> {
  if (!plan) return;
  const rows = hiresNeeded(base, plan.totals.company).map(
    ({ role, from, probability, hires, each }) => ({
      role,
      period_start: addMonths(base.yearStart, from),
      probability,
      count_hires: hires,
      expected_cents: each,
    }),
  );
  await warehouse.append("capacity_hire", rows);
  progress.step("capacity_hire", rows.length);
}
