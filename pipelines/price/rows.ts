import { partsOfUnit } from "../../src/compensation/credit/measure.ts";
import type { PayLine } from "../../src/compensation/line.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import type { Statement } from "../../src/compensation/settle/statement.ts";
import { currencyDigits } from "../../src/money.ts";
import { type Answer, formatAnswer, type QueryFormat } from "../answer.ts";
import type { PricedFile } from "../price.ts";
import { uncountedRows } from "./uncounted-words.ts";

/**
 * What a file of credits pays, as text: lines and totals as two tables, or as one JSON object; as CSV
 * the lines, whose amounts sum to the totals.
 */
export function formatPriced(priced: PricedFile, format: QueryFormat): string {
  const [lines, totals] = [lineRows(priced), totalRows(priced)];
  if (format === "csv") return formatAnswer(lines, "csv");
  if (format === "table")
    return `${formatAnswer(lines, "table")}\n${formatAnswer(totals, "table")}`;
  const objects = (answer: Answer) => JSON.parse(formatAnswer(answer, "json"));
  const { name: plan, currency } = priced.plan;
  const uncounted = uncountedRows(priced);
  const whole = { plan, currency, lines: objects(lines), totals: objects(totals), uncounted };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function lineRows({ plan, lines }: PricedFile): Answer {
  const money = majorUnits(plan);
  const units = 10 ** currencyDigits(plan.currency);
  const parts = new Map(
    plan.components.map(({ name, measure }) => [name, partsOfUnit(measure, units)]),
  );
  const credited = ({ component }: PayLine, cents: number) =>
    cents / (parts.get(component ?? "") ?? units);
  return {
    columns: [
      ...["rep_id", "pay_period", "component", "cause", "date", "credit_id", "opportunity_id"],
      ...["credit", "base", "tier", "rate", "amount"],
    ],
    rows: lines.map((line) => [
      line.repId,
      line.payPeriod.label,
      line.component,
      line.cause,
      line.date,
      line.creditId,
      line.opportunityId,
      credited(line, line.creditCents),
      credited(line, line.baseCents),
      line.tier,
      // twelve digits: more than anybody reads, and no trace of binary numbers
      line.rate === null ? null : Number(line.rate.valueOf().toPrecision(12)),
      money(line.amountCents),
    ]),
  };
}

function totalRows({ plan, statements }: PricedFile): Answer {
  const money = majorUnits(plan);
  return {
    columns: ["rep_id", "pay_period", "earned", "draw", "recovered", "paid", "owed"],
    rows: statements.map((one: Statement) => [
      one.repId,
      one.payPeriod.label,
      money(one.earned),
      money(one.toppedUp + one.advanced),
      money(one.recovered),
      money(one.paid),
      money(one.owedAfter),
    ]),
  };
}

const majorUnits = ({ currency }: PlanTerms) => {
  const units = 10 ** currencyDigits(currency);
  return (cents: number) => cents / units;
};
