import type { EntityType, Metric } from "./metric.ts";

/** The entities that plans give quotas to. */
const planned: readonly EntityType[] = ["company", "region", "team", "rep"];

export const pipelineCoverage: Metric = {
  name: "pipeline_coverage",
  label: "Pipeline coverage",
  definition:
    "How many times the open pipeline dated in what is left of a period covers the quota still to be attained in it.",
  formula:
    "bookings that open deals with a close date from the as-of date to the period's end would bring ÷ (quota − bookings so far)",
  components: "kpi_component",
  needs: "quotas (plans/quotas.csv)",
  numerator: "open_bookings_cents",
  denominator: "remaining_quota_cents",
  count: "open_count",
  hasQuartiles: false,
  unit: "multiple",
  better: "up",
  dateBasis: "as_of",
  lookbackMonths: 0,
  periods: "ahead",
  entityTypes: planned,
  whenEmpty: null,
  nullRule: "Absent when there is no quota, and when it is attained already.",
  needsMinCell: false,
  traps: [
    "open deals whose close date has passed cover nothing: data quality lists them",
    "pipeline, quota and bookings are all in the company's bookings measure, never in two",
  ],
};

export const quotaAttainment: Metric = {
  name: "quota_attainment",
  label: "Quota attainment",
  definition:
    "The share of an entity's own quota that its bookings credit so far; credit belongs to the deal's owner.",
  formula: "credited bookings ÷ quota",
  components: "kpi_component",
  needs: "quotas (plans/quotas.csv)",
  numerator: "bookings_cents",
  denominator: "quota_cents",
  count: "bookings_count",
  hasQuartiles: false,
  unit: "ratio",
  better: "up",
  dateBasis: "period",
  lookbackMonths: 0,
  periods: "observed",
  entityTypes: planned,
  whenEmpty: null,
  nullRule:
    "Absent when there is no quota, or one of zero. A quarter without a quota takes the sum of its three months, a year that of its four quarters, never a part of a longer period's.",
  needsMinCell: false,
  traps: ["a team's quota is the team's own, not the sum of its reps' quotas"],
};
