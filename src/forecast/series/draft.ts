import { type Replay, replay } from "./backtest.ts";
import type { History } from "./history.ts";
import type { Member } from "./member.ts";
import { pathsOf } from "./paths.ts";
import { flatForecast, unitOfNothing } from "./short-history.ts";
import { unitOf } from "./unit.ts";

/** How a series was forecast; the means are of an empty history's peers, or of one or two values. */
export type SeriesModel = "combination" | "own_mean" | "peer_mean";

/** A series' forecast before the other series have their say in its weights and widths. */
export interface Draft {
  readonly model: SeriesModel;
  /** One a member, from the step after the last value given. */
  readonly paths: readonly (readonly number[])[];
  readonly replays: readonly Replay[];
  /** The size of an error, above 0. */
  readonly unit: number;
  /** Steps between the last known value and the first one forecast. */
  readonly missing: number;
  readonly isNonNegative: boolean;
}

export interface DraftOptions {
  readonly season: number;
  readonly h: number;
  readonly members: readonly Member[];
  /** The histories of the other series. */
  readonly peers: () => readonly (readonly number[])[];
}

/** The fewest values that members are fitted to. */
const memberMinimum = 3;

/** Fits every member to a history and to its earlier parts. */
export function draftOf(history: History, options: DraftOptions): Draft {
  const { y, missing } = history;
  const isNonNegative = y.every((value) => value >= 0);
  if (y.length < memberMinimum) return { ...flatDraft(y, options), missing, isNonNegative };
  const { season, members, peers } = options;
  const task = { ...history, season, h: options.h + missing };
  return {
    model: "combination",
    paths: pathsOf(members, task).map((path) => path.slice(missing)),
    replays: replay(members, task),
    unit: unitOf(y, season) || unitOfNothing(peers()),
    missing,
    isNonNegative,
  };
}

function flatDraft(y: readonly number[], { h, members, peers }: DraftOptions) {
  const { mean, unit } = flatForecast(y, peers());
  return {
    model: y.length > 0 ? ("own_mean" as const) : ("peer_mean" as const),
    paths: members.map(() => Array<number>(h).fill(mean)),
    replays: [],
    unit,
  };
}
