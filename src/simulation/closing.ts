import { type Day, monthEnd, nextWorkday, workday } from "./days.ts";
import type { World } from "./deal.ts";
import type { Fiscal } from "./fiscal.ts";
import { chance, exponential, integer, type Random } from "./random.ts";

/** How strongly a quarter's end draws signatures; the last quarter of the year draws most. */
const pull = {
  usual: 0.42,
  yearEnd: 0.64,
  reach: 46,
  yearEndReach: 75,
  early: 0.32,
  earlyReach: 20,
};

/**
 * When a deal that is ready on `day` is signed: held for the end of the quarter or month, pulled
 * into the quarter that has just ended, or signed when ready.
 */
export function closeWon(day: Day, reached: Day, random: Random, { fiscal }: World) {
  const previousEnd = fiscal.quarterStart(fiscal.quarterOf(day)) - 1;
  const early = workday(previousEnd - rush(random, 3));
  if (day - previousEnd <= pull.earlyReach && early > reached && chance(random, pull.early)) {
    return { closed: early, isPulledIn: true };
  }
  return {
    closed: Math.max(hold(day, random, fiscal), nextWorkday(reached + 1)),
    isPulledIn: false,
  };
}

function hold(day: Day, random: Random, fiscal: Fiscal): Day {
  const isYearEnd = fiscal.quarterOfYear(day) === 3;
  const end = fiscal.quarterEnd(day);
  const isNear = end - day <= (isYearEnd ? pull.yearEndReach : pull.reach);
  if (isNear && chance(random, isYearEnd ? pull.yearEnd : pull.usual)) {
    return Math.max(day, workday(end - rush(random, 3.5)));
  }
  if (chance(random, 0.14)) return Math.max(day, workday(monthEnd(day) - rush(random, 2)));
  return nextWorkday(day);
}

const rush = (random: Random, mean: number) => Math.floor(exponential(random, mean));

/** Lost deals are written off late, many of them just after a quarter's end. */
export function closeLost(day: Day, random: Random, fiscal: Fiscal): Day {
  const noted = nextWorkday(day + Math.round(exponential(random, 9)));
  if (!chance(random, 0.16)) return noted;
  const end = fiscal.quarterEnd(noted);
  return end - noted < 45 ? nextWorkday(end + integer(random, 1, 6)) : noted;
}
