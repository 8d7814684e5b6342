import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { causeWords, lineCause } from "../../pipelines/compensation/cause-words.ts";
import { formatEffectiveRate, formatExactRate } from "../../pipelines/compensation/exact-rate.ts";
import { arithmeticWords, type Reckoned } from "../../pipelines/compensation/line-words.ts";
import { takenBackArithmetic } from "../../pipelines/compensation/taken-back-words.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import type { PayLine } from "../../src/compensation/line.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { creditOf, onePlan, planOf } from "./plan.ts";

const row = ({ cause, baseCents, tier, rate, by, amountCents }: PayLine): Reckoned => ({
  cause,
  base_cents: baseCents,
  tier,
  rate: rate === null ? null : rate.valueOf(),
  by_component: by ?? null,
  amount_cents: amountCents,
  currency: "USD",
  late_rule: null,
  late_paid_cents: null,
});

const first = ({ components }: PlanTerms) => components[0] ?? null;

/** What the lines of Ann's pay on one component say. */
const told = (plan: PlanTerms, ...credits: Parameters<typeof creditOf>[]) =>
  pricePlan({ plan, credits: credits.map((one) => creditOf(...one)) })
    .lines.filter(({ component }) => component === "Sales")
    .map((line) => arithmeticWords(row(line), first(plan)));

/** What is said of a part of a deal of Ann's that is taken back, after other credits. */
function takenBack(plan: PlanTerms, amount: number, back: number, ...others: Credit[]) {
  const deal = creditOf(amount, { creditId: "deal", date: "2026-01-10" });
  const reversal = creditOf(-back, { creditId: "back", date: "2026-02-10", reverses: "deal" });
  const { lines } = pricePlan({ plan, credits: [deal, ...others, reversal] });
  const [line] = lines.filter(({ cause }) => cause === "reversal").map(row);
  if (line === undefined) throw new Error("nothing is taken back");
  const paid = lines.filter(({ cause, creditId }) => cause === "credit" && creditId === "deal");
  return takenBackArithmetic(
    {
      ...line,
      credited_cents: -back,
      original_cents: amount,
      original_paid_cents: paid.reduce((sum, { amountCents }) => sum + amountCents, 0),
    },
    first(plan),
  );
}

