/** A column of numbers, or of dates as days since 1970; NaN where nothing is given. */
export interface NumberColumn {
  readonly name: string;
  readonly kind: "number" | "date";
  readonly values: Float64Array;
}

/** A column of words, or of two of them; −1 where nothing is given. */
export interface LevelColumn {
  readonly name: string;
  readonly kind: "flag" | "category";
  /** Of each row its place in `levels`. */
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

export type WinColumn = NumberColumn | LevelColumn;

export const isNumeric = (column: WinColumn): column is NumberColumn =>
  column.kind === "number" || column.kind === "date";

/** Whether a row has no value. */
export const isBlank = (column: WinColumn, row: number): boolean =>
  isNumeric(column) ? Number.isNaN(column.values[row]) : column.codes[row] === -1;

const dayMillis = 86_400_000;
const sign = String.raw`^[-+]?[$€£¥]?\s?[-+]?`;
const point = new RegExp(String.raw`${sign}(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?([eE][-+]?\d+)?\s?%?$`);
const comma = new RegExp(String.raw`${sign}(\d+|\d{1,3}(\.\d{3})+)(,\d+)?\s?%?$`);
const iso = /^(\d{4})-(\d{2})-(\d{2})([T ]\d{2}:\d{2}.*)?$/;
const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})( \d{1,2}:\d{2}.*)?$/;

/** What stands for nothing in a column whose other values are all numbers or all dates. */
const nothing = /^(null|nan|n\/a|na|none|nil|unknown|-|–|\?)$/i;

/**
 * A column read by its values: numbers or dates where every value is one, a flag where there are
 * two different ones, else a category. Cells without text are blank.
 */
export function readColumn(name: string, cells: readonly string[]): WinColumn {
  const texts = cells.map((cell) => cell.trim());
  const told = [...new Set(texts)].filter((text) => text !== "" && !nothing.test(text));
  const distinct = new Set(texts.filter((text) => text !== ""));
  const reader = distinct.size > 2 ? readerOf(told) : null;
  if (reader === null) return levelColumn(name, texts, distinct);
  const known = new Map(told.map((text) => [text, reader.read(text)]));
  const values = Float64Array.from(texts, (text) => known.get(text) ?? Number.NaN);
  return { name, kind: reader.kind, values };
}

function levelColumn(name: string, texts: readonly string[], distinct: Set<string>): LevelColumn {
  const levels = [...distinct].sort();
  const places = new Map(levels.map((level, index) => [level, index]));
  const codes = Int32Array.from(texts, (text) => places.get(text) ?? -1);
  return { name, kind: levels.length === 2 ? "flag" : "category", codes, levels };
}

interface Reader {
  readonly kind: NumberColumn["kind"];
  readonly read: (text: string) => number;
}

/** The reading that fits all values; of those that do, numbers with a decimal point come first. */
function readerOf(told: readonly string[]): Reader | null {
  if (told.length === 0) return null;
  const fits = (form: RegExp) => told.every((text) => form.test(text) && /\d/.test(text));
  if (fits(point)) return { kind: "number", read: (text) => numberOf(text.replaceAll(",", "")) };
  if (fits(comma)) {
    const pointed = (text: string) => text.replaceAll(".", "").replace(",", ".");
    return { kind: "number", read: (text) => numberOf(pointed(text)) };
  }
  if (fits(iso)) return { kind: "date", read: (text) => dayOf(partsOf(iso, text)) };
  return fits(slashed) ? slashedReader(told) : null;
}

/** Month first, as in the United States, unless a first part beyond 12 or points tell otherwise. */
function slashedReader(told: readonly string[]): Reader {
  const isDayFirst = told.some((text) => {
    const [first = 0] = partsOf(slashed, text);
    return first > 12 || text.includes(".");
  });
  const read = (text: string) => {
    const [first = Number.NaN, second = Number.NaN, year = Number.NaN] = partsOf(slashed, text);
    return dayOf(isDayFirst ? [year, second, first] : [year, first, second]);
  };
  return { kind: "date", read };
}

const numberOf = (text: string) => Number(text.replaceAll(/[$€£¥%\s]/g, ""));

const partsOf = (form: RegExp, text: string) => (form.exec(text) ?? []).slice(1, 4).map(Number);

const dayOf = ([year = Number.NaN, month = Number.NaN, day = Number.NaN]: readonly number[]) =>
  Date.UTC(year, month - 1, day) / dayMillis;

/** A date column's value as `YYYY-MM-DD`. */
export const dateText = (day: number): string =>
  new Date(Math.round(day) * dayMillis).toISOString().slice(0, 10);
