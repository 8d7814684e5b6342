import { describe, expect, test } from "vitest";
import { type Deal, type Kpi, kpisOf, pick, select, type TestCompany } from "./company.ts";

const won = (id: string, rep: string, amount: number, closed: string): Deal => ({
  id,
  rep,
  status: "won",
  amount,
  closed,
});
const quarterStarts = ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"] as const;
const quarters = (type: string, entity: string, ...cents: readonly number[]) =>
  cents.map(
    (amount, index) => [type, entity, "quarter", quarterStarts[index] ?? "", amount] as const,
  );

/**
 * Three reps in two teams, quotas of 1,000, 1,000 and 500 a quarter, teams' of 1,800 and 600, the
 * company's of 2,000. In the first quarter Ann books 1,000, Bob 999 and Cem 700.
 */
const company: TestCompany = {
  asOf: "2026-06-30",
  reps: [
    ["ann", "North", "East"],
    ["bob", "North", "East"],
    ["cem", "South", "East"],
  ],
  deals: [
    won("D0", "ann", 1, "2025-12-01"),
    won("D1", "ann", 1_000, "2026-02-01"),
    won("D2", "bob", 999, "2026-03-31"),
    won("D3", "cem", 700, "2026-01-02"),
  ],
  quotas: [
    ...quarters("rep", "ann", 1_000, 1_000, 1_000, 1_000),
    ...quarters("rep", "bob", 1_000, 1_000, 1_000, 1_000),
    ...quarters("rep", "cem", 500, 500),
    ...quarters("team", "North", 1_800),
    ...quarters("team", "South", 600),
    ...quarters("company", "Acme", 2_000),
  ],
};
const first = { period: "quarter", period_start: "2026-01-01" } as const;
const second = { period: "quarter", period_start: "2026-04-01" } as const;
const asRun = (more: Partial<TestCompany> = {}): Promise<Kpi[]> => kpisOf({ ...company, ...more });

describe("the share of reps at quota", () => {
  test("counts who booked all of the quota, to the cent", async () => {
    const found = await asRun();
    const wanted = { metric: "share_at_quota", ...first };
    expect(pick(found, wanted)).toMatchObject({ value: 2 / 3, numerator: 2, denominator: 3, n: 3 });
    const north = { ...wanted, entity_type: "team", entity_id: "North" };
    expect(pick(found, north)).toMatchObject({ value: 0.5, numerator: 1 });
  });

  test("is the same count as the reps' attainments of 1 or more", async () => {
    const found = await asRun();
    const attained = select(found, { metric: "quota_attainment", entity_type: "rep", ...first });
    const asIs = attained.filter(({ view }) => view === "as_is");
    const reached = asIs.filter(({ value }) => value !== null && value >= 1);
    expect(pick(found, { metric: "share_at_quota", ...first }).numerator).toBe(reached.length);
  });

  test("puts a rep who moved into the team of then, and of today", async () => {
    const found = await asRun({
      reps: [
        ["ann", "South", "East"],
        ["bob", "North", "East"],
        ["cem", "South", "East"],
      ],
      assignments: [
        ["ann", "North", "East", "2024-01-01"],
        ["ann", "South", "East", "2026-05-01"],
      ],
    });
    const reps = (entity_id: string, view: string) =>
      pick(found, { metric: "share_at_quota", ...first, entity_type: "team", entity_id, view }).n;
    expect(reps("South", "as_is")).toBe(2);
    const then = { metric: "share_at_quota", ...first, entity_id: "South", view: "as_was" };
    expect(select(found, then)).toEqual([]);
  });
});

