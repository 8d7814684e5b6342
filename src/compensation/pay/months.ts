import type { PlainDate } from "../../calendar.ts";
import { dueDays, isDueAtOnce } from "../adjust/timing.ts";
import type { PayInput } from "./input.ts";

/** The months in which anything of the plan is earned or falls due, up to the last known day. */
export function monthEndsOf({ plan, credits, find, through }: PayInput): PlainDate[] {
  const held = plan.components.filter(({ paid }) => !isDueAtOnce(paid));
  const ends = plan.components.flatMap(({ where }) => where.until ?? []);
  const days = new Set(ends);
  for (const credit of credits) {
    days.add(credit.date);
    for (const { paid } of held) for (const day of dueDays(credit, paid)) days.add(day);
  }
  const known = [...days].filter((day) => day <= through);
  return [...new Set(known.map((day) => find(day, "month").periodEnd))].sort();
}
