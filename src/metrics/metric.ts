/** The entities that a company's figures are reported for, coarsest first. */
export const entityTypes = [
  "company",
  "region",
  "team",
  "rep",
  "segment",
  "product",
  "territory",
] as const;
export type EntityType = (typeof entityTypes)[number];

/**
 * What a value counts. Money is in whole minor units of the company's currency before it is
 * divided; a ratio is a fraction, so that 0.43 reads 43 %; a multiple is one that reads 2.4×; a
 * number has decimals, a count has none; points are percentage points, 40 reads 40.
 */
export type Unit =
  | "money"
  | "ratio"
  | "multiple"
  | "days"
  | "months"
  | "count"
  | "number"
  | "points"
  | "money_per_day"
  | "deals_per_month";

/**
 * Which date puts a deal into a period: the day it closed, the cohort it was created in, the day it
 * entered or left a stage, the day of an activity, the period that a plan or a deal's close date
 * names, or none, because the figure describes the as-of date itself.
 */
export type DateBasis =
  | "close_date"
  | "created_cohort"
  | "entry_cohort"
  | "exit_date"
  | "activity_date"
  | "period"
  | "as_of";

/**
 * Which periods have a row: those from the entity's first deal, open deals or quota to the as-of
 * date; those that hold the as-of date; those that end on it or later; or all that a plan names.
 */
export type Periods = "observed" | "current" | "ahead" | "planned";

/** One KPI, defined once: the SQL divides the components it names, pages word it as it says. */
export interface Metric {
  readonly name: string;
  /** What a reader calls it. */
  readonly label: string;
  /** What it tells, in a sentence that needs no other. */
  readonly definition: string;
  /** How it is worked out, in words and signs. */
  readonly formula: string;
  /**
   * The family's table, one row per entity_type, entity_id, view, period, period_start and, where it
   * has that column, breakdown (null for the whole, else `<dimension>: <value>`).
   */
  readonly components: string;
  /**
   * The family's column that marks rows as partial beside what their period does: a cohort that is
   * still open, a record that begins too late; `is_open_cohort` unless told.
   */
  readonly openCohort?: string;
  /** What brings the figures where there are none, as a noun phrase: `an export of leads`. */
  readonly needs: string;
  /** What alone tells its parts, where it has no figure for the whole: `stage`. */
  readonly partedBy?: string;
  /** The component on top, a column of the family's table. */
  readonly numerator: string;
  /** Whether months' components add up to a longer period's, where the rest doesn't tell: not medians. */
  readonly isAdditive?: boolean;
  /** The component below, or null where nothing is divided. */
  readonly denominator: string | null;
  /** The component that counts the deals the value rests on. */
  readonly count: string;
  /**
   * Whether the quartiles of the numerator over single deals are published beside the value: the
   * family's column `<numerator>_quartiles`, a DOUBLE[3].
   */
  readonly hasQuartiles: boolean;
  readonly unit: Unit;
  /** The direction a company wants. */
  readonly better: "up" | "down";
  readonly dateBasis: DateBasis;
  /** For figures of the as-of date: how many months before it they look at, else 0. */
  readonly lookbackMonths: number;
  readonly periods: Periods;
  readonly entityTypes: readonly EntityType[];
  /** The value where no deal counts: zero, or null because none can be known. */
  readonly whenEmpty: 0 | null;
  /** When there is no value, as a sentence. */
  readonly nullRule: string;
  /** An estimate from single deals: with fewer than the company's minimum it is `too_few`. */
  readonly needsMinCell: boolean;
  /** Mistakes that this definition rules out, each with a test. */
  readonly traps: readonly string[];
}
