import { describe, expect, test } from "vitest";
import type { Period } from "../../src/calendar.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { creditOf, earned, onePlan } from "./plan.ts";

const marginal =
  "quota: 100000, rate: {rule: marginal, tiers: [{from: 0, rate: 0.05}, {from: 1, rate: 0.1}]}";
const slab = marginal.replace("marginal", "slab");

/** Two deals of 100,000; the first is refunded, in whole or in part. */
function refunded(component: string, ...parts: readonly number[]) {
  const first = creditOf(10_000_000, { creditId: "first" });
  const second = creditOf(10_000_000, { date: "2026-02-15" });
  const refunds = parts.map((part, at) =>
    creditOf(-part, { reverses: "first", date: `2026-03-${10 + at}` }),
  );
  const { lines, total } = earned(onePlan(component), [first, second, ...refunds]);
  const back = lines.filter(({ cause }) => cause === "reversal").map((line) => line.amountCents);
  return { back, lines, total };
}

test("takes back what the deal's line paid, or what the period would not have paid without it", () => {
  // formulas.md: 5 % to 100,000 then 10 %; 5,000 by the line, 10,000 by recomputing
  expect(refunded(marginal, 10_000_000).back).toEqual([-500_000]);
  expect(refunded(`${marginal}, reversal: recompute`, 10_000_000).back).toEqual([-1_000_000]);
});

test("recomputing restores what was paid before the deal", () => {
  for (const rule of [marginal, slab]) {
    const alone = earned(onePlan(rule), [creditOf(10_000_000, { date: "2026-02-15" })]).total;
    expect(refunded(`${rule}, reversal: recompute`, 10_000_000).total).toBe(alone);
  }
});

test("parts of a refund come to the whole of what was paid", () => {
  const thirds = [3_333_333, 3_333_333, 3_333_334];
  const { back } = refunded(marginal, ...thirds);
  expect(back).toEqual([-166_667, -166_666, -166_667]);
  expect(refunded(`${marginal}, reversal: recompute`, ...thirds).total).toBe(500_000);
});

test("a deal that a tier has repriced goes back at the rate at which it stands", () => {
  // both deals at 10 % once quota is reached; without the first, quota is still reached
  const { back, total } = refunded(slab, 10_000_000);
  expect(back).toEqual([-1_000_000]);
  expect(total).toBe(1_000_000);
});

test("attainment falls with a refund, or stays where the plan says so", () => {
  const after = creditOf(5_000_000, { date: "2026-04-01" });
  const total = (reversal: string) => {
    const first = creditOf(10_000_000, { creditId: "first" });
    const back = creditOf(-10_000_000, { reverses: "first", date: "2026-03-01" });
    return earned(onePlan(`${marginal}, ${reversal}`), [first, back, after]).total;
  };
  expect(total("reversal: {lowers_attainment: true}")).toBe(250_000);
  expect(total("reversal: {lowers_attainment: false}")).toBe(500_000);
});

test("a refund in a later year takes back what was paid, and from a date on nothing", () => {
  const plan = (reversal: string) => onePlan(`${marginal}, ${reversal}`);
  const credits = [
    creditOf(20_000_000, { creditId: "first", date: "2026-11-01" }),
    creditOf(-20_000_000, { reverses: "first", date: "2027-02-01" }),
  ];
  const sum = (reversal: string) => earned(plan(reversal), credits).total;
  expect(sum("reversal: original_line")).toBe(0);
  expect(sum("reversal: recompute")).toBe(0);
  expect(sum("reversal: {within_days: 92}")).toBe(0);
  expect(sum("reversal: {within_days: 91}")).toBe(1_500_000);
});

test("more can't be taken back than was credited, nor of a credit that nobody knows", () => {
  expect(() => refunded(marginal, 10_000_001)).toThrow("reversal of more than its credit");
  expect(() => refunded(marginal, 6_000_000, 6_000_000)).toThrow("reversal of more");
  const credits = [creditOf(100), creditOf(-100, { reverses: "none" })];
  expect(() => pricePlan({ plan: onePlan(marginal), credits })).toThrow(
    "unknown credit reversed: none",
  );
});

test("a deal of nothing is taken back once", () => {
  const back = (creditId: string) => creditOf(-1, { reverses: "none", creditId });
  const credits = [creditOf(0, { creditId: "none" }), back("a")];
  expect(earned(onePlan(marginal), credits).total).toBe(0);
  expect(() => earned(onePlan(marginal), [...credits, back("b")])).toThrow(
    "reversal of more than its credit: b",
  );
});

