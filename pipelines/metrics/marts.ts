/** Every deal, and the view that repeats it for each entity it counts for. */
export const dealMarts = [
  "kpi_month",
  "kpi_period",
  "kpi_assignment",
  "kpi_version",
  "kpi_told",
  "kpi_known_deal",
  "kpi_deal",
  "kpi_deal_product",
] as const;
export const entityView = "kpi_deal_entity";

/** What metrics of closed and open deals divide, ending in the table that they name. */
export const sumMarts = [
  "kpi_closed",
  "kpi_open",
  "kpi_recent",
  "kpi_quota",
  "kpi_cell",
  "kpi_component",
] as const;

/** What happens to deals and leads; each gets a view that repeats it for each entity it counts for. */
export const eventMarts = [
  "kpi_deal_created",
  "kpi_lead_created",
  "kpi_stage_visit",
  "kpi_stage_stay",
  "kpi_dated_deal",
  "kpi_yield_event",
  "kpi_activity_logged",
  "kpi_deal_effort",
] as const;

/** What the other families of metrics divide, each after the tables that it reads. */
export const familyMarts = [
  "kpi_created",
  "kpi_lead",
  "kpi_stage",
  "kpi_stage_days",
  "kpi_pipeline",
  "kpi_push",
  "kpi_yield",
  "kpi_unit",
  "kpi_loss_told",
  "kpi_loss",
  "kpi_activity_counted",
  "kpi_activity",
  "kpi_effort",
  "kpi_win_curve",
  "kpi_receivable",
  "kpi_account_entity",
  "kpi_recurring",
  "kpi_expense",
  "kpi_acquisition",
  "kpi_rep_period",
  "kpi_rep_entity",
  "kpi_attained",
  "kpi_assigned",
  "kpi_capacity",
  "kpi_survey",
] as const;

/** The family that the forecast's back-test must have been written for. */
export const accuracyMart = "kpi_forecast_error";
