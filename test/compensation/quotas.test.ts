import { describe, expect, test } from "vitest";
import { assignedQuotas } from "../../pipelines/compensation/quotas.ts";
import type { PayInputs, QuotaRow } from "../../pipelines/compensation/rows.ts";
import { periodOf } from "../../src/calendar.ts";
import { one } from "../../src/compensation/exact.ts";
import { anybody, type Person } from "../../src/compensation/person.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { creditOf, onePlan, planMistakes } from "./plan.ts";

// whose quota of plans/quotas.csv a component is held against, and of which days it is

const row = (entity: string, period: QuotaRow["period"], start: string, cents: number, from = "") =>
  ({
    entity_type: entity.split(" ")[0] ?? "",
    entity_id: entity.split(" ")[1] ?? "",
    measure: "bookings",
    period,
    period_start: start,
    quota_cents: cents,
    begins_on: from || "0001-01-01",
  }) satisfies QuotaRow;

const inputs = (quotas: readonly QuotaRow[]): PayInputs => ({
  deals: [],
  payments: [],
  refunds: [],
  shares: [],
  overlays: [],
  territories: [],
  assignments: [
    {
      rep_id: "ann",
      team_id: "North",
      region_id: "East",
      role: null,
      manager_id: null,
      valid_from: "0001-01-01",
      valid_to: "9999-12-31",
    },
  ],
  stints: [],
  people: [],
  places: [],
  products: [],
  pay: [],
  quotas,
  rates: [],
  levels: [],
});

const ann: Person = { ...anybody("ann"), teams: [{ from: null, team: "North" }] };

/** Ann's quota of 2026 as her plan holds her pay against it; null where the plan is refused. */
function quotaOf(quotas: readonly QuotaRow[], person: Partial<Person> = {}, component = "") {
  const terms = onePlan(`credit: [owner, team], rate: 0.1${component}`);
  const people = [{ ...ann, ...person }];
  const plan = { file: "", sha256: "", placeOf: () => ({}), text: "", terms, people };
  const credit = creditOf(100, { date: person.from ?? "2026-06-15" });
  const assigned = assignedQuotas(plan, inputs(quotas), () => one);
  return pricePlan({ plan: terms, credits: [credit], people, assigned }).standings[0]?.quota;
}

const year = row("rep ann", "year", "2026-01-01", 36_500);
const quarter = (count: number, cents: number) =>
  row("rep ann", "quarter", `2026-${String(count * 3 - 2).padStart(2, "0")}-01`, cents);
const halfYear = [row("rep ann", "year", "2026-01-01", 300), quarter(1, 100), quarter(2, 200)];

describe("a quota for part of a year", () => {
  test("of a whole year goes by the days of who leaves", () => {
    expect(quotaOf([year])).toBe(36_500);
    expect(quotaOf([year], { until: "2026-07-19" })).toBe(20_000); // 200 of 365 days
    expect(quotaOf([year, quarter(1, 18_250), quarter(2, 18_251)], { until: "2026-07-19" })).toBe(
      20_000, // quarters that don't sum to it tell nothing
    );
  });

  test("whose quarters end with who leaves isn't lowered again", () => {
    expect(quotaOf(halfYear, { until: "2026-06-30" })).toBe(300);
    expect(quotaOf(halfYear, { until: "2026-08-18" })).toBe(300);
    expect(quotaOf(halfYear, { until: "2026-06-20" })).toBeCloseTo((300 * 171) / 181, 0);
  });

  test("is the sum of quarters, where there are some for all of the time that somebody is there", () => {
    const quarters = halfYear.slice(1);
    expect(quotaOf(quarters, { until: "2026-06-30" })).toBe(300);
    expect(quotaOf(quarters)).toBeNull();
    expect(quotaOf([quarter(2, 200), quarter(4, 100)], { from: "2026-04-01" })).toBeNull();
  });

  test("that begins within the year is of what was left then", () => {
    const later = row("rep ann", "year", "2026-01-01", 184, "2026-07-01");
    expect(quotaOf([later], { from: "2026-07-10" })).toBe(184);
    expect(quotaOf([later], { until: "2026-10-31" })).toBe(123); // to the end of October: 123 of 184 days
    expect(quotaOf([row("rep ann", "year", "2026-01-01", 365)], { from: "2026-07-01" })).toBe(184);
    expect(
      quotaOf([{ ...later, begins_on: "0001-01-01" }], {
        from: "2026-07-01",
        hiredOn: "2026-07-01",
      }),
    ).toBe(184); // a new hire's own
  });
});

describe("a component is held against the quota", () => {
  const quotas = [
    row("rep ann", "year", "2026-01-01", 1),
    row("team North", "year", "2026-01-01", 2),
    row("region East", "year", "2026-01-01", 3),
    row("company Acme", "year", "2026-01-01", 4),
  ];
  test.each([
    ["of the person, unless it says so", "", 1],
    ["of the team", ", quota: {of: team}", 2],
    ["of the region", ", quota: {of: region}", 3],
    ["of the company", ", quota: {of: company}", 4],
  ])("%s", (_, component, expected) => {
    expect(quotaOf(quotas, {}, component)).toBe(expected);
  });

  test("of the team where a team is credited and the person has none", () => {
    expect(quotaOf(quotas.slice(1))).toBe(2);
    expect(quotaOf(quotas.slice(1), {}, ", quota: {of: rep}")).toBeNull();
  });

  test("of the team that pools its pay", () => {
    const terms = onePlan("pool: {share_by: even}, rate: 0.1");
    const plan = { file: "", sha256: "", placeOf: () => ({}), text: "", terms, people: [ann] };
    const period = periodOf("2026-06-15", "year", { startMonth: 1 });
    expect(assignedQuotas(plan, inputs(quotas), () => one)("North", "Sales", period)).toMatchObject(
      {
        value: 2,
      },
    );
  });

  test("of nobody else", () => {
    const text =
      "plan: P\neffective_from: 2026-01-01\ncomponents:\n  - name: A\n    rate: 0.1\n    quota: { of: galaxy }\n";
    expect(planMistakes(text)).toEqual([
      'invalid quota of "A": a number, a list of { from, amount }, none, or { of: rep | team | region | company }\n  in plan.yaml, line 6\n  Instead of that, write a number, a list of { from, amount }, none, or { of: rep | team | region | company }.',
    ]);
  });
});
