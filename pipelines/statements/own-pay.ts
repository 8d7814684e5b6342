import { type Period, type PlainDate, periodOf, periodsBetween } from "../../src/calendar.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import type { OwnPay } from "../../src/compensation/next-deal/own-pay.ts";
import { reckoned } from "../../src/compensation/next-deal/reckoned.ts";
import { needsQuota } from "../../src/compensation/plan/needs.ts";
import type { Assigned } from "../../src/compensation/target/basis.ts";
import { spanOf } from "../../src/compensation/target/covered.ts";
import type { StatementEdition, StatementPlan } from "./edition.ts";

/** What a person's pay is reckoned from on each plan that covers them on the as-of. */
export function ownPays(repId: string, { plans, asOf }: StatementEdition): OwnPay[] {
  return plans.flatMap(({ plan: { terms, people }, credits, assigned }) => {
    const person = people.find((one) => one.repId === repId);
    const span = person && spanOf(terms, person);
    if (!person || !span || span.from > asOf || span.until < asOf) return [];
    return [{ plan: terms, person, credits: credits.get(repId) ?? [], assigned, asOf }];
  });
}

/** A person's quota of a component for the measure period from a day. */
export interface OwnQuota {
  readonly component: string;
  readonly from: PlainDate;
  readonly quota: ReturnType<Assigned>;
}

/** `OwnPay` as data that a page can carry: quotas in a list, whom the plan covers left out. */
export interface CarriedPay extends Omit<OwnPay, "assigned"> {
  readonly quotas: readonly OwnQuota[];
  /** The last day of the open pay period. */
  readonly until: PlainDate;
}

/** The first measure period of the open pay period that a component needs a quota for and has none; null where none lacks. */
export function unquotedPeriod({ plan, person, assigned, asOf }: OwnPay): Period | null {
  const { components } = reckoned(plan).plan;
  const until = lastDay(plan, asOf);
  const lacking = components
    .filter((component) => component.quota === "assigned" && needsQuota(component, components))
    .flatMap(({ name, period: grain }) =>
      periodsBetween(asOf, until, grain, plan.calendar).filter(
        (period) => assigned(person.repId, name, period) === null,
      ),
    );
  return lacking[0] ?? null;
}

/** Of the pay period of a day. */
const lastDay = ({ pays, calendar }: OwnPay["plan"], day: PlainDate): PlainDate =>
  periodOf(day, pays, calendar).periodEnd;

export function carriedPay(own: OwnPay): CarriedPay {
  const { plan, person, assigned, asOf, credits } = own;
  const { from } = spanOf(plan, person);
  const until = lastDay(plan, asOf);
  const asked = plan.components.filter(({ quota }) => quota === "assigned");
  return {
    plan: { ...plan, covers: nobody, exchangeRates: new Map() },
    person,
    credits,
    asOf,
    until,
    quotas: asked.flatMap((component) =>
      periodsBetween(from, until, component.period, plan.calendar).map((period) => ({
        component: component.name,
        from: period.periodStart,
        quota: assigned(person.repId, component.name, period),
      })),
    ),
  };
}

const nobody = { roles: null, teams: null, people: null, except: [] } as const;

/** What `carriedPay` was made of, again. */
export function ownPayOf({ quotas, until: _, ...own }: CarriedPay): OwnPay {
  const given = new Map(quotas.map((own) => [`${own.from} ${own.component}`, own.quota]));
  return {
    ...own,
    assigned: (_, component, period) => given.get(`${period.periodStart} ${component}`) ?? null,
  };
}

/** A person's credits on all plans, once each where a supplement credits what a plan does, too. */
export function creditsOf(repId: string, plans: readonly StatementPlan[]): Credit[] {
  const all = plans.flatMap(({ credits }) => credits.get(repId) ?? []);
  return [...new Map(all.map((credit) => [credit.creditId, credit])).values()];
}
