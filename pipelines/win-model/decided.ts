import { InputError, nearest } from "../../src/errors.ts";
import { hashOf } from "../../src/statistics/random.ts";
import type { TableFile } from "../table-file.ts";

/** What the command line asks for. */
export interface WinModelOptions {
  /** The column that says how deals ended. */
  readonly outcome: string;
  /** Its value for deals that are won; deals with any other value are lost, with none still open. */
  readonly won: string;
  readonly exclude?: readonly string[];
  /** Deals with one value of it are never on both sides of a fold. */
  readonly group?: string;
  readonly folds: number;
}

/** The rows of the file by whether they are decided. */
export interface Decided {
  /** In an order that depends on their content alone. */
  readonly rows: readonly (readonly string[])[];
  readonly outcomes: Uint8Array;
  readonly groups: Uint32Array;
  readonly ranks: readonly number[];
  readonly open: readonly (readonly string[])[];
  /** The values that count as lost with their deals, the most frequent first. */
  readonly lostValues: readonly (readonly [value: string, deals: number])[];
}

const fewestDeals = 50;

/**
 * The deals of a file that are decided, with how they ended and which belong together.
 *
 * @throws InputError for an unknown column or outcome, and for deals too few or all ended alike
 */
export function decidedDeals(file: TableFile, options: WinModelOptions): Decided {
  const outcome = columnOf(file, options.outcome);
  const group = options.group === undefined ? null : columnOf(file, options.group);
  for (const name of options.exclude ?? []) columnOf(file, name);
  const ended = (row: readonly string[]) => row[outcome]?.trim() ?? "";
  const all = file.rows.map(({ cells }) => cells);
  const decided = all
    .filter((row) => ended(row) !== "")
    .map((row) => ({ row, text: row.join("\u0001") }))
    .map((deal) => ({ ...deal, rank: hashOf(deal.text) }))
    .sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : Number(a.text > b.text)));
  const rows = decided.map(({ row }) => row);
  const outcomes = Uint8Array.from(rows, (row) => (ended(row) === options.won.trim() ? 1 : 0));
  refuseUnfit(file, options, rows.map(ended), outcomes);
  const keys = decided.map(({ row, rank }, index) => {
    const named = group === null ? "" : (row[group]?.trim() ?? "");
    return named === "" ? { key: index, rank } : { key: named, rank: hashOf(named) };
  });
  const { groups, ranks } = numbered(keys);
  refuseFewGroups(ranks.length, options);
  const open = all.filter((row) => ended(row) === "");
  const lost = rows.map(ended).filter((_, index) => outcomes[index] === 0);
  return { rows, outcomes, groups, ranks, open, lostValues: counted(lost) };
}

function columnOf({ path, headings }: TableFile, name: string): number {
  const index = headings.indexOf(name);
  if (index !== -1) return index;
  const near = nearest(name, headings);
  throw new InputError(`unknown column: "${name}"`, {
    file: path,
    remedy: near ? `Did you mean "${near}"?` : `The file has ${headings.join(", ")}.`,
  });
}

function refuseUnfit(
  { path }: TableFile,
  { outcome, won }: WinModelOptions,
  values: readonly string[],
  outcomes: Uint8Array,
): void {
  const refuse = (message: string, remedy: string) => {
    throw new InputError(message, { file: path, column: outcome, remedy });
  };
  if (values.length < fewestDeals)
    refuse(
      `too few deals: ${values.length} are decided`,
      `A win model needs ${fewestDeals} deals at least whose outcome is filled in.`,
    );
  const count = outcomes.reduce((total, value) => total + value, 0);
  const known = [...new Set(values)];
  const near = nearest(won, known);
  if (count === 0)
    refuse(
      `unknown outcome: "${won}"`,
      near ? `Did you mean "${near}"?` : `The column has ${known.slice(0, 12).join(", ")}.`,
    );
  if (count === values.length)
    refuse(
      `single outcome: every decided deal is "${won}"`,
      "Add the deals that were lost; a deal without an outcome counts as open.",
    );
  const fewer = Math.min(count, values.length - count);
  if (fewer < fewestOfOutcome)
    refuse(
      `too few deals: ${fewer} are ${count === fewer ? "won" : "lost"}`,
      `A win model needs ${fewestOfOutcome} deals at least of either outcome.`,
    );
}

const fewestOfOutcome = 10;

function refuseFewGroups(groups: number, { group, folds }: WinModelOptions): void {
  if (groups >= folds) return;
  throw new InputError(`too few groups: ${groups} values of "${group}" for ${folds} folds`, {
    remedy: "Ask for fewer folds, or group by a column with more values.",
  });
}

/** Keys as whole numbers in the order of their first row. */
function numbered(keys: readonly { readonly key: string | number; readonly rank: number }[]) {
  const places = new Map<string | number, number>();
  const ranks: number[] = [];
  const groups = Uint32Array.from(keys, ({ key, rank }) => {
    const place = places.get(key) ?? places.size;
    if (place === places.size) {
      places.set(key, place);
      ranks.push(rank);
    }
    return place;
  });
  return { groups, ranks };
}

function counted(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
