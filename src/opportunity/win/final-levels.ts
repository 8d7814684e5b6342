import { formatRate } from "../../format.ts";
import { isNumeric, type LevelColumn, type WinColumn } from "./column.ts";

/** Were open deals like decided ones, so many of them at least would have a value. */
const expected = 20;
/** It counts as a value of the end where no more than this share of those do. */
const hardlyAny = 0.2;
/** What values of the end most decided deals must have. */
const most = 0.5;

/**
 * Whether a column gets its final values once a deal is decided, as a next step or a status does:
 * values that most decided deals have, and open ones hardly ever.
 *
 * @param column of decided deals; `open` the same column of those that are not
 */
export function levelsAtTheEnd(column: WinColumn, open: WinColumn): string | null {
  if (isNumeric(column) || isNumeric(open) || column.codes.length === 0) return null;
  const [decided, undecided] = [countsOf(column), countsOf(open)];
  const scale = open.codes.length / column.codes.length;
  const final = decided.filter(
    (count, code) =>
      count * scale >= expected && (undecided[code] ?? 0) <= hardlyAny * count * scale,
  );
  const share = final.reduce((total, count) => total + count, 0) / column.codes.length;
  if (share < most) return null;
  return `${formatRate(share)} of decided deals have values of it that open ones hardly ever have`;
}

function countsOf({ codes, levels }: LevelColumn): Uint32Array {
  const counts = new Uint32Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
