import { grouped } from "../statistics/grouped.ts";
import type { Seller } from "./hierarchy.ts";
import type { Presence, Ramp } from "./ramp.ts";

/** What one rep's recent months say. */
interface Recent {
  readonly sum: number;
  /** Months, those of the ramp counting for less. */
  readonly months: number;
  /** Unbiased variance of a month. */
  readonly variance: number;
}

/** The recent past that levels are learned from. */
const window = 12;

/** A rep's own months that weigh as much as the peers where nothing tells how much reps differ. */
const usualPrior = 3;

/** Reps of one role that are too few to lean on: then it is on all reps. */
const fewest = 3;

/** The most own months that the peers are ever worth. */
const largestPrior = 60;

/**
 * What each rep is expected to book in a usual month once ramped, at an origin: the mean of the
 * last twelve months, leaning on the mean of reps of the same role by Bühlmann's credibility (the
 * months that a rep's own mean needs to weigh as much as the peers' are the variance between
 * months over that between reps). 0 for who has left by the origin, and for who never booked in a
 * year.
 *
 * @param origin the month after the last one that counts
 */
export function sellerLevels(
  sellers: readonly Seller[],
  presence: readonly Presence[],
  bySeller: readonly Float64Array[],
  { origin, ramp }: { origin: number; ramp: Ramp },
): Float64Array {
  const recent = presence.map((one, k) => recentOf(one, bySeller[k], origin, ramp));
  const isHere = ({ first, last }: Presence) => first <= origin && last >= origin;
  const here = presence.flatMap((one, k) => (isHere(one) ? [k] : []));
  const levels = new Float64Array(sellers.length);
  const known = here.filter((k) => (recent[k]?.months ?? 0) > 0);
  const all = peersOf(known, recent);
  for (const members of grouped(here, (k) => sellers[k]?.role ?? null).values()) {
    const peers = members.filter((k) => (recent[k]?.months ?? 0) > 0);
    const usual = peers.length > fewest ? peersOf(peers, recent) : all;
    for (const k of members) levels[k] = levelOf(recent[k], usual);
  }
  return levels;
}

function recentOf(
  { first, last, hired }: Presence,
  booked: Float64Array | undefined,
  origin: number,
  ramp: Ramp,
): Recent {
  const from = Math.max(first, origin - window);
  const end = Math.min(origin, last + 1);
  const values = Array.from(booked?.slice(from, Math.max(from, end)) ?? []);
  const months = values.reduce(
    (total, _, k) => total + ramp(hired === null ? null : from + k - hired),
    0,
  );
  const sum = values.reduce((a, b) => a + b, 0);
  const mean = sum / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return { sum, months, variance: values.length > 1 ? squares / (values.length - 1) : Number.NaN };
}

interface Peers {
  readonly mean: number;
  /** Own months that weigh as much. */
  readonly prior: number;
}

function peersOf(members: readonly number[], recent: readonly Recent[]): Peers {
  const known = members.flatMap((k) => recent[k] ?? []);
  const months = known.reduce((total, one) => total + one.months, 0);
  if (months === 0) return { mean: Number.NaN, prior: usualPrior };
  const mean = known.reduce((total, { sum }) => total + sum, 0) / months;
  return { mean, prior: priorOf(known, mean) };
}

function priorOf(known: readonly Recent[], mean: number): number {
  const seen = known.filter(({ variance }) => Number.isFinite(variance));
  if (seen.length <= fewest) return usualPrior;
  const within = seen.reduce((total, { variance }) => total + variance, 0) / seen.length;
  const spread =
    seen.reduce((total, { sum, months }) => total + (sum / months - mean) ** 2, 0) /
    (seen.length - 1);
  const noise = seen.reduce((total, { months }) => total + within / months, 0) / seen.length;
  if (!(spread > noise)) return largestPrior;
  return Math.min(largestPrior, within / (spread - noise));
}

function levelOf(own: Recent | undefined, { mean, prior }: Peers): number {
  if (!own || (own.sum === 0 && own.months >= window)) return 0;
  if (Number.isNaN(mean)) return own.months > 0 ? own.sum / own.months : 0;
  return (own.sum + prior * mean) / (own.months + prior);
}
