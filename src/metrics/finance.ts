import type { Component } from "./component.ts";
import type { Metric } from "./metric.ts";

/** What the figures of receivables and new customers divide: columns of `kpi_receivable` and `kpi_acquisition`. */
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
  net_new_arr_cents: {
    label: "annual recurring revenue at the quarter's end less that at its beginning",
    unit: "money",
  },
  prior_expense_cents: {
    label: "sales and marketing expense of the quarter before",
    unit: "money",
  },
};

/** What figures of the whole company from its finance files have in common. */
const finance = {
  lookbackMonths: 0,
  dateBasis: "period",
  periods: "observed",
  hasQuartiles: false,
  whenEmpty: null,
} as const;

export const dso: Metric = {
  ...finance,
  name: "dso",
  label: "Days sales outstanding",
  definition: "How many days of sales on credit customers owed, on average over a period.",
  formula:
    "average of the days' receivables ÷ credit sales × days in the period; credit sales are invoices less credit notes",
  components: "kpi_receivable",
  needs: "invoices and payments (finance/invoices.csv, finance/payments.csv)",
  numerator: "receivable_day_cents",
  denominator: "credit_sales_cents",
  count: "invoice_count",
  unit: "days",
  better: "down",
  entityTypes: ["company", "region", "team", "rep", "segment", "territory"],
  nullRule: "Absent when nothing was invoiced, or no more than was credited.",
  needsMinCell: false,
  traps: [
    "a credit note lowers receivables whichever sign it is written with",
    "an invoice written twice counts once",
    "of a period in progress only the days that have passed count",
  ],
};

/** What the cost of new customers is taken from. */
const acquisition = {
  ...finance,
  components: "kpi_acquisition",
  entityTypes: ["company"],
  needsMinCell: false,
} as const;

export const cac: Metric = {
  ...acquisition,
  name: "cac",
  label: "Customer acquisition cost",
  definition:
    "What sales and marketing cost for each customer won for the first time. Spending is taken from the company's cac_lag_months before the wins.",
  formula:
    "sales and marketing expense ÷ accounts with their first won deal; actual expense, the budget where none is recorded, campaigns' cost where marketing isn't budgeted, a quarter's or a year's evenly over its months",
  needs: "a budget (plans/budget.csv)",
  numerator: "expense_cents",
  denominator: "new_customer_count",
  count: "new_customer_count",
  unit: "money",
  better: "down",
  nullRule: "Absent when no customer was new, and when a month of the spending isn't budgeted.",
  traps: [
    "campaigns are part of a marketing budget and aren't added to it",
    "a renewal of a customer from before the data wins nobody",
  ],
};

export const cacPaybackMonths: Metric = {
  ...acquisition,
  name: "cac_payback_months",
  label: "Payback of acquisition cost",
  definition: "How many months of an account's gross margin pay for what it cost to win.",
  formula:
    "customer acquisition cost ÷ (monthly recurring revenue per account × gross margin); the margin is the company's finance.gross_margin",
  needs:
    "a gross margin (finance.gross_margin in company.yaml), a budget (plans/budget.csv) and subscriptions (finance/subscriptions.csv)",
  numerator: "customer_cost_cents",
  denominator: "account_margin_cents",
  count: "new_customer_count",
  unit: "months",
  better: "down",
  nullRule: "Absent when no customer was new, nothing recurs, or no gross margin is set.",
  traps: ["revenue pays nothing back, its margin does"],
};

export const magicNumber: Metric = {
  ...acquisition,
  name: "magic_number",
  label: "Magic number",
  definition:
    "How much annual recurring revenue a quarter added for each unit of money that sales and marketing spent in the quarter before.",
  formula: "net new annual recurring revenue ÷ the prior quarter's sales and marketing expense",
  needs: "a budget (plans/budget.csv) and subscriptions (finance/subscriptions.csv)",
  numerator: "net_new_arr_cents",
  denominator: "prior_expense_cents",
  count: "recurring_account_count",
  unit: "number",
  better: "up",
  nullRule:
    "Absent for months and years, and when nothing recurs or the quarter before isn't budgeted.",
  traps: ["what churned is taken off what was added"],
};

export const financeMetrics: readonly Metric[] = [dso, cac, cacPaybackMonths, magicNumber];
