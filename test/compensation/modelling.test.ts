import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, test } from "vitest";
import type { ModelBasis } from "../../src/compensation/modelling/basis.ts";
import { drawYears } from "../../src/compensation/modelling/chance.ts";
import { chanceOver, costOf } from "../../src/compensation/modelling/cost.ts";
import { payOfDeal } from "../../src/compensation/modelling/next-deal.ts";
import { modelPlan, payAt } from "../../src/compensation/modelling/plan-model.ts";
import { ruleCurve } from "../../src/compensation/modelling/rule-curve.ts";
import { knownFigures, toldPlan } from "../../src/compensation/modelling/told-plan.ts";
import { typicalYear } from "../../src/compensation/modelling/typical-year.ts";
import { winnersOf } from "../../src/compensation/modelling/winners.ts";
import { anybody } from "../../src/compensation/person.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { parsePlan } from "../../src/scenario/plan-text.ts";
import { onePlan, planOf } from "./plan.ts";

/** 100,000.00 of pay for 1,000,000.00, all deals alike, month by month. */
const basis: ModelBasis = {
  variablePay: 10_000_000,
  quota: 100_000_000,
  dealCents: 5_000_000,
  season: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  mix: [{ type: "new", product: null, share: 1 }],
};
const tiers = "tiers: [{from: 0, times: 1}, {from: 1, times: 1.5}, {from: 1.2, times: 2}]";
const marginal = onePlan(`target_share: 1, rate: {rule: marginal, ${tiers}}`);

describe("a payout curve", () => {
  test("pays marginal tiers as reckoned by hand", () => {
    const { points, quota, target } = modelPlan(marginal, basis);
    expect([quota, target]).toEqual([100_000_000, 10_000_000]);
    const paid = [0, 0.5, 1, 1.1, 1.2, 1.5].map((share) =>
      Math.round(payAt({ points }, share) / 1000),
    );
    // 1 × 100 %, then 1.5 × 20 %, then 2 × 30 %, of 100,000.00
    expect(paid).toEqual([0, 5000, 10_000, 11_500, 13_000, 19_000]);
  });

  test("has a point on both sides of a jump, and pays the threshold at once", () => {
    const { points } = modelPlan(onePlan("target_share: 1, rate: target, threshold: 0.6"), basis);
    const [under, at] = points.filter(({ attainment }) => Math.abs(attainment - 0.6) < 1e-5);
    expect([under?.cents, at?.cents]).toEqual([0, 6_000_000]);
  });

  test("attains quarters to the cent, whatever the season", () => {
    const plan = onePlan("target_share: 1, period: quarter, rate: target, threshold: 1");
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 1_000, max: 1e9 }),
        (season, quota) => {
          const { points } = modelPlan(plan, { ...basis, season, quota });
          expect(points.find(({ attainment }) => attainment === 1)?.cents).toBeGreaterThan(
            basis.variablePay - 20,
          );
        },
      ),
      { seed: 3, numRuns: 20 },
    );
  });

  test("is what the engine pays on the year's credits, of every plan of the sample", () => {
    const folder = "data/sample/plans/compensation";
    const defaults = { currency: "USD", fiscalYearStarts: 2 };
    const mix = ["new", "expansion", "renewal"].map((type) => ({ type, product: null, share: 1 }));
    const own = { ...basis, mix, season: [1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 3] };
    for (const file of readdirSync(folder)) {
      const plan = parsePlan(readFileSync(`${folder}/${file}`, "utf8"), file, defaults);
      const year = typicalYear(plan, own);
      const model = modelPlan(plan, own);
      for (const attainment of [0.3, 1, 1.6]) {
        const { earned, lines } = pricePlan({
          plan: { ...plan, draw: null, components: plan.components.map(withoutBudget) },
          credits: year.creditsOf("ann", attainment).map((one) => ({
            ...one,
            invoicedOn: one.date,
            payments: [{ on: one.date, cents: one.amountCents }],
          })),
          people: [{ ...anybody("ann"), teams: [{ from: null, team: "ann" }], pay: [paid(own)] }],
          assigned: year.assigned,
        });
        const sum = earned.reduce((total, { amountCents }) => total + amountCents, 0);
        expect(model.points.find((point) => point.attainment === attainment)?.cents).toBe(sum);
        expect(lines.length).toBeGreaterThan(0);
      }
    }
  });

  test("tells by component what a multiplier of another does to it", () => {
    const plan = planOf(`plan: P
effective_from: 2026-01-01
components:
  - name: All
    target_share: 1
    rate: target
    multipliers: [{by: Renewals, tiers: [{from: 0, times: 0.5}, {from: 0.3, times: 1}]}]
  - {name: Renewals, where: {types: [renewal]}, rate: 0}
`);
    const mix = [
      { type: "new", product: null, share: 0.6 },
      { type: "renewal", product: null, share: 0.4 },
    ];
    const { points } = modelPlan(plan, { ...basis, mix });
    // renewals are 30 % of quota where all of it is 75 %
    const edge = points.filter(({ attainment }) => Math.abs(attainment - 0.75) < 1e-5);
    expect(edge.map(({ cents }) => Math.round(cents / 10_000))).toEqual([375, 750]);
    expect(edge.map(({ components }) => components[1])).toEqual([0, 0]);
  });
});