describe("over-assignment", () => {
  // reps carry 2,500 of the company's 2,000, teams 2,400; North's reps carry 2,000 of its 1,800
  test("is told of each level", async () => {
    const found = await asRun();
    const wanted = { metric: "over_assignment", ...first };
    expect(pick(found, { ...wanted, breakdown: null }).value).toBe(0.25);
    expect(pick(found, { ...wanted, breakdown: "reps" }).value).toBe(0.25);
    expect(pick(found, { ...wanted, breakdown: "teams" })).toMatchObject({ value: 0.2, n: 2 });
    const north = { ...wanted, entity_type: "team", entity_id: "North", breakdown: null };
    expect(pick(found, north).value).toBeCloseTo(1 / 9, 12);
  });

  test("is absent where the level has no quota of its own", async () => {
    expect(select(await asRun(), { metric: "over_assignment", ...second })).toEqual([]);
  });
});

describe("ramped capacity", () => {
  const wanted = { metric: "ramped_capacity", ...second };

  // the first quarter brought 2,699 of 2,500; the second's quotas are 2,500
  test("expects of quotas what the quarters before brought of theirs", async () => {
    expect(pick(await asRun(), wanted).value).toBeCloseTo(2_699, 9);
    expect(pick(await asRun(), { ...wanted, ...first }).status).toBe("absent");
  });

  // Cem begins in April with 500, in whole cents 166, 167 and 167 a month, of which 0, a half, all
  test("takes of a new rep's quota what the ramp says", async () => {
    const hired = company.reps?.map(([rep_id, team_id, region_id]) => ({
      rep_id,
      team_id,
      region_id,
      is_active: true,
      hired_on: rep_id === "cem" ? "2026-04-20" : "2020-01-01",
    }));
    const ramp = [0, 0.5].map((ramp_share, index) => ({ month_of_service: index + 1, ramp_share }));
    const found = await asRun({ reps: [], rows: { rep: hired ?? [], quota_ramp: ramp } });
    const cem = { ...wanted, entity_type: "rep", entity_id: "cem" };
    expect(pick(found, cem).value).toBeCloseTo(((84 + 167) * 2_699) / 2_500, 9);
  });

  test("expects nothing of the months after a rep left", async () => {
    const left = ["ann", "bob", "cem"].map((rep_id) => ({
      rep_id,
      is_active: rep_id !== "cem",
      left_on: rep_id === "cem" ? "2026-04-15" : null,
    }));
    const found = await asRun({ reps: [], rows: { rep: left } });
    const cem = { ...wanted, entity_type: "rep", entity_id: "cem" };
    expect(pick(found, cem).value).toBeCloseTo((166 * 2_699) / 2_500, 9);
  });

  test("is told of quarters to come", async () => {
    const third = { ...wanted, period_start: "2026-07-01" };
    expect(pick(await asRun(), third)).toMatchObject({ value: expect.any(Number), n: 2 });
  });
});

describe("quota to on-target earnings", () => {
  const earnings = ["ann", "bob", "cem"].map((rep_id) => ({
    rep_id,
    on_target_earnings_cents: 1_000,
    valid_from: "0001-01-01",
    valid_to: "9999-12-31",
  }));
  const year = { metric: "quota_to_ote", period: "year", period_start: "2026-01-01" } as const;
  const cemsYear = ["rep", "cem", "year", "2026-01-01", 1_000] as const;
  const quotas = [...(company.quotas ?? []), cemsYear];

  // Ann and Bob carry 4,000 for 1,000 each, Cem 1,000 for the 500 of two quarters: 9,000 / 2,500
  test("stands over the earnings of the months that the quotas are for", async () => {
    const found = await asRun({ quotas, rows: { rep_earnings: earnings } });
    expect(pick(found, year)).toMatchObject({ value: 3.6, denominator: 2_500, n: 3 });
  });

  test("is told neither of a rep nor of fewer people than the minimum", async () => {
    const found = await asRun({ quotas, minCell: 3, rows: { rep_earnings: earnings } });
    expect(select(found, { metric: "quota_to_ote", entity_type: "rep" })).toEqual([]);
    const north = { ...year, entity_type: "team", entity_id: "North" };
    expect(pick(found, north)).toMatchObject({ numerator: null, denominator: null, n: 2 });
    expect(pick(found, year).value).toBe(3.6);
  });
});
