import type { PlainDate } from "../calendar.ts";

/**
 * How a KPI is followed: a `sum` adds up in the goal's span, a `share` is a sum over a plan, a
 * `rate` is measured over trailing months, a `period` figure is the latest complete quarter's, a
 * `level` is known for the as-of date alone.
 */
export type Measure = "sum" | "share" | "rate" | "period" | "level";

/** What a goal asks, in the units of `kpi`. */
export interface Goal {
  readonly measure: Measure;
  readonly better: "up" | "down";
  /** Where the KPI stood before; for sums and shares that of an earlier span of the same length. */
  readonly baseline: number;
  readonly target: number;
  readonly isMaintained: boolean;
  readonly start: PlainDate;
  readonly due: PlainDate;
  /** In order of their dates. */
  readonly milestones: readonly { readonly due: PlainDate; readonly value: number }[];
}

/** Whether its figures are counted from nothing at the start, rather than from the baseline. */
export const addsUp = ({ measure }: Pick<Goal, "measure">): boolean =>
  measure === "sum" || measure === "share";

/** Whether a value is at the target or better. */
export function meets({ better, target }: Goal, value: number): boolean {
  return better === "up" ? value >= target : value <= target;
}
