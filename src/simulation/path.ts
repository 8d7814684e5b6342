import { closeLost, closeWon } from "./closing.ts";
import { type Day, nextWorkday } from "./days.ts";
import type { Deal, Entry, Path, World } from "./deal.ts";
import { stageTruth, truth } from "./parameters.ts";
import { rampOn } from "./people.ts";
import { at, chance, integer, logLogistic, normal, type Random, uniform } from "./random.ts";

/** How long and how hard a deal's stages are. */
interface Odds {
  readonly pace: number;
  readonly ease: number;
}

/**
 * A deal's way through the stages. In each, the time to advance and the time to be lost are
 * log-logistic with one shape and compete; frailty, skill and effort move their ratio, so hazards
 * cross and nothing is proportional. Renewals follow their contract's end instead.
 */
export function pathOf(deal: Deal, world: World): Path {
  if (deal.contractEnd !== undefined) return renewalPath(deal, deal.contractEnd, world);
  const { random, begun } = deal;
  const route = routeOf(deal);
  const entries: Entry[] = [];
  let day: Day = begun;
  for (const stage of route) {
    day = enter(entries, stage, day, random);
    const odds = oddsOf(deal, world, day);
    const { median, shape, logRatio } = at(stageTruth, stage);
    const advance = logLogistic(random, median * odds.pace, shape);
    const ratio = Math.exp((logRatio + odds.ease) / shape);
    const lose = logLogistic(random, median * odds.pace * ratio, shape);
    day = nextWorkday(day + Math.max(1, Math.round(Math.min(advance, lose, 420))));
    if (lose < advance) {
      const closed = closeLost(day, random, world.fiscal);
      const winProbability = chanceOf(route, oddsOf(deal, world, begun));
      return { entries, isWon: false, closed, winProbability, isPulledIn: false };
    }
  }
  const winProbability = chanceOf(route, oddsOf(deal, world, begun));
  const reached = entries[entries.length - 1]?.day ?? begun;
  return { entries, isWon: true, winProbability, ...closeWon(day, reached, random, world) };
}

/** Some deals skip a stage on the way. */
function routeOf({ kind, random }: Deal): number[] {
  const first = kind === "expansion" || chance(random, 0.15) ? 1 : 0;
  const skipped = chance(random, truth.skipShare) ? integer(random, 2, 3) : -1;
  return [0, 1, 2, 3, 4].filter((stage) => stage >= first && stage !== skipped);
}

/** Records the entry, now and then with a step back first; returns the day of the last entry. */
function enter(entries: Entry[], stage: number, day: Day, random: Random): Day {
  entries.push({ stage, day });
  if (stage < 2 || !chance(random, truth.backShare)) return day;
  const back = nextWorkday(day + integer(random, 3, 12));
  const again = nextWorkday(back + integer(random, 5, 30));
  entries.push({ stage: stage - 1, day: back }, { stage, day: again });
  return again;
}

function oddsOf(deal: Deal, { market, fiscal }: World, day: Day): Odds {
  const { account, owner, kind } = deal;
  const skill = owner.skill * rampOn(owner, day);
  const relativeSize = deal.recurring / (account.truth.dealSize * market.price(day));
  const isShocked = market.hasShock(day);
  const isLastQuarter = fiscal.quarterOfYear(day) === 3;
  return {
    pace:
      account.truth.pace *
      relativeSize ** truth.sizePace *
      deal.effort ** -0.22 *
      skill ** -0.15 *
      (kind === "expansion" ? 0.7 : 1) *
      (isShocked ? truth.shockPace : 1) *
      (isLastQuarter ? 0.88 : 1),
    ease:
      account.truth.ease +
      truth.skillEffect * Math.log(skill) +
      truth.frailtyEffect * Math.log(deal.frailty) +
      truth.effortEffect * Math.log(deal.effort) +
      truth.sizeEase * Math.log(relativeSize) +
      (kind === "expansion" ? truth.expansionEase : 0) +
      (deal.leadSource.endsWith("Referral") ? 0.25 : 0) +
      (isShocked ? truth.shockEase : 0),
  };
}

/** Chance to pass every stage of a route, under the market of the day it begins. */
const chanceOf = (route: readonly number[], { ease }: Odds) =>
  route.reduce((product, stage) => product * passChance(at(stageTruth, stage).logRatio + ease), 1);

/**
 * P(X < Y) for log-logistic X, Y of one shape b whose medians have the ratio exp(d / b): the
 * difference of two logistic variables at d apart.
 */
export function passChance(d: number): number {
  if (Math.abs(d) < 1e-4) return 0.5 + d / 6;
  const e = Math.exp(d);
  return (e * (e - 1 - d)) / (e - 1) ** 2;
}

/** Renewals are lost by a hazard of churn in the account's health, and close around the end. */
function renewalPath(deal: Deal, end: Day, { market, fiscal }: World): Path {
  const { random, begun, account, frailty, owner } = deal;
  const regime = market.hasShock(begun) ? 1.25 : 1;
  const weakness = frailty * Math.exp(1.1 * (1 - account.health)) * owner.skill ** -0.5;
  const winProbability = Math.exp(-truth.churn * weakness * regime);
  const isWon = chance(random, winProbability);
  const entries = [
    { stage: 1, day: begun },
    { stage: 3, day: nextWorkday(begun + integer(random, 22, 62)) },
  ];
  const talks = nextWorkday(begun + integer(random, 66, 96));
  if (isWon || chance(random, 0.5)) entries.push({ stage: 4, day: talks });
  const late = isWon ? -9 + 9 * normal(random) : uniform(random, -8, 28);
  const closed = nextWorkday(Math.max(talks + 2, Math.round(end + late)));
  if (!isWon) return { entries, isWon, winProbability, closed, isPulledIn: false };
  const isHeld = chance(random, 0.2);
  return {
    entries,
    isWon,
    winProbability,
    closed: isHeld ? fiscal.quarterEnd(closed) : closed,
    isPulledIn: false,
  };
}
