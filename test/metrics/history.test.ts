import { describe, expect, test } from "vitest";
import { addDays } from "../../src/calendar.ts";
import { type Deal, kpisOf, pick, select, type Version } from "./company.ts";

const early: Deal = { id: "early", status: "lost", amount: 1, closed: "2023-07-05" };
const deal = (id: string, status: Deal["status"], closed: string, amount: number | null = 100) =>
  ({ id, rep: "ann", status, closed, amount, created: "2025-12-01" }) satisfies Deal;

describe("deals dated in a quarter when it began", () => {
  // by hand, the quarter of January to March 2026; amounts as they were on 1 January
  const deals: Deal[] = [
    early,
    deal("won", "won", "2026-02-10"),
    deal("lost", "lost", "2026-02-11"),
    deal("pushed", "open", "2026-05-30", 900),
    deal("stale", "open", "2026-03-20"),
    deal("back", "won", "2026-03-30"),
    deal("new", "open", "2026-06-30"),
    deal("later", "won", "2026-03-05"),
    deal("unpriced", "open", "2026-06-30", null),
  ];
  const told = (
    id: string,
    on: string,
    stage: string,
    closes: string,
    more: Partial<Version> = {},
  ): Version => ({ deal: id, on, stage, closes, amount: 100, ...more });
  const versions: Version[] = [
    told("won", "2025-12-01", "A", "2026-02-28", { category: "Commit" }),
    told("won", "2026-02-10", "Won", "2026-02-10"),
    told("lost", "2025-12-01", "A", "2026-02-28", { category: "Best Case" }),
    told("lost", "2026-02-11", "Lost", "2026-02-11"),
    told("pushed", "2025-12-01", "A", "2026-03-31", { category: "BestCase", amount: 300 }),
    told("pushed", "2026-03-30", "A", "2026-05-30", { amount: 900 }),
    told("stale", "2025-12-01", "A", "2026-03-20", { category: "Pipeline" }),
    // pushed out and pulled in again before the quarter was over
    told("back", "2025-12-01", "A", "2026-03-01"),
    told("back", "2026-02-01", "A", "2026-04-15"),
    told("back", "2026-03-30", "Won", "2026-03-30"),
    // not dated in the quarter when it began: one not yet created, one dated after it
    told("new", "2026-01-02", "A", "2026-03-31", { category: "Commit" }),
    told("new", "2026-03-01", "A", "2026-06-30"),
    told("later", "2025-12-01", "A", "2026-04-30"),
    told("later", "2026-03-05", "Won", "2026-03-05"),
    told("unpriced", "2025-12-01", "A", "2026-03-31", { amount: null }),
    told("unpriced", "2026-02-01", "A", "2026-06-30", { amount: null }),
  ];
  const quarter = { period: "quarter", period_start: "2026-01-01" };
  const kpis = kpisOf({ deals, versions, asOf: "2026-04-20" });

  // dated: won, lost, pushed, stale, back, unpriced; left: pushed, unpriced
  test("are pushed by count where their close date has left it", async () => {
    const kpi = pick(await kpis, { metric: "push_rate", ...quarter });
    expect(kpi).toMatchObject({ value: 1 / 3, numerator: 2, denominator: 6, n: 6, status: "ok" });
  });

  // 300 of 100 + 100 + 300 + 100 + 100; what has no amount is left out, not zero
  test("are pushed by the value they had when it began", async () => {
    const kpi = pick(await kpis, { metric: "push_rate_value", ...quarter });
    expect(kpi).toMatchObject({ value: 3 / 7, numerator: 300, denominator: 700, n: 5 });
  });

  // called: won, lost, pushed; open at the end: pushed
  test("have slipped where they were called and are open at its end", async () => {
    const kpi = pick(await kpis, { metric: "slip_rate", ...quarter });
    expect(kpi).toMatchObject({ value: 1 / 3, numerator: 1, denominator: 3, status: "ok" });
  });

  test("9: haven't slipped before it is over, and are pushed so far", async () => {
    const rows = await kpisOf({ deals, versions, asOf: "2026-03-30" });
    expect(pick(rows, { metric: "slip_rate", ...quarter })).toMatchObject({
      value: null,
      status: "absent",
    });
    expect(pick(rows, { metric: "push_rate", ...quarter }).status).toBe("partial");
  });

  test("count for their rep as for the company", async () => {
    const rep = { metric: "push_rate", ...quarter, entity_type: "rep", entity_id: "ann" };
    expect(pick(await kpis, rep).numerator).toBe(2);
  });
});

