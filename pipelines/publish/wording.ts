import type { Unit } from "../../src/format.ts";
import type { Metric } from "../../src/metrics/metric.ts";
import { metrics } from "../../src/metrics/registry.ts";

/** Coverage is read as times, every other ratio as a percentage. */
export function readersUnit(metric: Metric): Unit {
  return metric.name === "pipeline_coverage" ? "multiple" : metric.unit;
}

const units: Readonly<Record<Unit, string>> = {
  money: "money",
  money_per_day: "money a day",
  ratio: "percent",
  multiple: "times",
  days: "days",
  count: "number",
  deals_per_month: "deals a month",
};

const dateBases: Readonly<Record<Metric["dateBasis"], string>> = {
  close_date: "close date",
  created_cohort: "created date",
  period: "the plan's period",
  as_of: "as-of date",
};

/** Every metric in readers' words, in the registry's order. */
export function wordedMetrics() {
  return metrics.map((metric) => ({
    metric: metric.name,
    label: metric.label,
    definition: metric.definition,
    formula: metric.formula,
    unit: units[readersUnit(metric)],
    date_basis: dateBases[metric.dateBasis],
    null_rule: metric.nullRule,
    entity_types: metric.entityTypes,
    traps: metric.traps,
  }));
}
