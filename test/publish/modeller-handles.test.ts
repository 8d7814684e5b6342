import { describe, expect, test } from "vitest";
import type { WrittenComponent, WrittenRate } from "../../reports/components/modeller/component.ts";
import { handlesOf, moved } from "../../reports/components/modeller/handles.ts";
import { accelerated, asRule } from "../../reports/components/modeller/rules.ts";

const marginal: WrittenRate = {
  rule: "marginal",
  tiers: [
    { from: 0, times: 1 },
    { from: 1, times: 1.5 },
    { from: 1.2, times: 2 },
  ],
};
const curve: WrittenRate = {
  rule: "curve",
  points: [
    { at: 0, pays: 0 },
    { at: 0.7, pays: 0.5 },
    { at: 1, pays: 1 },
  ],
};
const component = (rate: WrittenRate): WrittenComponent => ({ name: "Sales", rate });
const paysAt = (attainment: number) => attainment;

describe("a handle", () => {
  test("stands where each tier begins, and holds the slope of the last", () => {
    expect(handlesOf(component(marginal)).map(({ at }) => at)).toEqual([1, 1.2, 1.7]);
    expect(handlesOf(component(curve)).map(({ at }) => at)).toEqual([0, 0.7, 1]);
  });

  test("is none where bounds are amounts", () => {
    expect(handlesOf({ ...component(marginal), quota: "none" })).toEqual([]);
  });

  test("sets the tier before it so that the curve meets it", () => {
    const to = { at: 1.1, pays: 1.32, paysAt };
    expect(moved(marginal, 0, to).tiers?.slice(0, 2)).toEqual([
      { from: 0, times: 1.2 },
      { from: 1.1, times: 1.5 },
    ]);
  });

  test("stays between its neighbours", () => {
    expect(moved(marginal, 0, { at: 5, pays: Number.NaN, paysAt }).tiers?.[1]?.from).toBe(1.19);
    const { points } = moved(curve, 1, { at: -1, pays: 9, paysAt });
    expect(points?.[1]).toEqual({ at: 0.01, pays: 1 });
  });

  test("moves sideways without a change to what tiers say", () => {
    const { tiers } = moved(marginal, 1, { at: 1.3, pays: Number.NaN, paysAt });
    expect(tiers?.map(({ times }) => times)).toEqual([1, 1.5, 2]);
    expect(tiers?.[2]?.from).toBe(1.3);
  });
});

describe("a rule under another name", () => {
  test("keeps its tiers where it can", () => {
    expect(asRule(marginal, "slab")).toEqual({ rule: "slab", tiers: marginal.tiers });
  });

  test("becomes a curve through the corners of its tiers", () => {
    // 100 %, then 1.5 times 20 %, then twice 50 %
    expect(asRule(marginal, "curve").points).toEqual([
      { at: 0, pays: 0 },
      { at: 1, pays: 1 },
      { at: 1.2, pays: 1.3 },
      { at: 1.7, pays: 2.3 },
    ]);
  });

  test("becomes tiers with the slopes of its curve", () => {
    expect(asRule(curve, "marginal").tiers).toEqual([
      { from: 0, times: 0.71 },
      { from: 0.7, times: 1.67 },
    ]);
  });

  test("has an accelerator beyond its last tier", () => {
    expect(accelerated(marginal)).toEqual({ from: 1.4, times: 2.5 });
    expect(accelerated({ tiers: [{ from: 0, rate: 0.1 }] })).toEqual({ from: 1, rate: 0.15 });
  });
});
