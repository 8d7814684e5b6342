import { isPlainDate } from "../../calendar.ts";
import { InputError, InputErrors, nearest } from "../../errors.ts";
import { grouped } from "../../statistics/grouped.ts";
import type { NumericSeries } from "./history.ts";
import { stepsOfDates } from "./steps.ts";

/** A table as text. */
interface TextTable {
  /** The file it is from. */
  readonly path: string;
  readonly headings: readonly string[];
  readonly rows: readonly TextRow[];
}

interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One row of the table; `y` is null where its cell is empty. */
interface Observation {
  readonly seriesId: string;
  readonly line: number;
  /** A whole number, or a date's text. */
  readonly time: string;
  readonly y: number | null;
}

interface Columns {
  readonly id: number;
  readonly time: number;
  readonly timeName: "t" | "date";
  readonly y: number;
}

/** The most steps that gaps may stretch one series to; more is a mistake in `t` or `date`. */
const longest = 100_000;

/**
 * Series from a table `series_id,t,y` or `series_id,date,y`, in any order of rows and columns.
 * `t` counts steps in whole numbers; dates lie a day, a week, a month, a quarter or a year apart.
 * An empty `y`, or a step between the first and the last without a row, is a missing value.
 *
 * @throws InputErrors with file, line and column of every cell that can't be read
 */
export function readSeries({ path: file, headings, rows }: TextTable): NumericSeries[] {
  const columns = columnsOf(headings, file);
  if (rows.length === 0) {
    throw new InputError(`missing rows: ${file}`, { file, remedy: "Give one row a value." });
  }
  const errors: InputError[] = [];
  const read = rows.flatMap((row) => {
    const result = observationOf(row, columns, file);
    if (!(result instanceof InputError)) return [result];
    errors.push(result);
    return [];
  });
  if (errors.length > 0) throw new InputErrors(errors);
  return [...grouped(read, ({ seriesId }) => seriesId)].map(([seriesId, own]) =>
    seriesOf(seriesId, own, columns.timeName, file),
  );
}

const expected = "The first line names the columns: series_id,t,y or series_id,date,y.";

function columnsOf(headings: readonly string[], file: string): Columns {
  const names = headings.map((heading) => heading.trim().toLowerCase());
  const find = (name: string) => {
    const index = names.indexOf(name);
    if (index >= 0) return index;
    const near = nearest(name, names);
    const hint = near && near !== "t" && near !== "y" ? ` Is it "${near}"?` : "";
    throw new InputError(`missing column: ${name} in ${file}`, {
      file,
      line: 1,
      remedy: `${expected}${hint}`,
    });
  };
  const timeName = names.includes("t") || !names.includes("date") ? "t" : "date";
  return { id: find("series_id"), time: find(timeName), timeName, y: find("y") };
}

function observationOf({ cells, line }: TextRow, columns: Columns, file: string) {
  const cell = (index: number) => (cells[index] ?? "").trim();
  const wrong = (what: string, column: string, remedy: string) =>
    new InputError(what, { file, line, column, remedy });
  const [seriesId, time, text] = [cell(columns.id), cell(columns.time), cell(columns.y)];
  if (seriesId === "") return wrong("missing series_id", "series_id", "Name the row's series.");
  if (columns.timeName === "t" && !/^-?\d{1,15}$/.test(time)) {
    return wrong(`invalid t: "${time}"`, "t", "Count the steps in whole numbers: 1, 2, 3.");
  }
  if (columns.timeName === "date" && !isPlainDate(time)) {
    return wrong(`invalid date: "${time}"`, "date", "Write dates as YYYY-MM-DD.");
  }
  const y = text === "" ? null : Number(text);
  if (y !== null && !Number.isFinite(y)) {
    const remedy = "Write numbers with a decimal point and without separators: 1234.5.";
    return wrong(`invalid number: "${text}"`, "y", remedy);
  }
  return { seriesId, line, time, y };
}

function seriesOf(
  seriesId: string,
  rows: readonly Observation[],
  timeName: "t" | "date",
  file: string,
): NumericSeries {
  const times = rows.map(({ time }) => time);
  const steps = timeName === "t" ? times.map(Number) : stepsOfDates(times);
  const first = steps.reduce((a, b) => Math.min(a, b));
  const last = steps.reduce((a, b) => Math.max(a, b));
  const place = { file, column: timeName };
  if (last - first >= longest) {
    const remedy = `Steps run from ${first} to ${last}: count them one by one.`;
    throw new InputError(`invalid ${timeName}: series "${seriesId}"`, { ...place, remedy });
  }
  const y = Array<number | null>(last - first + 1).fill(null);
  const seen = new Set<number>();
  for (const [index, { line, time, y: value }] of rows.entries()) {
    const step = (steps[index] ?? first) - first;
    if (seen.has(step)) {
      const remedy = `Keep one row a step of series "${seriesId}".`;
      throw new InputError(`repeated ${timeName}: ${time}`, { ...place, line, remedy });
    }
    seen.add(step);
    y[step] = value;
  }
  return { seriesId, y };
}
