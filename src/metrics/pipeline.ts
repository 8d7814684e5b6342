import type { Component } from "./component.ts";
import { type EntityType, entityTypes, type Metric } from "./metric.ts";

/** What the figures of the pipeline divide: columns of `kpi_yield`, `kpi_push` and `kpi_pipeline`. */
export const pipelineComponents: Readonly<Record<string, Component>> = {
  yield_open_cents: {
    label: "open pipeline dated in the rest of earlier periods, on the same day of each",
    unit: "money",
  },
  yield_won_cents: { label: "bookings won in the rest of those periods", unit: "money" },
  yield_won_count: { label: "deals won in the rest of those periods", unit: "count" },
  dated_count: { label: "open deals dated in the period when it began", unit: "count" },
  pushed_count: {
    label: "of those, deals whose close date has left the period",
    unit: "count",
  },
  dated_bookings_count: {
    label: "open deals dated in the period when it began that have a value",
    unit: "count",
  },
  dated_bookings_cents: {
    label: "bookings that open deals dated in the period when it began would bring",
    unit: "money",
  },
  pushed_bookings_cents: {
    label: "of those, bookings of deals whose close date has left the period",
    unit: "money",
  },
  called_count: {
    label: "open deals in commit or best case dated in the period when it began",
    unit: "count",
  },
  slipped_count: { label: "of those, deals open when the period ended", unit: "count" },
  pipeline_bookings_cents: { label: "bookings that open deals would bring", unit: "money" },
  pipeline_count: { label: "open deals", unit: "count" },
};

const history =
  "the history of deals (OpportunityHistory.csv, or several drops of Opportunity.csv)";

/** Without products: a past amount of a deal isn't split over its lines of today. */
const unsplit: readonly EntityType[] = entityTypes.filter((type) => type !== "product");

export const coverageNeeded: Metric = {
  components: "kpi_yield",
  needs: history,
  name: "coverage_needed",
  openCohort: "is_cut_short",
  label: "Coverage needed",
  definition:
    "How many times the open pipeline must cover what is left of a quota, if it brings what earlier pipeline brought from the same day of the period on.",
  formula:
    "1 ÷ yield, where yield = bookings won in the rest of the period, later deals included ÷ open pipeline dated in that rest; over the complete periods of the last twenty-four months",
  numerator: "yield_open_cents",
  denominator: "yield_won_cents",
  count: "yield_won_count",
  hasQuartiles: false,
  unit: "multiple",
  better: "down",
  dateBasis: "as_of",
  lookbackMonths: 24,
  periods: "ahead",
  entityTypes: unsplit,
  whenEmpty: null,
  nullRule: "Absent when nothing was won in the rest of the earlier periods.",
  needsMinCell: true,
  traps: [
    "deals that didn't exist yet on that day are part of what is won in the rest",
    "early in a period less coverage is needed than late: most of what will be won isn't open yet",
    "1 ÷ win rate by value is the textbook figure, and another one",
  ],
};

const dated = {
  components: "kpi_push",
  needs: history,
  hasQuartiles: false,
  unit: "ratio",
  better: "down",
  dateBasis: "period",
  lookbackMonths: 0,
  periods: "observed",
  whenEmpty: null,
  needsMinCell: true,
} as const;

export const slipRate: Metric = {
  ...dated,
  name: "slip_rate",
  label: "Slip rate",
  definition:
    "The share of the deals called commit or best case for a period when it began that were still open when it ended.",
  formula: "so called deals open at the period's end ÷ deals so called at its start",
  numerator: "slipped_count",
  denominator: "called_count",
  count: "called_count",
  entityTypes,
  nullRule: "Absent when no deal was so called, and while the period runs.",
  traps: ["the category is that of the period's first day, not today's", "a lost deal didn't slip"],
};

export const pushRate: Metric = {
  ...dated,
  name: "push_rate",
  label: "Push rate",
  definition:
    "The share of the open deals dated in a period when it began whose close date has left the period.",
  formula: "deals whose close date left the period ÷ deals dated in it at its start",
  numerator: "pushed_count",
  denominator: "dated_count",
  count: "dated_count",
  entityTypes,
  nullRule: "Absent when no open deal was dated in the period when it began.",
  traps: [
    "a deal created during the period wasn't dated in it at its start",
    "an open deal whose date passed within the period wasn't pushed: it may have slipped",
    "a deal deleted since was dated in the period all the same",
  ],
};

export const pushRateValue: Metric = {
  ...dated,
  name: "push_rate_value",
  label: "Push rate by value",
  definition:
    "The share of the open pipeline dated in a period when it began whose close date has left the period.",
  formula: "value of deals whose close date left the period ÷ value dated in it at its start",
  numerator: "pushed_bookings_cents",
  denominator: "dated_bookings_cents",
  count: "dated_bookings_count",
  entityTypes: unsplit,
  nullRule: "Absent when no open deal with a value was dated in the period when it began.",
  traps: ["the value is that of the period's first day, whatever the deal was worth later"],
};

export const openPipeline: Metric = {
  components: "kpi_pipeline",
  needs: "open deals (Opportunity.csv)",
  name: "open_pipeline",
  label: "Open pipeline",
  definition:
    "What all open deals would bring, whenever they are dated, by the company's bookings measure; also by stage and by age, with the median deal and quartiles.",
  formula: "sum of the bookings of open deals",
  numerator: "pipeline_bookings_cents",
  denominator: null,
  count: "pipeline_count",
  hasQuartiles: true,
  unit: "money",
  better: "up",
  dateBasis: "as_of",
  lookbackMonths: 0,
  periods: "current",
  entityTypes,
  whenEmpty: null,
  nullRule: "Absent when no open deal has a value.",
  needsMinCell: false,
  traps: ["deals whose close date has passed are in it, though they cover no quota"],
};

export const pipelineMetrics: readonly Metric[] = [
  openPipeline,
  coverageNeeded,
  slipRate,
  pushRate,
  pushRateValue,
];