describe("coverage needed", () => {
  // as of the 11th day of the quarter, 10 days in; earlier quarters each on their own 11th
  const asOf = "2026-04-11";
  const starts = ["2025-10-01", "2026-01-01"];
  const deals = [early];
  const versions: Version[] = [];
  for (const [index, start] of starts.entries()) {
    const day = addDays(start, 10);
    const end = addDays(start, 60);
    const put = (
      id: string,
      from: string,
      status: Deal["status"],
      closed: string,
      amount: number,
    ) => {
      deals.push({ ...deal(`${index}${id}`, status, closed, amount), created: from });
      versions.push({ deal: `${index}${id}`, on: from, stage: "A", closes: end, amount });
      const stage = status === "won" ? "Won" : "Lost";
      if (closed <= asOf)
        versions.push({ deal: `${index}${id}`, on: closed, stage, closes: closed, amount });
    };
    // open on that day: 600 and 400; won in the rest: 400, and 100 of a deal that came later
    put("lost", addDays(start, -20), "lost", addDays(start, 40), 600);
    put("won", addDays(start, -20), "won", addDays(start, 50), 400);
    put("created later", addDays(day, 5), "won", addDays(start, 55), 100);
    // won on that very day: neither open nor in the rest
    put("won by then", addDays(start, -20), "won", day, 5000);
  }
  const quarter = { metric: "coverage_needed", period: "quarter", period_start: "2026-04-01" };
  const kpis = kpisOf({ deals, versions, asOf });

  // two quarters of 1,000 open and 500 won: yield 0.5
  test("is one over what pipeline of the same day brought, later deals included", async () => {
    const kpi = pick(await kpis, quarter);
    expect(kpi).toMatchObject({ value: 2, numerator: 2000, denominator: 1000, n: 4, status: "ok" });
  });

  test("looks at the day before a period that is to come begins", async () => {
    const next = pick(await kpis, { ...quarter, period_start: "2026-07-01" });
    // 81 days before each quarter nothing was open that is dated in it, and 5,500 was won in each
    expect(next).toMatchObject({ value: null, denominator: 11_000, status: "absent" });
  });

  test("is absent where nothing was won, and without a history", async () => {
    const lost = deals.map((one) => ({ ...one, status: "lost" as const }));
    expect(pick(await kpisOf({ deals: lost, versions, asOf }), quarter).value).toBeNull();
    const rows = select(await kpisOf({ deals, asOf }), { metric: "coverage_needed" });
    expect(rows.map((row) => row.status)).toEqual(["absent"]);
  });

  test("is partial where the data don't reach back twenty-four months", async () => {
    const young = { ...early, closed: "2025-07-05" };
    const rows = await kpisOf({ deals: [young, ...deals.slice(1)], versions, asOf });
    expect(pick(rows, quarter).status).toBe("partial");
    const untold: Version = { deal: "early", on: "2024-05-01", stage: null };
    const known: Version = { deal: "early", on: "2025-06-01", stage: "Lost" };
    const late = await kpisOf({ deals, versions: [...versions, untold, known], asOf });
    expect(pick(late, quarter)).toMatchObject({ value: 2, status: "partial" });
  });
});

describe("open pipeline", () => {
  const deals: Deal[] = [
    {
      id: "1",
      status: "open",
      amount: 100,
      stage: "A",
      created: "2026-07-31",
      closed: "2026-09-01",
    },
    {
      id: "2",
      status: "open",
      amount: 300,
      stage: "A",
      created: "2026-07-01",
      closed: "2026-09-01",
    },
    {
      id: "3",
      status: "open",
      amount: 500,
      stage: "B",
      created: "2026-06-30",
      closed: "2026-07-01",
    },
    {
      id: "4",
      status: "open",
      amount: null,
      stage: "B",
      created: "2025-07-30",
      closed: "2026-09-01",
    },
    {
      id: "5",
      status: "won",
      amount: 9000,
      stage: "Won",
      created: "2026-06-30",
      closed: "2026-07-01",
    },
  ];
  const pipeline = { metric: "open_pipeline", period_start: "2026-07-01" };
  const kpis = kpisOf({ deals });

  test("sums all open deals, whenever they are dated", async () => {
    expect(pick(await kpis, pipeline)).toMatchObject({ value: 900, n: 4, median: 300 });
  });

  // ages on 31 July 2026: 0, 30, 31 and 366 days
  test("is told by stage and by age", async () => {
    const parts = select(await kpis, {
      ...pipeline,
      period: "month",
      view: "as_is",
      entity_type: "company",
    });
    const byPart = Object.fromEntries(
      parts.map(({ breakdown, value, n }) => [breakdown, [value, n]]),
    );
    expect(byPart).toMatchObject({
      "stage: A": [400, 2],
      "stage: B": [500, 2],
      "age: 0–30 days": [400, 2],
      "age: 31–60 days": [500, 1],
      "age: over 365 days": [null, 1],
    });
  });
});

describe("without a history", () => {
  // a single drop tells closed deals closed; that they were open before is inferred
  const ids = Array.from({ length: 12 }, (_, index) => `d${index}`);
  const untold = ids.map((id) => deal(id, id === "d11" ? "open" : "lost", "2026-03-20"));
  const versions = ids.flatMap((id): Version[] => {
    if (id === "d11") return [{ deal: id, on: "2025-12-01", stage: "A", closes: "2026-03-20" }];
    return [
      { deal: id, on: "2025-12-01", stage: null },
      { deal: id, on: "2026-03-20", stage: "Lost", closes: "2026-03-20" },
    ];
  });

  test.each(["push_rate", "slip_rate", "coverage_needed", "stage_conversion", "stage_days"])(
    "%s is absent where most open deals were told only once they were closed",
    async (metric) => {
      const kpis = await kpisOf({ deals: untold, versions, asOf: "2026-07-31" });
      expect(select(kpis, { metric }).map((kpi) => kpi.status)).toEqual(["absent"]);
    },
  );

  test("what is told since then counts", async () => {
    const later = [...untold, deal("new", "open", "2026-08-30")];
    const told = [...versions, { deal: "new", on: "2026-06-01", stage: "A", closes: "2026-08-30" }];
    const kpis = await kpisOf({ deals: later, versions: told, asOf: "2026-07-31" });
    const entered = pick(kpis, {
      metric: "stage_conversion",
      period_start: "2026-06-01",
      breakdown: "stage: A",
    });
    expect(entered).toMatchObject({ numerator: 0, denominator: 1, status: "partial" });
  });
});
