import Fraction from "fraction.js";
import type { Period } from "../../../src/calendar.ts";
import type { Credit } from "../../../src/compensation/credit/credit.ts";
import type { PlanTerms } from "../../../src/compensation/plan/terms.ts";
import { pricePlan } from "../../../src/compensation/price.ts";
import { parsePlan } from "../../../src/scenario/plan-text.ts";
import { creditOf } from "../../compensation/plan.ts";
import type { Files } from "../company.ts";

/** A plan of the simulated company, whose years begin in February. */
export const planOf = (text: string, file: string): PlanTerms =>
  parsePlan(text, file, { currency: "USD", fiscalYearStarts: 2 });

/** The plans of a simulated company by name of file, without what it ends in. */
export const plansOf = (files: Files): ReadonlyMap<string, PlanTerms> =>
  new Map(
    files.paths
      .filter((path) => path.startsWith("plans/compensation/"))
      .map((path) => [
        path.slice("plans/compensation/".length, -".yaml".length),
        planOf(files.text(path), path),
      ]),
  );

/** A deal in dollars, paid on the day on which it is signed. */
export function deal(date: string, dollars: number, parts: Partial<Credit> = {}): Credit {
  const cents = dollars * 100;
  return creditOf(cents, { date, type: "new", payments: [{ on: date, cents }], ...parts });
}

/** Ann's quota: 1,000,000 dollars a year, a quarter of it in each quarter. */
const assigned = (_rep: string, _component: string, { period }: Period) =>
  period === "year" ? 100_000_000 : 25_000_000;

/** Ann has 200,000 dollars on target, half of it variable, where the plan says nothing else. */
const ann = {
  repId: "ann",
  teams: [{ from: null, team: "East" }],
  from: null,
  until: null,
  leaves: [],
  hiredOn: null,
  pay: [
    { from: null, onTargetEarnings: new Fraction(20_000_000), variableShare: new Fraction(1, 2) },
  ],
};

/** Cents that components pay Ann on deals, draws and balances left out. */
export function paid(plan: PlanTerms, credits: readonly Credit[]): number {
  const { lines } = pricePlan({ plan, credits, people: [ann], assigned });
  return lines
    .filter(({ component }) => component !== null)
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}
