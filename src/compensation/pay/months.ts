import { addDays, type PlainDate } from "../../calendar.ts";
import { dueDays } from "../adjust/due.ts";
import { isDueAtOnce } from "../adjust/timing.ts";
import { endOfTime, type PeriodFinder } from "../dates.ts";
import type { PayInput } from "./input.ts";

/**
 * The ends of the months from the first in which anything of the plan is earned or falls due to the
 * last, or to that of the last known day. Months in between in which nothing happens are among them:
 * attainment of a month or a quarter begins anew in them, whoever has a credit then.
 */
export function monthEndsOf({ plan, credits, find, through }: PayInput): PlainDate[] {
  const held = plan.components.filter(({ paid }) => !isDueAtOnce(paid));
  const ends = plan.components.flatMap(({ where }) => where.until ?? []);
  const days = new Set(ends);
  for (const credit of credits) {
    days.add(credit.date);
    for (const { paid } of held) for (const day of dueDays(credit, paid)) days.add(day);
  }
  const known = [...days].filter((day) => day <= through).sort();
  const [first, last] = [known[0], through === endOfTime ? known.at(-1) : through];
  return first === undefined || last === undefined ? [] : between(first, last, find);
}

function between(first: PlainDate, last: PlainDate, find: PeriodFinder): PlainDate[] {
  const ends: PlainDate[] = [];
  for (let day = first; ; ) {
    const { periodStart, periodEnd } = find(day, "month");
    if (periodStart > last) return ends;
    ends.push(periodEnd);
    day = addDays(periodEnd, 1);
  }
}
