import Fraction from "fraction.js";
import { addDays, type Period } from "../../calendar.ts";
import { InputError } from "../../errors.ts";
import { zero } from "../exact.ts";
import type { Days, Person } from "../person.ts";
import type { Places } from "../places.ts";
import type { ComponentTerms, Dated, PlanTerms } from "../plan/terms.ts";
import type { Basis } from "../rate/tariff.ts";
import { countDays, coveredDays, overlap, spanOf } from "./covered.ts";

/** A quota that is of some days of a measure period, such as those that were left when it was given. */
export interface PartQuota {
  readonly value: number;
  readonly days: Days;
}

/**
 * The quota that a person was assigned, in minor units (hundredths, where units are counted): a number
 * is of the whole measure period; null where there is none.
 */
export type Assigned = (
  repId: string,
  component: string,
  period: Period,
) => number | PartQuota | null;

/** What quotas and target pay of a component are taken from. */
export interface BasisInput {
  readonly plan: PlanTerms;
  readonly component: ComponentTerms;
  readonly assigned: Assigned;
  readonly places: Places;
}

/**
 * A person's quota and target pay of a component for a measure period, by the days covered. A quota
 * that was assigned is of the days that it says; that of a new hire, or one that begins within the
 * period, isn't lowered by the days before, since it was given for those that were left.
 */
export function basisOf(input: BasisInput, person: Person, period: Period): Basis {
  const { plan, component } = input;
  const whole = { from: period.periodStart, until: period.periodEnd };
  const everything: Cover = { span: everyDay, leaves: [] };
  const cover: Cover = component.isProrated
    ? { span: spanOf(plan, person), leaves: person.leaves }
    : everything;
  const target = targetsOf(input, person);
  const year = new Fraction(monthsIn[period.period], 12);
  return {
    quota: quotaOf(input, person, period, component.isQuotaProrated ? cover : everything),
    target: target === null ? null : byDays(target, whole, cover).mul(year),
  };
}

/** The days that count to a person's quota and target pay. */
interface Cover {
  readonly span: Days;
  readonly leaves: readonly Days[];
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;
const everyDay: Days = { from: "0001-01-01", until: "9999-12-31" };

/** Each value by its share of all days. */
function byDays(values: readonly Dated[], all: Days, { span, leaves }: Cover): Fraction {
  return values.reduce((sum, { from, value }, index) => {
    const next = values[index + 1]?.from;
    const until = next === undefined || next === null ? everyDay.until : addDays(next, -1);
    const stretch = overlap(all, { from: from ?? everyDay.from, until });
    const days = stretch === null ? 0 : coveredDays(stretch, span, leaves);
    return days === 0 ? sum : sum.add(value.mul(new Fraction(days, countDays(all))));
  }, zero);
}

function quotaOf(
  { component, assigned }: BasisInput,
  person: Person,
  period: Period,
  cover: Cover,
): Fraction | null {
  const { name, quota } = component;
  const whole = { from: period.periodStart, until: period.periodEnd };
  if (quota === null) return null;
  if (quota !== "assigned") return byDays(quota, whole, cover);
  const given = assigned(person.repId, name, period);
  if (given === null) return null;
  const { value, days } = typeof given === "number" ? { value: given, days: whole } : given;
  const isOfRest = days.from > whole.from || person.hiredOn === cover.span.from;
  const span = isOfRest ? { ...cover.span, from: everyDay.from } : cover.span;
  return byDays([{ from: null, value: new Fraction(value) }], days, { ...cover, span });
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
