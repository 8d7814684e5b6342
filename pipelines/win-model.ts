import { InputError } from "../src/errors.ts";
import { readColumn, type WinColumn } from "../src/opportunity/win/column.ts";
import { dateGapLeaks } from "../src/opportunity/win/date-gap.ts";
import { type Effect, effectsOf } from "../src/opportunity/win/effect.ts";
import { type Leak, leakOf } from "../src/opportunity/win/leak.ts";
import { type DecidedDeals, fitWinModel, foldsOf } from "../src/opportunity/win/model.ts";
import { unusable } from "../src/opportunity/win/unusable.ts";
import { heldOutChances, type Validation, validate } from "../src/opportunity/win/validation.ts";
import type { TableFile } from "./table-file.ts";
import { type Decided, decidedDeals, type WinModelOptions } from "./win-model/decided.ts";

/** A win model of a table of deals, and how good it is on deals that it hadn't seen. */
export interface WinModelReport extends Validation {
  readonly deals: Pick<Decided, "open" | "lostValues"> & {
    readonly decided: number;
    readonly won: number;
    readonly groups: number;
  };
  /** The columns that take part. */
  readonly columns: readonly WinColumn[];
  /** Columns that tell nothing of deals to come, with why. */
  readonly unusable: readonly { readonly name: string; readonly reason: string }[];
  readonly leaks: readonly Leak[];
  readonly precision: number;
  readonly calibration: string;
  readonly effects: readonly Effect[];
}

/**
 * Fits a win model to a table of deals and cross-validates it.
 *
 * @throws InputError where options don't fit the file, or no column is left to learn from
 */
export function winModel(file: TableFile, options: WinModelOptions): WinModelReport {
  const { open, lostValues, rows, ...decided } = decidedDeals(file, options);
  const left = new Set([options.outcome, options.group, ...(options.exclude ?? [])]);
  const named = file.headings.flatMap((name, index) => (left.has(name) ? [] : { name, index }));
  const all = named.map(({ name, index }) => bothParts(name, index, rows, open));
  const idle = all.flatMap(({ column }) => {
    const reason = unusable(column, [...rows.keys()]);
    return reason === null ? [] : { name: column.name, reason };
  });
  const usable = all.filter(({ column }) => idle.every(({ name }) => name !== column.name));
  const deals: DecidedDeals = { ...decided, columns: [] };
  const leakRows = { ...deals, folds: foldsOf(deals, [...rows.keys()], options.folds) };
  const single = usable.flatMap(
    ({ column, undecided }) => leakOf(column, undecided, leakRows) ?? [],
  );
  const leaking = new Set(single.filter(({ isLeftOut }) => isLeftOut).map(({ name }) => name));
  const columns = usable.map(({ column }) => column).filter(({ name }) => !leaking.has(name));
  const leaks = [...single, ...dateGapLeaks(columns, leakRows)];
  if (columns.length === 0) throw nothingLeft(file, idle, leaks);
  const fitted = { ...deals, columns };
  const model = fitWinModel(fitted, [...rows.keys()]);
  return {
    ...validate(heldOutChances(fitted, options.folds), fitted),
    deals: {
      open,
      lostValues,
      decided: rows.length,
      won: deals.outcomes.reduce((total, outcome) => total + outcome, 0),
      groups: deals.ranks.length,
    },
    columns,
    unusable: idle,
    leaks,
    precision: model.precision,
    calibration: model.calibration.name,
    effects: effectsOf(model),
  };
}

/** A column of decided and of open deals, read as one so that both are of one kind. */
function bothParts(
  name: string,
  index: number,
  rows: readonly (readonly string[])[],
  open: readonly (readonly string[])[],
): { column: WinColumn; undecided: WinColumn } {
  const whole = readColumn(
    name,
    [...rows, ...open].map((row) => row[index] ?? ""),
  );
  if ("values" in whole) {
    const part = (from: number, to?: number) => ({
      ...whole,
      values: whole.values.slice(from, to),
    });
    return { column: part(0, rows.length), undecided: part(rows.length) };
  }
  const part = (from: number, to?: number) => ({ ...whole, codes: whole.codes.slice(from, to) });
  return { column: part(0, rows.length), undecided: part(rows.length) };
}

function nothingLeft(
  { path }: TableFile,
  idle: readonly { name: string; reason: string }[],
  leaks: readonly Leak[],
): InputError {
  const told = [...idle, ...leaks].map(({ name, reason }) => `${name}: ${reason}`);
  return new InputError("missing columns: none is left to learn from", {
    file: path,
    remedy: told.length === 0 ? "Exclude fewer columns." : `Left out were ${told.join("; ")}.`,
  });
}