const withoutBudget = (component: ReturnType<typeof onePlan>["components"][number]) => ({
  ...component,
  budget: null,
});

/** What the basis says of variable pay, as the roster would. */
const paid = ({ variablePay }: ModelBasis) => ({
  from: null,
  onTargetEarnings: new Fraction(variablePay),
  variableShare: new Fraction(1),
});

describe("drawn years", () => {
  const attainments = [0.4, 0.6, 0.8, 0.9, 1, 1, 1.1, 1.3];
  const chance = { attainments, mean: null, spread: 1, shared: 0, people: 40 };
  const flat = (years: readonly Float64Array[]) => years.flatMap((year) => [...year]);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const deviation = (values: readonly number[]) =>
    Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

  test("keep mean and spread of what they are drawn from, and are the same again", () => {
    const drawn = flat(drawYears(chance));
    expect(mean(drawn)).toBeCloseTo(mean(attainments), 2);
    expect(deviation(drawn)).toBeCloseTo(deviation(attainments), 1);
    expect(flat(drawYears(chance))).toEqual(drawn);
  });

  test("follow the mean and the spread that are asked for", () => {
    const drawn = flat(drawYears({ ...chance, mean: 1.2, spread: 0.5 }));
    expect(mean(drawn)).toBeCloseTo(1.2, 2);
    expect(deviation(drawn)).toBeCloseTo(deviation(attainments) / 2, 1);
  });

  test("cost more apart from each other where people share their luck", () => {
    const model = modelPlan(marginal, basis);
    const range = ({ lower, upper }: ReturnType<typeof costOf>) => upper - lower;
    const alone = costOf(model, drawYears(chance));
    const together = costOf(model, drawYears({ ...chance, shared: 0.15 }));
    expect(range(together)).toBeGreaterThan(2 * range(alone));
    expect(chanceOver(alone, alone.upper)).toBeCloseTo(0.1, 1);
  });

  test("pay no more than a budget over all people", () => {
    const plan = planOf(`plan: P
effective_from: 2026-01-01
components:
  - name: SPIF
    where: {from: 2026-01-01, until: 2026-12-31}
    quota: none
    rate: 0.1
    budget: {amount: 50000, use: pro_rata}
`);
    const cost = costOf(modelPlan(plan, basis), drawYears(chance));
    expect(cost.upper).toBeCloseTo(5_000_000, 5);
    expect(cost.components).toEqual([cost.mean]);
  });
});

describe("a change of plan", () => {
  const years = drawYears({
    attainments: [0.5, 0.9, 1, 1.4],
    mean: null,
    spread: 1,
    shared: 0.1,
    people: 20,
  });

  test("has nobody win or lose where nothing changes", () => {
    const model = modelPlan(marginal, basis);
    const { gain, lose, same } = winnersOf(model, model, years);
    expect([gain.share, lose.share, same.share]).toEqual([0, 0, 1]);
  });

  test("has those beyond quota win by a higher rate there, and nobody lose", () => {
    const higher = onePlan(
      `target_share: 1, rate: {rule: marginal, ${tiers.replace("1.5", "1.8")}}`,
    );
    const told = winnersOf(modelPlan(marginal, basis), modelPlan(higher, basis), years);
    expect(told.lose.share).toBe(0);
    expect(told.gain.share + told.same.share).toBeCloseTo(1, 9);
    const changed = told.bands.filter(({ change }) => change > 0);
    expect(Math.min(...changed.map(({ from }) => from))).toBeCloseTo(1, 9);
  });
});

