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
  open_deal: ["open_bookings_cents", "open_count"],
  pipeline_deal: ["pipeline_bookings_cents", "pipeline_count"],
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
  unit_line: ["unit_count", "unit_line_count"],
  logged_activity: ["activity_count", "rep_activity_count"],
  subscription: ["mrr_cents", "arr_cents"],
};

/** What the rows of a statement are, where they aren't deals. */
const objects: Readonly<Record<string, string>> = {
  lead: "lead",
  unit_line: "line",
  logged_activity: "activity",
  subscription: "subscription",
};

/** The statements whose rows tell which breakdowns they belong to. */
const toldApart = [
  "closed_deal",
  "pipeline_deal",
  "created_deal",
  "stage_visit",
  "stage_stay",
  "lead",
  "logged_activity",
];

/** Parts that a breakdown has of all: the rows of every breakdown stand below. */
const shares = ["loss_part_cents", "loss_part_count"];

/** Denominators that come from quotas. */
const quotas = ["quota_cents", "remaining_quota_cents"];

/** The rows that a metric adds up. */
export interface RowSource {
  /** The statement that lists them. */
  readonly rows: string;
  /** What they are: a deal, lead, line, activity or subscription. */
  readonly object: string;
  /** The component of each row that the metric divides. */
  readonly numerator: string;
  /** The component below; null where nothing is divided, or a plan or the calendar gives it. */
  readonly denominator: string | null;
  /** The component that is 1 for each row that counts, with a value or without; null where rows have none. */
  readonly count: string | null;
  /** Whether the rows tell which breakdowns they belong to. */
  readonly isToldApart: boolean;
  /** Whether a breakdown's figure is a share of the rows of all. */
  readonly isShare: boolean;
}

/** Where a metric's figure is a sum over rows of exports, what lists them; null where it isn't. */
export function rowSourceOf({
  numerator,
  denominator,
  count,
}: Pick<Metric, "numerator" | "denominator" | "count">): RowSource | null {
  const found = Object.entries(sources).find(([, parts]) => parts.includes(numerator));
  if (found === undefined) return null;
  const [rows, parts] = found;
  const byRow = (component: string | null) =>
    component !== null && parts.includes(component) ? component : null;
  return {
    rows,
    object: objects[rows] ?? "deal",
    numerator,
    denominator: byRow(denominator),
    count: byRow(count),
    isToldApart: toldApart.includes(rows),
    isShare: shares.includes(numerator),
  };
}

/** Whether a metric divides by a quota or by what is left of one. */
export const dividesByQuota = ({ denominator }: Pick<Metric, "denominator">): boolean =>
  denominator !== null && quotas.includes(denominator);
