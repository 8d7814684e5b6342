import { formatCount, formatRate } from "../../format.ts";
import { type Counted, scoreOf } from "../../statistics/score.ts";
import { aucAlone } from "./alone.ts";
import { isBlank, isNumeric, type WinColumn } from "./column.ts";
import { levelsAtTheEnd } from "./final-levels.ts";

/** A column that tells the outcome in a way that a deal still open may not have. */
export interface Leak {
  readonly name: string;
  /** It determines the outcome, so it takes no part; else it is only pointed out. */
  readonly isLeftOut: boolean;
  readonly reason: string;
}

/** Alone it ranks deals as well as this: only the outcome itself does. */
const determining = 0.98;
const suspicious = 0.9;
/** All of at least so many deals, and of such a share of them, end alike. */
const fewest = 30;
const leastShare = 0.05;
const pure = 0.995;
/** … which by chance, at the usual win rate, hardly ever happens. */
const hardlyEver = 1e-6;
/** Filled in for so much more of the decided deals than of the open ones. */
const muchMore = 0.5;
/** Blank so much more often for one outcome than for the other, and not by chance. */
const more = 0.1;
const surely = 4;

export interface LeakRows {
  /** 1 won, 0 lost. */
  readonly outcomes: Uint8Array;
  readonly folds: Uint8Array;
}

/**
 * Whether a column leaks the outcome, judged by its values and never by its name. It determines the
 * outcome, and is left out, where by itself it has a cross-validated AUC of 0.98; where at least
 * 5 % of deals, those that are blank, filled in or zero, all but end alike; or where it is filled in,
 * or given the values that most decided deals have, once a deal is decided. Short of that it is pointed out.
 *
 * @param column of decided deals; `open` the same column of those that are not
 */
export function leakOf(column: WinColumn, open: WinColumn, rows: LeakRows): Leak | null {
  const { name } = column;
  const alone = aucAlone(column, rows.outcomes, rows.folds);
  const tells = `by itself it tells won from lost with an AUC of ${alone.toFixed(3)}`;
  const left =
    determined(column, rows) ??
    filledAtTheEnd(column, open, 1 - leastShare) ??
    (alone >= determining ? tells : levelsAtTheEnd(column, open));
  if (left !== null) return { name, isLeftOut: true, reason: left };
  const reason =
    alone >= suspicious
      ? tells
      : (filledAtTheEnd(column, open, muchMore) ?? unevenlyBlank(column, rows.outcomes));
  return reason === null ? null : { name, isLeftOut: false, reason };
}

/** Blank, filled in, zero, not zero: that all but all of one of them end alike. */
function determined(column: WinColumn, { outcomes }: LeakRows): string | null {
  const isZero = (row: number) => isNumeric(column) && column.values[row] === 0;
  const sides: readonly (readonly [string, (row: number) => boolean])[] = [
    ["blank", (row) => isBlank(column, row)],
    ["filled in", (row) => !isBlank(column, row)],
    ["0", isZero],
    ["other than 0", (row) => !isBlank(column, row) && !isZero(row)],
  ];
  const base = shareOf(counted(outcomes, () => true));
  for (const [side, isOn] of sides) {
    const told = counted(outcomes, isOn);
    if (told.trials === outcomes.length) continue;
    const outcome = purityOf(told, base, outcomes.length);
    if (outcome !== null) return `${side} in ${formatCount(told.trials)} deals, ${outcome}`;
  }
  return null;
}

/** `all of them lost`, where that is no accident. */
function purityOf(told: Counted, base: number, all: number): string | null {
  if (told.trials < Math.max(fewest, leastShare * all)) return null;
  const won = shareOf(told);
  const isWon = won > 0.5;
  const share = isWon ? won : 1 - won;
  if (share < pure || (isWon ? base : 1 - base) ** told.trials > hardlyEver) return null;
  const outcome = isWon ? "won" : "lost";
  return `${share === 1 ? "all" : formatRate(share)} of them ${outcome}`;
}

/** That by so large a difference it is filled in for decided deals more often than for open ones. */
function filledAtTheEnd(column: WinColumn, open: WinColumn, least: number): string | null {
  const [decided, undecided] = [filledShare(column), filledShare(open)];
  if (rowsOf(open) < fewest || decided - undecided < least) return null;
  return `filled in for ${formatRate(decided)} of decided deals and ${formatRate(undecided)} of open ones`;
}

function unevenlyBlank(column: WinColumn, outcomes: Uint8Array): string | null {
  const blank = counted(outcomes, (row) => isBlank(column, row));
  const all = counted(outcomes, () => true);
  const won = { successes: blank.successes, trials: all.successes };
  const lost = {
    successes: blank.trials - blank.successes,
    trials: all.trials - all.successes,
  };
  const isEven =
    Math.abs(shareOf(won) - shareOf(lost)) < more || Math.abs(scoreOf(won, lost)) < surely;
  if (isEven) return null;
  return `blank for ${formatRate(shareOf(won))} of won deals and ${formatRate(shareOf(lost))} of lost ones`;
}

/** How many rows there are of a kind, and how many of them won. */
function counted(outcomes: Uint8Array, isOn: (row: number) => boolean): Counted {
  let [successes, trials] = [0, 0];
  for (const [row, outcome] of outcomes.entries()) {
    if (!isOn(row)) continue;
    trials += 1;
    successes += outcome;
  }
  return { successes, trials };
}

const shareOf = ({ successes, trials }: Counted) => successes / trials;

const rowsOf = (column: WinColumn) => (isNumeric(column) ? column.values : column.codes).length;

function filledShare(column: WinColumn): number {
  const count = rowsOf(column);
  let filled = 0;
  for (let row = 0; row < count; row++) filled += isBlank(column, row) ? 0 : 1;
  return filled / count;
}
