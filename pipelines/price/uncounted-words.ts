import type { Reason, Uncounted } from "../../src/compensation/uncounted.ts";
import { formatPlural } from "../../src/format.ts";
import { currencyDigits } from "../../src/money.ts";
import type { PricedFile } from "../price.ts";

/** A row of a table of credits that no component counts. */
interface UncountedRow {
  /** Number of the record in the file, headings = 1. */
  readonly row: number;
  readonly rep_id: string;
  readonly credit_id: string;
  readonly reason: string;
}

const most = 10;

/** The rows that count for no component, each with the reason. */
export const uncountedRows = ({ plan, uncounted }: PricedFile): UncountedRow[] =>
  uncounted.map(({ line, ...one }) => ({
    row: line,
    rep_id: one.credit.repId,
    credit_id: one.credit.creditId,
    reason: reasonWords(one, 10 ** currencyDigits(plan.currency)),
  }));

/** In a line, the first ten of them by name; null where every row counts. */
export function uncountedWords(priced: PricedFile): string | null {
  const rows = uncountedRows(priced);
  if (rows.length === 0) return null;
  const named = rows.slice(0, most).map(({ row, reason }) => `row ${row} (${reason})`);
  const more = rows.length > most ? ` and ${rows.length - most} more` : "";
  const count = formatPlural(rows.length, "row counts", "rows count");
  return `${count} for no component: ${named.join(", ")}${more}`;
}

/** What keeps a row out; of another measure only where nothing else does. */
function reasonWords({ credit, reasons }: Uncounted, units: number): string {
  const own = reasons.filter((reason) => reason !== "measure");
  const words: Readonly<Record<Reason, string>> = {
    role: `role ${credit.role}`,
    type: credit.type === null ? "no type" : `type ${credit.type}`,
    product: credit.product === null ? "no product" : `product ${credit.product}`,
    amount: `amount ${credit.dealCents / units}`,
    date: `date ${credit.date}`,
    first: "not among the first that count",
    measure: "no component measures it",
    original: "takes back what doesn't count",
    age: "takes back what is too old",
  };
  return (own.length > 0 ? own : reasons).map((reason) => words[reason]).join(", ");
}
