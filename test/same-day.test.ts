import { describe, expect, test } from "vitest";
import { addDays, type PlainDate } from "../src/calendar.ts";
import {
  type Deal,
  type Kpi,
  kpisOf,
  type Lead,
  type TestCompany,
  type Version,
} from "./metrics/company.ts";
import { compared, find } from "./metrics/compared.ts";

const people = {
  reps: [
    ["ann", "North", "East"],
    ["bob", "South", "East"],
  ],
  assignments: [
    ["ann", "North", "East", "2024-01-01"],
    ["bob", "South", "East", "2024-01-01"],
  ],
} as const;

describe("the quarter before at the same day", () => {
  const deal = (id: string, more: Partial<Deal>): Deal => ({
    id,
    rep: "ann",
    status: "won",
    amount: 100,
    created: "2025-06-01",
    closed: "2025-07-01",
    ...more,
  });
  const dated = (id: string, on: PlainDate, closes: PlainDate, amount: number): Version => ({
    deal: id,
    on,
    stage: "A",
    closes,
    amount,
  });
  // as of 20 May the quarter from 1 April is 49 days in, as the one from 1 January was on 19 February
  const found = compared({
    ...people,
    asOf: "2026-05-20",
    deals: [
      deal("first", { created: "2024-01-01", closed: "2024-02-01" }),
      deal("won by then", { created: "2026-01-05", closed: "2026-02-19" }),
      deal("won since", { created: "2026-01-06", closed: "2026-02-20" }),
      deal("created since", { created: "2026-02-20", closed: "2026-02-21" }),
      deal("pushed by then", { status: "open", closed: "2026-08-01" }),
      deal("pushed since", { status: "open", closed: "2026-08-01" }),
    ],
    versions: [
      dated("won since", "2026-01-06", "2026-03-01", 90),
      { deal: "won since", on: "2026-02-20", stage: "Won", closes: "2026-02-20", amount: 100 },
      dated("pushed by then", "2025-06-01", "2026-03-01", 7),
      dated("pushed by then", "2026-02-19", "2026-08-01", 30),
      dated("pushed since", "2025-06-01", "2026-03-01", 5),
      dated("pushed since", "2026-02-20", "2026-08-01", 40),
      dated("deleted since", "2025-06-01", "2026-03-01", 8),
      { deal: "deleted since", on: "2026-03-10", rep: "ann", stage: "Deleted" },
    ],
    rows: { removed_opportunity: [{ opportunity_id: "deleted since" }] },
    leads: [
      { id: "by then", created: "2026-01-10", converted: "2026-02-19" },
      { id: "since", created: "2026-01-11", converted: "2026-02-20" },
      { id: "never", created: "2026-02-19" },
      { id: "later", created: "2026-02-20", converted: "2026-02-20" },
    ],
    activities: [
      ["call", "2025-01-02", "ann"],
      ["call", "2026-01-02", "ann"],
      ["email", "2026-02-19", "ann"],
      ["call", "2026-02-19", "bob"],
      ["call", "2026-02-20", "bob"],
    ],
    lines: [
      ["won by then", "p", 100, 12],
      ["won since", "p", 100, 400],
    ],
  });

  test.each([
    // the figure, and how many it rests on
    ["lead_conversion", 1 / 3, 3],
    ["win_rate_created", 1 / 2, 2],
    ["open_share_created", 1 / 2, 2],
    ["push_rate", 1 / 3, 3],
    ["activities_per_rep", 3 / 2, 2],
    ["units_sold", 12, 1],
    // as the open deals stood then: 90, 30, 5 and 8
    ["open_pipeline", 133, 4],
  ])("has the %s that was known then", async (metric, value, n) => {
    const { rows } = await found;
    const before = { entity_type: "company", view: "as_is", period: "quarter", metric };
    expect(find(rows, { ...before, compared_with: "previous" })).toMatchObject([
      { until: "2026-02-19", value, n },
    ]);
  });
});

