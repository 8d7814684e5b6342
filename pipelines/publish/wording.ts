import type { Unit } from "../../src/format.ts";
import type { Metric } from "../../src/metrics/metric.ts";
import { metrics } from "../../src/metrics/registry.ts";

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

/** Every metric in readers' words, in the registry's order. */
export function wordedMetrics() {
  return metrics.map((metric) => ({
    metric: metric.name,
    label: metric.label,
    definition: metric.definition,
    formula: metric.formula,
    unit: units[metric.unit],
    date_basis: dateBases[metric.dateBasis],
    null_rule: metric.nullRule,
    needs: metric.needs,
    entity_types: metric.entityTypes,
    traps: metric.traps,
  }));
}
