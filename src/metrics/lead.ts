import type { Component } from "./component.ts";
import type { EntityType, Metric } from "./metric.ts";

/** What the figures of leads created in a period divide: columns of `kpi_lead`. */
export const leadComponents: Readonly<Record<string, Component>> = {
  lead_count: { label: "leads created in the period", unit: "count" },
  lead_converted_count: {
    label: "leads created in the period that are converted by the as-of date",
    unit: "count",
  },
  lead_won_count: {
    label: "leads created in the period whose deal is won by the as-of date",
    unit: "count",
  },
  lead_won_days: {
    label: "days from the lead's creation to the win, summed over leads created in the period",
    unit: "days",
  },
  lead_won_days_count: {
    label: "leads created in the period whose deal is won after a known length",
    unit: "count",
  },
};

/** A lead has an owner, a territory where its account is known, and no segment or product yet. */
const owners: readonly EntityType[] = ["company", "region", "team", "rep", "territory"];

const lead = {
  components: "kpi_lead",
  needs: "an export of leads",
  dateBasis: "created_cohort",
  lookbackMonths: 0,
  periods: "observed",
  entityTypes: owners,
  whenEmpty: null,
  needsMinCell: true,
} as const;

export const leadConversion: Metric = {
  ...lead,
  name: "lead_conversion",
  label: "Lead conversion",
  definition:
    "The share of the leads created in a period that were converted since; also by source and campaign.",
  formula: "leads converted ÷ leads created",
  numerator: "lead_converted_count",
  denominator: "lead_count",
  count: "lead_count",
  hasQuartiles: false,
  unit: "ratio",
  better: "up",
  nullRule: "Absent when no lead was created.",
  traps: [
    "the leads converted in a period aren't those created in it",
    "a cohort younger than nine in ten conversions took is partial",
  ],
};

export const leadToWon: Metric = {
  ...lead,
  name: "lead_to_won",
  label: "Lead to won",
  definition:
    "The share of the leads created in a period whose deal was won since; also by source and campaign.",
  formula: "leads whose deal was won ÷ leads created",
  numerator: "lead_won_count",
  denominator: "lead_count",
  count: "lead_count",
  hasQuartiles: false,
  unit: "ratio",
  better: "up",
  openCohort: "is_undecided_cohort",
  nullRule: "Absent when no lead was created.",
  traps: [
    "leads that were never converted count below",
    "a cohort younger than nine in ten wins took is partial",
  ],
};

export const leadToWonDays: Metric = {
  ...lead,
  name: "lead_to_won_days",
  label: "Days from lead to won",
  definition:
    "How many days the leads created in a period that were won took from creation to the win, on average, with the median and quartiles.",
  formula: "sum of (close date − the lead's created date) ÷ leads whose deal was won",
  numerator: "lead_won_days",
  denominator: "lead_won_days_count",
  count: "lead_won_days_count",
  hasQuartiles: true,
  unit: "days",
  better: "down",
  openCohort: "is_undecided_cohort",
  nullRule: "Absent when no lead of the cohort was won.",
  traps: ["a young cohort holds only fast wins: it is partial"],
};

export const leadMetrics: readonly Metric[] = [leadConversion, leadToWon, leadToWonDays];
