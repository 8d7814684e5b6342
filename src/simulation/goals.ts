import { bookingsGoals } from "./goals/bookings.ts";
import { craftGoals } from "./goals/craft.ts";
import type { Goal } from "./goals/goal.ts";
import type { QuotaOptions } from "./targets.ts";

/**
 * Goals of the year before and of the current one: bookings from the company down to a rep, and
 * how well is sold. What has no baseline, as in a company without sales, is left out.
 */
export function goalsOf(options: QuotaOptions): Goal[] {
  const goals = [...bookingsGoals(options), ...craftGoals(options)].filter(isSound);
  const ids = new Set(goals.map(({ id }) => id));
  return goals.map((goal) => {
    const { parent, ...rest } = goal;
    return parent === undefined || ids.has(parent) ? goal : rest;
  });
}

const isSound = ({ metric, baseline, target, maintain }: Goal) =>
  Number.isFinite(baseline) &&
  baseline > 0 &&
  (maintain === true || (metric === "sales_cycle_days" ? target < baseline : target > baseline));