describe("a line's arithmetic", () => {
  test("tells each part of a credit at the rate and from the bound of its tier", () => {
    const plan = onePlan(
      "quota: 1000, rate: {rule: marginal, tiers: [{from: 0, rate: 0.05}, {from: 1, rate: 0.1}]}",
    );
    expect(told(plan, [130_000])).toEqual([
      "1,000.00 × 5.0 % = 50.00, tier 1",
      "300.00 × 10.0 % = 30.00, tier 2, from 100 % of quota",
    ]);
  });

  test("tells bounds in money where tiers are in money", () => {
    const tiers = "tiers: [{from: 0, rate: 0.05}, {from: 2000, rate: 0.1}]";
    const plan = onePlan(`quota: none, rate: {rule: slab, bounds: amount, ${tiers}}`);
    expect(told(plan, [250_000])).toEqual(["2,500.00 × 10.0 % = 250.00, tier 2, from 2,000.00"]);
  });

  test("gives a rate of target pay over quota in the digits that it takes", () => {
    const plan = onePlan("quota: 1161000, target_pay: 114000, rate: target");
    expect(told(plan, [10_630_061])).toEqual(["106,300.61 × 9.819121 % = 10,437.79"]);
  });

  test("tells what multipliers had made of pay that comes back a year later", () => {
    const plan = planOf(`plan: Two
effective_from: 2026-01-01
components:
  - {name: Sales, quota: none, rate: 0.1, where: {types: [new]}, multipliers: [{by: Renewals, tiers: [{from: 0, times: 1.1}]}]}
  - {name: Renewals, quota: 1000, where: {types: [renewal]}, rate: 0}
`);
    const lines = pricePlan({
      plan,
      credits: [
        creditOf(100_000, { creditId: "a", type: "new", date: "2026-12-01" }),
        creditOf(-80_290, { creditId: "b", reverses: "a", type: "new", date: "2027-01-05" }),
      ],
    }).lines.filter(({ date, component }) => date > "2027" && component === "Sales");
    // 80.29 are taken back of the 100.00, and a tenth of them
    const untold = { credited_cents: null, original_cents: null, original_paid_cents: null };
    const back = lines.map(
      (line) =>
        arithmeticWords(row(line), first(plan)) ??
        takenBackArithmetic({ ...row(line), ...untold }, first(plan)),
    );
    expect(lines.map(({ creditId }, at) => [creditId, back[at]])).toEqual([
      ["b", "−802.90 × 10.0 % = −80.29, as it was paid"],
      ["b", "−80.29 × 1.1 = −88.32, as it was paid: −8.03"],
    ]);
    expect(
      lines.map((line) => lineCause({ ...row(line), late_of: null, topped_up_cents: 0 }, null)),
    ).toEqual([
      "what a credit paid is taken back",
      "what multipliers and gates had changed of pay that is taken back",
    ]);
  });

  test("tells the caps, the budget and the pool that lines of no rate are of", () => {
    const of = (component: string, cause: string) =>
      pricePlan({ plan: onePlan(component), credits: [creditOf(100_000)], through: "2026-12-31" })
        .lines.filter((line) => line.cause === cause)
        .map((line) => arithmeticWords(row(line), first(onePlan(component))));
    expect(of("quota: none, rate: 0.1, caps: {period: 50, year: 150}", "capped")).toEqual([
      "at most 50.00 a pay period, 150.00 a year",
    ]);
    const days = "where: {from: 2026-01-01, until: 2026-02-28}, quota: none, rate: 0.1";
    expect(of(`${days}, budget: {amount: 30}`, "budget")).toEqual([
      "30.00 in all, for who comes first",
    ]);
    expect(of(`${days}, budget: {amount: 30, use: pro_rata}`, "budget").at(-1)).toBe(
      "30.00 in all, shared by what everybody earned when it ends",
    );
    expect(of("quota: none, rate: 0.1, pool: {share_by: even}", "pool")).toEqual([
      "of the month's 100.00, by days worked in the team",
    ]);
    expect(of("quota: none, rate: 0.1, pool: {share_by: credit}", "pool")).toEqual([
      "of 100.00 to date, by credit; less what was shared before",
    ]);
  });

  test("tells on a curve what counts, which is what it pays on", () => {
    const points = "points: [{at: 0, pays: 0}, {at: 1, pays: 1}]";
    const plan = onePlan(`quota: 1000, target_pay: 150, rate: {rule: curve, ${points}}`);
    // half of a deal counts, a third is paid on otherwise
    expect(told(plan, [33_330, { creditCents: 50_000 }])).toEqual([
      "500.00 × 15.0 % = 75.00, tier 1",
    ]);
  });

  test("counts what is counted", () => {
    const plan = onePlan("measure: new_customers, quota: none, rate: {rule: flat, per_unit: 2500}");
    expect(told(plan, [50_000, { dealCents: 100_000 }])).toEqual(["0.5 × 2,500.00 = 1,250.00"]);
  });

  test("tells a multiplier of all pay to date, with what earlier months hold already", () => {
    const plan = planOf(`plan: Two
effective_from: 2026-01-01
components:
  - name: Sales
    where: {types: [new]}
    quota: none
    rate: 0.1
    multipliers: [{by: Renewals, tiers: [{from: 0, times: 0.8}]}]
  - {name: Renewals, where: {types: [renewal]}, quota: 1000, rate: 0}
`);
    const words = told(
      plan,
      [100_000, { type: "new", date: "2026-01-10" }],
      [50_000, { type: "new", date: "2026-02-10" }],
    );
    expect(words.filter((text) => text?.includes("to date"))).toEqual([
      "100.00 to date × 0.8 = 80.00, −20.00 in all",
      "150.00 to date × 0.8 = 120.00, −30.00 in all, −20.00 of it in earlier months",
    ]);
    expect(causeWords("multiplier", first(plan))).toBe(
      "by the attainment of Renewals: × 0.8 from 0 %",
    );
  });

  test("says what a gate looked at, and what of pay to date it cuts", () => {
    const plan = onePlan("quota: 1000, threshold: 0.5, rate: 0.1");
    const words = told(
      plan,
      [31_000, { date: "2026-01-10" }],
      [4_000, { date: "2026-02-10" }],
      [15_000, { date: "2026-03-10" }],
    );
    expect(words.filter((text) => text?.includes("to date"))).toEqual([
      "31.00 to date isn't paid at 31.0 % of quota",
      "35.00 to date isn't paid at 35.0 % of quota, of which 31.00 was cut before",
      "50.00 to date is paid at 50.0 % of quota, of which 35.00 was cut before",
    ]);
  });

  test("says by which rate a deal was paid that is taken back", () => {
    const plan = onePlan("quota: none, rate: 0.009466");
    expect(takenBack(plan, 3_290_225, 3_290_225)).toBe(
      "−32,902.25 × 0.9466 % = −311.45, as it was paid",
    );
    const anew = onePlan("quota: none, rate: 0.009466, reversal: recompute");
    expect(takenBack(anew, 3_290_225, 3_290_225)).toBeNull();
    expect(causeWords("reversal", first(anew))).toContain("anew");
  });

  test("says which part is taken back of what was paid for what is counted", () => {
    const count = "measure: new_customers, quota: none";
    const plan = onePlan(`${count}, rate: {rule: flat, per_unit: 2000}`);
    // 1,170.66 of 10,961.24 is 10.68 %
    expect(takenBack(plan, 1_096_124, 117_066)).toBe(
      "10.68 % of the 2,000.00 that its credit paid = −213.60",
    );
    expect(takenBack(plan, 1_096_124, 1_096_124)).toBe(
      "100 % of the 2,000.00 that its credit paid = −2,000.00",
    );
    const tiers = "[{from: 0, per_unit: 2000}, {from: 2, per_unit: 3000}]";
    const slab = onePlan(`${count}, rate: {rule: slab, bounds: amount, tiers: ${tiers}}`);
    // its credit paid 2,000.00, and 1,000.00 more once another reached the second tier
    expect(takenBack(slab, 1_096_124, 117_066, creditOf(100_000))).toBeNull();
  });

  test("finds the shortest rate that gives an amount", () => {
    expect(formatEffectiveRate(-31_145, -3_290_225)).toBe("0.9466 %");
    const cents = fc.integer({ min: 1, max: 200_000_000 });
    fc.assert(
      fc.property(cents, cents, (base, amount) => {
        const shown = Number(formatEffectiveRate(amount, base).replace(" %", "")) / 100;
        expect(Math.abs(base * shown - amount)).toBeLessThanOrEqual(0.51);
      }),
    );
  });

  test("rounds to the minor unit that the line has, whatever base and rate", () => {
    const cents = fc.integer({ min: 1, max: 200_000_000 });
    const rate = fc.double({ min: 0.000001, max: 2, noNaN: true });
    fc.assert(
      fc.property(cents, rate, (base, exactly) => {
        const shown = Number(formatExactRate(exactly, base).replace(" %", "")) / 100;
        expect(Math.abs(base * shown - base * exactly)).toBeLessThan(0.5);
      }),
    );
  });
});

