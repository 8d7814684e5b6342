import { formatDate } from "../format.ts";

/** A metric as far as the note beside its figure tells of it. */
export interface NotedMetric {
  readonly null_rule: string;
  readonly needs: string;
  /** Known for the as-of date alone. */
  readonly is_of_today: boolean;
  readonly has_figures: boolean;
  /** Of `month`, `quarter` and `year`, those that have figures. */
  readonly grains: readonly string[];
  /** Told by its parts alone, such as by stage. */
  readonly is_parted: boolean;
  /** Of what was begun in a period, whenever that is decided. */
  readonly is_of_cohort: boolean;
}

export interface NotedPeriod {
  readonly period: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly is_complete: boolean;
  readonly is_current: boolean;
  /** The data begin in it. */
  readonly is_cut_off: boolean;
}

export interface NoteFacts {
  readonly metric: NotedMetric;
  readonly cell: { readonly value: number | null; readonly status: string } | undefined;
  readonly chosen: NotedPeriod;
  readonly as_of: string;
  readonly min_cell: number;
  /** Parts that stand under the metric's name. */
  readonly count_parts: number;
  /** Whether parts of the entity and period are on the site at all. */
  readonly has_parts: boolean;
}

/** What qualifies a figure of a scorecard, or why there is none. */
export function scoreNote(facts: NoteFacts): string {
  const { metric, cell, chosen, min_cell, count_parts, has_parts } = facts;
  if (cell?.status === "too_few") return `Too few: under ${min_cell}.`;
  if (cell !== undefined && cell.value !== null) return qualified(facts, cell.status);
  if (count_parts > 0) return "Told by its parts: open its name.";
  if (!metric.has_figures) return `Absent: needs ${metric.needs}.`;
  if (!metric.grains.includes(chosen.period)) return grainWords(metric);
  if (metric.is_of_today && !chosen.is_current) return levelNote(facts);
  if (metric.is_parted && !has_parts)
    return "Its parts aren’t shown for reps, months or older periods.";
  return metric.null_rule;
}

/** `Told by fiscal quarter and year only.` */
const grainWords = ({ grains }: NotedMetric): string =>
  `Told by fiscal ${["month", "quarter", "year"].filter((grain) => grains.includes(grain)).join(" and ")} only.`;

/** Where what stands on a day isn't known: of months, of older quarters, and of what is to come. */
const levelNote = ({ as_of }: NoteFacts): string =>
  `Known for ${formatDate(as_of)} and, of a year and a quarter before, for the last days of quarters.`;

/** Why a known figure isn't the last word. */
function qualified({ metric, chosen, as_of }: NoteFacts, status: string): string {
  const isPartial = status === "partial";
  if (metric.is_of_today) {
    const day = `As of ${formatDate(chosen.is_current ? as_of : chosen.period_end)}`;
    return isPartial ? `${day}; looks back beyond where its records begin.` : `${day}.`;
  }
  if (!isPartial) return "";
  if (!chosen.is_complete) return "So far.";
  if (chosen.is_cut_off) return "Incomplete: the data begin in this period.";
  if (metric.is_of_cohort) return "Can still change: not all of what began then is decided.";
  return "Incomplete: its records begin later.";
}

/** A goal's metric and dates, both days included. */
interface Dated {
  readonly metric: string;
  readonly start_date: string;
  readonly due_date: string;
}

/** The goals on a metric that are under way in a period, the one due first before the others. */
export const goalsWithin = <Goal extends Dated>(
  goals: readonly Goal[],
  metric: string,
  { period_start, period_end }: Pick<NotedPeriod, "period_start" | "period_end">,
): Goal[] =>
  goals
    .filter((goal) => goal.metric === metric)
    .filter((goal) => goal.start_date <= period_end && goal.due_date >= period_start)
    .toSorted((a, b) => (a.due_date < b.due_date ? -1 : a.due_date > b.due_date ? 1 : 0));
