import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { isLate, type PayLine } from "../../src/compensation/line.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import type { Sealed } from "../../src/compensation/settle/retroactive.ts";
import { creditOf, onePlan } from "./plan.ts";

const deals = (amounts: readonly number[]): Credit[] =>
  amounts.map((cents, at) => {
    const day = String(1 + (at % 28)).padStart(2, "0");
    const id = `D${String(at).padStart(2, "0")}`;
    return creditOf(cents, { creditId: id, opportunityId: id, date: `2026-01-${day}` });
  });

/** Periods that end by a day as closed with some lines of pay. */
function sealedOf(lines: readonly PayLine[], credits: readonly Credit[], through: string): Sealed {
  const ids = new Set(credits.flatMap(({ opportunityId }) => opportunityId ?? []));
  return {
    through,
    credits,
    deals: { before: ids, now: ids },
    lines: lines.map(({ payPeriod, rate, late, lateOf, ...line }) => ({
      ...line,
      of: isLate(line) ? lateOf : payPeriod.periodStart,
      lateRule: late?.rule ?? null,
      rate: rate === null ? null : rate.valueOf(),
    })),
    owed: new Map(),
    takenOver: new Map(),
    handedOver: new Map(),
    plan: "same",
  };
}

const ofComponents = (lines: readonly PayLine[]) => lines.filter(({ component }) => component);
const sum = (lines: readonly PayLine[]) =>
  ofComponents(lines).reduce((all, { amountCents }) => all + amountCents, 0);

/** January closed as some deals pay, and what others in their place then pay late in February. */
function corrected(plan: PlanTerms, before: readonly number[], after: readonly number[]) {
  const [credits, now] = [deals(before), deals(after)];
  const paid = ofComponents(pricePlan({ plan, credits }).lines);
  const january = sealedOf(paid, credits, "2026-01-31");
  const late = ofComponents(pricePlan({ plan, credits: now, sealed: january }).lines);
  const february = sealedOf([...paid, ...late], credits, "2026-02-28");
  const later = ofComponents(pricePlan({ plan, credits: now, sealed: february }).lines);
  return { paid, late, later, whole: sum(pricePlan({ plan, credits: now }).lines) };
}

const told = ({ opportunityId, cause, amountCents }: PayLine) => [
  opportunityId,
  cause,
  amountCents,
];

describe("what rounding changes in closed periods", () => {
  const plan = onePlan("quota: none, rate: 0.1");

  test("is one line, beside those of what was corrected", () => {
    // sums of a tenth, rounded: 1, 1, 2, 2 of 5, 10, 15, 20 and 0, 1, 1, 2 of 4, 9, 14, 19
    expect(corrected(plan, [5, 5, 5, 5], [4, 5, 5, 5]).late.map(told)).toEqual([
      ["D00", "retroactive: corrected amount", -1],
      [null, "retroactive: earlier change", 1],
    ]);
  });

  test("is no line where it sums to nothing", () => {
    expect(corrected(plan, [5, 5, 5], [14, 5, 5]).late.map(told)).toEqual([]);
  });

  test("leaves a credit that falls in another tier its own line", () => {
    const tiers = "tiers: [{from: 0, rate: 0.1}, {from: 10, rate: 0.2}]";
    const rising = onePlan(`quota: none, rate: {rule: marginal, bounds: amount, ${tiers}}`);
    expect(corrected(rising, [100, 900], [1_100, 900]).late.map(told)).toEqual([
      ["D00", "retroactive: corrected amount", 110],
      ["D01", "retroactive: earlier change", 90],
    ]);
  });

  test("adds up to the cent with what was paid and what is told, once and not again", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 9 });
    const rates = fc.constantFrom(
      "quota: none, rate: 0.0333",
      "quota: 3, rate: {rule: marginal, tiers: [{from: 0, rate: 0.071}, {from: 1, rate: 0.13}]}",
      "quota: 3, rate: {rule: slab, tiers: [{from: 0, rate: 0.071}, {from: 1, rate: 0.13}]}",
      "quota: 3, threshold: 0.5, rate: 0.077, hold_days: 10",
    );
    fc.assert(
      fc.property(rates, amounts, fc.integer({ min: 1, max: 500 }), (rate, before, first) => {
        const after = [first, ...before.slice(1)];
        const { paid, late, later, whole } = corrected(onePlan(rate), before, after);
        expect(sum(paid) + sum(late)).toBe(whole);
        expect(late.filter(({ lateOf }) => lateOf === null).length).toBeLessThanOrEqual(1);
        expect(later).toEqual([]);
      }),
    );
  });
});