describe("a line's cause", () => {
  test("names the gate that holds pay back", () => {
    const plan = onePlan("quota: 1000, rate: 0.1, threshold: 0.6");
    expect(causeWords("gate", first(plan))).toBe(
      "nothing is paid under 60 % of quota: cut while that isn't reached, paid once it is",
    );
  });

  test("names the one of several gates or multipliers that made the line", () => {
    const one = (name: string) => `{component: ${name}, at_least: 0.9}`;
    const other = (name: string) =>
      `  - {name: ${name}, quota: 1000, where: {types: [x]}, rate: 0}`;
    const plan = planOf(`plan: Two
effective_from: 2026-01-01
components:
  - {name: Sales, quota: none, rate: 0.1, gates: [${one("Renewals")}, ${one("Services")}]}
${other("Renewals")}
${other("Services")}
`);
    const lines = pricePlan({ plan, credits: [creditOf(100_000, { type: "new" })] }).lines;
    const gates = lines.filter(({ cause }) => cause === "gate").map(row);
    expect(
      gates.map((line) => lineCause({ ...line, late_of: null, topped_up_cents: 0 }, first(plan))),
    ).toEqual([
      "nothing is paid under 90 % of Renewals: cut while that isn't reached, paid once it is",
    ]);
    expect(gates.map((line) => arithmeticWords(line, first(plan)))).toEqual([
      "100.00 to date isn't paid at 0.0 % of Renewals",
    ]);
  });

  test("speaks of tiers only where there are any", () => {
    const flat = onePlan("quota: none, rate: 0.1");
    expect(causeWords("credit", first(flat))).toBe("a credit at the component's rate");
    const tiers = "quota: 1000, rate: {rule: slab, tiers: [{from: 0, rate: 0.1}]}";
    expect(causeWords("credit", first(onePlan(tiers)))).toContain("the rate of the tier");
  });

  test("is rounding where what is told late is of no one period", () => {
    const amounts = { amount_cents: 1, topped_up_cents: 0 };
    const cause = "retroactive: earlier change";
    const late = { ...amounts, rate: null, by_component: null, late_rule: null, cause };
    expect(lineCause({ ...late, late_of: null }, null)).toContain("rounding");
    expect(lineCause({ ...late, late_of: "2026-04-01" }, null)).not.toContain("rounding");
  });

  test("is told for every cause that a line may have, plan or no plan", () => {
    expect(causeWords("gate", null)).toBe(
      "a gate or threshold that isn't reached, or is reached again",
    );
    expect(causeWords("retroactive: late deal", null)).toContain("told late");
  });
});
