import { type CsvColumn, formatCsv } from "../../src/csv.ts";
import { currencyDigits } from "../../src/money.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { LineRow, StatementRow } from "./pay-tables.ts";

/** A line of pay as payroll takes it. */
export type PaidLine = Pick<LineRow, "rep_id" | "plan" | "component" | "amount_cents" | "currency">;

/** What a pay period pays: its lines, and the statements that they sum to. */
interface PaidPeriod {
  readonly lines: readonly PaidLine[];
  readonly statements: readonly Pick<StatementRow, "plan" | "paid_cents" | "currency">[];
}

/** A row for payroll: a person's component; draws, balances and caps over all components are one of their own. */
interface PayrollRow extends PaidLine {
  readonly component: string;
}

/** What rows come to: those of a plan, or of all plans in a currency. */
interface ControlTotal {
  readonly currency: string;
  readonly plan: string;
  readonly people: number;
  readonly rows: number;
  readonly amount_cents: number;
}

/** A file's name and its text. */
export type NamedText = readonly [name: string, text: string];

/** A file for payroll, and that of its control totals. */
export type PayrollFiles = readonly [payroll: NamedText, totals: NamedText];

/**
 * The files for payroll of a pay period: its rows, and beside it their control totals.
 *
 * @param label of the pay period
 * @param isOver a period that isn't is written as a preview, under another name
 * @throws Error where rows of a plan don't sum to what its statements pay
 */
export function payrollFiles(
  label: string,
  { lines, statements }: PaidPeriod,
  isOver = true,
): PayrollFiles {
  const rows = payrollRows(lines);
  checkPaid(rows, statements);
  const name = isOver ? label : `${label}.preview`;
  return [
    [`${name}.csv`, rowsText(label, rows)],
    [`${name}.totals.csv`, totalsText(label, controlTotals(rows))],
  ];
}

/** By plan, person and component; what sums to nothing is left out. */
function payrollRows(lines: readonly PaidLine[]): PayrollRow[] {
  const components = lines.map((line) => ({
    ...line,
    component: line.component ?? "Draws and balances",
  }));
  const key = ({ plan, rep_id, component, currency }: PayrollRow) =>
    [plan, rep_id, component, currency].join("\u0000");
  return [...grouped(components, key)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => own.slice(0, 1).map((row) => ({ ...row, amount_cents: sumOf(own) })))
    .filter(({ amount_cents }) => amount_cents !== 0);
}

/** Payroll pays what statements say, plan by plan and currency by currency. */
function checkPaid(rows: readonly PayrollRow[], statements: PaidPeriod["statements"]): void {
  const sums = new Map<string, number>();
  const add = ({ plan, currency }: { plan: string; currency: string }, cents: number) => {
    const key = `${plan} in ${currency}`;
    sums.set(key, (sums.get(key) ?? 0) + cents);
  };
  for (const row of rows) add(row, row.amount_cents);
  for (const statement of statements) add(statement, -statement.paid_cents);
  const [other] = [...sums].filter(([, cents]) => cents !== 0);
  if (other) throw new Error(`payroll beside statements: ${other[1]} minor units on ${other[0]}`);
}

/** By currency: one a plan, then the one of all plans. */
function controlTotals(rows: readonly PayrollRow[]): ControlTotal[] {
  const currencies = [...grouped(rows, ({ currency }) => currency)];
  return currencies
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, all]) => [
      ...[...grouped(all, ({ plan }) => plan)].map(([plan, own]) => totalOf(plan, own)),
      totalOf("Total", all),
    ]);
}

const totalOf = (plan: string, rows: readonly PayrollRow[]): ControlTotal => ({
  currency: rows[0]?.currency ?? "",
  plan,
  people: new Set(rows.map(({ rep_id }) => rep_id)).size,
  rows: rows.length,
  amount_cents: sumOf(rows),
});

const sumOf = (rows: readonly Pick<PaidLine, "amount_cents">[]) =>
  rows.reduce((sum, { amount_cents }) => sum + amount_cents, 0);

type Amount = Pick<PaidLine, "amount_cents" | "currency">;

/** In major units, with as many decimals as the currency has. */
const amount: CsvColumn<Amount> = {
  heading: "amount",
  value: ({ amount_cents, currency }) => amount_cents / 10 ** currencyDigits(currency),
  decimals: ({ currency }) => currencyDigits(currency),
};

const rowsText = (label: string, rows: readonly PayrollRow[]): string =>
  formatCsv(
    [
      { heading: "rep_id", value: (row) => row.rep_id },
      { heading: "plan", value: (row) => row.plan },
      { heading: "component", value: (row) => row.component },
      amount,
      { heading: "currency", value: (row) => row.currency },
      { heading: "period", value: () => label },
    ],
    rows,
  );

const totalsText = (label: string, totals: readonly ControlTotal[]): string =>
  formatCsv(
    [
      { heading: "currency", value: (total) => total.currency },
      { heading: "plan", value: (total) => total.plan },
      { heading: "people", value: (total) => total.people },
      { heading: "rows", value: (total) => total.rows },
      amount,
      { heading: "period", value: () => label },
    ],
    totals,
  );
