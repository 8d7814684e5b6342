import { addMonths } from "../../src/calendar.js";
import type { CapacityRow } from "../capacityRows.js";
import type { Planner, PlannerState } from "./store.js";

/** Months of the scenario as the chart of capacity draws them. */
export const capacityRows = ({ plan, draft }: PlannerState, { base }: Planner): CapacityRow[] =>
  plan.capacity.map(({ place, headcount, ramped, capacity, deployed, target }) => ({
    scenario: draft.name,
    period_start: addMonths(base.yearStart, place),
    label: plan.label,
    headcount,
    ramped,
    capacity_cents: capacity,
    deployed_cents: deployed,
    target_cents: target,
    expected_attainment: deployed === 0 ? null : capacity / deployed,
  }));
