/** What metrics are about, in the order in which scorecards show them. */
export const metricGroups = [
  { group: "outcome", label: "Outcome" },
  { group: "pace", label: "Size and pace" },
  { group: "pipeline", label: "Pipeline" },
  { group: "activity", label: "Activities and leads" },
  { group: "plan", label: "Plan and forecast" },
  { group: "finance", label: "Customers and cost" },
  { group: "people", label: "People" },
  { group: "own", label: "The company’s own" },
] as const;

export type MetricGroup = (typeof metricGroups)[number]["group"];

/** The group of each family, by the table that the family divides. */
const families: Readonly<Record<string, MetricGroup>> = {
  kpi_component: "outcome",
  kpi_created: "outcome",
  kpi_win_curve: "outcome",
  kpi_loss: "outcome",
  kpi_unit: "outcome",
  kpi_stage: "pace",
  kpi_stage_days: "pace",
  kpi_pipeline: "pipeline",
  kpi_yield: "pipeline",
  kpi_push: "pipeline",
  kpi_activity: "activity",
  kpi_effort: "activity",
  kpi_lead: "activity",
  kpi_attained: "plan",
  kpi_assigned: "plan",
  kpi_capacity: "plan",
  kpi_forecast_error: "plan",
  kpi_receivable: "finance",
  kpi_recurring: "finance",
  kpi_acquisition: "finance",
  kpi_survey: "people",
};

/** Those that another family's table holds. */
const exceptions: Readonly<Record<string, MetricGroup>> = {
  quota_attainment: "plan",
  pipeline_coverage: "pipeline",
  average_deal_size: "pace",
  sales_cycle_days: "pace",
  sales_velocity: "pace",
  deal_throughput: "pace",
};

/** What a metric is about, by its name and its family's table; a table of no family is a company's own. */
export const groupOf = (metric: string, components: string): MetricGroup =>
  (Object.hasOwn(exceptions, metric) ? exceptions[metric] : families[components]) ?? "own";
