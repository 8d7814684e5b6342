import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { exact } from "../../src/compensation/exact.ts";
import { exactText, readExactText } from "../../src/compensation/exact-text.ts";
import { nextTiers } from "../../src/compensation/next-deal/next-tier.ts";
import type { OwnPay } from "../../src/compensation/next-deal/own-pay.ts";
import { creditOfSale, type Sale } from "../../src/compensation/next-deal/sale.ts";
import { typicalDeal } from "../../src/compensation/next-deal/typical-deal.ts";
import { nextDeal } from "../../src/compensation/next-deal.ts";
import { anybody } from "../../src/compensation/person.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { creditOf, onePlan, planOf } from "./plan.ts";

const asOf = "2026-03-10";

const ownOf = (plan: PlanTerms, credits: readonly Credit[]): OwnPay => ({
  plan,
  person: anybody("ann"),
  credits,
  assigned: () => null,
  asOf,
});

const sale = (amountCents: number, parts: Partial<Sale> = {}): Credit =>
  creditOfSale({ date: asOf, amountCents, type: null, product: null, role: null, ...parts }, "ann");

/** `[component, earned, held]` of what a sale adds. */
const adds = (plan: PlanTerms, credits: readonly Credit[], ...more: Credit[]) =>
  nextDeal(ownOf(plan, credits), more).added.map(({ component, earnedCents, heldCents }) => [
    component,
    earnedCents,
    heldCents,
  ]);

const tiers =
  "quota: 1000, rate: {rule: marginal, tiers: [{from: 0, rate: 0.05}, {from: 1, rate: 0.1}]}";

describe("the next deal", () => {
  test("pays each part of it at its own tier", () => {
    // 900 of 1,000 are credited: 100 at 5 %, 200 at 10 %
    const plan = onePlan(tiers);
    expect(adds(plan, [creditOf(90_000)], sale(30_000))).toEqual([["Sales", 500 + 2000, 0]]);
    const [added] = nextDeal(ownOf(plan, [creditOf(90_000)]), [sale(30_000)]).added;
    expect(added?.lines.map(({ tier, amountCents }) => [tier, amountCents])).toEqual([
      [1, 500],
      [2, 2000],
    ]);
  });

  test("pays what it changes for deals before it, too", () => {
    // a slab: 1,000 at 10 % and not 900 at 5 %
    const plan = onePlan(tiers.replace("marginal", "slab"));
    expect(adds(plan, [creditOf(90_000)], sale(10_000))).toEqual([["Sales", 10_000 - 4_500, 0]]);
  });

  test("is paid less by a gate that isn't reached, and brings all back that it opens", () => {
    const plan = onePlan("quota: 1000, rate: 0.1, threshold: 0.95");
    expect(adds(plan, [creditOf(90_000)], sale(1_000))).toEqual([["Sales", 0, 0]]);
    expect(adds(plan, [creditOf(90_000)], sale(5_000))).toEqual([["Sales", 9_500, 0]]);
  });

  test("tells what is held until it is paid apart", () => {
    const plan = onePlan("quota: none, rate: 0.1, paid: {booking: 0.5, cash: 0.5}");
    const before = creditOf(50_000, { payments: [{ on: "2026-02-01", cents: 50_000 }] });
    expect(adds(plan, [before], sale(100_000))).toEqual([["Sales", 10_000, 5_000]]);
  });

  test("is cut by caps over all components", () => {
    const plan = onePlan("quota: none, rate: 0.1", "caps: {period: 60}");
    expect(adds(plan, [creditOf(20_000, { date: asOf })], sale(100_000))).toEqual([
      ["Sales", 10_000, 0],
      [null, -6_000, 0],
    ]);
  });

  test("dated before the last one moves later deals into other tiers", () => {
    const later = creditOf(100_000, { date: "2026-03-20" });
    const own = { ...ownOf(onePlan(tiers), [later]), asOf: "2026-03-25" };
    const [added] = nextDeal(own, [sale(50_000)]).added;
    // 500 of the later thousand are paid at 10 % and not at 5 %
    expect(added?.earnedCents).toBe(2_500 + 2_500);
  });

  test("adds what pay is with it less what it is without it, for any deals", () => {
    const plan = onePlan(`${tiers}, caps: {period: 40}`);
    const cents = fc.integer({ min: -20_000, max: 60_000 });
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 6 }), cents, (amounts, amount) => {
        const credits = amounts.map((one, at) =>
          creditOf(one, { date: `2026-0${1 + (at % 3)}-05` }),
        );
        const total = (all: readonly Credit[]) =>
          pricePlan({ plan, credits: all, people: [anybody("ann")], through: asOf }).earned.reduce(
            (sum, { amountCents }) => sum + amountCents,
            0,
          );
        const added = adds(plan, credits, sale(amount)).reduce(
          (sum, [, earned]) => sum + Number(earned),
          0,
        );
        expect(added).toBe(total([...credits, sale(amount)]) - total(credits));
      }),
    );
  });

  test("says what others' credits decide instead of guessing", () => {
    const plan = planOf(`plan: Test
effective_from: 2026-01-01
components:
  - {name: Own, quota: none, rate: 0.1}
  - {name: Pool, quota: none, rate: 0.1, pool: {share_by: even}}
  - {name: Override, measure: commission, credit: [manager], quota: 1000, rate: 0.1}
  - {name: Team tier, quota: none, rate: {rule: slab, bounds: amount, reached_by: team, tiers: [{from: 0, rate: 0.1}]}}
  - {name: Follows, quota: none, rate: 0.1, gates: [{component: Override, at_least: 1}]}
  - {name: Spiff, quota: none, rate: 0.2, where: {from: 2026-01-01, until: 2026-12-31}, budget: {amount: 1}}
`);
    const { added, beyond } = nextDeal(ownOf(plan, [creditOf(10_000)]), [sale(10_000)]);
    expect(
      added.map(({ component, earnedCents, isBudgeted }) => [component, earnedCents, isBudgeted]),
    ).toEqual([
      ["Own", 1_000, false],
      ["Spiff", 2_000, true],
    ]);
    expect(beyond).toEqual([
      { component: "Pool", why: "pool" },
      { component: "Override", why: "commission" },
      { component: "Team tier", why: "team_tier" },
      { component: "Follows", why: "component" },
    ]);
  });
});

