import type { CountedRow } from "../statistics/counted-row.ts";
import { grouped } from "../statistics/grouped.ts";
import { type LogLinearFit, logLinear, meanAt } from "../statistics/log-linear.ts";

/** Accounts alike on one day, as seen from one role that works them. */
export interface AccountCell {
  readonly cellId: number;
  /** Month in which the year ahead begins, numbered from the first of the data. */
  readonly month: number;
  readonly role: string;
  readonly segment: string | null;
  readonly industry: string | null;
  /** Doublings of employees. */
  readonly sizeBand: number | null;
  /** Half-octaves of last year's bookings about the usual customer's; null without bookings. */
  readonly historyBand: number | null;
  /** A customer of earlier years who booked nothing in the last. */
  readonly isLapsed: boolean;
  readonly accounts: number;
  /** What they booked in the year ahead, and the squares; minor units. */
  readonly booked: number;
  readonly squares: number;
}

/** What an account of a cell is worth in a year, minor units. */
export interface AccountWorth {
  readonly cellId: number;
  /** What accounts of its segment, industry and size buy. */
  readonly potential: number;
  /** The standard error of `potential`, as a share of it. */
  readonly error: number;
  /** What accounts with its history too buy. */
  readonly expected: number;
}

/** Years ahead that a fit learns from; older ones tell of another market. */
const windows = 3;
const year = 12;

/**
 * What an account of each cell is worth a year, by two log-linear regressions of what accounts
 * booked in a year, one role at a time: on segment, industry and size, and on these with history.
 * Cells of a month are valued by the years that had ended by then; where none had, by the first
 * that did end.
 */
export function accountWorths(cells: readonly AccountCell[], complete: number): AccountWorth[] {
  return [...grouped(cells, ({ role }) => role).values()].flatMap((own) => {
    const ended = Math.min(...own.map(({ month }) => month)) + year;
    return [...grouped(own, ({ month }) => month)].flatMap(([month, some]) => {
      const last = Math.min(Math.max(month, ended), complete);
      return worths(some, learned(own, last));
    });
  });
}

/** Cells whose year ahead had ended by a month, of whole years back from it as near as there are. */
function learned(cells: readonly AccountCell[], last: number): AccountCell[] {
  const months = [...new Set(cells.map(({ month }) => month))].filter((m) => m + year <= last);
  const wanted = Array.from({ length: windows }, (_, k) => last - (k + 1) * year);
  const chosen = new Set(
    wanted.flatMap((day) => months.filter((m) => m <= day && m > day - year).slice(-1)),
  );
  return cells.filter(({ month }) => chosen.has(month));
}

function worths(cells: readonly AccountCell[], seen: readonly AccountCell[]): AccountWorth[] {
  const design = designOf(seen);
  const standing = logLinear(seen.map((cell) => counted(cell, design.standing(cell))));
  const history = logLinear(seen.map((cell) => counted(cell, design.history(cell))));
  if (!standing || !history) return [];
  return cells.map((cell) => ({
    cellId: cell.cellId,
    potential: meanAt(standing, design.standing(cell)),
    error: errorAt(standing, design.standing(cell)),
    expected: meanAt(history, design.history(cell)),
  }));
}

const counted = ({ accounts, booked, squares }: AccountCell, x: readonly number[]): CountedRow => ({
  x,
  count: accounts,
  exposure: 1,
  sum: booked,
  squares,
});

/** Relative: the error of the predictor is that of the mean on the log scale. */
function errorAt({ covariance }: LogLinearFit, x: readonly number[]): number {
  const row = [1, ...x];
  const variance = row.reduce(
    (sum, left, i) =>
      sum + left * row.reduce((inner, right, j) => inner + right * (covariance[i]?.[j] ?? 0), 0),
    0,
  );
  return Math.sqrt(Math.max(0, variance));
}

/** Doublings of size, and of history, count in units of four: a coefficient of 1 is a large one. */
const scale = 4;

function designOf(seen: readonly AccountCell[]) {
  const segments = namesOf(seen.map(({ segment }) => segment));
  const industries = namesOf(seen.map(({ industry }) => industry));
  const usual = usualOf(seen);
  const standing = ({ segment, industry, sizeBand }: AccountCell) => [
    sizeBand === null ? 0 : (sizeBand - usual) / scale,
    sizeBand === null ? 1 : 0,
    ...segments.map((name) => (name === (segment ?? "") ? 1 : 0)),
    ...industries.map((name) => (name === (industry ?? "") ? 1 : 0)),
  ];
  const history = (cell: AccountCell) => [
    ...standing(cell),
    cell.historyBand === null ? 0 : cell.historyBand / (2 * scale),
    cell.historyBand === null ? 0 : 1,
    cell.isLapsed ? 1 : 0,
  ];
  return { standing, history };
}

const namesOf = (names: readonly (string | null)[]) =>
  [...new Set(names.map((name) => name ?? ""))].sort();

/** The mean size band of accounts whose size is known. */
function usualOf(cells: readonly AccountCell[]): number {
  let [sum, count] = [0, 0];
  for (const { sizeBand, accounts } of cells) {
    if (sizeBand === null) continue;
    sum += sizeBand * accounts;
    count += accounts;
  }
  return count === 0 ? 0 : sum / count;
}
