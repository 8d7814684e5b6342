import { isBlank, isNumeric, type NumberColumn, type WinColumn } from "./column.ts";

/** From this share of different values on, each tells of its own deal alone. */
const ownShare = 0.9;
const fewestToJudge = 30;

/**
 * Why a column can tell nothing of deals to come, or null where it may: it never varies, or nearly
 * every value of it is its own, as of an id or a name. A measure has values of its own too, so numbers
 * are ids only where they are whole and run on, or have one length.
 */
export function unusable(column: WinColumn, rows: ArrayLike<number>): string | null {
  const values: (number | undefined)[] = [];
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? Number.NaN;
    if (!isBlank(column, row))
      values.push(isNumeric(column) ? column.values[row] : column.codes[row]);
  }
  const different = new Set(values).size;
  if (values.length === 0) return "blank throughout";
  if (different === 1 && values.length === rows.length) return "the same throughout";
  if (values.length < fewestToJudge || different < ownShare * values.length) return null;
  if (isNumeric(column))
    return isNumberedId(column, rows) ? "an id: nearly every value is its own" : null;
  return "an id or a name: nearly every value is its own";
}

function isNumberedId({ kind, values }: NumberColumn, rows: ArrayLike<number>): boolean {
  if (kind === "date") return false;
  const told = Array.from(rows, (row) => values[row] ?? Number.NaN);
  if (!told.every((value) => Number.isInteger(value))) return false;
  const [lowest, highest] = told.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const isRun = highest - lowest < 2 * told.length;
  return isRun || (lowest >= 10_000 && String(lowest).length === String(highest).length);
}
