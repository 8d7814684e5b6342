import { describe, expect, test } from "vitest";
import { bookedByMonth } from "../../src/forecast/booked.ts";
import { type DayBooking, hierarchyOf, type Seller } from "../../src/forecast/hierarchy.ts";
import { bookedBySeller, presences, rampAt } from "../../src/forecast/ramp.ts";
import { sellerLevels } from "../../src/forecast/seller-level.ts";
import { asOf, daysOf, lineOf, seller } from "./company.ts";

const line = lineOf(36);

function levelsOf(sellers: readonly Seller[], days: readonly DayBooking[]) {
  const hierarchy = hierarchyOf({ company: "Acme", sellers, days, asOf });
  const bySeller = bookedBySeller(hierarchy, bookedByMonth(days, hierarchy, line));
  const presence = presences(hierarchy, line);
  const ramp = rampAt(presence, bySeller, line.current);
  const levels = sellerLevels(hierarchy.sellers, presence, bySeller, {
    origin: line.current,
    ramp,
  });
  return { ramp, levels: [...levels] };
}

const flat = (repId: string, value: number, months = 37) =>
  daysOf(Array<number>(months).fill(value), line, { repId });

describe("a rep's usual month", () => {
  test("is the rep's own mean where months hardly differ and reps do", () => {
    const ids = ["ann", "bob", "cy", "di", "eve"];
    const days = ids.flatMap((repId, k) => flat(repId, 100 * (k + 1)));
    const { levels } = levelsOf(
      ids.map((id) => seller(id)),
      days,
    );
    for (const [k, level] of levels.entries()) expect(level).toBeCloseTo(100 * (k + 1), 6);
  });

  test("is all reps' mean where reps differ no more than their months do", () => {
    const ids = ["ann", "bob", "cy", "di", "eve"];
    const days = ids.flatMap((repId, k) =>
      daysOf(
        Array.from({ length: 37 }, (_, month) => ((month + k) % 2 === 0 ? 200 : 0)),
        line,
        { repId },
      ),
    );
    for (const level of levelsOf(
      ids.map((id) => seller(id)),
      days,
    ).levels) {
      expect(level).toBeCloseTo(100, 6);
    }
  });

  test("of who has just come is that of peers in the same role", () => {
    const sellers = [
      ...["ann", "bob", "cy", "di"].map((id) => seller(id)),
      ...["m1", "m2", "m3", "m4"].map((id) =>
        seller(id, { role: "manager", hiredOn: "2020-01-01" }),
      ),
      seller("new", { hiredOn: "2026-06-02" }),
      seller("newer", { role: "manager", hiredOn: "2026-06-02" }),
    ];
    const days = ["ann", "bob", "cy", "di"].flatMap((repId) => flat(repId, 300));
    const { levels } = levelsOf(sellers, days);
    expect(levels.slice(-2)).toEqual([300, 0]);
  });

  test("of who has left, or never sold in a year, is nothing", () => {
    const sellers = [
      seller("ann", { leftOn: "2026-05-31" }),
      seller("bob", { hiredOn: "2024-01-01" }),
      seller("cy"),
    ];
    const { levels } = levelsOf(sellers, [...flat("ann", 100), ...flat("cy", 100)]);
    expect(levels.slice(0, 2)).toEqual([0, 0]);
  });
});

test("the ramp rises to all of it within a year of the hire", () => {
  const hired = "2024-06-01";
  const ids = Array.from({ length: 12 }, (_, k) => `rep${k}`);
  const sellers = ids.map((id) => seller(id, { hiredOn: hired }));
  const sold = Array.from({ length: 25 }, (_, month) => Math.min(1, 0.2 + month / 12) * 1200);
  const { ramp } = levelsOf(
    sellers,
    ids.flatMap((repId) => daysOf(sold, line, { repId })),
  );
  const steps = [0, 3, 6, 9, 12, 40].map(ramp);
  expect(steps.toSorted((a, b) => a - b)).toEqual(steps);
  expect(steps[0]).toBeLessThan(0.6);
  expect(steps.slice(-2)).toEqual([1, 1]);
  expect(ramp(null)).toBe(1);
});
