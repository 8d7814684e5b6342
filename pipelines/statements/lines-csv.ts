import { type Measure, partsOfUnit } from "../../src/compensation/credit/measure.ts";
import { byteOrderMark, formatCsv } from "../../src/csv.ts";
import { currencyDigits } from "../../src/money.ts";
import { lineCause } from "../compensation/cause-words.ts";
import { lineArithmetic } from "../compensation/line-words.ts";
import type { ExplainedLine } from "../explain.ts";
import type { StatementEdition } from "./edition.ts";
import { heldDue } from "./held.ts";
import type { PayPeriod } from "./periods.ts";
import type { PaidPerson } from "./person.ts";

interface CsvLine {
  readonly line: ExplainedLine;
  readonly period: PayPeriod;
  readonly why: string;
  readonly arithmetic: string | null;
  readonly measure: Measure | null;
}

/** All lines of a person's pay, those of the first pay period first; they sum to what is paid. */
export function linesCsv(
  periods: readonly PayPeriod[],
  person: PaidPerson,
  edition: StatementEdition,
): string {
  const rows = [...periods].reverse().flatMap((period) =>
    period.plans.flatMap((plan) =>
      plan.components.flatMap((pay) => {
        const { terms } = pay;
        const dueOf = heldDue(pay, plan, person, edition);
        return pay.lines.map(
          (line): CsvLine => ({
            line,
            period,
            why: dueOf(line).cause ?? lineCause(line, terms),
            arithmetic: lineArithmetic(line, terms),
            measure: terms?.measure ?? null,
          }),
        );
      }),
    ),
  );
  return byteOrderMark + formatCsv(columns, rows);
}

const money = (cents: number, currency: string) => cents / 10 ** currencyDigits(currency);
const credited = ({ line, measure }: CsvLine, cents: number) =>
  cents / partsOfUnit(measure ?? "bookings", 10 ** currencyDigits(line.currency));

const columns = [
  { heading: "period", value: ({ period }: CsvLine) => period.label },
  { heading: "closed_on", value: ({ period }: CsvLine) => period.closedOn },
  { heading: "line_id", value: ({ line }: CsvLine) => line.line_id },
  { heading: "plan", value: ({ line }: CsvLine) => line.plan },
  { heading: "component", value: ({ line }: CsvLine) => line.component },
  { heading: "earned_on", value: ({ line }: CsvLine) => line.earned_on },
  { heading: "cause", value: ({ why }: CsvLine) => why },
  { heading: "opportunity_id", value: ({ line }: CsvLine) => line.opportunity_id },
  { heading: "opportunity", value: ({ line }: CsvLine) => line.opportunity },
  { heading: "credit", value: (row: CsvLine) => credited(row, row.line.credit_cents) },
  { heading: "base", value: (row: CsvLine) => credited(row, row.line.base_cents) },
  { heading: "tier", value: ({ line }: CsvLine) => line.tier },
  { heading: "rate", value: ({ line }: CsvLine) => line.rate },
  { heading: "arithmetic", value: ({ arithmetic }: CsvLine) => arithmetic },
  { heading: "amount", value: ({ line }: CsvLine) => money(line.amount_cents, line.currency) },
  { heading: "currency", value: ({ line }: CsvLine) => line.currency },
  { heading: "late_of", value: ({ line }: CsvLine) => line.late_of },
  { heading: "source_file", value: ({ line }: CsvLine) => line.source_file },
  { heading: "source_line", value: ({ line }: CsvLine) => line.source_line },
];
