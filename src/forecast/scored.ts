import { grouped } from "../statistics/grouped.ts";
import type { Company } from "./base.ts";
import { type OutlookScore, outlookScore } from "./calibration.ts";
import type { Entity } from "./hierarchy.ts";
import type { MonthsAhead } from "./months-ahead.ts";
import type { Outlook } from "./outlook.ts";

/** A score, and the month after which it could be known. */
export interface DatedScore {
  readonly last: number;
  readonly score: OutlookScore;
}

/** Entities of a kind whose errors calibrate ranges; more would say the same. */
const scoredOfKind = 12;

/** Scores of a forecast's outlooks whose periods are over by the as-of date. */
export function scoresOf(
  { hierarchy, booked, line }: Company,
  { months, outlooks }: { readonly months: MonthsAhead; readonly outlooks: readonly Outlook[] },
): DatedScore[] {
  const scored = scoredPlaces(hierarchy.entities, months);
  return outlooks.flatMap((outlook) => {
    const entity = hierarchy.entities[outlook.entity];
    const isKnown = outlook.last < line.current && outlook.model !== "none";
    if (!entity || !isKnown || !scored.has(outlook.entity)) return [];
    const own = booked.byEntity[outlook.entity] ?? new Float64Array();
    const score = outlookScore(outlook, entity, bookedBetween(own, outlook));
    return score ? [{ last: outlook.last, score }] : [];
  });
}

/** Every so many of a kind, of those that are there. */
function scoredPlaces(entities: readonly Entity[], { models }: MonthsAhead): Set<number> {
  const here = entities.flatMap((_, k) => (models[k] ? [k] : []));
  const kinds = grouped(here, (k) => entities[k]?.entityType);
  return new Set(
    [...kinds.values()].flatMap((members) => {
      const step = Math.ceil(members.length / scoredOfKind);
      return members.filter((_, k) => k % step === 0);
    }),
  );
}

/** Booked in an outlook's period, which is over. */
export function bookedBetween(
  months: Float64Array,
  { first, last }: Pick<Outlook, "first" | "last">,
): number {
  return months.subarray(Math.max(0, first), last + 1).reduce((a, b) => a + b, 0);
}