test("a credit of nothing that is paid on loses what each refund takes of what counts", () => {
  const deal = creditOf(0, { creditId: "counts", creditCents: 10_000_000 });
  const back = (creditCents: number, date: string) =>
    creditOf(0, { creditCents, date, reverses: "counts" });
  const after = creditOf(10_000_000, { date: "2026-04-01" });
  const total = (...refunds: readonly ReturnType<typeof creditOf>[]) =>
    earned(onePlan(marginal), [deal, ...refunds, after]).total;
  // of 100,000 all counts beyond the quota, then half at 5 % and half at 10 %, then all of it below
  expect(total()).toBe(1_000_000);
  expect(total(back(-5_000_000, "2026-02-01"))).toBe(750_000);
  expect(total(back(-5_000_000, "2026-02-01"), back(-5_000_000, "2026-03-01"))).toBe(500_000);
  expect(() => total(back(-5_000_000, "2026-02-01"), back(-5_000_001, "2026-03-01"))).toThrow(
    "reversal of more than its credit",
  );
});

describe("what a curve pays at its first point", () => {
  // 40,000 a year for 100,000 a quarter: half of 10,000 at half of quota, the rest up to quota
  const curve =
    "target_pay: 40000, quota: 100000, period: quarter, rate: {rule: curve, points: [{at: 0.5, pays: 0.5}, {at: 1, pays: 1}]}";
  const deal = (cents: number, creditId: string, date = "2026-01-15") =>
    creditOf(cents, { creditId, date });
  const back = (cents: number, reverses: string, date: string) =>
    creditOf(-cents, { reverses, date });
  const total = (reversal: string, ...credits: readonly ReturnType<typeof creditOf>[]) =>
    earned(onePlan(`${curve}${reversal}`), credits).total;

  test.each(["", ", reversal: {lowers_attainment: false}", ", reversal: recompute"])(
    "goes back with the deal that reached it%s",
    (reversal) => {
      const one = deal(6_000_000, "a");
      expect(total(reversal, one)).toBe(600_000);
      expect(total(reversal, one, back(6_000_000, "a", "2026-05-10"))).toBe(0);
      expect(total(reversal, one, back(6_000_000, "a", "2026-02-10"))).toBe(0);
    },
  );

  test("stands with all deals up to it, by what they count", () => {
    // 5,000 at 50,000: 1,500 of it with the 15,000, and 35,000 of 45,000 with the other
    const deals = [deal(1_500_000, "a"), deal(4_500_000, "b", "2026-02-01")];
    expect(total("", ...deals, back(1_500_000, "a", "2026-05-10"))).toBe(600_000 - 125_000);
    expect(
      total("", ...deals, back(1_500_000, "a", "2026-05-10"), back(4_500_000, "b", "2026-05-11")),
    ).toBe(0);
  });

  test("is taken back once where credit falls below it, and paid again from there", () => {
    const deals = [deal(3_000_000, "a"), deal(3_000_000, "b", "2026-01-20")];
    const refund = back(3_000_000, "a", "2026-02-10");
    expect(total("", ...deals, refund)).toBe(100_000);
    const more = deal(2_500_000, "c", "2026-03-01");
    expect(total("", ...deals, refund, more)).toBe(650_000);
    const all = [...deals, refund, more, back(2_500_000, "c", "2026-05-01")];
    // 500 and 25/55 of 5,000
    expect(total("", ...all)).toBe(650_000 - 50_000 - 227_273);
    expect(total("", ...all, back(3_000_000, "b", "2026-05-02"))).toBe(0);
  });
});

test("what comes back in a period of no quota asks for none, until something is sold in it", () => {
  const plan = onePlan(
    "rate: {rule: marginal, tiers: [{from: 0, rate: 0.1}, {from: 1, rate: 0.2}]}",
  );
  const credits = [
    creditOf(150_000, { creditId: "first", date: "2026-11-01" }),
    creditOf(-50_000, { reverses: "first", date: "2027-02-01" }),
  ];
  const assigned = (_: string, __: string, { periodStart }: Period) =>
    periodStart === "2026-01-01" ? 100_000 : null;
  // a third of the 100.00 and 100.00 that it paid
  const { lines } = pricePlan({ plan, credits, assigned });
  const back = lines.filter(({ cause }) => cause === "reversal");
  expect(back.map(({ amountCents }) => amountCents)).toEqual([-6667]);
  const sold = creditOf(1, { date: "2027-03-01" });
  expect(() => pricePlan({ plan, credits: [...credits, sold], assigned })).toThrow(
    "missing quota: ann for FY27",
  );
});

