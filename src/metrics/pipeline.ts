import type { Component } from "./component.ts";
import { type EntityType, entityTypes, type Metric } from "./metric.ts";

/** What the figures of the pipeline divide: columns of `kpi_yield` and `kpi_pipeline`. */
export const pipelineComponents: Readonly<Record<string, Component>> = {
  yield_open_cents: {
    label: "open pipeline dated in the rest of earlier periods, on the same day of each",
    unit: "money",
  },
  yield_won_cents: { label: "bookings won in the rest of those periods", unit: "money" },
  yield_won_count: { label: "deals won in the rest of those periods", unit: "count" },
  pipeline_bookings_cents: { label: "bookings that open deals would bring", unit: "money" },
  pipeline_count: { label: "open deals", unit: "count" },
};

/** What figures of past states of deals need. */
export const history = "an export of the history of deals, or several drops of deals";

/** Without products: a past amount of a deal isn't split over its lines of today. */
export const unsplit: readonly EntityType[] = entityTypes.filter((type) => type !== "product");

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

export const openPipeline: Metric = {
  components: "kpi_pipeline",
  needs: "an export of deals, open ones among them",
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

export const pipelineMetrics: readonly Metric[] = [openPipeline, coverageNeeded];
