import type { Component } from "./component.ts";

/** What metrics of finance, quotas, forecasts and surveys divide or count. */
export const financeComponents: Readonly<Record<string, Component>> = {
  receivable_day_cents: {
    label: "receivables at the end of each day, summed over the period's days",
    unit: "money",
  },
  credit_sales_cents: { label: "invoices less credit notes of the period", unit: "money" },
  invoice_count: { label: "invoices of the period", unit: "count" },
  expense_cents: {
    label: "sales and marketing expense, from as long before as the company's lag says",
    unit: "money",
  },
  new_customer_count: { label: "accounts with their first won deal in the period", unit: "count" },
  customer_cost_cents: { label: "customer acquisition cost", unit: "money" },
  account_margin_cents: {
    label: "gross margin of an average account's monthly recurring revenue",
    unit: "money",
  },
  net_new_arr_cents: {
    label: "annual recurring revenue at the quarter's end less that at its beginning",
    unit: "money",
  },
  prior_expense_cents: {
    label: "sales and marketing expense of the quarter before",
    unit: "money",
  },
  mrr_cents: { label: "monthly recurring revenue at the period's end", unit: "money" },
  arr_cents: { label: "annual recurring revenue at the period's end", unit: "money" },
  opening_mrr_cents: { label: "monthly recurring revenue before the period", unit: "money" },
  kept_mrr_cents: {
    label: "monthly recurring revenue of before the period that accounts kept",
    unit: "money",
  },
  retained_mrr_cents: {
    label: "monthly recurring revenue at the period's end of accounts that had some before it",
    unit: "money",
  },
  churn_a_month: {
    label: "share of the accounts of before the period that it lost, a month",
    unit: "ratio",
  },
  recurring_account_count: { label: "accounts that subscribe at the period's end", unit: "count" },
  opening_account_count: { label: "accounts that subscribed before the period", unit: "count" },
  churned_account_count: {
    label: "accounts that subscribed before the period and don't at its end",
    unit: "count",
  },
  attained_count: { label: "reps who booked their quota of the period", unit: "count" },
  quota_rep_count: { label: "reps with a quota of the period", unit: "count" },
  earning_quota_cents: {
    label: "quotas of the year of reps with on-target earnings",
    unit: "money",
  },
  target_earnings_cents: {
    label: "on-target earnings for the months that the quotas are for",
    unit: "money",
  },
  earnings_count: { label: "reps with a quota and on-target earnings", unit: "count" },
  over_assigned_cents: { label: "quotas below a level less the level's own", unit: "money" },
  target_cents: { label: "the level's own quota", unit: "money" },
  assigned_count: { label: "quotas below the level", unit: "count" },
  capacity_cents: {
    label: "reps' ramped quotas × the attainment expected of them",
    unit: "money",
  },
  capacity_rep_count: { label: "reps with a quota in some month of the period", unit: "count" },
  error_cents: { label: "what forecasts were off by, summed without sign", unit: "money" },
  over_forecast_cents: { label: "forecasts less what was booked", unit: "money" },
  actual_cents: { label: "what was booked in the periods forecast", unit: "money" },
  added_cents: {
    label: "what the step before was off by less what the forecast was off by",
    unit: "money",
  },
  compared_actual_cents: {
    label: "what was booked in the periods with a step before",
    unit: "money",
  },
  inside_80_count: { label: "forecasts whose 80 % range held what came", unit: "count" },
  inside_95_count: { label: "forecasts whose 95 % range held what came", unit: "count" },
  forecast_count: { label: "back-tested forecasts", unit: "count" },
  compared_count: { label: "back-tested forecasts with a step before", unit: "count" },
  net_promoter_points: { label: "100 × (promoters − detractors)", unit: "number" },
  answer_count: { label: "people who answered", unit: "count" },
  known_asked_count: { label: "people who were asked", unit: "count" },
};
