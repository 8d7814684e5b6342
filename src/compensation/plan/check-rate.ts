import { isCount, isLevel } from "../credit/measure.ts";
import { attainedMistakes } from "./check-attained.ts";
import { type Mistake, under } from "./mistake.ts";
import type { RateEntry, TierEntry } from "./rate-schema.ts";
import type { ComponentEntry } from "./schema.ts";

/** What is wrong with a component's rate rule; paths from the component. */
export function rateMistakes(component: ComponentEntry): Mistake[] {
  const { rate } = component;
  const isAttained = isByAttainment(component);
  const remedy = rate.rule === "overage" ? {} : orAmount;
  const shape = "tiers" in rate ? tierMistakes(rate.tiers, isAttained, remedy) : [];
  const all = [
    ...shape,
    ...(rate.rule === "curve" ? pointMistakes(rate) : []),
    ...(rate.rule === "cliff" && isAttained
      ? attainedMistakes(["threshold"], { what: "threshold", value: rate.threshold, ...orAmount })
      : []),
    ...(rate.rule === "slab" && rate.reached_by === "team" && isAttained ? [teamAttainment] : []),
    ...writtenRates(rate).flatMap((written) => writtenMistakes(written, component)),
  ];
  return under(["rate"], all);
}

/** Whether a rule's bounds are shares of the quota. */
function isByAttainment({ rate, quota }: ComponentEntry): boolean {
  if (rate.rule === "overage") return true;
  if (rate.rule === "flat" || rate.rule === "curve") return false;
  return (rate.bounds ?? (quota === "none" ? "amount" : "attainment")) === "attainment";
}

/** Where a rule may have amounts for bounds, too. */
const orAmount = { remedy: "Write 90 % as 0.9; for an amount, say bounds: amount." };

const teamAttainment: Mistake = {
  path: ["reached_by"],
  what: "unsupported tiers of a team: bounds by attainment",
  remedy: "Say bounds: amount, and write each from as an amount of the team's credit.",
};

interface Bound {
  readonly from: number;
}

/**
 * Tiers are lower bounds that rise from 0; paths from what holds the tiers.
 *
 * @param isAttained whether bounds are shares of the quota
 * @param said what to do about one that can't be, where it isn't only to write it as a share
 */
export function tierMistakes(
  tiers: readonly Bound[],
  isAttained: boolean,
  said: { readonly remedy?: string } = {},
): Mistake[] {
  return tiers.flatMap(({ from }, index): Mistake[] => {
    const path = ["tiers", index, "from"];
    const before = tiers[index - 1]?.from;
    if (before === undefined && from !== 0) {
      const remedy = "Begin with from: 0, at whatever rate holds there.";
      return [{ path, what: `first tier not 0: ${from}`, remedy }];
    }
    if (before !== undefined && from <= before) {
      const remedy = "Sort the tiers by from, each bound once.";
      return [{ path, what: `tiers not rising: ${from} after ${before}`, remedy }];
    }
    return isAttained ? attainedMistakes(path, { what: "tier", value: from, ...said }) : [];
  });
}

function pointMistakes({ points }: Extract<RateEntry, { rule: "curve" }>): Mistake[] {
  return points.flatMap(({ at, pays }, index): Mistake[] => {
    const before = points[index - 1];
    const path = ["points", index];
    const beyond = attainedMistakes([...path, "at"], { what: "point", value: at });
    if (beyond.length > 0) return beyond;
    if (before === undefined) {
      if (at > 0 || pays === 0) return [];
      const remedy = "Let the curve pay 0 at 0, or begin it where pay begins.";
      return [{ path, what: `pay without attainment: ${pays} at 0`, remedy }];
    }
    if (at <= before.at) {
      const remedy = "Sort the points by at, each once.";
      return [{ path, what: `points not rising: ${at} after ${before.at}`, remedy }];
    }
    const remedy = "Let each point pay what the one before it pays, or more.";
    return pays < before.pays
      ? [{ path, what: `curve that falls: ${pays} after ${before.pays}`, remedy }]
      : [];
  });
}

/** A rate as it stands in a rule: given as one of several keys. */
interface Written {
  readonly path: readonly PropertyKey[];
  readonly rate?: number | "target" | undefined;
  readonly per_unit?: number | undefined;
  readonly times?: number | undefined;
  readonly base?: number | "target" | undefined;
}

function writtenRates(entry: RateEntry): Written[] {
  if (entry.rule === "curve") return [];
  if ("tiers" in entry) {
    return entry.tiers.map((tier: TierEntry, index) => ({
      path: ["tiers", index],
      ...tier,
      base: entry.base_rate,
    }));
  }
  const { rate, per_unit } = entry;
  if (entry.rule === "cliff") return [{ path: [], rate, per_unit }];
  const scaled = typeof rate === "number" ? rate * entry.times : rate;
  const exceptions = entry.exceptions.map((one, index) => ({
    path: ["exceptions", index],
    ...one,
  }));
  return [{ path: [], rate: scaled, per_unit }, ...exceptions];
}

function writtenMistakes(written: Written, component: ComponentEntry): Mistake[] {
  const { path, rate, per_unit, times, base } = written;
  const given = [rate, per_unit, times].filter((value) => value !== undefined);
  const isUnits = isCount(component.measure);
  if (given.length !== 1) {
    const remedy = "Give one of rate, times (of the base rate) and per_unit.";
    return [{ path, what: given.length === 0 ? "missing rate" : "several rates", remedy }];
  }
  if (per_unit !== undefined && !isUnits) {
    const remedy = "per_unit is for the measures units and new_customers; give a rate.";
    return [{ path, what: `per_unit of a measure in money: ${component.measure}`, remedy }];
  }
  const paid = times !== undefined && typeof base === "number" ? times * base : rate;
  if (isLevel(component.measure) && typeof paid === "number" && paid > 0) {
    const remedy = "Pay a level by a curve, or by rates of target pay: target, or times.";
    return [{ path, what: `rate of a level: ${component.measure}`, remedy }];
  }
  if (typeof paid !== "number" || component.rates_above_one) return [];
  if (isUnits) {
    const remedy = "Give per_unit, the money that a unit pays.";
    return [{ path, what: `rate of a measure in units: ${paid}`, remedy }];
  }
  const remedy = "Write 5 % as 0.05, or say rates_above_one: true for the component.";
  return paid > 1 ? [{ path, what: `rate above 1: ${Number(paid.toPrecision(12))}`, remedy }] : [];
}
