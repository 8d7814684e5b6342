import { addDays, addMonths, type Period, type PlainDate } from "../../calendar.ts";
import type { PlanTerms } from "../../compensation/plan/terms.ts";
import { pricePlan } from "../../compensation/price.ts";
import type { PartQuota } from "../../compensation/target/basis.ts";
import { overlap, spanOf } from "../../compensation/target/covered.ts";
import { cuttingOf, mergedParts } from "./alike.ts";
import type { CreditedPart, PaidPlan } from "./base.ts";
import { yearCredits } from "./credits.ts";
import { type Earner, quotaOf } from "./earner.ts";
import { levelCredits } from "./level-credits.ts";
import { levelCount, levelsOf } from "./levels.ts";

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** What a plan pays its people for the year in each drawn year, minor units of the company's currency, by person. */
export function drawnPay(
  plan: PlanTerms,
  { parts, companyCentsIn }: Pick<PaidPlan, "parts" | "companyCentsIn">,
  earners: readonly Earner[],
  yearStart: PlainDate,
): Map<string, Float64Array> {
  const merged = mergedParts(plan, parts, yearStart);
  const levels = new Map(earners.map(({ repId, booked }) => [repId, levelsOf(booked)]));
  const paid = Array.from({ length: levelCount }, (_, level) =>
    yearsPay(plan, merged, earners, {
      yearStart,
      bookedBy: ({ repId }) => levels.get(repId)?.values[level] ?? 0,
    }),
  );
  return new Map(
    earners.map(({ repId, booked }) => {
      const levelOf = levels.get(repId)?.levelOf;
      const pay = (_: number, draw: number) =>
        (paid[levelOf?.[draw] ?? 0]?.get(repId) ?? 0) / companyCentsIn;
      return [repId, booked.map(pay)];
    }),
  );
}

/** What a plan pays its people where each has come to one amount; whoever is paid nothing is left out. */
function yearsPay(
  plan: PlanTerms,
  parts: readonly CreditedPart[],
  earners: readonly Earner[],
  { yearStart, bookedBy }: { yearStart: PlainDate; bookedBy: (earner: Earner) => number },
): Map<string, number> {
  const { lines } = pricePlan({
    plan,
    people: earners.map(({ person }) => person),
    credits: earners.flatMap((earner) => {
      const booked = earner.months.map((share) => share * bookedBy(earner));
      const year = { from: yearStart, until: addDays(addMonths(yearStart, 12), -1) };
      return [
        ...yearCredits(earner.repId, parts, booked, cuttingOf(plan, yearStart)),
        ...levelCredits(plan, earner.repId, earner.levels, year),
      ];
    }),
    assigned: assignedTo(plan, earners, yearStart),
  });
  const paid = new Map<string, number>();
  for (const { repId, amountCents } of lines) paid.set(repId, (paid.get(repId) ?? 0) + amountCents);
  return paid;
}

/** The planned quotas as components ask for them; a team whose pay is pooled carries that of its people. */
function assignedTo(plan: PlanTerms, earners: readonly Earner[], yearStart: PlainDate) {
  const own = new Map(earners.map((earner) => [earner.repId, earner]));
  return (holder: string, component: string, period: Period): number | PartQuota | null => {
    const earner = own.get(holder);
    if (earner) return quotaIn(plan, earner, component, period, yearStart);
    const members = earners.filter(({ teamId }) => teamId === holder);
    const quotas = members.flatMap((one) => quotaIn(plan, one, component, period, yearStart) ?? []);
    return quotas.length === 0 ? null : quotas.reduce((sum, { value }) => sum + value, 0);
  };
}

function quotaIn(
  plan: PlanTerms,
  earner: Earner,
  component: string,
  period: Period,
  yearStart: PlainDate,
): PartQuota | null {
  const share = earner.quotaShares[component];
  if (share === undefined) return null;
  const quota = share * quotaOf(earner, yearStart, period.periodStart, monthsIn[period.period]);
  // a planned quota is of the time that somebody is there
  const whole = { from: period.periodStart, until: period.periodEnd };
  const days = overlap(whole, spanOf(plan, earner.person)) ?? whole;
  return { value: Math.round(quota), days };
}
