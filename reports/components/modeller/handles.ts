import type { WrittenComponent, WrittenPoint, WrittenRate, WrittenTier } from "./component.js";
import { isByAttainment } from "./component.js";

/** A point of a rule's payout curve that can be dragged. */
export interface Handle {
  /** What it is of, as it is read aloud. */
  readonly label: string;
  /** A share of quota. */
  readonly at: number;
  readonly canMove: boolean;
  /** Whether what it pays can be set: a share of target pay. */
  readonly canRise: boolean;
}

/** Where a handle is put, and what the rule pays at attainments: shares of quota and of target pay. */
export interface Move {
  readonly at: number;
  /** Not a number where it is to stay what the tiers say. */
  readonly pays: number;
  readonly paysAt: (attainment: number) => number;
}

/** Bounds lie so far apart at least. */
const gap = 0.01;
const highest = 10;
const hundredth = (value: number) => Math.round(value * 100) / 100;
const within = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value));

/** The handles of a component's rule, in order of attainment; none where its bounds are amounts. */
export function handlesOf(component: WrittenComponent): Handle[] {
  const { rate } = component;
  if (!isByAttainment(component)) return [];
  if (rate.points) return rate.points.map(pointHandle);
  if (rate.rule === "cliff")
    return [{ label: "Threshold", at: rate.threshold ?? 0, canMove: true, canRise: false }];
  if (rate.rule === "flat")
    return rate.rate === "target"
      ? [{ label: "Pay at 100 % of quota", at: 1, canMove: false, canRise: true }]
      : [];
  return tierHandles(rate);
}

const pointHandle = ({ at }: WrittenPoint, index: number): Handle => ({
  label: `Point ${index + 1}`,
  at,
  canMove: true,
  canRise: true,
});

function tierHandles({ rule, tiers = [], base_rate = "target" }: WrittenRate): Handle[] {
  const isRelative = base_rate === "target" && tiers.every(({ times }) => times !== undefined);
  const bounds = tiers.slice(1).map(({ from }, index) => ({
    label: `Tier ${index + 2}`,
    at: from,
    canMove: true,
    canRise: isRelative && (rule !== "overage" || from > 1),
  }));
  if (rule !== "marginal" || !isRelative) return bounds;
  return [...bounds, { label: "Last tier", at: endOf(tiers), canMove: false, canRise: true }];
}

/** Where the last tier's slope is held. */
const endOf = (tiers: readonly WrittenTier[]) => Math.max(1, tiers.at(-1)?.from ?? 0) + 0.5;

/** The rule once a handle is put somewhere; bounds keep their order, and nothing pays less than 0. */
export function moved(rate: WrittenRate, index: number, move: Move): WrittenRate {
  if (rate.points) return { ...rate, points: movedPoint(rate.points, index, move) };
  if (rate.rule === "cliff")
    return { ...rate, threshold: hundredth(within(move.at, gap, highest)) };
  if (rate.rule === "flat")
    return Number.isNaN(move.pays) ? rate : { ...rate, times: hundredth(Math.max(0, move.pays)) };
  return { ...rate, tiers: movedTier(rate, index + 1, move) };
}

function movedPoint(
  points: readonly WrittenPoint[],
  index: number,
  { at, pays }: Move,
): WrittenPoint[] {
  const [before, after] = [points[index - 1], points[index + 1]];
  const place = within(at, before ? before.at + gap : 0, after ? after.at - gap : highest);
  const paid = within(pays, before?.pays ?? 0, after?.pays ?? highest);
  const next = { at: hundredth(place), pays: place === 0 ? 0 : hundredth(paid) };
  return points.with(index, next);
}

function movedTier(rate: WrittenRate, place: number, move: Move): readonly WrittenTier[] {
  const { tiers = [] } = rate;
  const isLast = place >= tiers.length;
  const [own, before, after] = [tiers[place], tiers[place - 1], tiers[place + 1]];
  const from = hundredth(
    within(move.at, (before?.from ?? 0) + gap, after ? after.from - gap : highest),
  );
  const shifted = own && !isLast ? tiers.with(place, { ...own, from }) : tiers;
  return risen(rate, shifted, place, { ...move, at: isLast ? endOf(tiers) : from });
}

/** The number of the tier that what a handle pays is about, set so that the curve meets it. */
function risen(
  { rule, base_rate = "target" }: WrittenRate,
  tiers: readonly WrittenTier[],
  place: number,
  { at, pays, paysAt }: Move,
): readonly WrittenTier[] {
  if (Number.isNaN(pays) || base_rate !== "target") return tiers;
  const target = rule === "marginal" ? place - 1 : place;
  const tier = tiers[target];
  if (tier?.times === undefined) return tiers;
  const start = rule === "marginal" ? tier.from : rule === "overage" ? 1 : 0;
  const run = at - start;
  if (run < gap / 2) return tiers;
  const paid = start === 0 ? 0 : paysAt(start);
  // finer than a step of the keys on any stretch
  const times = Math.round(1000 * within((pays - paid) / run, 0, highest)) / 1000;
  return tiers.with(target, { ...tier, times });
}
