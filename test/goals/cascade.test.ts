import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChildGoal, cascadeOf } from "../../src/goals/cascade.ts";

const child = (entityId: string, target: number, changes: Partial<ChildGoal> = {}): ChildGoal => ({
  metric: "bookings",
  entityType: "team",
  entityId,
  target,
  weight: null,
  ...changes,
});
const parent = { metric: "bookings", addsUp: true, better: "up", target: 100 } as const;
const teams = ["North", "South"].map((id) => ({ type: "team", id }));

describe("goals that add up", () => {
  test("are summed, and what they are above the parent is the buffer", () => {
    const cascade = cascadeOf(parent, [child("North", 60), child("South", 45)], teams);
    expect(cascade).toEqual({
      entityType: "team",
      combined: 2,
      otherMetric: 0,
      combinedTarget: 105,
      buffer: expect.closeTo(0.05, 12),
      isCovered: true,
      missing: [],
    });
  });

  test("are not enough a unit short of the parent", () => {
    const covered = (target: number) =>
      cascadeOf(parent, [child("North", 60), child("South", target)], teams).isCovered;
    expect([covered(40), covered(39.99)]).toEqual([true, false]);
  });

  test("are enough when together no more than a bound on what is better low", () => {
    const lost = { ...parent, better: "down" } as const;
    expect(cascadeOf(lost, [child("North", 100)], []).isCovered).toBe(true);
    expect(cascadeOf(lost, [child("North", 101)], []).isCovered).toBe(false);
  });

  test("name who has none, and until then tell nothing of being enough", () => {
    const cascade = cascadeOf(parent, [child("North", 60)], teams);
    expect(cascade).toMatchObject({ missing: ["South"], isCovered: null });
    expect(cascade.buffer).toBeCloseTo(-0.4, 12);
  });

  test("on another metric are counted and not summed", () => {
    const other = child("South", 999, { metric: "win_rate" });
    const cascade = cascadeOf(parent, [child("North", 60), other], teams);
    expect(cascade).toMatchObject({ combined: 1, otherMetric: 1, combinedTarget: 60 });
    expect(cascadeOf(parent, [other], teams)).toMatchObject({
      entityType: null,
      combinedTarget: null,
      buffer: null,
      missing: [],
    });
  });

  test("of a region count, of its teams beside it don't", () => {
    const region = child("East", 80, { entityType: "region" });
    expect(cascadeOf(parent, [child("North", 60), region], teams)).toMatchObject({
      entityType: "region",
      combinedTarget: 80,
    });
  });

  test("sum to the same in any order", () => {
    const targets = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(targets, (values) => {
        const children = values.map((value, index) => child(`T${index}`, value));
        const total = values.reduce((a, b) => a + b, 0);
        expect(cascadeOf(parent, children, []).combinedTarget).toBe(total);
        expect(cascadeOf(parent, children.toReversed(), []).combinedTarget).toBe(total);
      }),
    );
  });
});

describe("rates", () => {
  const rate = { metric: "win_rate", addsUp: false, better: "up", target: 0.4 } as const;
  const of = (entityId: string, target: number, weight: number | null) =>
    child(entityId, target, { metric: "win_rate", weight });

  test("are weighted by what they are divided by", () => {
    // (0.5 × 100 + 0.38 × 300) / 400 = 0.41
    const cascade = cascadeOf(rate, [of("North", 0.5, 100), of("South", 0.38, 300)], teams);
    expect(cascade.combinedTarget).toBeCloseTo(0.41, 12);
    expect(cascade.buffer).toBeCloseTo(0.025, 12);
    expect(cascade.isCovered).toBe(true);
  });

  test("of an entity without history have no mean", () => {
    const cascade = cascadeOf(rate, [of("North", 0.5, 100), of("South", 0.38, null)], teams);
    expect(cascade).toMatchObject({ combinedTarget: null, isCovered: null });
  });
});
