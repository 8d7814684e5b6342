import type { Metric } from "./metric.ts";

/** Which rows a sum is made of: a statement under `pipelines/sql/trace` and the components it gives a part of. */
const sources: Readonly<Record<string, readonly string[]>> = {
  closed_deal: [
    "closed_count",
    "won_count",
    "lost_count",
    "bookings_cents",
    "closed_amount_cents",
    "won_amount_cents",
    "won_amount_count",
    "cycle_days",
    "cycle_count",
    "loss_part_cents",
    "lost_amount_cents",
    "loss_part_count",
    "lost_deal_count",
  ],
  open_deal: ["open_bookings_cents"],
  pipeline_deal: ["pipeline_bookings_cents"],
  created_deal: ["created_count", "created_won_count", "created_open_count"],
  stage_visit: ["entered_count", "advanced_count"],
  stage_stay: ["stay_count", "stay_days"],
  dated_deal: [
    "dated_count",
    "pushed_count",
    "dated_bookings_cents",
    "pushed_bookings_cents",
    "called_count",
    "slipped_count",
  ],
  worked_deal: ["won_activity_count", "won_deal_count", "open_activity_count", "open_deal_count"],
  lead: [
    "lead_count",
    "lead_converted_count",
    "lead_won_count",
    "lead_won_days",
    "lead_won_days_count",
  ],
};

/** The rows that a metric adds up. */
export interface RowSource {
  /** The statement that lists them. */
  readonly rows: string;
  /** The component of each row that the metric divides. */
  readonly numerator: string;
  /** The component below; null where nothing is divided, or a plan or the calendar gives it. */
  readonly denominator: string | null;
}

/** Where a metric's figure is a sum over deals or leads, what lists them; null where it isn't. */
export function rowSourceOf({
  numerator,
  denominator,
}: Pick<Metric, "numerator" | "denominator">): RowSource | null {
  const found = Object.entries(sources).find(([, parts]) => parts.includes(numerator));
  if (found === undefined) return null;
  const [rows, parts] = found;
  const isByRow = denominator !== null && parts.includes(denominator);
  return { rows, numerator, denominator: isByRow ? denominator : null };
}
