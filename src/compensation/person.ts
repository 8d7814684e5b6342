import type Fraction from "fraction.js";
import { addDays, type PlainDate } from "../calendar.ts";
import { endOfTime } from "./dates.ts";

/** A first and a last day. */
export interface Days {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** A year's on-target earnings in minor units, and the share of it that varies; null where unknown. */
export interface PayTerms {
  /** The first day; from ever where it is null. */
  readonly from: PlainDate | null;
  readonly onTargetEarnings: Fraction | null;
  readonly variableShare: Fraction | null;
}

/** The team of a person from a day on; from ever where that is null. */
interface TeamStay {
  readonly from: PlainDate | null;
  /** Null where nobody knows of one. */
  readonly team: string | null;
}

/** Somebody whom a plan covers, as far as pay depends on them. */
export interface Person {
  readonly repId: string;
  /** By day, the first from ever; never empty. */
  readonly teams: readonly TeamStay[];
  /** The first day under the plan, and the last; null where it is the plan's own. */
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly leaves: readonly Days[];
  /** Last; null where nobody knows. */
  readonly hiredOn: PlainDate | null;
  /** Of who was hired again: the days of the hires before, under the plan, in order. */
  readonly hiredBefore?: readonly PlainDate[];
  /** By day, the first from ever; what the plan itself says goes before it. */
  readonly pay: readonly PayTerms[];
}

/** A person of whom nothing but the credits is known. */
export const anybody = (repId: string): Person => ({
  repId,
  teams: [{ from: null, team: null }],
  from: null,
  until: null,
  leaves: [],
  hiredOn: null,
  pay: [{ from: null, onTargetEarnings: null, variableShare: null }],
});

/** The team that a person is in on a day; those without one are a team. */
export const teamOn = ({ teams }: Person, day: PlainDate): string =>
  teams.findLast(({ from }) => from === null || from <= day)?.team ?? "";

/** The days on which a person is in a team. */
export const daysIn = ({ teams }: Person, team: string): Days[] =>
  teams.flatMap((stay, at) => {
    const next = teams[at + 1]?.from ?? null;
    if ((stay.team ?? "") !== team) return [];
    return [
      { from: stay.from ?? "0001-01-01", until: next === null ? endOfTime : addDays(next, -1) },
    ];
  });
