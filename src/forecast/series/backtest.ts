import { rollingOrigins } from "../../statistics/rolling-origin.ts";
import type { Member, Task } from "./member.ts";
import { pathsOf } from "./paths.ts";
import { unitOf } from "./unit.ts";

/** What every member would have said of one step, as of an earlier origin. */
export interface Replay {
  readonly origin: number;
  /** 1 for the first step after the origin. */
  readonly lead: number;
  readonly actual: number;
  /** One value a member. */
  readonly means: readonly number[];
  /** The size of the series' errors as known at the origin. */
  readonly unit: number;
}

/** Origins of a back-test: each costs a fit of every member. */
const originCount = 4;

/** Training values before the first origin, at least; fewer say little about any method. */
const trainingMinimum = 6;

/**
 * Replays all members at up to four earlier origins, half a season or a quarter of the horizon
 * apart, whichever is more, so that together they reach the horizon's last step.
 */
export function replay(members: readonly Member[], task: Task): Replay[] {
  const { y, season, h } = task;
  const step = Math.max(Math.ceil(season / 2), Math.ceil(h / originCount));
  const minimum = Math.max(trainingMinimum, season + 2);
  const origins = rollingOrigins(y.length, { minimum, step, limit: originCount });
  return origins.flatMap((origin) => {
    const training = y.slice(0, origin);
    const reach = Math.min(h, y.length - origin);
    const paths = pathsOf(members, { ...task, y: training, h: reach });
    const unit = unitOf(training, season);
    return y.slice(origin, origin + reach).map((actual, k) => ({
      origin,
      lead: k + 1,
      actual,
      means: paths.map((path) => path[k] ?? Number.NaN),
      unit,
    }));
  });
}
