import { describe, expect, test } from "vitest";
import type { ComparedKpi } from "../../src/narrative/judged.ts";
import { type PerformanceFacts, performanceAnswer } from "../../src/narrative/performance.ts";

const kpi = (metric: string, value: number, before: number, more = {}): ComparedKpi => ({
  metric,
  label: metric,
  unit: "count",
  better: "up",
  value,
  before,
  cases: null,
  ...more,
});

const facts: PerformanceFacts = {
  currency: "USD",
  currency_digits: 2,
  label: "FY27-Q2",
  is_over: false,
  bookings_cents: 790e6,
  attainment: 0.55,
  compared: [
    kpi("bookings", 790e6, 860e6, { label: "Bookings", unit: "money" }),
    kpi("win_rate", 0.36, 0.286, {
      label: "Win rate",
      unit: "ratio",
      cases: { now: 437, before: 409 },
    }),
    kpi("cycle", 93, 94, { label: "Sales cycle", unit: "days", better: "down" }),
    kpi("won_count", 7, 5, { label: "Deals won" }), // told by bookings
    kpi("lost_count", 9, 5, { label: "Deals lost", better: null }),
  ],
  restated: { quarters: 21, changed: 16, deals: 53, difference_cents: 260e6 },
  spread: "Reps differ.",
  history: null,
};

describe("the answer to how a company performs", () => {
  test("holds the quarter so far against the year before at the same day", () => {
    expect(performanceAnswer(facts).sentence).toBe(
      "FY27 Q2 so far has USD 7.9 M of bookings, 8.1 % less than the year before at the same day; of 3 distinct KPIs known for both, 1 is better, 1 worse, 1 about the same.",
    );
    const over = performanceAnswer({ ...facts, is_over: true }).sentence;
    expect(over).toMatch(/^FY27 Q2 has .* than the year before; /);
  });

  test("judges by what the company wants of each KPI, each thing once and no noise, and names what it judged", () => {
    expect(performanceAnswer(facts).details.slice(0, 3)).toEqual([
      "Better: win rate (36 % after 29 %).",
      "Worse: bookings (7.9 M after 8.6 M).",
      "About the same: sales cycle (93 days after 94 days).",
    ]);
  });

  test("leaves an abbreviation in the name of a company's own KPI as it is written", () => {
    const compared = [kpi("acv", 9, 5, { label: "ACV per rep" })];
    expect(performanceAnswer({ ...facts, compared }).details[0]).toBe(
      "Better: ACV per rep (9 after 5).",
    );
  });

  test("tells what closed quarters became", () => {
    const last = (restated: PerformanceFacts["restated"]) =>
      performanceAnswer({ ...facts, restated }).details.at(-1);
    expect(last(facts.restated)).toBe(
      "Of 21 closed quarters, 16 have changed since, by 53 deals: together USD 2.6 M more than when they closed.",
    );
    expect(last({ ...facts.restated, difference_cents: 0 })).toMatch(
      /^Of 21 closed quarters, 16 have changed since, by 53 deals: together no more and no less than/,
    );
    expect(last({ quarters: 1, changed: 0, deals: 0, difference_cents: 0 })).toBe(
      "1 closed quarter is what it was when it closed.",
    );
  });

  test("compares with nothing where nothing is known, and says so", () => {
    expect(performanceAnswer({ ...facts, compared: [] }).sentence).toBe(
      "FY27 Q2 so far has USD 7.9 M of bookings; nothing of the year before is known to hold it against.",
    );
    expect(performanceAnswer({ ...facts, bookings_cents: null }).sentence).toBe(
      "No quarter has figures yet, so there is nothing to compare.",
    );
  });

  test("says where deals' history comes from when exports alone tell it", () => {
    const history = "crm gives no history of deals.";
    expect(performanceAnswer({ ...facts, history }).method).toContain(history);
  });
});
