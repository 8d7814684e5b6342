import Fraction from "fraction.js";
import { addDays, type Period } from "../../calendar.ts";
import { InputError } from "../../errors.ts";
import { zero } from "../exact.ts";
import type { Days, Person } from "../person.ts";
import type { Places } from "../places.ts";
import type { ComponentTerms, Dated, PlanTerms } from "../plan/terms.ts";
import type { Basis } from "../rate/tariff.ts";
import { countDays, coveredDays, overlap, spanOf } from "./covered.ts";

/**
 * The quota that a person was assigned, of a whole measure period, in minor units (hundredths, where
 * units are counted); null where there is none.
 */
export type Assigned = (repId: string, component: string, period: Period) => number | null;

/** What quotas and target pay of a component are taken from. */
export interface BasisInput {
  readonly plan: PlanTerms;
  readonly component: ComponentTerms;
  readonly assigned: Assigned;
  readonly places: Places;
}

/**
 * A person's quota and target pay of a component for a measure period, by the days covered. The quota
 * that somebody newly hired was assigned isn't lowered by the days before: it is of those that were left.
 */
export function basisOf(input: BasisInput, person: Person, period: Period): Basis {
  const { plan, component, assigned } = input;
  const span = component.isProrated ? spanOf(plan, person) : everyDay;
  const leaves = component.isProrated ? person.leaves : [];
  const over = (values: readonly Dated[], days = span) => byDays(values, period, days, leaves);
  const isOwn = component.quota === "assigned" && person.isNewHire;
  const carried = isOwn ? { ...span, from: everyDay.from } : span;
  const quota = quotasOf(component, person, period, assigned);
  const target = targetsOf(input, person);
  const year = new Fraction(monthsIn[period.period], 12);
  return {
    quota: quota === null ? null : over(quota, carried),
    target: target === null ? null : over(target).mul(year),
  };
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;
const everyDay: Days = { from: "0001-01-01", until: "9999-12-31" };

/** Each value by its share of the period's days. */
function byDays(values: readonly Dated[], period: Period, span: Days, leaves: readonly Days[]) {
  const whole = { from: period.periodStart, until: period.periodEnd };
  return values.reduce((sum, { from, value }, index) => {
    const next = values[index + 1]?.from;
    const until = next === undefined || next === null ? everyDay.until : addDays(next, -1);
    const stretch = overlap(whole, { from: from ?? everyDay.from, until });
    const days = stretch === null ? 0 : coveredDays(stretch, span, leaves);
    return days === 0 ? sum : sum.add(value.mul(new Fraction(days, countDays(whole))));
  }, zero);
}

function quotasOf(
  { name, quota }: ComponentTerms,
  { repId }: Person,
  period: Period,
  assigned: Assigned,
): readonly Dated[] | null {
  if (quota !== "assigned") return quota;
  const value = assigned(repId, name, period);
  return value === null ? null : [{ from: null, value: new Fraction(value) }];
}

function targetsOf(input: BasisInput, person: Person) {
  const { plan, component } = input;
  const { target } = component;
  if (target === null) return null;
  if (target.of === "plan") return target.pay;
  return person.pay.map(({ from, ...terms }) => {
    const earnings = plan.onTargetEarnings ?? terms.onTargetEarnings;
    const variable = plan.variableShare ?? terms.variableShare;
    if (earnings === null || variable === null) throw missingPay(input, person, earnings === null);
    return { from, value: earnings.mul(variable).mul(target.share) };
  });
}

function missingPay(
  { plan, component, places }: BasisInput,
  { repId }: Person,
  isOfEarnings: boolean,
): InputError {
  const what = isOfEarnings ? "on-target earnings" : "variable share";
  return new InputError(`missing ${what}: ${repId}`, {
    ...places.ofComponent(component.name),
    remedy: `Give them in the roster, or in the plan "${plan.name}".`,
  });
}
