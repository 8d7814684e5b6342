import { expect, test } from "vitest";
import { pricePlan } from "../../src/compensation/price.ts";
import { creditOf, earned, onePlan } from "./plan.ts";

// what each rule pays at its bounds and a cent beside them

/** What a component pays on one credit, and on the same credit in two parts. */
function pays(component: string, cents: number): number {
  const plan = onePlan(component);
  const total = (...amounts: readonly number[]) =>
    earned(
      plan,
      amounts.map((amount) => creditOf(amount)),
    ).total;
  const [whole, parts] = [
    total(cents),
    total(Math.floor(cents / 3), cents - Math.floor(cents / 3)),
  ];
  expect(parts).toBe(whole);
  return whole;
}

const tiers = "tiers: [{from: 0, rate: 0.05}, {from: 1, rate: 0.1}]";
const quota = "quota: 100000";

test.each([
  // 5 % to 100,000, then 10 %
  [`${quota}, rate: {rule: marginal, ${tiers}}`, [500000, 500000, 500000, 500100]],
  // the tier reached prices everything
  [`${quota}, rate: {rule: slab, ${tiers}}`, [500000, 1000000, 1000000, 1000100]],
  // all above quota at the tier reached: at 150 % of quota the whole overage is at 20 %
  [
    `${quota}, rate: {rule: overage, tiers: [{from: 0, rate: 0.05}, {from: 1, rate: 0.1}, {from: 1.5, rate: 0.2}]}`,
    [500000, 500000, 500000, 500100],
  ],
  // nothing under the threshold
  [`${quota}, rate: {rule: cliff, threshold: 1, rate: 0.05}`, [0, 500000, 500000, 500050]],
  // half of target pay where half of quota is reached, then linear to all of it
  [
    "quota: 200000, target_pay: 20000, rate: {rule: curve, points: [{at: 0.5, pays: 0.5}, {at: 1, pays: 1}]}",
    [0, 1000000, 1000000, 1000100],
  ],
])("%s pays to the cent at its bound", (component, expected) => {
  const cents = [9_999_999, 10_000_000, 10_000_001, 10_001_000];
  expect(cents.map((amount) => pays(component, amount))).toEqual(expected);
});

test("overage reprices all above quota when a further tier is reached", () => {
  const rule =
    "rule: overage, tiers: [{from: 0, rate: 0.05}, {from: 1, rate: 0.1}, {from: 1.5, rate: 0.2}]";
  const cents = [14_999_999, 15_000_000];
  // 5,000.00 + 10 % of 49,999.99; 5,000.00 + 20 % of 50,000.00
  expect(cents.map((amount) => pays(`${quota}, rate: {${rule}}`, amount))).toEqual([
    1_000_000, 1_500_000,
  ]);
});

test("a curve goes on as it went or stays where it is beyond its last point", () => {
  const curve = (beyond: string) =>
    `${quota}, target_pay: 10000, rate: {rule: curve, points: [{at: 0, pays: 0}, {at: 1, pays: 1}], beyond: ${beyond}}`;
  expect(pays(curve("extend"), 15_000_000)).toBe(1_500_000);
  expect(pays(curve("flat"), 15_000_000)).toBe(1_000_000);
});

test("a base between two bounds is priced: there is no gap between tiers", () => {
  // a base of 1,000.50 between "0–1000" and "1001–5000" (formulas.md, trap 4)
  const rule =
    "quota: none, rate: {rule: slab, tiers: [{from: 0, rate: 0.01}, {from: 1000, rate: 0.02}]}";
  expect(pays(rule, 100_050)).toBe(2001);
});

test("rates are the decimals that are written, halves of a cent go away from zero", () => {
  // 1.005 × 100 is 100.49999… in binary numbers
  expect(pays("quota: none, rates_above_one: true, rate: 1.005", 100)).toBe(101);
  expect(pays("quota: none, rate: 0.5", 1)).toBe(1);
  expect(pays("quota: none, rate: 0.5", -1)).toBe(-1);
});

test("a credit that spans two bands has a line for each, with tier, rate and base", () => {
  const { lines } = pricePlan({
    plan: onePlan(`${quota}, rate: {rule: marginal, ${tiers}}`),
    credits: [creditOf(15_000_000)],
  });
  const told = lines.map(({ tier, rate, baseCents, amountCents }) => [
    tier,
    rate?.toString(),
    baseCents,
    amountCents,
  ]);
  expect(told).toEqual([
    [1, "0.05", 10_000_000, 500_000],
    [2, "0.1", 5_000_000, 500_000],
  ]);
});

test("a credit that reaches a tier of a slab has a line for what stood before", () => {
  const plan = onePlan(`${quota}, rate: {rule: slab, ${tiers}}`);
  const credits = [creditOf(6_000_000), creditOf(5_000_000, { date: "2026-02-01" })];
  const told = pricePlan({ plan, credits }).lines.map(({ cause, baseCents, amountCents }) => [
    cause,
    baseCents,
    amountCents,
  ]);
  expect(told).toEqual([
    ["credit", 6_000_000, 300_000],
    ["credit", 5_000_000, 500_000],
    ["reached_tier", 6_000_000, 300_000],
  ]);
});

test("weighted credit fills bands faster and is paid on its money", () => {
  // 100,000 that weigh 1.2 take 120,000 of the room: five sixths of the money are below quota
  const plan = `${quota}, weights: [{where: {products: Gold}, times: 1.2}], rate: {rule: marginal, ${tiers}}`;
  const credits = [creditOf(10_000_000, { product: "gold " })];
  const amounts = pricePlan({ plan: onePlan(plan), credits }).lines.map((line) => line.amountCents);
  expect(amounts).toEqual([416_667, 166_666]);
});

test("money for each unit", () => {
  const plan = onePlan("measure: units, quota: none, rate: {rule: flat, per_unit: 12.5}");
  const { lines } = pricePlan({
    plan,
    credits: [creditOf(100, { quantity: { amount: 250, credit: 250 } })],
  });
  expect(lines.map(({ amountCents }) => amountCents)).toEqual([3125]);
});

test("an attainment cap pays nothing beyond it and says so", () => {
  const plan = onePlan(`${quota}, caps: {attainment: 1.5}, rate: {rule: marginal, ${tiers}}`);
  const { lines } = pricePlan({ plan, credits: [creditOf(20_000_000)] });
  expect(lines.map(({ cause, baseCents, amountCents }) => [cause, baseCents, amountCents])).toEqual(
    [
      ["credit", 10_000_000, 500_000],
      ["credit", 5_000_000, 500_000],
      ["capped", 5_000_000, 0],
    ],
  );
});
