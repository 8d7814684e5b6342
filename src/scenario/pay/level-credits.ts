import { periodsBetween } from "../../calendar.ts";
import type { Credit } from "../../compensation/credit/credit.ts";
import type { Days } from "../../compensation/person.ts";
import type { PlanTerms } from "../../compensation/plan/terms.ts";

/** Levels that stay what they were, such as a retention: one credit at the end of each measure period. */
export function levelCredits(
  { components, calendar }: PlanTerms,
  repId: string,
  levels: Readonly<Record<string, number>>,
  days: Days,
): Credit[] {
  return components.flatMap(({ name, period: grain }) => {
    const level = levels[name];
    if (level === undefined) return [];
    return periodsBetween(days.from, days.until, grain, calendar)
      .filter(({ periodEnd }) => periodEnd <= days.until)
      .map(({ periodEnd }) => ({
        ...levelCredit,
        creditId: `${repId}/${name}/${periodEnd}`,
        repId,
        date: periodEnd,
        creditCents: level,
        levelOf: name,
      }));
  });
}

const levelCredit = {
  opportunityId: null,
  lineId: null,
  product: null,
  type: null,
  role: null,
  amountCents: 0,
  dealCents: 0,
  margin: null,
  quantity: null,
  invoicedOn: null,
  payments: null,
  reverses: null,
} as const satisfies Partial<Credit>;
