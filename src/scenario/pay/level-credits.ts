import { periodsBetween } from "../../calendar.ts";
import type { Credit } from "../../compensation/credit/credit.ts";
import { levelCredit } from "../../compensation/credit/level.ts";
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
      .map(({ periodEnd: date }) =>
        levelCredit({
          creditId: `${repId}/${name}/${date}`,
          repId,
          date,
          creditCents: level,
          levelOf: name,
        }),
      );
  });
}
