import type { FiscalCalendar, PlainDate } from "../../calendar.ts";
import { hashOf } from "../../statistics/random.ts";
import { calibrateHazards, type LaterWeeks } from "./calibrated.ts";
import type { Hazards } from "./incidence.ts";
import { fitHazards, type HazardModel } from "./model.ts";
import { pooledHazards } from "./pooled.ts";
import { type Realised, realisedOf } from "./realised.ts";
import { usualStays } from "./risk.ts";
import type { FollowedDeal } from "./snapshot.ts";
import { type DealWeeks, followDeals } from "./weeks.ts";

/**
 * The limits of a fit, which make its time the same for any company: deals at landmarks that it
 * learns from, and weeks of them. More hardly told chances apart better (see `bench:deals`).
 */
export const fitLimits = { deals: 12_000, weeks: 40_000, weeksToCalibrate: 40_000 } as const;

/** With fewer deals that ended in either way the two pooled rates say as much as a regression would. */
const fewestEnds = 30;
/** Earlier fits whose later weeks tell how far off hazards are: two years of quarters. */
const fitsToCalibrate = 8;

/** A fit to what was known by a day. */
export interface Fitted {
  readonly knownBy: PlainDate;
  readonly hazards: Hazards;
  readonly realised: Realised;
  readonly stays: ReadonlyMap<string, number>;
}

/**
 * Fits hazards to landmarks of deals that lie before a day, and to how these had ended by then; and
 * calibrates them by what the earlier fits given said of weeks that came after them.
 *
 * @param deals with ends that were known by `knownBy`, in any order
 * @param earlier fits of earlier days, in order
 */
export function fitDeals(
  deals: readonly FollowedDeal[],
  {
    knownBy,
    calendar,
    earlier,
  }: { knownBy: PlainDate; calendar: FiscalCalendar; earlier: readonly Fitted[] },
): Fitted {
  const ordered = deals.toSorted(
    (a, b) => compare(a.opportunity_id, b.opportunity_id) || compare(a.cutoff, b.cutoff),
  );
  const options = { calendar, knownBy };
  const weeks = followDeals(ordered, { ...options, most: fitLimits.weeks });
  const others = { knownBy, realised: realisedOf(ordered), stays: usualStays(ordered) };
  if (Math.min(countEnded(weeks, "won"), countEnded(weeks, "lost")) < fewestEnds) {
    return { ...others, hazards: pooledHazards(weeks) };
  }
  const model = fitHazards(weeks);
  const calibration = calibrateHazards(laterWeeks(ordered, options, earlier));
  return { ...others, hazards: { ...model, calibration } };
}

/** A deal is followed from each landmark at which it was open, and counts once. */
function countEnded({ deals, deal, ...ends }: DealWeeks, outcome: "won" | "lost"): number {
  const ended = [...deal].filter((_, week) => ends[outcome][week] === 1);
  return new Set(ended.map((place) => deals[place]?.opportunity_id)).size;
}

/** Of each earlier fit the weeks of landmarks between it and the next one, as they were known at last. */
function laterWeeks(
  deals: readonly FollowedDeal[],
  options: { knownBy: PlainDate; calendar: FiscalCalendar },
  earlier: readonly Fitted[],
): LaterWeeks[] {
  const recent = earlier.slice(-fitsToCalibrate);
  const most = Math.ceil(fitLimits.weeksToCalibrate / Math.max(1, recent.length));
  return recent.flatMap(({ knownBy, hazards }, index) => {
    if (hazards.name !== "hazards") return [];
    const until = recent[index + 1]?.knownBy ?? options.knownBy;
    const later = deals.filter(({ cutoff }) => cutoff > knownBy && cutoff <= until);
    const model: HazardModel = hazards;
    return [
      {
        model,
        weeks: followDeals(sampled(later, most), { ...options, most: Number.POSITIVE_INFINITY }),
      },
    ];
  });
}

/** Whole opportunities, the same ones whatever else there is; a deal is followed for about ten weeks. */
function sampled(deals: readonly FollowedDeal[], mostWeeks: number): readonly FollowedDeal[] {
  const share = mostWeeks / 10 / Math.max(1, deals.length);
  return deals.filter(({ opportunity_id }) => hashOf(`later ${opportunity_id}`) < share * 2 ** 32);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
