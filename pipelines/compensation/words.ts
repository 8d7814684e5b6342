import { formatDate, formatExactMoney, formatPlural } from "../../src/format.ts";
import { currencyDigits } from "../../src/money.ts";
import type { Answer } from "../answer.ts";
import type { SettledPeriod, StatementTotal } from "../settle.ts";

/** An amount to the cent, as pay is told: `5,607.10`. */
export const exactMoney = (cents: number, currency: string): string =>
  formatExactMoney(cents, currencyDigits(currency));

/** The statements of a period, exact, as a table of rows. */
export const statementTable = ({ statements }: SettledPeriod): Answer => ({
  columns: ["plan", "rep_id", "name", "earned", "drawn", "recovered", "paid", "currency"],
  rows: statements.map((row) => {
    const money = (cents: number) => cents / 10 ** currencyDigits(row.currency);
    return [
      row.plan,
      row.rep_id,
      row.name,
      money(row.earned_cents),
      money(row.drawn_cents),
      money(row.recovered_cents),
      money(row.paid_cents),
      row.currency,
    ];
  }),
});

/** What a settled period comes to, in a line a plan and currency, and what was written of it. */
export function totalWords(settled: SettledPeriod): string {
  const { period, statements } = settled;
  const groups = new Map<string, StatementTotal[]>();
  for (const row of statements) {
    const key = `${row.plan}, ${row.currency}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const lines = [...groups].map(([key, rows]) => {
    const paid = rows.reduce((sum, { paid_cents }) => sum + paid_cents, 0);
    const people = formatPlural(rows.length, "person", "people");
    return `${period.label}  ${key} ${exactMoney(paid, rows[0]?.currency ?? "")} to ${people}`;
  });
  return [...lines, ...fileWords(settled), ""].join("\n");
}

function fileWords({ period, asOf, isOver, written }: SettledPeriod): string[] {
  if (written === null) return ["payroll file: none is written of one plan; leave --plan out"];
  const { payroll, totals } = written;
  const files = isOver
    ? [`payroll file: ${payroll}`]
    : [
        `not over: ${period.label} as of ${formatDate(asOf)}; what follows is no payroll file yet`,
        `preview: ${payroll}`,
      ];
  return [...files, `control totals: ${totals}`];
}
