import Fraction from "fraction.js";
import { isZero, one, zero } from "../exact.ts";
import { anybody, type Person } from "../person.ts";
import { needsTarget } from "../plan/needs.ts";
import type { ComponentTerms, PlanTerms } from "../plan/terms.ts";

/** The part of a typical year's credit that deals of a type and product make. */
export interface DealShare {
  readonly type: string | null;
  readonly product: string | null;
  /** Above 0; those of a year are taken in proportion. */
  readonly share: number;
}

/** What a plan is modelled on where it doesn't say it itself. */
export interface ModelBasis {
  /** A person's variable pay of a year at 100 % of quota, in minor units. */
  readonly variablePay: number;
  /** A year's quota in what the leading component counts: minor units, or hundredths of units. */
  readonly quota: number;
  /** The size of a deal, in minor units: what a new customer or a unit brings. */
  readonly dealCents: number;
  /** The parts of a year's credit that its twelve fiscal months bring. */
  readonly season: readonly number[];
  readonly mix: readonly DealShare[];
}

/** Somebody with the variable pay of the basis, alone in a team: what the plan says goes before it. */
export function typicalPerson(
  { onTargetEarnings, variableShare }: PlanTerms,
  { variablePay }: ModelBasis,
  repId: string,
): Person {
  const pay = new Fraction(variablePay);
  const share = variableShare ?? (onTargetEarnings === null ? one : pay.div(onTargetEarnings));
  const earnings = onTargetEarnings ?? (isZero(share) ? pay : pay.div(share));
  const terms = { from: null, onTargetEarnings: earnings, variableShare: share };
  return { ...anybody(repId), teams: [{ from: null, team: repId }], pay: [terms] };
}

/** The component by whose quota attainment is told: the first that pays target pay, else the first that pays. */
export function leadOf({ components }: PlanTerms): ComponentTerms {
  const [first] = components;
  if (first === undefined) throw new Error("a plan without components");
  return (
    components.find(({ rule, target }) => target !== null && (needsTarget(rule) || pays(rule))) ??
    components.find(({ rule }) => pays(rule)) ??
    first
  );
}

const pays = (rule: ComponentTerms["rule"]) =>
  rule.rule !== "flat" || rule.rate.of === "target" || rule.rate.rate.n !== 0n;

/**
 * The plan as it is modelled: pay counts when it is earned, without draws, and without budgets, which
 * hold for all people together.
 */
export const asEarned = (plan: PlanTerms): PlanTerms => ({
  ...plan,
  draw: null,
  components: plan.components.map((component) => ({
    ...component,
    budget: null,
    paid: { booking: one, invoice: zero, cash: zero, holdDays: 0 },
  })),
});
