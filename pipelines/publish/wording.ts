import type { Unit } from "../../src/format.ts";
import type { Metric } from "../../src/metrics/metric.ts";
import type { MetricRow } from "./reading.ts";

const units: Readonly<Record<Unit, string>> = {
  money: "money",
  money_per_day: "money a day",
  ratio: "percent",
  multiple: "times",
  days: "days",
  months: "months",
  count: "number",
  number: "number",
  points: "points",
  deals_per_month: "deals a month",
};

const dateBases: Readonly<Record<Metric["dateBasis"], string>> = {
  close_date: "close date",
  created_cohort: "created date",
  entry_cohort: "the day a stage was entered",
  exit_date: "the day a stage was left",
  activity_date: "activity date",
  period: "the period",
  as_of: "as-of date",
};

/** Metrics in readers' words, in their order. */
export function wordedMetrics(metrics: readonly MetricRow[]) {
  return metrics.map((row) => ({
    metric: row.metric,
    label: row.label,
    definition: row.definition,
    formula: row.formula,
    unit: units[row.unit],
    date_basis: dateBases[row.date_basis],
    null_rule: row.null_rule,
    needs: row.needs,
    has_figures: row.has_figures,
    entity_types: row.entity_types,
  }));
}
