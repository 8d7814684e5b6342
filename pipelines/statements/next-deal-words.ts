import type { Cause } from "../../src/compensation/line.ts";
import type { BeyondOwn } from "../../src/compensation/next-deal/reckoned.ts";
import type { AddedPay, NextDeal } from "../../src/compensation/next-deal.ts";
import type { ComponentTerms, PlanTerms } from "../../src/compensation/plan/terms.ts";
import { causeWords } from "../compensation/cause-words.ts";
import { dueRule } from "../compensation/due-words.ts";
import { arithmeticWords } from "../compensation/line-words.ts";
import { exactMoney } from "../compensation/words.ts";

/** What a deal to come pays on a component, in words. */
export interface ToldPay {
  readonly component: string;
  readonly steps: readonly string[];
  readonly amount: string;
}

/** What a deal to come pays: by component, and in all. */
export interface ToldDeal {
  readonly rows: readonly ToldPay[];
  /** What is certain, and what budgets that others spend too may add. */
  readonly total: string;
  /** What is left open, and why. */
  readonly notes: readonly string[];
}

/** A deal to come on a person's plan as it is told, by the batch and in the page. */
export function toldDeal(plan: PlanTerms, { added, beyond }: NextDeal): ToldDeal {
  const certain = added.filter(({ isBudgeted }) => !isBudgeted);
  const money = (amount: number) => `${exactMoney(amount, plan.currency)} ${plan.currency}`;
  return {
    rows: added.filter(isTold).map((one) => toldPay(plan, one)),
    total: totalWords(plan, added, money),
    notes: [
      ...certain.flatMap((one) => heldWords(plan, one, money)),
      ...added.filter(({ isBudgeted }) => isBudgeted).map((one) => budgetWords(plan, one)),
      ...beyond.map(beyondWords),
      ...drawWords(plan, money),
    ],
  };
}

const centsOf = (added: readonly AddedPay[]) =>
  added.reduce((sum, { earnedCents }) => sum + earnedCents, 0);

/** What is certain, and what budgets that others spend too may add to it. */
function totalWords(
  { components }: PlanTerms,
  added: readonly AddedPay[],
  money: (cents: number) => string,
): string {
  const isSplit = ({ component }: AddedPay) =>
    components.find(({ name }) => name === component)?.budget?.use === "pro_rata";
  const budgeted = added.filter(({ isBudgeted }) => isBudgeted);
  const spent = centsOf(budgeted.filter((one) => !isSplit(one)));
  const split = centsOf(budgeted.filter(isSplit));
  return [
    money(centsOf(added.filter(({ isBudgeted }) => !isBudgeted))),
    spent === 0 ? null : `and ${money(spent)} more while the budget lasts`,
    split === 0 ? null : `and up to ${money(split)} of a budget that is shared`,
  ]
    .filter((part) => part !== null)
    .join(", ");
}

/** What pays nothing, and changes nothing, isn't worth a word. */
const isTold = ({ lines, changes }: AddedPay) =>
  changes.size > 0 || lines.some(({ amountCents }) => amountCents !== 0);

function toldPay(plan: PlanTerms, { component, lines, changes, earnedCents }: AddedPay): ToldPay {
  const { currency } = plan;
  const terms = plan.components.find(({ name }) => name === component) ?? null;
  const own = lines.map((line) => {
    const rate = line.rate === null ? null : line.rate.valueOf();
    return lineWords({ ...line, rate }, terms, currency);
  });
  const others = [...changes]
    .filter(([cause]) => cause !== "hold" && cause !== "release")
    .map(([cause, cents]) => `${changeWords(cause, terms)}: ${exactMoney(cents, currency)}`);
  return {
    component: component ?? "Over all components",
    steps: [...own, ...others],
    amount: exactMoney(earnedCents, currency),
  };
}

interface NewLine {
  readonly cause: Cause;
  readonly baseCents: number;
  readonly tier: number | null;
  readonly rate: number | null;
  readonly amountCents: number;
}

function lineWords(line: NewLine, terms: ComponentTerms | null, currency: string): string {
  const { cause, baseCents, tier, rate, amountCents } = line;
  const row = {
    ...{ cause, base_cents: baseCents, tier, rate, amount_cents: amountCents, currency },
    ...{ by_component: null, late_rule: null, late_paid_cents: null },
  };
  const arithmetic = arithmeticWords(row, terms);
  if (cause === "credit" && arithmetic !== null) return arithmetic;
  return `${causeWords(cause, terms)}: ${arithmetic ?? exactMoney(amountCents, currency)}`;
}

const changeWords = (cause: Cause, terms: ComponentTerms | null) =>
  cause === "credit" ? "later deals, which then lie in other tiers" : causeWords(cause, terms);

function heldWords(
  { components }: PlanTerms,
  { component, heldCents }: AddedPay,
  money: (cents: number) => string,
): string[] {
  const terms = components.find(({ name }) => name === component);
  if (terms === undefined || heldCents <= 0) return [];
  return [
    `${component}: ${money(heldCents)} of it is held at first. It is due ${dueRule(terms.paid)}.`,
  ];
}

function budgetWords({ components, currency }: PlanTerms, { component, earnedCents }: AddedPay) {
  const budget = components.find(({ name }) => name === component)?.budget;
  const whole = budget ? `${exactMoney(budget.cents, currency)} ${currency}` : "";
  const amount = `${exactMoney(earnedCents, currency)} ${currency}`;
  return budget?.use === "pro_rata"
    ? `${component}: the budget of ${whole} is shared with others when it ends, so that ${amount} may become less.`
    : `${component}: ${amount} more, for as long as the budget of ${whole} lasts, which others spend too.`;
}

const reasons = {
  pool: "a team's pool, shared among its members",
  team_tier: "the credit of all of the team chooses its tier",
  commission: "it pays on what others are paid",
  measure: "it doesn't pay by what a deal is worth",
  component: "it looks at another component of which your own deals don't tell",
} as const satisfies Record<BeyondOwn["why"], string>;

const beyondWords = ({ component, why }: BeyondOwn) =>
  `${component} isn't reckoned here: ${reasons[why]}.`;

function drawWords({ draw, pays }: PlanTerms, money: (cents: number) => string): string[] {
  if (draw === null) return [];
  return draw.kind === "recoverable"
    ? [`You may draw ${money(draw.cents)} a ${pays}: what you owe of it is taken off first.`]
    : [`You are paid ${money(draw.cents)} a ${pays} at least: a deal adds to it only beyond that.`];
}
