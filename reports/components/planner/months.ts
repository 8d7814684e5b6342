import { addMonths } from "../../src/calendar.js";
import { formatMonth } from "../../src/format.js";
import type { PlanBase } from "../../src/scenario/base.js";

/** The months of the planned year, as a scenario writes them and as people read them. */
export const monthOptions = ({ yearStart }: PlanBase) =>
  Array.from({ length: 12 }, (_, place) => {
    const start = addMonths(yearStart, place);
    return { value: start.slice(0, 7), label: formatMonth(start) };
  });

export const firstMonth = ({ yearStart }: PlanBase): string => yearStart.slice(0, 7);
