import type { ComponentEntry, PlanEntry } from "../../../src/compensation/plan/schema.ts";
import { type Day, daysOf, holds, type Span } from "./days.ts";
import { type Known, type Person, personOf, Refusal, spanOf } from "./known.ts";
import { exactly, type Figure, plus, quotient, type Ratio, times, zero } from "./ratio.ts";

/** What a holder's measure period is held against. */
export interface Basis {
  /** In cents or hundredths; null where there is none. */
  readonly quota: Ratio | null;
  /** Whether it has none and needs one: what is taken back in it needs none. */
  readonly isMissing: boolean;
  /** Target pay in cents; 0 where there is none. */
  readonly target: Ratio;
}

type Dated = Figure | readonly { readonly from: Day; readonly amount: number }[];

const ofYear = { month: quotient(1, 12), quarter: quotient(1, 4), year: exactly(1) };

export const isCount = ({ measure }: ComponentEntry) =>
  measure === "units" || measure === "new_customers";

export const isLevel = ({ measure }: Pick<ComponentEntry, "measure">) =>
  measure === "retention" || measure === "objectives" || measure.startsWith("kpi:");

/** Units in which credit of a component is counted, in one as written. */
export function creditUnits({ units }: Known, component: ComponentEntry): number {
  if (isLevel(component)) return 1_000_000;
  return isCount(component) ? 100 : units;
}

export function basisOf(
  known: Known,
  component: ComponentEntry,
  holder: string,
  period: Span,
): Basis {
  const isCovered = coverOf(known, component, holder);
  const given = quotaOf(known, component, holder, period, isCovered);
  const isMissing = given === null && isAttained(known.plan, component);
  const quota = isMissing ? zero : given;
  const pay = byDays(yearly(known, component, holder), period, isCovered);
  return { quota, isMissing, target: times(times(pay, known.units), ofYear[component.period]) };
}

function quotaOf(
  known: Known,
  component: ComponentEntry,
  holder: string,
  period: Span,
  isCovered: (day: Day) => boolean,
): Ratio | null {
  const { name, quota: written, measure } = component;
  const quota = written === undefined && measure === "objectives" ? 1 : written;
  if (quota === "none") return null;
  if (quota !== undefined && !isOfSomebody(quota)) {
    const counts = isLevel(component) ? () => true : isCovered;
    return times(byDays(quota, period, counts), creditUnits(known, component));
  }
  const assigned = known.assigned(holder, name, period.from);
  if (assigned === null) return null;
  if (typeof assigned !== "number") {
    const isRest = assigned.days.from > period.from;
    return byDays(assigned.value, assigned.days, sinceEver(known, component, holder, isRest));
  }
  return byDays(assigned, period, sinceEver(known, component, holder, false));
}

type Quota = NonNullable<ComponentEntry["quota"]>;
const isOfSomebody = (quota: Quota): quota is Extract<Quota, { of: string }> =>
  typeof quota === "object" && "of" in quota;

/** What is covered of an assigned quota: of the rest of a period, or of a new hire, days before count. */
function sinceEver(known: Known, component: ComponentEntry, holder: string, isRest: boolean) {
  const isCovered = coverOf(known, component, holder);
  const person = component.pool ? null : personOf(known.people, holder);
  const { from } = spanOf(known.plan, person ?? { from: null, until: null });
  const isNew = component.prorate && person !== null && person.hiredOn === from;
  return (day: Day) => isCovered(day) || ((isRest || isNew) && day < from && !isAway(person, day));
}

const isAway = (person: Person | null, day: Day) =>
  person?.leaves.some((leave) => holds(leave, day)) ?? false;

/** Whether a day counts to the quota and the target pay of a person, or of a team. */
function coverOf(known: Known, { prorate, pool }: ComponentEntry, holder: string) {
  const team = { from: null, until: null, leaves: [] };
  const { leaves, ...dates } = pool ? team : personOf(known.people, holder);
  const span = spanOf(known.plan, dates);
  return (day: Day) => !prorate || (holds(span, day) && !leaves.some((leave) => holds(leave, day)));
}

/** The mean over the days of a period of what holds on each; days not covered count 0. */
function byDays(dated: Dated, period: Span, isCovered: (day: Day) => boolean): Ratio {
  const steps = isSteps(dated) ? dated : [{ from: "", amount: dated }];
  const days = daysOf(period);
  const sum = steps.reduce((all, { from, amount }, at) => {
    const next = steps[at + 1]?.from;
    const own = days.filter((day) => from <= day && (next === undefined || day < next));
    return plus(all, times(own.filter(isCovered).length, amount));
  }, zero);
  return quotient(sum, days.length);
}

const isSteps = (dated: Dated): dated is Exclude<Dated, Figure> => Array.isArray(dated);

/** Whether anything depends on the share of its quota that a component attains. */
function isAttained({ components }: PlanEntry, component: ComponentEntry): boolean {
  const { name, rate, caps, threshold } = component;
  const looks = components.flatMap(({ gates, multipliers }) => [
    ...gates.map((gate) => gate.component),
    ...multipliers.map(({ by }) => by),
  ]);
  return (
    looks.includes(name) ||
    threshold !== undefined ||
    caps.attainment !== undefined ||
    boundsOf(component) === "attainment" ||
    paysTarget(rate)
  );
}

/** Whether bounds are shares of the quota or amounts; null of a rule that has none. */
export function boundsOf({ rate, quota }: ComponentEntry): "attainment" | "amount" | null {
  if (rate.rule === "flat") return null;
  if (rate.rule === "overage" || rate.rule === "curve") return "attainment";
  return rate.bounds ?? (quota === "none" ? "amount" : "attainment");
}

function paysTarget(rule: ComponentEntry["rate"]): boolean {
  if (rule.rule === "curve") return true;
  if (rule.rule === "flat") return [rule, ...rule.exceptions].some(({ rate }) => rate === "target");
  if (rule.rule === "cliff") return rule.rate === "target";
  return rule.base_rate === "target" && rule.tiers.some(({ times }) => times !== undefined);
}

/** A year's target pay, in major units. */
function yearly({ plan, people }: Known, component: ComponentEntry, holder: string): Dated {
  const { name, target_pay, target_share, pool } = component;
  if (target_pay !== undefined) return target_pay;
  if (target_share === undefined) return 0;
  const person = pool ? null : personOf(people, holder);
  const earnings = plan.on_target_earnings ?? person?.onTargetEarnings ?? null;
  const share = plan.variable_share ?? person?.variableShare ?? null;
  if (earnings === null || share === null) {
    throw new Refusal(`no target pay: ${name} of ${holder}`);
  }
  return times(times(earnings, share), target_share);
}
