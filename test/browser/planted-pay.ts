import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { warehouseOf } from "../../pipelines/places.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";

const plan = "Planted";

/** What a saved scenario would pay the one person under a plan; major units. */
const planted = 43_123_437;

/** Pays three people of the sample so much that no other number of it is like their pay by chance. */
export function plantPay(folder: string): void {
  writeFileSync(
    join(folder, "plans/compensation/planted.yaml"),
    `plan: ${plan}
covers: { people: [P022, P031, P034] }
supplements: true
effective_from: 2026-02-01
effective_until: 2027-01-31
components:
  - { name: Planted deals, quota: none, rate: 317.0391, rates_above_one: true }
`,
  );
  writeFileSync(
    join(folder, "plans/scenarios/planted.yaml"),
    `growth: 0.1
guardrails: { most_to_earnings: 4312.3437 }
pay: { Vice president FY27: { on_target_earnings: ${planted} } }
`,
  );
}

/** What they are paid by pay period, by deal and in all, and what a scenario pays; minor units. */
export async function plantedPay(folder: string): Promise<number[]> {
  const warehouse = await openWarehouse(warehouseOf(folder), { readOnly: true });
  const sql = `select distinct cents::double as cents from (
    select paid_cents as cents from commission_statement where plan = '${plan}'
    union all select sum(paid_cents) from commission_statement where plan = '${plan}' group by rep_id
    union all select sum(amount_cents) from commission_line where plan = '${plan}' group by opportunity_id
  ) where cents > 100000000`;
  const rows = await warehouse.all<{ cents: number }>({ file: "planted pay", sql });
  warehouse.close();
  return [...rows.map(({ cents }) => cents), planted * 100, planted];
}

/** Which amounts the bytes of a file hold, in whatever way a number is written. */
export function amountsIn(path: string, amounts: readonly number[]): number[] {
  const bytes = readFileSync(path);
  return amounts.filter((cents) => writingsOf(cents).some((writing) => bytes.includes(writing)));
}

/** Minor and major units, as digits and as eight bytes of a column. */
function writingsOf(cents: number): Buffer[] {
  const [major, rest] = [Math.trunc(cents / 100), String(cents % 100).padStart(2, "0")];
  const grouped = major.toLocaleString("en-US");
  const texts = [`${cents}`, `${major}.${rest}`, `${grouped}.${rest}`, grouped];
  return [...texts.map((text) => Buffer.from(text)), float(cents), float(cents / 100), long(cents)];
}

function float(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(value));
  return bytes;
}
