/** How many times money and days are multiplied in a figure: money a day has 1 and −1. */
export interface Dimension {
  readonly money: number;
  readonly days: number;
}

export interface FormulaColumn {
  readonly type: "text" | "number" | "date" | "flag";
  readonly dimension: Dimension;
  /** Written with decimals: added as a decimal, so that the order of rows doesn't matter. */
  readonly isDecimal: boolean;
}

/** A canonical table whose rows a formula may add up. */
export interface FormulaTable {
  /** Tables of which each of its rows has one row or none. */
  readonly joins: readonly string[];
  /** The day that puts a row into a period, by the date basis that asks for it. */
  readonly dates: Readonly<Record<string, string>>;
  readonly entityTypes: readonly string[];
  /** What brings its rows, as a noun phrase. */
  readonly needs: string;
}

export const plain: Dimension = { money: 0, days: 0 };
const column = (type: FormulaColumn["type"], dimension = plain, isDecimal = false) =>
  ({ type, dimension, isDecimal }) as const;
const text = column("text");
const date = column("date");
const flag = column("flag");
const number = column("number");
const decimal = column("number", plain, true);
const money = column("number", { money: 1, days: 0 });
const days = column("number", { money: 0, days: 1 });

/** Every canonical column that a formula may name, by table. */
export const formulaColumns: Readonly<Record<string, Readonly<Record<string, FormulaColumn>>>> = {
  opportunity: {
    amount_cents: money,
    bookings_cents: money,
    recurring_cents: money,
    cycle_days: days,
    term_months: number,
    probability_rate: decimal,
    status: text,
    stage: text,
    forecast_category: text,
    deal_type: text,
    segment: text,
    lead_source: text,
    loss_reason: text,
    competitor: text,
    currency: text,
    created_date: date,
    close_date: date,
  },
  opportunity_line: { amount_cents: money, quantity: decimal, product_id: text },
  activity: { kind: text, duration_minutes: number, activity_date: date },
  lead: {
    status: text,
    lead_source: text,
    is_converted: flag,
    created_date: date,
    converted_date: date,
  },
  invoice: { amount_cents: money, kind: text, issued_on: date, due_on: date },
  account: {
    segment: text,
    industry: text,
    country: text,
    employees: number,
    annual_revenue_cents: money,
  },
  product: { name: text, family: text },
  campaign: { name: text, kind: text },
};

const owners = ["company", "region", "team", "rep"] as const;
const opportunityDates = {
  close_date: "opportunity__close_date",
  created_cohort: "opportunity__created_date",
  period: "opportunity__close_date",
} as const;

/** The tables that a formula may add up; the SQL file of the same name under `sql/own` has the rows. */
export const formulaTables: Readonly<Record<string, FormulaTable>> = {
  opportunity: {
    joins: ["account"],
    dates: opportunityDates,
    entityTypes: [...owners, "segment", "territory"],
    needs: "an export of deals",
  },
  opportunity_line: {
    joins: ["opportunity", "product", "account"],
    dates: opportunityDates,
    entityTypes: [...owners, "segment", "product", "territory"],
    needs: "an export of line items",
  },
  activity: {
    joins: ["opportunity", "account"],
    dates: { activity_date: "activity__activity_date", period: "activity__activity_date" },
    entityTypes: owners,
    needs: "an export of activities",
  },
  lead: {
    joins: ["opportunity", "campaign"],
    dates: { created_cohort: "lead__created_date", period: "lead__created_date" },
    entityTypes: owners,
    needs: "an export of leads",
  },
  invoice: {
    joins: ["opportunity", "account"],
    dates: { period: "invoice__issued_on" },
    entityTypes: [...owners, "segment", "territory"],
    needs: "invoices (finance/invoices.csv)",
  },
};

/** How a column is called among the rows of `sql/own`. */
export const rowColumn = (table: string, name: string): string => `${table}__${name}`;