/** A company's data of which nothing is told late: each day knows what had happened by then. */
function grown(): TestCompany & { readonly versions: readonly Version[] } {
  const amounts = [1200, 80, 300, 77, 450, 5000, 640];
  const born = Array.from({ length: 130 }, (_, index) => {
    const created = addDays("2024-12-01", index * 4);
    const closed = addDays(created, 20 + ((index * 17) % 90));
    const status = index % 5 < 2 ? ("won" as const) : ("lost" as const);
    const rep = index % 3 === 0 ? "bob" : "ann";
    return { id: `d${index}`, rep, status, amount: amounts[index % 7] ?? 1, created, closed };
  });
  const versions = born.flatMap(
    ({ id, rep, status, amount, created, closed }, index): Version[] => [
      { deal: id, on: created, rep, stage: "A", closes: addDays(created, 60), amount },
      {
        deal: id,
        on: addDays(created, 10),
        rep,
        stage: "B",
        closes: addDays(created, 30 + (index % 4) * 25),
        amount,
      },
      {
        deal: id,
        on: closed,
        rep,
        stage: status === "won" ? "Won" : "Lost",
        closes: closed,
        amount,
      },
    ],
  );
  return {
    ...people,
    deals: born,
    versions,
    leads: born.map(({ id, rep, created }, index): Lead => {
      const lead = { id: `l${index}`, rep, created: addDays(created, -(index % 30)) };
      return index % 4 === 0 ? lead : { ...lead, converted: created, deal: id };
    }),
    activities: born.flatMap(({ id, rep, created }, index) => [
      ["call", created, rep, id] as const,
      ["meeting", addDays(created, index % 15), rep, id] as const,
    ]),
    lines: born.map(({ id, amount }, index) => [id, "p", amount, index] as const),
    quotas: ["2025-04-01", "2026-01-01"].flatMap((start) => [
      ["company", "Acme", "quarter", start, 10_000] as const,
      ["rep", "ann", "quarter", start, 4000] as const,
    ]),
  };
}

/** What was known of a company on a day. */
function asOf(company: ReturnType<typeof grown>, day: PlainDate): TestCompany {
  const { deals, versions, leads = [], activities = [], lines = [] } = company;
  const told = versions.filter(({ on }) => on <= day);
  const known = deals.filter(({ created }) => created !== undefined && created <= day);
  const ids = new Set(known.map(({ id }) => id));
  return {
    ...company,
    asOf: day,
    deals: known.map((deal) => {
      if (deal.closed <= day) return deal;
      const { stage, closes } = told.findLast((version) => version.deal === deal.id) ?? {};
      return { ...deal, status: "open", stage: stage ?? "A", closed: closes ?? deal.closed };
    }),
    versions: told,
    leads: leads
      .filter(({ created }) => created <= day)
      .map(({ converted, deal, ...lead }) =>
        converted !== undefined && converted <= day
          ? { ...lead, converted, ...(deal === undefined ? {} : { deal }) }
          : lead,
      ),
    activities: activities.filter(([, on]) => on <= day),
    lines: lines.filter(([id]) => ids.has(id)),
  };
}

test("is what a rebuild as of that day had, where nothing was told late", async () => {
  const company = grown();
  const { rows } = await compared(asOf(company, "2026-05-20"));
  const days = [...new Set(rows.map(({ until }) => until))];
  expect(days.length).toBeGreaterThan(2);
  const rebuilt = new Map(
    await Promise.all(days.map(async (day) => [day, await kpisOf(asOf(company, day))] as const)),
  );
  expect(new Set(rows.map(({ metric }) => metric)).size).toBeGreaterThan(20);
  for (const row of rows) {
    const then = rebuilt
      .get(row.until)
      ?.find(
        (kpi) =>
          kpi.metric === row.metric &&
          kpi.entity_type === row.entity_type &&
          kpi.entity_id === row.entity_id &&
          kpi.view === row.view &&
          kpi.period === row.period &&
          kpi.period_start === row.earlier_start &&
          kpi.breakdown === null,
      );
    const where = `${row.metric} of ${row.entity_type} ${row.entity_id}, ${row.period} to ${row.until}`;
    expect([row.value, row.n], where).toEqual([then?.value, then?.n]);
  }
});

test("levels at the ends of quarters are what a rebuild as of that day had", async () => {
  const company = grown();
  const { kpis } = await compared(asOf(company, "2026-05-20"));
  for (const [day, ended] of [
    ["2026-03-31", ["quarter 2026-01-01"]],
    ["2025-12-31", ["quarter 2025-10-01", "year 2025-01-01"]],
  ] as const) {
    const levels = (rows: readonly Kpi[]) =>
      rows
        .filter(({ metric, value }) => isLevel(metric) && value !== null)
        .filter((row) => ended.some((name) => name === `${row.period} ${row.period_start}`))
        .map((row) => JSON.stringify(row))
        .toSorted();
    const told = levels(kpis);
    expect(told.length).toBeGreaterThan(20);
    expect(told).toEqual(levels(await kpisOf(asOf(company, day))));
  }
});

const isLevel = (metric: string) =>
  ["open_pipeline", "sales_velocity", "activities_per_open_deal"].includes(metric);
