import { describe, expect, test } from "vitest";
import { planMistakes } from "./plan.ts";

// plans that can't be priced, each with what is said of it

const head = "plan: Bad\neffective_from: 2026-01-01\n";
const withComponent = (text: string) => `${head}components:\n  - name: Sales\n    ${text}\n`;
const marginal = (tiers: string) => `rate: {rule: marginal, tiers: [${tiers}]}`;

describe("a plan is refused, with file and line", () => {
  test.each([
    [
      "tiers that don't rise",
      marginal("{from: 0, rate: 0.1}, {from: 1, rate: 0.2}, {from: 1, rate: 0.3}"),
      "tiers not rising: 1 after 1",
      "Sort the tiers by from, each bound once.",
    ],
    [
      "a first tier above 0",
      marginal("{from: 0.5, rate: 0.1}"),
      "first tier not 0: 0.5",
      "Begin with from: 0, at whatever rate holds there.",
    ],
    [
      "a bound in per cent",
      marginal("{from: 0, rate: 0.1}, {from: 100, rate: 0.2}"),
      "tier of 10 quotas or more: 100",
      "Write 90 % as 0.9; for an amount, say bounds: amount.",
    ],
    [
      "a bound in money where shares of the quota are meant",
      "rate: {rule: cliff, threshold: 50000, rate: 0.1}",
      "threshold of 10 quotas or more: 50000",
      "Write 90 % as 0.9; for an amount, say bounds: amount.",
    ],
    [
      "a bound in per cent of what is paid beyond quota",
      "rate: {rule: overage, base_rate: 0.1, tiers: [{from: 0, times: 1}, {from: 125, times: 2}]}",
      "tier of 10 quotas or more: 125",
      "Write 90 % as 0.9.",
    ],
    [
      "a point in per cent",
      "target_pay: 10\n    rate: {rule: curve, points: [{at: 0, pays: 0}, {at: 100, pays: 1}]}",
      "point of 10 quotas or more: 100",
      "Write 90 % as 0.9.",
    ],
    [
      "a threshold in per cent",
      "rate: 0.1\n    threshold: 90",
      "threshold of 10 quotas or more: 90",
      "Write 90 % as 0.9.",
    ],
    [
      "a gate in per cent",
      "rate: 0.1\n    gates: [{component: Sales, at_least: 80}]",
      "gate of 10 quotas or more: 80",
      "Write 90 % as 0.9.",
    ],
    [
      "a cap in per cent of quota",
      "rate: 0.1\n    caps: {attainment: 10}",
      "cap of 10 quotas or more: 10",
      "Write 90 % as 0.9.",
    ],
    [
      "a multiplier from per cent on",
      "rate: 0.1\n    multipliers: [{by: Sales, tiers: [{from: 0, times: 0.9}, {from: 95, times: 1.1}]}]",
      "tier of 10 quotas or more: 95",
      "Write 90 % as 0.9.",
    ],
    [
      "a rate above 1",
      "rate: 5",
      "rate above 1: 5",
      "Write 5 % as 0.05, or say rates_above_one: true for the component.",
    ],
    [
      "a multiple of the base rate above 1",
      "rate: {rule: slab, base_rate: 0.6, tiers: [{from: 0, times: 1}, {from: 1, times: 2}]}",
      "rate above 1: 1.2",
      "Write 5 % as 0.05, or say rates_above_one: true for the component.",
    ],
    [
      "two rates of one tier",
      `target_pay: 10\n    ${marginal("{from: 0, rate: 0.1, times: 2}")}`,
      "several rates",
      "Give one of rate, times (of the base rate) and per_unit.",
    ],
    [
      "money for a unit of money",
      "rate: {rule: flat, per_unit: 5}",
      "per_unit of a measure in money: bookings",
      "per_unit is for the measures units and new_customers; give a rate.",
    ],
    [
      "a share of units",
      "measure: units\n    rate: 0.1",
      "rate of a measure in units: 0.1",
      "Give per_unit, the money that a unit pays.",
    ],
    [
      "a SPIF without dates",
      "rate: 0.1\n    budget: {amount: 1000}",
      "SPIF without dates: Sales",
      "Say where: { from: …, until: … }: a budget is for a stretch of days.",
    ],
    [
      "a gate of an unknown component",
      "rate: 0.1\n    gates: [{component: Sale, at_least: 1}]",
      'unknown component: "Sale"',
      'Did you mean "Sales"?',
    ],
    [
      "no quota where attainment is needed",
      "rate: 0.1\n    quota: none\n    threshold: 0.5",
      "missing quota: Sales",
      "Leave quota: none out, or let nothing depend on the component's attainment.",
    ],
    [
      "no target pay where shares of it are paid",
      "rate: target",
      "missing target pay: Sales",
      "Give target_share, of variable pay, or target_pay, a year's.",
    ],
    [
      "points that don't rise",
      "target_pay: 10\n    rate: {rule: curve, points: [{at: 1, pays: 0}, {at: 0.5, pays: 1}]}",
      "points not rising: 0.5 after 1",
      "Sort the points by at, each once.",
    ],
    [
      "a curve that falls",
      "target_pay: 10\n    rate: {rule: curve, points: [{at: 0, pays: 0}, {at: 1, pays: 1}, {at: 2, pays: 0.9}]}",
      "curve that falls: 0.9 after 1",
      "Let each point pay what the one before it pays, or more.",
    ],
    [
      "pay without attainment",
      "target_pay: 10\n    rate: {rule: curve, points: [{at: 0, pays: 0.2}, {at: 1, pays: 1}]}",
      "pay without attainment: 0.2 at 0",
      "Let the curve pay 0 at 0, or begin it where pay begins.",
    ],
    [
      "shares of payment that don't sum to 1",
      "rate: 0.1\n    paid: {booking: 0.5, cash: 0.4}",
      "shares of payment sum to 0.9",
      "Let the shares of booking, invoice and cash sum to 1.",
    ],
    [
      "quotas by date out of order",
      "rate: 0.1\n    quota: [{from: 2026-07-01, amount: 5}, {from: 2026-01-01, amount: 6}]",
      "dates not rising: 2026-01-01 after 2026-07-01",
      "Sort them by from, each day once.",
    ],
    [
      "a team's tiers by attainment",
      "rate: {rule: slab, reached_by: team, tiers: [{from: 0, rate: 0.1}]}",
      "unsupported tiers of a team: bounds by attainment",
      "Say bounds: amount, and write each from as an amount of the team's credit.",
    ],
    [
      "a first-come budget of pay that is repriced",
      "rate: {rule: slab, tiers: [{from: 0, rate: 0.1}]}\n    where: {from: 2026-01-01, until: 2026-02-01}\n    budget: {amount: 5}",
      "unsupported combination: first-come budget of pay that changes later",
      "Say use: pro_rata, or pay flat, marginal or by a curve and without multipliers.",
    ],
    [
      "a first-come budget of pay that a cap takes away",
      "rate: 0.1\n    caps: {period: 5}\n    where: {from: 2026-01-01, until: 2026-02-01}\n    budget: {amount: 5}",
      "unsupported combination: first-come budget of pay that is cut later",
      "Say use: pro_rata, or leave threshold, gates and caps of periods out.",
    ],
    [
      "a cap of a deal whose rate changes later",
      "rate: {rule: slab, tiers: [{from: 0, rate: 0.1}]}\n    caps: {line: 5}",
      "unsupported combination: cap of a deal with tiers that price earlier deals anew",
      "Cap a period or the year, or pay by marginal tiers or a curve.",
    ],
    [
      "a first-come budget of what a curve pays at once",
      "target_pay: 5\n    rate: {rule: curve, points: [{at: 0.5, pays: 0.2}, {at: 1, pays: 1}]}\n    where: {from: 2026-01-01, until: 2026-02-01}\n    budget: {amount: 5}",
      "unsupported combination: first-come budget of pay at a bound",
      "Say use: pro_rata, or begin the curve with pays: 0.",
    ],
    [
      "conditions that no date meets",
      "rate: 0.1\n    where: {from: 2026-02-01, until: 2026-01-01}",
      "reversed dates: 2026-02-01 to 2026-01-01",
      "Write the first day as from and the last as until.",
    ],
  ])("for %s", (_, component, message, remedy) => {
    const [first, ...others] = planMistakes(withComponent(component));
    expect(others).toEqual([]);
    expect(first).toMatch(/\n {2}in plan\.yaml, line \d+\n/);
    expect(first?.split("\n").filter((line) => !line.startsWith("  in "))).toEqual([
      message,
      `  ${remedy}`,
    ]);
  });

  test("but not for bounds of many quotas that are amounts, nor for nearly ten quotas", () => {
    const tiers = "tiers: [{from: 0, rate: 0.1}, {from: 100, rate: 0.2}]";
    expect(
      [
        `rate: {rule: marginal, bounds: amount, ${tiers}}`,
        `quota: none\n    rate: {rule: slab, ${tiers}}`,
        "rate: {rule: cliff, bounds: amount, threshold: 50000, rate: 0.1}",
        marginal("{from: 0, rate: 0.1}, {from: 9.99, rate: 0.2}"),
        "rate: 0.1\n    threshold: 9.99\n    caps: {attainment: 9.99}",
      ].flatMap((component) => planMistakes(withComponent(component))),
    ).toEqual([]);
  });

  test("for gates that lead in a circle", () => {
    const mistakes = planMistakes(`${head}components:
  - {name: A, rate: 0.1, gates: [{component: B, at_least: 1}]}
  - {name: B, rate: 0.1, gates: [{component: C, at_least: 1}]}
  - {name: C, rate: 0.1, gates: [{component: A, at_least: 1}]}
`);
    expect(mistakes).toEqual([
      'circular gates: "A" and "B"\n  in plan.yaml, line 4\n  Let gates lead one way: open one of the two by its own threshold.',
    ]);
  });

  test("for what a supplement leaves to the plan that people are under", () => {
    expect(
      planMistakes(`${head}supplements: true
draw: {kind: recoverable, amount: 500}
variable_share: 0.4
components:
  - {name: A, quota: none, rate: 0.1, target_share: 0.2}
`),
    ).toEqual([
      "draw in a supplement: Bad\n  in plan.yaml, line 4\n  Leave it to the plan that people are under, or leave supplements out.",
      "variable_share in a supplement: Bad\n  in plan.yaml, line 5\n  Leave it to the plan that people are under, or leave supplements out.",
      "target_share in a supplement: A\n  in plan.yaml, line 7\n  Give target_pay, an amount: variable pay is shared out by the main plan.",
    ]);
  });

  test.each([
    [
      "a rate in per cent",
      withComponent("rate: 5%"),
      'invalid rate of "Sales": a rate of 0 or more, target, or { rule: flat | marginal | slab | overage | cliff | curve, … }',
      "Write 5 % as 0.05.",
    ],
    [
      "a rate of a tier in per cent",
      withComponent(marginal("{from: 0, rate: 7.5 %}")),
      'invalid rate.tiers.0.rate of "Sales": a number',
      "Write 7.5 % as 0.075.",
    ],
    [
      "a rule without its keys",
      withComponent("rate: flat"),
      'invalid rate of "Sales": a rate of 0 or more, target, or { rule: flat | marginal | slab | overage | cliff | curve, … }',
      "Instead of flat, write a rate of 0 or more, target, or { rule: flat | marginal | slab | overage | cliff | curve, … }.",
    ],
    [
      "a draw without its kind",
      `${head}draw: 2000\ncomponents:\n  - {name: Sales, rate: 0.1}\n`,
      "invalid draw: { kind: recoverable | non_recoverable, amount: 2000 }",
      "Instead of 2000, write { kind: recoverable | non_recoverable, amount: 2000 }.",
    ],
    [
      "a reversal within no days",
      withComponent("rate: 0.1\n    reversal: { within_days: 0 }"),
      'invalid reversal.within_days of "Sales": a whole number of days, 1 or more',
      "Instead of 0, write a whole number of days, 1 or more.",
    ],
    [
      "a weight below zero",
      withComponent("rate: 0.1\n    weights: [{where: {products: [Gold]}, times: -1}]"),
      'invalid weights.0.times of "Sales": 0 or more',
      "Instead of -1, write 0 or more.",
    ],
    [
      "more than any plan pays",
      withComponent("rate: 0.1\n    quota: none\n    caps: {year: 2000000000000}"),
      'invalid caps.year of "Sales": 1000000000000 at most',
      "Instead of 2000000000000, write 1000000000000 at most.",
    ],
    [
      "days that are no whole number",
      withComponent("rate: 0.1\n    hold_days: 1.5"),
      'invalid hold_days of "Sales": a whole number of days, 0 to 3650',
      "Instead of 1.5, write a whole number of days, 0 to 3650.",
    ],
    [
      "no component",
      `${head}components: []\n`,
      "invalid components: at least one component, such as [{ name: Bookings, rate: 0.05 }]",
      "Instead of [], write at least one component, such as [{ name: Bookings, rate: 0.05 }].",
    ],
    [
      "a currency in small letters",
      `${head}currency: usd\ncomponents:\n  - {name: Sales, rate: 0.1}\n`,
      "invalid currency: a currency's code of three capitals, such as EUR",
      "Instead of usd, write a currency's code of three capitals, such as EUR.",
    ],
  ])("for %s, and told what to write", (_, text, message, remedy) => {
    const [first, ...others] = planMistakes(text);
    expect(others).toEqual([]);
    const [told, place, said] = (first ?? "").split("\n");
    expect([told, said]).toEqual([message, `  ${remedy}`]);
    expect(place).toMatch(/^ {2}in plan\.yaml, line \d+$/);
  });

  test("for dates that are reversed, components of one name, a negative rate and misspelt keys", () => {
    expect(
      planMistakes(`${head}effective_until: 2025-12-31
components:
  - {name: A, rate: 0.1}
  - {name: A, rate: 0.1}
`),
    ).toEqual([
      "reversed dates: 2026-01-01 to 2025-12-31\n  in plan.yaml, line 3\n  Write the first day as effective_from and the last as effective_until.",
      "repeated component: A\n  in plan.yaml, line 6\n  Give each component a name of its own.",
    ]);
    expect(planMistakes(withComponent("rate: -0.1\n    treshold: 0.4"))).toEqual([
      'invalid rate.rate of "Sales": a rate of 0 or more\n  in plan.yaml, line 5\n  Instead of -0.1, write a rate of 0 or more.',
      'unknown key: treshold\n  in plan.yaml, line 6\n  Did you mean "threshold"?',
    ]);
    expect(planMistakes(withComponent("rate: 0.1\n    quota: 0\n    period: week"))).toEqual([
      'invalid quota of "Sales": more than 0\n  in plan.yaml, line 6\n  Instead of 0, write more than 0.',
      'invalid period of "Sales": one of month, quarter, year\n  in plan.yaml, line 7\n  Instead of week, write one of month, quarter, year.',
    ]);
    expect(planMistakes(withComponent("rate: 0.1\n    rate: 0.2"))).toEqual([
      "unreadable YAML: Map keys must be unique\n  in plan.yaml, line 6\n  Keep one of the two.",
    ]);
    expect(planMistakes(withComponent("rate: {rule: marginl, tiers: []}"))[0]).toContain(
      "flat, marginal, slab, overage, cliff or curve",
    );
  });
});
