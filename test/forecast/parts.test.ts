import { describe, expect, test } from "vitest";
import { monthsBetween } from "../../src/calendar.ts";
import { bookedByMonth } from "../../src/forecast/booked.ts";
import { asOfCutoff, cutoffIn, weeklyCutoffs } from "../../src/forecast/cutoff.ts";
import { hierarchyOf } from "../../src/forecast/hierarchy.ts";
import { sharesAhead } from "../../src/forecast/share-ahead.ts";
import { fiscalMonth, reach, timeline } from "../../src/forecast/timeline.ts";
import { asOf, daysOf, lineOf, seller } from "./company.ts";

describe("timeline", () => {
  const line = timeline("2024-04-15", "2026-06-17", { startMonth: 2 });

  test("numbers months from the first and ends with the next fiscal year", () => {
    expect(line.firstMonth).toBe("2024-04-01");
    expect(line.current).toBe(26);
    expect(fiscalMonth(line, 0)).toBe(2);
    expect(line.daysLeft).toBe(13);
    expect(line.periods.at(-1)).toMatchObject({ periodStart: "2027-02-01", first: 34, last: 45 });
    expect(reach(line, line.current)).toBe(45);
  });

  test("counts months across years", () => {
    expect(monthsBetween("2025-11-30", "2026-02-01")).toBe(3);
    expect(monthsBetween("2026-02-01", "2025-11-30")).toBe(-3);
  });
});

describe("cutoffs", () => {
  test("are as many days before their month's end as the as-of date", () => {
    const line = lineOf(12);
    expect(asOfCutoff(line)).toEqual({ date: "2026-06-17", origin: 12, daysLeft: 13 });
    expect(cutoffIn(line, 11)).toEqual({ date: "2026-05-18", origin: 11, daysLeft: 13 });
    expect(cutoffIn(line, 8)).toEqual({ date: "2026-02-15", origin: 8, daysLeft: 13 });
  });

  test("stay in a month that is shorter than that", () => {
    const line = timeline("2025-01-01", "2026-03-02", { startMonth: 1 });
    expect(cutoffIn(line, 13)).toEqual({ date: "2026-02-01", origin: 13, daysLeft: 27 });
  });

  test("of the past thirteen weeks end on the as-of date's weekday", () => {
    const dates = weeklyCutoffs(lineOf(12)).map(({ date }) => date);
    expect(dates).toHaveLength(13);
    expect([dates[0], dates.at(-1)]).toEqual(["2026-03-18", "2026-06-10"]);
    // a company whose first month is the as-of's has but the weeks of that month
    expect(weeklyCutoffs(lineOf(0)).map(({ date }) => date)).toEqual(["2026-06-03", "2026-06-10"]);
  });
});

describe("sharesAhead", () => {
  const line = lineOf(12);
  const sharesOf = (days: ReturnType<typeof daysOf>) => {
    const hierarchy = hierarchyOf({ company: "Acme", sellers: [seller("ann")], days, asOf });
    return sharesAhead(hierarchy, bookedByMonth(days, hierarchy, line), asOfCutoff(line));
  };

  test("come from months at the same place in the quarter", () => {
    // of months at the origin's place a quarter is booked after the point, of others most
    const months = Array.from({ length: 13 }, (_, month) => month);
    const days = months.flatMap((month) =>
      daysOf([100], { ...line, current: month }, { share: (month - 12) % 3 === 0 ? 0.75 : 0.1 })
        .concat((month - 12) % 3 === 0 && month < 12 ? [later(month, 25)] : [])
        .concat((month - 12) % 3 !== 0 ? [later(month, 90)] : []),
    );
    expect([...sharesOf(days)].every((share) => Math.abs(share - 0.25) < 1e-12)).toBe(true);
  });

  test("are the days' share without history", () => {
    const [company] = sharesOf([]);
    expect(company).toBeCloseTo(13 / 30, 12);
  });

  function later(month: number, cents: number) {
    const date = `${2025 + Math.floor((month + 5) / 12)}-${String(((month + 5) % 12) + 1).padStart(2, "0")}-27`;
    return { repId: "ann", segment: "Large", date, cents };
  }
});
