import { type Day, monthEnd, nextWorkday, workday } from "./days.ts";
import type { Deal, Path, World } from "./deal.ts";
import type { Style } from "./people.ts";
import { at, chance, integer, lognormal, type Random } from "./random.ts";
import type { Version } from "./record.ts";

/** Days that reps expect a deal of a stage still to take. */
const expectedDays = [80, 66, 48, 30, 14, 0, 0] as const;
/** Happy ears promise too early, sandbaggers too late. */
const bias: Readonly<Record<Style, number>> = { plain: 1, happy_ears: 0.6, sandbagger: 1.5 };

/** The close date typed in when an opportunity is created. */
export function firstCloseDate(deal: Deal, day: Day, world: World): Day {
  if (deal.contractEnd !== undefined) return Math.max(workday(deal.contractEnd), day + 5);
  return guess(deal, deal.kind === "expansion" ? 1 : 0, day, world, 0.4);
}

/** When somebody notices that the close date won't hold; sandbaggers and the tidy notice early. */
export function nextPush({ random, owner }: Deal, { close }: Version): Day {
  const latest = owner.style === "happy_ears" ? 12 : 7;
  return close + integer(random, -4, latest);
}

/** The next close date; near the signature, plain reps know it. */
export function pushedTo(deal: Deal, version: Version, day: Day, path: Path, world: World): Day {
  const left = path.closed - day;
  const knows = version.stage >= 3 && left < 45 && deal.owner.style === "plain";
  if (knows && path.isWon && chance(deal.random, 0.55)) return Math.max(path.closed, day + 1);
  return Math.max(guess(deal, version.stage, day, world, 0.35), day + 4);
}

function guess(deal: Deal, stage: number, day: Day, world: World, spread: number): Day {
  const { random, account, owner } = deal;
  const days = at(expectedDays, stage) * account.truth.pace * bias[owner.style];
  const aimed = day + Math.max(6, Math.round(lognormal(random, days, spread)));
  return snapped(aimed, random, world);
}

/** People type ends of months and quarters. */
function snapped(day: Day, random: Random, { fiscal }: World): Day {
  const draw = random();
  if (draw < 0.3) return workday(fiscal.quarterEnd(day));
  if (draw < 0.72) return workday(monthEnd(day));
  return nextWorkday(day);
}