test("the credit of what comes back is in what the component measures", () => {
  const deal = creditOf(30_000, {
    creditId: "first",
    quantity: { amount: 1000, credit: 1000 },
    margin: { amount: 9000, credit: 9000 },
  });
  const back = creditOf(-15_000, { reverses: "first", date: "2026-03-01" });
  const credited = (component: string) =>
    earned(onePlan(component), [deal, back]).lines.map(({ creditCents }) => creditCents);
  expect(credited("measure: units, quota: none, rate: {rule: flat, per_unit: 3}")).toEqual([
    1000, -500,
  ]);
  expect(credited("measure: margin, quota: none, rate: 0.1")).toEqual([9000, -4500]);
  expect(credited("quota: none, rate: 0.1")).toEqual([30_000, -15_000]);
});

test("a refund that comes too late begins no period, and needs no quota", () => {
  const plan = onePlan(
    "rate: {rule: marginal, tiers: [{from: 0, rate: 0.1}]}, reversal: {within_days: 30}",
  );
  const credits = [
    creditOf(1_000_000, { creditId: "late", date: "2026-12-01" }),
    creditOf(-500_000, { reverses: "late", date: "2027-01-15" }),
  ];
  const assigned = (_: string, __: string, { fiscalYear }: Period) =>
    fiscalYear === 2026 ? 5_000_000 : null;
  const { lines } = pricePlan({ plan, credits, assigned });
  expect(lines.map(({ amountCents }) => amountCents)).toEqual([100_000]);
});

test("a line's cap is what a refund takes back", () => {
  const { lines, total } = refunded(`${marginal}, caps: {line: 2000}`, 10_000_000);
  expect(lines.map(({ cause, amountCents }) => [cause, amountCents])).toEqual([
    ["credit", 500_000],
    ["capped", -300_000],
    ["credit", 1_000_000],
    ["capped", -800_000],
    ["reversal", -200_000],
  ]);
  expect(total).toBe(200_000);
});

describe("what a later period takes back is what an earlier one paid", () => {
  /** Two deals of 1,000 in January, one of 10,000 in February, one of 15,000 in March; refunds in March. */
  const rest = "quota: 10000, period: month, rate: 0.1";
  const paidIn = (component: string, ...refunds: readonly number[]) => {
    const sold = (id: string, cents: number, date: string) =>
      creditOf(cents, { creditId: id, date, invoicedOn: date });
    const credits = [
      sold("a", 100_000, "2026-01-10"),
      sold("b", 100_000, "2026-01-20"),
      sold("c", 1_000_000, "2026-02-10"),
      sold("d", 1_500_000, "2026-03-05"),
      ...["a", "b"].flatMap((reverses, at) =>
        refunds[at] ? [creditOf(-refunds[at], { reverses, date: `2026-03-1${at}` })] : [],
      ),
    ];
    const { lines } = earned(onePlan(`${rest}, ${component}`), credits);
    const months = ["2026-01", "2026-02", "2026-03"].map((label) =>
      lines
        .filter(({ payPeriod }) => payPeriod.label === label)
        .reduce((sum, { amountCents }) => sum + amountCents, 0),
    );
    return months.map((cents) => cents / 100);
  };
  const keep = "reversal: {lowers_attainment: false}";

  test("nothing, where a gate was closed", () => {
    // January attained a fifth: nothing was paid of its 200.00
    expect(paidIn(`threshold: 0.5, ${keep}`, 100_000)).toEqual([0, 1000, 1500]);
    expect(paidIn(`threshold: 0.5, ${keep}`, 100_000, 100_000)).toEqual([0, 1000, 1500]);
  });

  test("what a multiplier made of it, whatever that makes of the later period", () => {
    const tiers = "[{from: 0, times: 0.5}, {from: 0.9, times: 1}, {from: 1.5, times: 1.2}]";
    const multiplied = `multipliers: [{by: Sales, tiers: ${tiers}}], ${keep}`;
    // half of 200.00 in January; 1.2 times 1,500.00 in March
    expect(paidIn(multiplied, 100_000)).toEqual([100, 1000, 1800 - 50]);
    // a third and two thirds of one deal, then the other: all of January's 100.00
    expect(paidIn(multiplied, 33_333, 100_000)).toEqual([100, 1000, 1800 - 66.67]);
    expect(paidIn(multiplied, 100_000, 100_000)).toEqual([100, 1000, 1800 - 100]);
  });

  test("in full, where the later period's gate is closed", () => {
    const gate = `threshold: 1.6, ${keep}`;
    expect(paidIn(gate, 100_000)).toEqual([0, 0, 0]);
    // open in January alone: what it paid goes back in March, which pays nothing itself
    const shut = "threshold: 0.15, caps: {line: 100}";
    expect(paidIn(`${shut}, ${keep}`, 100_000)).toEqual([200, 100, 100 - 100]);
  });

  test("as far as it was due, of pay that is held", () => {
    const held = `threshold: 0.5, paid: {booking: 0.5, invoice: 0.5}, hold_days: 0, ${keep}`;
    expect(paidIn(held, 100_000)).toEqual([0, 1000, 1500]);
  });
});
