import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import { rowsOf } from "../workspaces/build.ts";
import { asking } from "../workspaces/tables.ts";

/**
 * Amounts that single people of the built sample are paid, in cents: by line, statement and year, and
 * what they earn on target. Only such as nobody would meet by chance: over 1,000.00 and no whole amount.
 */
export async function amountsOfPeople(folder: string): Promise<ReadonlySet<number>> {
  const rows = await asking(folder, (warehouse) =>
    rowsOf<{ cents: number }>(
      warehouse,
      `select distinct cents::double as cents from (
        select abs(paid_cents) as cents from commission_statement
        union all select abs(earned_cents) from commission_statement
        union all select abs(sum(paid_cents)) from commission_statement group by rep_id, plan
        union all select abs(sum(amount_cents)) from commission_line group by rep_id, plan, component
        union all select on_target_earnings_minor from rep_pay
      ) where cents > 100000 and cents % 100 <> 0`,
    ),
  );
  return new Set(rows.map(({ cents }) => cents));
}

/** Every number that a published file holds, as text or in a column. */
export function numbersIn(file: string): ReadonlySet<number> {
  if (file.endsWith(".arrow")) return numbersInTable(file);
  if (!/\.(json|html|js|csv)$/.test(file)) return new Set();
  const text = readFileSync(file, "utf8");
  return new Set([...text.matchAll(/\d{6,}/g)].map(([digits]) => Number(digits)));
}

function numbersInTable(file: string): ReadonlySet<number> {
  const table = tableFromIPC(readFileSync(file));
  const numbers = new Set<number>();
  for (const { name } of table.schema.fields) {
    for (const value of table.getChild(name) ?? []) {
      if (typeof value === "number") numbers.add(value);
    }
  }
  return numbers;
}
