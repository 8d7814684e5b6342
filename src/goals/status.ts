import { addsUp, type Goal, meets } from "./goal.ts";

/** How a goal stands, in the order in which a list shows them: what needs attention first. */
export const statuses = [
  "off_track",
  "at_risk",
  "on_track",
  "no_value",
  "not_started",
  "missed",
  "reached",
] as const;
export type Status = (typeof statuses)[number];

/** Lags that are allowed whatever was asked by now, as shares of the whole way. */
const freeLag = { onTrack: 0.05, atRisk: 0.1 };
/** Lags that are allowed as shares of the way asked by now. */
const shareLag = { onTrack: 0.1, atRisk: 0.3 };
/** How far a rate that is to be held may be off its bound, as a share of it. */
const heldLag = { onTrack: 0, atRisk: 0.05 };
/** What rounding leaves of an exact edge. */
const tolerance = 1e-9;

/** Where a goal stands on its way. */
export interface Standing {
  readonly hasStarted: boolean;
  /** Its due date has come. */
  readonly isOver: boolean;
  readonly value: number | null;
  /** What its path asks for by now. */
  readonly asked: number;
}

/**
 * Reached or missed once the goal is over; before, by how far it lags its path. It is on track up
 * to a tenth of the way asked by now, at risk up to three tenths; 5 and 10 points of the whole way
 * are always allowed, so that the first weeks decide nothing. A sum that has got to its target is
 * reached at once, one that has passed its bound is missed at once.
 */
export function statusOf(goal: Goal, standing: Standing): Status {
  const { hasStarted, isOver, value } = standing;
  if (!hasStarted) return "not_started";
  if (value === null) return "no_value";
  if (isOver) return meets(goal, value) ? "reached" : "missed";
  if (addsUp(goal) && meets(goal, value) && goal.better === "up") return "reached";
  if (addsUp(goal) && !meets(goal, value) && goal.better === "down") return "missed";
  const { lag, onTrack, atRisk } = lagOf(goal, { ...standing, value });
  if (lag <= onTrack + tolerance) return "on_track";
  return lag <= atRisk + tolerance ? "at_risk" : "off_track";
}

/** A goal that is likelier missed than reached isn't on track, one that is most likely missed off it, whatever its pace. */
export function cappedStatus(status: Status, chance: number | null): Status {
  if (chance === null || (status !== "on_track" && status !== "at_risk")) return status;
  if (chance < 0.2) return "off_track";
  return chance < 0.5 ? "at_risk" : status;
}

/** The share of the way from start to target that a value has come; null for a rate to be held. */
export function progressOf(goal: Goal, value: number): number | null {
  const begin = addsUp(goal) ? 0 : goal.baseline;
  if (goal.target === begin || (goal.isMaintained && !addsUp(goal))) return null;
  return (value - begin) / (goal.target - begin);
}

function lagOf(goal: Goal, { value, asked }: Standing & { readonly value: number }) {
  const behind = goal.better === "up" ? asked - value : value - asked;
  const way = progressOf(goal, asked);
  if (way === null) return { lag: behind / Math.abs(goal.target || 1), ...heldLag };
  const length = Math.abs(goal.target - (addsUp(goal) ? 0 : goal.baseline));
  return {
    lag: behind / length,
    onTrack: Math.max(freeLag.onTrack, shareLag.onTrack * way),
    atRisk: Math.max(freeLag.atRisk, shareLag.atRisk * way),
  };
}
