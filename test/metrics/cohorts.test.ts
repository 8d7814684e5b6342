import { beforeAll, describe, expect, test } from "vitest";
import { type Deal, type Kpi, kpisOf, type Lead, pick, select } from "./company.ts";

/** Deals of one cohort by hand: the same day of creation, what came of them. */
const created = (day: string, statuses: readonly Deal["status"][], more: Partial<Deal> = {}) =>
  statuses.map(
    (status, index): Deal => ({
      id: `${day}-${index}-${more.from ?? ""}`,
      status,
      amount: 100,
      created: day,
      closed: status === "open" ? "2026-12-31" : "2026-06-20",
      ...more,
    }),
  );
const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value);
/** Puts the beginning of the data far back. */
const early: Deal = {
  id: "early",
  status: "lost",
  amount: 1,
  created: "2025-01-01",
  closed: "2025-01-05",
};

describe("the win rate of deals created", () => {
  // formulas.md, win_rate_created: won / all created, open ones included, beside the open share
  const deals = [
    early,
    ...created("2026-03-10", ["won", "won", "lost", "lost", "open"], { from: "Web" }),
    ...created("2026-03-20", ["won", "lost", "lost"], { from: "Fair", campaign: "C1" }),
    ...created("2026-03-21", ["lost", "lost"]),
  ];
  let kpis: Kpi[];

  beforeAll(async () => {
    kpis = await kpisOf({ deals });
  });

  const march = { period_start: "2026-03-01" };

  test("divides what was won by all that was created, open deals included", () => {
    const rate = pick(kpis, { metric: "win_rate_created", ...march });
    expect(rate).toMatchObject({ value: 0.3, numerator: 3, denominator: 10, n: 10 });
    const open = pick(kpis, { metric: "open_share_created", ...march });
    expect(open).toMatchObject({ value: 0.1, numerator: 1, denominator: 10 });
  });

  test("has a deal that is to close on a day to come open until then", async () => {
    const ahead = { closed: "2026-08-01" };
    const rows = await kpisOf({ deals: [early, ...created("2026-03-10", ["won", "lost"], ahead)] });
    const share = (metric: string) => pick(rows, { metric, ...march }).value;
    expect(share("win_rate_created")).toBe(0);
    expect(share("open_share_created")).toBe(1);
  });

  test("is told by source and campaign, and the sources sum to the whole", () => {
    const part = (breakdown: string) =>
      pick(kpis, { metric: "win_rate_created", ...march, breakdown });
    expect(part("source: Web")).toMatchObject({ numerator: 2, denominator: 5 });
    expect(part("source: Fair")).toMatchObject({ numerator: 1, denominator: 3 });
    expect(part("source: not given")).toMatchObject({ numerator: 0, denominator: 2 });
    expect(part("campaign: C1")).toMatchObject({ numerator: 1, denominator: 3 });
  });

  test("9: a cohort with more than one open deal in twenty is partial, and final at one", async () => {
    const status = async (open: number) => {
      const cohort = created("2026-03-10", [
        ...times(20 - open, "won" as const),
        ...times(open, "open" as const),
      ]);
      const rows = await kpisOf({ deals: [early, ...cohort] });
      return pick(rows, { metric: "win_rate_created", ...march }).status;
    };
    expect(await status(2)).toBe("partial");
    expect(await status(1)).toBe("ok");
  });

  test("9: a cohort of the period in which the data begin is partial", async () => {
    const rows = await kpisOf({ deals: created("2026-06-01", ["won", "lost"]) });
    const june = { metric: "win_rate_created", period_start: "2026-06-01" };
    expect(pick(rows, june).status).toBe("partial");
  });

  test("belongs to the team of the day it was created, and as it is to today's", async () => {
    const rows = await kpisOf({
      deals: [{ ...early, id: "moved", rep: "ann", created: "2026-02-10", closed: "2026-06-20" }],
      reps: [["ann", "west", "emea"]],
      assignments: [
        ["ann", "east", "americas", "2025-01-01"],
        ["ann", "west", "emea", "2026-05-01"],
      ],
    });
    const teams = (view: string) =>
      select(rows, { metric: "win_rate_created", entity_type: "team", period: "year", view });
    expect(teams("as_was").map((kpi) => kpi.entity_id)).toEqual(["east"]);
    expect(teams("as_is").map((kpi) => kpi.entity_id)).toEqual(["west"]);
  });

  test("counts for a territory where the deal has one, and for none elsewhere", async () => {
    const placed = created("2026-03-10", ["won", "lost"], { territory: "T1", from: "Web" });
    const rows = await kpisOf({ deals: [...deals, ...placed] });
    const found = select(rows, { metric: "win_rate_created", entity_type: "territory", ...march });
    expect(new Set(found.map((kpi) => kpi.entity_id))).toEqual(new Set(["T1"]));
    const whole = found.find((kpi) => kpi.breakdown === null);
    expect(whole).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe("leads", () => {
  const deals = [
    early,
    { ...early, id: "w1", status: "won", created: "2026-02-01", closed: "2026-03-12" },
    { ...early, id: "w2", status: "won", created: "2026-02-01", closed: "2026-04-01" },
    { ...early, id: "l1", created: "2026-02-01", closed: "2026-03-01" },
  ] as const satisfies Deal[];
  const lead = (id: string, more: Partial<Lead> = {}): Lead => ({
    id,
    rep: "ann",
    created: "2026-01-11",
    from: "Web",
    ...more,
  });
  const converted = "2026-02-01";
  const leads = [
    lead("1", { converted, deal: "w1" }),
    lead("2", { converted, deal: "w2", from: "Fair", campaign: "C1" }),
    lead("3", { converted, deal: "l1" }),
    lead("4"),
    lead("5", { from: "Fair" }),
  ];
  const january = { period_start: "2026-01-01" };
  let kpis: Kpi[];

  beforeAll(async () => {
    kpis = await kpisOf({ deals, leads, asOf: "2026-07-31" });
  });

  test("convert as a share of those created", () => {
    const kpi = pick(kpis, { metric: "lead_conversion", ...january });
    expect(kpi).toMatchObject({ value: 0.6, numerator: 3, denominator: 5, n: 5, status: "ok" });
  });

  test("become won deals as a share of those created, by source and campaign", () => {
    const won = { metric: "lead_to_won", ...january };
    expect(pick(kpis, won)).toMatchObject({ value: 0.4, numerator: 2, denominator: 5 });
    expect(pick(kpis, { ...won, breakdown: "source: Web" }).value).toBe(1 / 3);
    expect(pick(kpis, { ...won, breakdown: "source: Fair" }).value).toBe(0.5);
    expect(pick(kpis, { ...won, breakdown: "campaign: C1" }).value).toBe(1);
  });

  // 11 January to 12 March 60 days, to 1 April 80
  test("take days from creation to the win, with quartiles", () => {
    expect(pick(kpis, { metric: "lead_to_won_days", ...january })).toMatchObject({
      value: 70,
      numerator: 140,
      n: 2,
      lower_quartile: 65,
      median: 70,
      upper_quartile: 75,
    });
  });

  test("count for their owner and the owner's team", () => {
    const rep = { metric: "lead_conversion", ...january, entity_type: "rep", entity_id: "ann" };
    expect(pick(kpis, rep).denominator).toBe(5);
  });

  // nine in ten conversions took 21 days at most, nine in ten wins 80
  test("9: younger than nine in ten of conversions or wins took, a cohort is partial", async () => {
    const young = [
      ...leads,
      lead("6", { created: "2026-06-10" }),
      lead("7", { created: "2026-07-20" }),
    ];
    const rows = await kpisOf({ deals, leads: young, asOf: "2026-07-31" });
    const june = { period_start: "2026-06-01" };
    expect(pick(rows, { metric: "lead_conversion", ...june }).status).toBe("ok");
    expect(pick(rows, { metric: "lead_to_won", ...june }).status).toBe("partial");
    expect(pick(rows, { metric: "lead_conversion", period_start: "2026-07-01" }).status).toBe(
      "partial",
    );
  });

  test("9: won after the as-of date, a lead isn't won yet", async () => {
    const rows = await kpisOf({ deals, leads, asOf: "2026-03-31" });
    expect(pick(rows, { metric: "lead_to_won", ...january })).toMatchObject({ numerator: 1 });
  });

  test("are absent, once and not zero, where no export has any", async () => {
    const rows = select(await kpisOf({ deals }), { metric: "lead_conversion" });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ entity_type: "company", value: null, status: "absent" });
  });
});
