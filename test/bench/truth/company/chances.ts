import type { DealOutlook } from "../../../../pipelines/deals/outlook.ts";
import { addMonths, type FiscalCalendar, type PlainDate } from "../../../../src/calendar.ts";
import { dateOf } from "../../../../src/opportunity/epoch.ts";
import { chanceAfter, stepsBy } from "../../../../src/opportunity/hazard/incidence.ts";
import { dealKey } from "../../../../src/opportunity/hazard/snapshot.ts";
import { quarterEnds } from "../../../../src/opportunity/hazard/step.ts";
import { grouped } from "../../../../src/statistics/grouped.ts";
import { oddsOf } from "../../../../src/statistics/odds.ts";
import type { ToldChances } from "./evidence.ts";

/** A chance that an open deal was given at a cutoff. */
export interface Chance {
  readonly cutoff: PlainDate;
  /** Opportunity and spell. */
  readonly deal: string;
  readonly quarterEnd: PlainDate;
  readonly inQuarter: number;
  readonly atAll: number;
}

export interface Ended {
  readonly opportunity_id: string;
  readonly spell: number;
  readonly outcome: "won" | "lost";
  readonly ended_on: PlainDate;
}

/** The chances of an outlook's deals, whichever model gave them. */
export function chancesOf(outlook: DealOutlook, calendar: FiscalCalendar): Chance[] {
  const { cutoff, deals, incidence } = outlook;
  const [end] = quarterEnds(cutoff, calendar);
  const steps = stepsBy(incidence.steps, end);
  const width = incidence.steps.length;
  return deals.map((deal, row) => ({
    cutoff,
    deal: dealKey(deal),
    quarterEnd: dateOf(end),
    inQuarter: chanceAfter(incidence.won, { row, width, steps }),
    atAll: incidence.wonEver[row] ?? Number.NaN,
  }));
}

/** Months by which all but a few deals have ended. */
const longest = 15;

/** Chances of past cutoffs beside what came, of quarters that are over and of deals of long ago. */
export function toldChances(
  chances: readonly Chance[],
  ended: readonly Ended[],
  asOf: PlainDate,
): { readonly wonInQuarter: ToldChances[]; readonly wonAtAll: ToldChances[] } {
  const wonOn = new Map(
    ended.flatMap((end) => (end.outcome === "won" ? [[dealKey(end), end.ended_on] as const] : [])),
  );
  const over = chances.filter(({ quarterEnd }) => quarterEnd < asOf);
  const old = chances.filter(({ cutoff }) => addMonths(cutoff, longest) <= asOf);
  return {
    wonInQuarter: told(over, {
      chanceOf: ({ inQuarter }) => inQuarter,
      isWon: ({ deal, quarterEnd }) => (wonOn.get(deal) ?? "9999") <= quarterEnd,
    }),
    wonAtAll: told(old, { chanceOf: ({ atAll }) => atAll, isWon: ({ deal }) => wonOn.has(deal) }),
  };
}

/** Log-odds are kept to a fiftieth, and chances within 1 in 2000 of 0 and 1. */
const [parts, least] = [50, 1 / 2000];

function told(
  chances: readonly Chance[],
  of: { chanceOf: (chance: Chance) => number; isWon: (chance: Chance) => boolean },
): ToldChances[] {
  const placeOf = (chance: Chance) =>
    Math.round(parts * oddsOf(Math.min(1 - least, Math.max(least, of.chanceOf(chance)))));
  return [...grouped(chances, placeOf)]
    .sort(([a], [b]) => a - b)
    .map(([place, members]) => ({
      odds: place / parts,
      n: members.length,
      won: members.filter(of.isWon).length,
    }));
}