test("one more deal pays what it adds and what it lifts before it", () => {
  const slab = onePlan(
    "target_share: 1, rate: {rule: slab, tiers: [{from: 0, times: 1}, {from: 1, times: 1.5}]}",
  );
  const kind = { type: "new", product: null };
  const pay = payOfDeal(slab, basis, { attainment: 0.9, size: 0.2, kind });
  // 90 % at 1, then 110 % at 1.5
  expect([pay.before, pay.after, pay.attainment]).toEqual([9_000_000, 16_500_000, 1.1]);
});

test("a rule alone is drawn without the gates about it", () => {
  const plan = onePlan(`target_share: 1, threshold: 0.9, rate: {rule: marginal, ${tiers}}`);
  const [component] = plan.components;
  if (component === undefined) throw new Error("no component");
  const whole = { quota: 100_000_000, target: 10_000_000 };
  expect(ruleCurve(plan, component, whole, [0.5, 1, 1.2])).toEqual([
    5_000_000, 10_000_000, 13_000_000,
  ]);
});

describe("a plan whose target pay nobody knows in money", () => {
  const plan = planOf(`plan: P
effective_from: 2026-01-01
caps: {year: 200000}
components:
  - {name: Sales, target_share: 1, rate: target, caps: {year: 150000, line: 500}}
  - {name: SPIF, where: {from: 2026-05-01, until: 2026-07-31}, quota: none, rate: 0.01, budget: {amount: 1000, use: first_come}}
  - {name: Wins, measure: new_customers, quota: none, rate: {rule: flat, per_unit: 2500}}
`);
  const typed = { variable_pay: 120_000, quota: 900_000, deal_size: 10_000 };
  const told = (figures: Partial<typeof typed>) => toldPlan(plan, knownFigures(plan, figures));
  const whats = (figures: Partial<typeof typed>) => told(figures).untold.map(({ what }) => what);

  test("pays shares of it alone: no caps in money, and no rates of money", () => {
    const { points, target } = modelPlan(told({}).terms, { ...basis, variablePay: 100_000_000 });
    // 100 % of quota pays target pay, and not a cent of the SPIF or less for the cap
    expect(payAt({ points }, 1) / target).toBe(1);
    expect(payAt({ points }, 2) / target).toBe(2);
    expect(told({}).untold).toEqual([
      { what: "“SPIF”", component: "SPIF", needs: ["variable_pay", "quota"] },
      { what: "“Wins”", component: "Wins", needs: ["variable_pay", "quota", "deal_size"] },
      { what: "caps in money", component: null, needs: ["variable_pay"] },
      { what: "the cap of a deal", component: null, needs: ["variable_pay", "deal_size"] },
    ]);
  });

  test("is told part by part as figures are typed, and whole with all of them", () => {
    expect(whats({ variable_pay: 120_000 })).toEqual(["“SPIF”", "“Wins”", "the cap of a deal"]);
    expect(whats({ variable_pay: 120_000, quota: 900_000 })).toEqual([
      "“Wins”",
      "the cap of a deal",
    ]);
    expect(told(typed)).toEqual({ terms: plan, untold: [] });
  });

  test("needs no more where the plan says the figures itself", () => {
    const own = onePlan(
      "target_share: 1, quota: 500000, rate: target, caps: {year: 150000}",
      "on_target_earnings: 200000\nvariable_share: 0.5",
    );
    expect(toldPlan(own, knownFigures(own, {}))).toEqual({ terms: own, untold: [] });
    const perCustomer = onePlan(
      "measure: new_customers, quota: 5, rate: {rule: flat, per_unit: 400}",
    );
    expect(toldPlan(perCustomer, knownFigures(perCustomer, {})).untold).toEqual([]);
  });
});

describe("rules of single deals and of days", () => {
  // 96 deals of 10,000.00 a year, eight a month
  const deals = { ...basis, quota: 96_000_000, dealCents: 1_000_000 };
  const payOf = (component: string) => payAt(modelPlan(onePlan(component), deals), 1);

  test("hold for each deal of a month", () => {
    // 96 times 1,000.00, though a deal would pay 2,000.00; twice 1,000.00 a month
    expect(payOf("quota: none, rate: 0.2, caps: {line: 1000}")).toBe(9_600_000);
    expect(payOf("quota: none, period: month, where: {first: 2}, rate: 0.1")).toBe(2_400_000);
  });

  test("pay a SPIF that runs from the middle of a month to that of the next", () => {
    const paid = payOf("quota: none, where: {from: 2026-05-16, until: 2026-06-14}, rate: 0.1");
    // about a month of 80,000.00
    expect(paid).toBeGreaterThan(700_000);
    expect(paid).toBeLessThan(900_000);
  });
});
