import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { readHolding } from "../../pipelines/publish/pipeline-history.ts";
import { readReport } from "../../pipelines/publish/reading.ts";
import { addDays } from "../../src/calendar.ts";
import type { Waterfall } from "../../src/opportunity/bar.ts";
import { holderBy, holdsFor } from "../../src/opportunity/holder.ts";
import type { Knowledge, Span, Version } from "../../src/opportunity/state.ts";
import { valuationBy } from "../../src/opportunity/valuation.ts";
import { waterfall } from "../../src/opportunity/waterfall.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { asking } from "../workspaces/tables.ts";
import { temporaryFolder } from "../workspaces/write.ts";

const sample = fileURLToPath(new URL("../../data/sample", import.meta.url));
const unread = [".build", "site", "statements", "truth"];
const folder = temporaryFolder();

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly span: Span;
  readonly known: Knowledge;
  /** Whether only the versions of the two days are read, as for the waterfalls of the batch. */
  readonly is_ends_only: boolean;
}

interface Open {
  readonly region_id: string;
  readonly cents: number;
  readonly count: number;
}

const quarters = fc.integer({ min: 0, max: 22 }).map((index) => {
  const month = 2 + 3 * index;
  const day = (months: number) =>
    new Date(Date.UTC(2021, months - 1, 1)).toISOString().slice(0, 10);
  return { start: day(month), end: addDays(day(month + 3), -1) };
});

/** Twenty pairs of days from the sample's years, drawn once and for all. */
const pairs = fc.sample(
  fc
    .record({
      days: fc.noBias(fc.tuple(fc.nat(1970), fc.nat(1970))),
      span: fc.option(quarters, { freq: 3 }),
      is_ends_only: fc.boolean(),
      known: fc.constantFrom<Knowledge>("today", "then"),
    })
    .map(({ days, ...pair }): Pair => {
      const [first, last] = [Math.min(...days), Math.max(...days)];
      const from = addDays("2021-02-10", first);
      return { from, to: addDays("2021-02-10", last), ...pair };
    }),
  { numRuns: 20, seed: 20260703 },
);

beforeAll(async () => {
  for (const part of readdirSync(sample).filter((name) => !unread.includes(name))) {
    cpSync(join(sample, part), join(folder, part), { recursive: true });
  }
  await rebuildWarehouse(folder);
}, 900_000);

/** What is open and dated in the span at the end of a day, as known then or today, by the region of its owner then. */
const recount = (warehouse: Warehouse, on: string, { span, known }: Pick<Pair, "span" | "known">) =>
  rowsOf<Open>(
    warehouse,
    `select
      place.region_id,
      coalesce(sum(company_cents(version.amount_minor, rate.digits, rate.per_company_currency, 2)), 0)::bigint as cents,
      count(*) as count
    from (
      from opportunity_version
      where valid_from < timestamp '${on}' + interval 1 day
        and basis <> 'inferred'
        ${known === "then" ? `and known_from <= date '${on}'` : ""}
      qualify row_number() over (partition by opportunity_id order by version desc) = 1
    ) as version
    join kpi_assignment as place
      on place.rep_id = version.rep_id
      and place.valid_from <= date '${on}' and place.valid_to > date '${on}'
    join currency_rate as rate
      on rate.currency = version.currency
      and rate.valid_from <= date '${on}' and rate.valid_to > date '${on}'
    where version.status = 'open'
      ${span ? `and version.close_date between date '${span.start}' and date '${span.end}'` : ""}
    group by place.region_id
    order by place.region_id`,
  );

async function waterfallOf(warehouse: Warehouse, pair: Pair, region?: string): Promise<Waterfall> {
  const { from, to, span, known, is_ends_only } = pair;
  const { assignments, rates } = await readHolding(warehouse);
  const dates = { from_date: from, to_date: to, is_ends_only };
  const versions = await readReport<Version>(warehouse, "pipeline_version", dates);
  const value = valuationBy(rates, 2);
  const measure = { from, to, known, span, value, holderOf: holderBy(assignments) };
  const entity_type = region === undefined ? "company" : "region";
  return waterfall(versions, measure, holdsFor({ entity_type, entity_id: region ?? "" }));
}

const changeOf = ({ bars }: Waterfall) => bars.reduce((sum, { cents }) => sum + cents, 0);

const told = ({ opening, closing }: Waterfall) =>
  [opening, closing].map(({ cents, deals }) => ({ cents, count: deals.length }));

const total = (rows: readonly Open[]) => ({
  cents: rows.reduce((sum, { cents }) => sum + cents, 0),
  count: rows.reduce((sum, { count }) => sum + count, 0),
});

test.each(pairs)(
  "the sample's waterfall from $from to $to, as known $known, ends where a recount does",
  async (pair) => {
    await asking(folder, async (warehouse) => {
      const before = await recount(warehouse, pair.from, pair);
      const after = await recount(warehouse, pair.to, pair);
      const company = await waterfallOf(warehouse, pair);
      expect(told(company)).toEqual([total(before), total(after)]);
      expect(company.opening.cents + changeOf(company)).toBe(company.closing.cents);
      for (const region of ["Americas", "Asia Pacific", "EMEA"]) {
        const own = await waterfallOf(warehouse, pair, region);
        const open = (rows: readonly Open[]) => {
          const { cents, count } = total(rows.filter((row) => row.region_id === region));
          return { cents, count };
        };
        expect(told(own)).toEqual([open(before), open(after)]);
        expect(own.opening.cents + changeOf(own)).toBe(own.closing.cents);
      }
    });
  },
);

test("what a complete quarter's waterfall won is what its deals booked", async () => {
  await asking(folder, async (warehouse) => {
    const span = { start: "2026-02-01", end: "2026-04-30" };
    const dates = {
      from: "2026-01-31",
      to: "2026-07-03",
      span,
      known: "today",
      is_ends_only: true,
    } as const;
    const { bars } = await waterfallOf(warehouse, dates);
    const [booked] = await rowsOf<{ cents: number; count: number }>(
      warehouse,
      `select sum(amount_cents)::bigint as cents, count(*) as count
      from opportunity
      where status = 'won' and close_date between date '${span.start}' and date '${span.end}'`,
    );
    const won = bars.find(({ term }) => term === "won");
    expect({ cents: -(won?.cents ?? Number.NaN), count: won?.deals.length }).toEqual(booked);
  });
});

test("what a sale does to a pipeline happens in the sample, so that the identity is put to the test", async () => {
  await asking(folder, async (warehouse) => {
    const span = { start: "2025-11-01", end: "2026-01-31" };
    const dates = { from: "2025-08-31", to: "2026-01-10", span, is_ends_only: false };
    const found = await waterfallOf(warehouse, { ...dates, known: "then" }, "EMEA");
    const moved = found.bars.filter(({ deals }) => deals.length > 0).map(({ term }) => term);
    expect(moved).toEqual(
      expect.arrayContaining([
        "created",
        "pulled_in",
        "increased",
        "decreased",
        "pushed_out",
        "lost",
        "won",
        "currency",
      ]),
    );
  });
});
