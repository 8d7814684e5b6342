import type {
  NamedRate,
  NamedYield,
  WinningFacts,
} from "../../../src/narrative/winning-details.ts";
import { effortWords } from "../../../src/narrative/winning-words.ts";
import { wilson } from "../../../src/statistics/wilson.ts";
import type {
  BoardRow,
  LossRow,
  OnBoard,
  StageRow,
  ValueRow,
  WinningTables,
  YieldRow,
} from "./winning-rows.ts";

/** A chance of a false statement below which a value is called different. */
const alpha = 0.05;

/**
 * What the page opens with: new business of the recent quarters, else all deals, else all history;
 * the first of them that has enough decided deals, or, where none has, the first that has any.
 */
export function firstBoard(boards: readonly BoardRow[], minCell: number): BoardRow | undefined {
  const ordered = ["recent", "all"].flatMap((span) =>
    ["new", "all"].flatMap((scope) =>
      boards.filter((board) => board.span === span && board.scope === scope),
    ),
  );
  return ordered.find((board) => board.won_count + board.lost_count >= minCell) ?? ordered[0];
}

/** The facts that the page's answer tells; null without a decided deal. */
export function winningFacts(tables: WinningTables, minCell: number): WinningFacts | null {
  const board = firstBoard(tables.boards, minCell);
  if (!board) return null;
  const of = <Row extends OnBoard>(rows: readonly Row[], span = board.span) =>
    rows.filter((row) => row.span === span && row.scope === board.scope);
  const values = of(tables.values);
  const measure = firstMeasure(of(tables.yields));
  const yields = of(tables.yields).filter((row) => row.measure === measure);
  return {
    scope: board.scope,
    quarters: board.quarters,
    won: board.won_count,
    lost: board.lost_count,
    ...wilson(board.won_count, board.won_count + board.lost_count),
    dimensions: [
      ...new Set(values.filter((row) => row.probability !== null).map((row) => row.dimension)),
    ],
    differences: namedRates(values, board),
    earlier: board.span === "all" ? [] : namedRates(of(tables.values, "all"), board),
    measure,
    ...namedYields(yields),
    stage: stageFacts(of(tables.stages)),
    reason: reasonOf(of(tables.losses)),
    absent: tables.absent,
  };
}

/** Activities where there are any, else the days that deals were open. */
export function firstMeasure(yields: readonly YieldRow[]): string {
  const found = new Set(yields.map((row) => row.measure));
  return Object.keys(effortWords).find((name) => found.has(name)) ?? "open_days";
}

function namedRates(values: readonly ValueRow[], board: BoardRow): NamedRate[] {
  const whole = board.won_count / (board.won_count + board.lost_count);
  return values
    .flatMap(({ rate, lower, upper, probability, ...row }) => {
      if (rate === null || lower === null || upper === null) return [];
      if (probability === null || probability >= alpha) return [];
      const { dimension, label } = row;
      return {
        dimension,
        label,
        rate,
        lower,
        upper,
        probability,
        isAbove: rate > whole,
        holds: holdsOf(row),
      };
    })
    .sort(
      (a, b) => a.probability - b.probability || b.rate - a.rate || (a.label < b.label ? -1 : 1),
    );
}

function holdsOf({
  adjusted_probability,
  is_separable,
}: Pick<ValueRow, "adjusted_probability" | "is_separable">) {
  if (adjusted_probability === null || is_separable !== true) return null;
  return adjusted_probability < alpha;
}

/** The dimension that is looked at first, of those whose values differ in yield. */
const preferred = [
  "segment",
  "employees",
  "industry",
  "lead_source",
  "region",
  "deal_type",
  "product",
];

function namedYields(rows: readonly YieldRow[]) {
  const named = rows.filter((row) => row.probability !== null && row.probability < alpha);
  const dimension = preferred.find((name) => named.some((row) => row.dimension === name));
  const sorted = named
    .filter((row) => row.dimension === dimension)
    .sort((a, b) => b.yield - a.yield || (a.label < b.label ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  return {
    best: first && first.yield > 1 ? namedYield(first) : null,
    worst: last && last.yield < 1 ? namedYield(last) : null,
  };
}

function namedYield({ yield_lower, yield_upper, ...row }: YieldRow): NamedYield | null {
  return yield_lower === null || yield_upper === null ? null : { ...row, yield_lower, yield_upper };
}

function stageFacts(rows: readonly StageRow[]): WinningFacts["stage"] {
  const most = (part: "days_rate" | "lost_rate") => {
    const [first] = rows
      .flatMap((row) => (row[part] === null ? [] : { stage: row.stage, rate: row[part] }))
      .sort((a, b) => b.rate - a.rate || (a.stage < b.stage ? -1 : 1));
    return first;
  };
  const [longest, deadliest] = [most("days_rate"), most("lost_rate")];
  return longest && deadliest ? { longest, deadliest } : null;
}

function reasonOf(rows: readonly LossRow[]): WinningFacts["reason"] {
  const [first] = rows
    .filter((row) => row.explanation === "reason" && row.value !== "unassigned")
    .sort((a, b) => b.count_rate - a.count_rate || (a.label < b.label ? -1 : 1));
  return first ? { label: first.label, rate: first.count_rate } : null;
}
