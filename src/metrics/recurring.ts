import type { Metric } from "./metric.ts";

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
