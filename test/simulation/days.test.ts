import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, periodOf } from "../../src/calendar.ts";
import { dateText, dayOf, instantText, monthEnd, workday } from "../../src/simulation/days.ts";
import { createDrops } from "../../src/simulation/drops.ts";
import { createFiscal, quarterLabel, yearLabel } from "../../src/simulation/fiscal.ts";

// years that begin before 1970 lie outside the tables
const day = fc.integer({ min: 365, max: 40_000 });

describe("days", () => {
  it("count calendar dates from 1970", () => {
    fc.assert(
      fc.property(day, (number) => {
        expect(dateText(number)).toBe(addDays("1970-01-01", number));
        expect(dayOf(dateText(number))).toBe(number);
      }),
    );
  });

  it("write instants as Salesforce does", () => {
    const instant = Date.UTC(2025, 2, 31, 23, 30) / 1000;
    expect(instantText(instant)).toBe("2025-03-31T23:30:00.000Z");
  });

  it("end months and avoid weekends", () => {
    expect(dateText(monthEnd(dayOf("2024-02-10")))).toBe("2024-02-29");
    expect(dateText(workday(dayOf("2026-07-05")))).toBe("2026-07-03");
  });

  it("fall in the same fiscal periods as in the company's calendar", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (number, startMonth) => {
        const fiscal = createFiscal(startMonth);
        const quarter = periodOf(dateText(number), "quarter", { startMonth });
        const year = periodOf(dateText(number), "year", { startMonth });
        expect(dateText(fiscal.quarterEnd(number))).toBe(quarter.periodEnd);
        expect(quarterLabel(fiscal.yearOf(number), fiscal.quarterOfYear(number))).toBe(
          quarter.label,
        );
        expect(yearLabel(fiscal.yearOf(number))).toBe(year.label);
        expect(dateText(fiscal.yearStart(fiscal.yearOf(number)))).toBe(year.periodStart);
      }),
    );
  });
});

describe("drops", () => {
  const drops = createDrops(dayOf("2025-02-01"), dayOf("2026-07-03"));

  it("are taken at month ends, weekly in the last thirteen weeks, lastly at the as-of date", () => {
    expect(drops.dates.slice(0, 3)).toEqual(["2025-02-28", "2025-03-31", "2025-04-30"]);
    expect(drops.dates.slice(13, 16)).toEqual(["2026-03-31", "2026-04-10", "2026-04-17"]);
    expect(drops.dates.at(-1)).toBe("2026-07-03");
  });

  it("hold what changed up to the end of their day", () => {
    expect(drops.dropOf(dayOf("2019-01-01"))).toBe(0);
    expect(drops.dropOf(dayOf("2025-02-28"))).toBe(0);
    expect(drops.dropOf(dayOf("2025-03-01"))).toBe(1);
    expect(drops.dropOf(dayOf("2026-07-03"))).toBe(drops.dates.length - 1);
    expect(drops.dropOf(dayOf("2026-07-04"))).toBe(drops.dates.length);
  });
});
