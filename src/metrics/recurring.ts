import type { Component } from "./component.ts";
import type { Metric } from "./metric.ts";

/** What the figures of recurring revenue divide: columns of `kpi_recurring`. */
export const recurringComponents: Readonly<Record<string, Component>> = {
  account_margin_cents: {
    label: "gross margin of an average account's monthly recurring revenue",
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
};

/** What figures of recurring revenue have in common. */
const recurring = {
  components: "kpi_recurring",
  needs: "subscriptions (finance/subscriptions.csv)",
  lookbackMonths: 0,
  dateBasis: "period",
  periods: "observed",
  hasQuartiles: false,
  entityTypes: ["company", "region", "team", "rep", "segment"],
  whenEmpty: null,
  better: "up",
  isAdditive: false,
} as const;

export const mrr: Metric = {
  ...recurring,
  name: "mrr",
  label: "Monthly recurring revenue",
  definition: "What subscriptions bring a month, on the last day of a period.",
  formula: "sum of the monthly amounts of subscriptions that run on the day",
  numerator: "mrr_cents",
  denominator: null,
  count: "recurring_account_count",
  unit: "money",
  nullRule: "Absent when nobody subscribes.",
  needsMinCell: false,
  traps: ["a subscription written twice counts once", "it runs on its last day and no longer"],
};

export const arr: Metric = {
  ...recurring,
  name: "arr",
  label: "Annual recurring revenue",
  definition: "What subscriptions bring a year at the rate of a period's last day.",
  formula: "monthly recurring revenue × 12",
  numerator: "arr_cents",
  denominator: null,
  count: "recurring_account_count",
  unit: "money",
  nullRule: "Absent when nobody subscribes.",
  needsMinCell: false,
  traps: ["it isn't the year's bookings"],
};

export const grr: Metric = {
  ...recurring,
  name: "grr",
  label: "Gross revenue retention",
  definition:
    "The share of the recurring revenue at a period's beginning that was still there at its end, without what accounts added.",
  formula:
    "sum over accounts of the lesser of their recurring revenue at the beginning and at the end ÷ recurring revenue at the beginning",
  numerator: "kept_mrr_cents",
  denominator: "opening_mrr_cents",
  count: "opening_account_count",
  unit: "ratio",
  nullRule: "Absent when nothing recurred at the beginning.",
  needsMinCell: true,
  traps: ["one account's growth doesn't make up for another's loss: it is never above 1"],
};

export const nrr: Metric = {
  ...recurring,
  name: "nrr",
  label: "Net revenue retention",
  definition:
    "The recurring revenue at a period's end of the accounts that had some at its beginning, over what they had then.",
  formula:
    "(opening − churned − contracted + expanded recurring revenue) ÷ recurring revenue at the beginning",
  numerator: "retained_mrr_cents",
  denominator: "opening_mrr_cents",
  count: "opening_account_count",
  unit: "ratio",
  nullRule: "Absent when nothing recurred at the beginning.",
  needsMinCell: true,
  traps: ["new accounts don't count, however large"],
};

export const ltv: Metric = {
  ...recurring,
  name: "ltv",
  label: "Customer lifetime value",
  definition:
    "The gross margin that an average account brings before it leaves, if accounts leave as they did in the period.",
  formula:
    "monthly recurring revenue per account × gross margin ÷ share of accounts lost a month; the margin is the company's finance.gross_margin",
  needs:
    "a gross margin (finance.gross_margin in company.yaml) and subscriptions (finance/subscriptions.csv)",
  numerator: "account_margin_cents",
  denominator: "churn_a_month",
  count: "churned_account_count",
  unit: "money",
  nullRule: "Absent when no account left, nothing recurs, or no gross margin is set.",
  needsMinCell: true,
  traps: ["a period in which nobody left doesn't make accounts worth infinitely much"],
};

export const recurringMetrics: readonly Metric[] = [mrr, arr, grr, nrr, ltv];
