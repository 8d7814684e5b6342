import type { Component } from "./component.ts";
import { entityTypes, type Metric } from "./metric.ts";

/** What the figures of deals created in a period divide: columns of `kpi_created` and `kpi_win_curve`. */
export const createdComponents: Readonly<Record<string, Component>> = {
  created_count: { label: "deals created in the period", unit: "count" },
  created_won_count: {
    label: "deals created in the period that are won by the as-of date",
    unit: "count",
  },
  created_open_count: {
    label: "deals created in the period that are open on the as-of date",
    unit: "count",
  },
  won_rate: {
    label: "estimated share of the deals created in the period that is won by the age",
    unit: "ratio",
  },
  count_deals: { label: "deals created in the period whose age is known", unit: "count" },
};

const created = {
  components: "kpi_created",
  needs: "an export of deals with created dates",
  denominator: "created_count",
  count: "created_count",
  hasQuartiles: false,
  unit: "ratio",
  dateBasis: "created_cohort",
  lookbackMonths: 0,
  periods: "observed",
  entityTypes,
  whenEmpty: null,
  nullRule: "Absent when no deal was created.",
  needsMinCell: true,
} as const;

export const winRateCreated: Metric = {
  ...created,
  name: "win_rate_created",
  label: "Win rate of deals created",
  definition:
    "The share of the deals created in a period that have been won since, whenever that was; also by source and campaign.",
  formula: "deals won ÷ all deals created, open ones included",
  numerator: "created_won_count",
  better: "up",
  traps: [
    "open deals count below: a cohort isn't its decided deals",
    "while more than one deal in twenty is open the rate is partial: it can still rise",
    "the open share stands beside it as a metric of its own",
  ],
};

export const openShareCreated: Metric = {
  ...created,
  name: "open_share_created",
  label: "Share of deals created that is open",
  definition: "The share of the deals created in a period that is neither won nor lost yet.",
  formula: "deals still open ÷ all deals created",
  numerator: "created_open_count",
  better: "down",
  traps: ["a win rate of a cohort can rise by no more than this share"],
};

export const winCurve: Metric = {
  components: "kpi_win_curve",
  needs: "an export of deals with created dates",
  name: "win_curve",
  partedBy: "age",
  label: "Won by age",
  definition:
    "The share of the deals created in a fiscal year that is won within 13, 26 and 52 weeks of creation; the whole curve, week by week, is the table win_curve.",
  formula:
    "cumulative incidence of winning by age, with losing as the competing risk and open deals censored (Aalen–Johansen)",
  numerator: "won_rate",
  denominator: null,
  count: "count_deals",
  hasQuartiles: false,
  unit: "ratio",
  better: "up",
  dateBasis: "created_cohort",
  lookbackMonths: 0,
  periods: "observed",
  entityTypes: ["company", "region", "segment"],
  whenEmpty: null,
  nullRule: "Absent for an age that no deal of the year has reached.",
  needsMinCell: true,
  traps: [
    "Kaplan–Meier's curve of winning would count lost deals as if they could still be won",
    "open deals count up to the age they have reached, so that a young cohort isn't too low",
  ],
};

export const createdMetrics: readonly Metric[] = [winRateCreated, openShareCreated, winCurve];
