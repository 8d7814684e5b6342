import { addMonths } from "../../src/calendar.js";
import type { CapacityRow } from "../capacityRows.js";
import type { PlannerState } from "./draft.js";
import type { Planner } from "./store.js";

/** Months of the scenario as the chart of capacity draws them. */
export const capacityRows = ({ worked }: PlannerState, { base }: Planner): CapacityRow[] =>
  worked.plan.capacity.map(({ place, headcount, ramped, capacity, deployed, target }) => ({
    scenario: worked.name,
    period_start: addMonths(base.yearStart, place),
    label: worked.plan.label,
    headcount,
    ramped,
    capacity_cents: capacity,
    deployed_cents: deployed,
    target_cents: target,
    expected_attainment: deployed === 0 ? null : capacity / deployed,
  }));
