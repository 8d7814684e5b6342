import { formatCount } from "../src/format.js";
import type { ColumnTable } from "./arrowRows.js";
import type { Option } from "./choice.js";
import type { PairRow } from "./winPairs.js";
import type { BoardRow, OnBoard } from "./winRows.js";

const scopeLabels: Readonly<Record<string, string>> = {
  all: "All deals",
  new: "New business",
  expansion: "Expansions",
  renewal: "Renewals",
};

/** Types of deals to look at, all of them first. */
export function scopeOptions(boards: readonly BoardRow[]): Option[] {
  const found = new Set(boards.map(({ scope }) => scope));
  return Object.keys(scopeLabels)
    .filter((scope) => found.has(scope))
    .map((scope) => ({ value: scope, label: scopeLabels[scope] ?? scope }));
}

/** Spans of time to look at: the complete quarters, and all history. */
export function spanOptions(boards: readonly BoardRow[]): Option[] {
  return ["recent", "all"].flatMap((span) => {
    const board = boards.find((row) => row.span === span);
    return board ? { value: span, label: spanLabel(board) } : [];
  });
}

const spanLabel = ({ quarters }: BoardRow) => {
  if (quarters === null) return "All history";
  return quarters === 1 ? "Last complete quarter" : `Last ${quarters} complete quarters`;
};

const words = ["span", "scope"] as const;
const numbers = [
  "won_count",
  "lost_count",
  "few_count",
  "rate",
  "lower",
  "upper",
  "pooled",
  "won_amount_cents",
  "activity_count",
] as const;
const sides = [
  ["dimension", "value"],
  ["other_dimension", "other_value"],
] as const;

/** Pairs of values of two dimensions, the first dimension's value first. */
export function pairsOf(
  table: ColumnTable,
  { span, scope }: OnBoard,
  [dimension, other]: readonly [string, string],
): PairRow[] {
  const at = (name: string, index: number) => table.getChild(name)?.get(index) ?? null;
  const pairs: PairRow[] = [];
  for (let index = 0; index < table.numRows; index++) {
    if (at("span", index) !== span || at("scope", index) !== scope) continue;
    const [one, two] = sides.map(([name, value]) => [at(name, index), at(value, index)]);
    const given = one?.[0] === dimension ? [one, two] : [two, one];
    if (given[0]?.[0] !== dimension || given[1]?.[0] !== other) continue;
    pairs.push({
      ...Object.fromEntries([...words, ...numbers].map((name) => [name, at(name, index)])),
      value: String(given[0]?.[1]),
      other_value: String(given[1]?.[1]),
    } as PairRow);
  }
  return pairs;
}

/** How many pairs had too few deals to be told of. */
export function fewPairs([first]: readonly PairRow[]): string {
  if (!first || first.few_count === 0) return "";
  return `${formatCount(first.few_count)} more ${first.few_count === 1 ? "pair has" : "pairs have"} too few decided deals to say anything of.`;
}