describe("the next tier", () => {
  const at = (plan: PlanTerms, credits: readonly Credit[]) =>
    nextTiers(ownOf(plan, credits)).map(({ missing, reachingCents, beyondCents }) => [
      missing,
      reachingCents,
      beyondCents,
    ]);

  test("is as far as its bound, and tells what is paid on the way and beyond", () => {
    expect(at(onePlan(tiers), [creditOf(90_000)])).toEqual([[10_000, 500, 10_000]]);
    expect(at(onePlan(tiers), [creditOf(100_000)])).toEqual([]);
  });

  test("tells of a component's own threshold, with all that reaching it brings", () => {
    const plan = onePlan(`${tiers}, threshold: 0.95`);
    const own = ownOf(plan, [creditOf(90_000)]);
    expect(
      nextTiers(own).map(({ kind, missing, reachingCents }) => [kind, missing, reachingCents]),
    ).toEqual([
      ["threshold", 5_000, 4_750],
      ["tier", 10_000, 5_000],
    ]);
  });

  test("counts customers where they are counted", () => {
    const plan = onePlan(
      "measure: new_customers, quota: none, rate: {rule: marginal, bounds: amount, tiers: [{from: 0, per_unit: 10}, {from: 3, per_unit: 20}]}",
    );
    expect(at(plan, [creditOf(5_000)])).toEqual([[200, 2_000, 2_000]]);
  });
});

describe("a typical deal", () => {
  const on = (date: string, cents: number, parts: Partial<Credit> = {}) =>
    creditOf(cents, { date, opportunityId: `${date} ${cents}`, ...parts });

  test("is the median of the most frequent kind in twelve months, lines of a deal together", () => {
    const credits = [
      on("2025-03-09", 1, { type: "new" }),
      on("2025-05-01", 10_000, { type: "new" }),
      on("2025-06-01", 20_000, { type: "new", opportunityId: "one" }),
      on("2025-06-01", 21_000, { type: "new", opportunityId: "one" }),
      on("2025-07-01", 99_000, { type: "renewal" }),
      on("2025-08-01", -10_000, { type: "new", reverses: "x" }),
    ];
    const typical = typicalDeal(credits, asOf);
    expect(typical).toMatchObject({ amountCents: (10_000 + 41_000) / 2, type: "new", deals: 2 });
  });

  test("is no level that is credited, such as a retention", () => {
    const level = on("2026-02-28", 0, { opportunityId: null, levelOf: "Retention" });
    const deals = [on("2026-02-01", 10_000, { type: "new" })];
    expect(typicalDeal([level, ...deals, { ...level, creditId: "next" }], asOf)).toMatchObject({
      amountCents: 10_000,
      deals: 1,
    });
  });

  test("isn't made up where there was none", () => {
    expect(typicalDeal([on("2024-01-01", 1)], asOf)).toBeNull();
  });
});

describe("exact text", () => {
  test("carries plan, person and credits so that pay comes out the same", () => {
    const plan = onePlan(
      "target_share: 0.3, quota: 700, rate: {rule: curve, points: [{at: 0.1, pays: 0.05}, {at: 1, pays: 1}], beyond: extend}",
      "on_target_earnings: 1000\nvariable_share: 0.333",
    );
    const credits = [creditOf(12_345), creditOf(90_001)];
    const text = exactText({ plan, credits });
    const read = readExactText<{ plan: PlanTerms; credits: Credit[] }>(text);
    expect(pricePlan(read)).toEqual(pricePlan({ plan, credits }));
    expect(read.plan.exchangeRates).toEqual(new Map());
  });

  test("can't end the element of a page that it stands in", () => {
    const hostile = { name: "</script><script>alert(1)</script>", third: exact(1).div(3) };
    expect(exactText(hostile)).not.toContain("<");
    expect(readExactText(exactText(hostile))).toEqual(hostile);
  });
});
