import type { Component } from "./component.ts";
import { entityTypes, type Metric } from "./metric.ts";
import { history } from "./pipeline.ts";

/** What the figures of stages divide: columns of `kpi_stage` and `kpi_stage_days`. */
export const stageComponents: Readonly<Record<string, Component>> = {
  entered_count: {
    label: "deals that first entered or passed through the stage in the period",
    unit: "count",
  },
  advanced_count: {
    label: "of the deals that entered the stage in the period, those in a later one or won since",
    unit: "count",
  },
  stay_days: { label: "days spent in the stage by deals that left it in the period", unit: "days" },
  stay_count: { label: "deals that left the stage for good in the period", unit: "count" },
};

const stage = {
  needs: history,
  lookbackMonths: 0,
  periods: "observed",
  entityTypes,
  whenEmpty: null,
  needsMinCell: true,
} as const;

export const stageConversion: Metric = {
  ...stage,
  components: "kpi_stage",
  name: "stage_conversion",
  partedBy: "stage",
  label: "Stage conversion",
  definition:
    "For each stage, the share of the deals that entered it in a period and have reached a later one, or were won, since.",
  formula: "deals that entered a later stage ÷ deals that entered this one",
  numerator: "advanced_count",
  denominator: "entered_count",
  count: "entered_count",
  hasQuartiles: false,
  unit: "ratio",
  better: "up",
  dateBasis: "entry_cohort",
  nullRule: "Absent when no deal entered the stage.",
  traps: [
    "only the first entry counts: a deal that moves back and forth enters a stage once",
    "a deal that skips a stage has passed through it; one that starts late hasn't been in earlier ones",
    "being lost or deleted is no later stage",
    "while more than one deal in twenty is undecided the rate is partial",
  ],
};

export const stageDays: Metric = {
  ...stage,
  components: "kpi_stage_days",
  name: "stage_days",
  partedBy: "stage",
  label: "Days in stage",
  definition:
    "For each stage, how many days the deals that left it in a period had spent there, on average, with the median and quartiles.",
  formula: "days in the stage, over all stays of a deal ÷ deals that left the stage",
  numerator: "stay_days",
  denominator: "stay_count",
  count: "stay_count",
  hasQuartiles: true,
  unit: "days",
  better: "down",
  dateBasis: "exit_date",
  nullRule: "Absent when no deal left the stage.",
  traps: [
    "a stage that was skipped has no stay, rather than one of zero days",
    "deals still in the stage aren't counted before they leave it",
    "a deal that is deleted leaves its stage",
  ],
};

export const stageMetrics: readonly Metric[] = [stageConversion, stageDays];
