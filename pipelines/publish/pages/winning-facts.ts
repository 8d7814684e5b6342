import type { NamedRate, NamedYield, WinningFacts } from "../../../src/narrative/winning.ts";
import { effortWords } from "../../../src/narrative/winning-words.ts";
import { wilson } from "../../../src/statistics/wilson.ts";

export interface BoardRow {
  readonly span: string;
  readonly scope: string;
  readonly starts: string;
  readonly ends: string;
  readonly quarters: number | null;
  readonly won_count: number;
  readonly lost_count: number;
}

interface OnBoard {
  readonly span: string;
  readonly scope: string;
}

export interface ValueRow extends OnBoard {
  readonly dimension: string;
  readonly value: string;
  readonly label: string;
  readonly status: string;
  readonly won_count: number;
  readonly lost_count: number;
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly probability: number | null;
  readonly odds_ratio: number | null;
  readonly adjusted_probability: number | null;
  readonly is_separable: boolean | null;
}

export interface YieldRow extends OnBoard {
  readonly dimension: string;
  readonly value: string;
  readonly label: string;
  readonly measure: string;
  readonly effort_rate: number;
  readonly value_rate: number;
  readonly yield: number;
  readonly yield_lower: number | null;
  readonly yield_upper: number | null;
  readonly probability: number | null;
}

export interface StageRow extends OnBoard {
  readonly stage: string;
  readonly days_rate: number | null;
  readonly lost_rate: number | null;
}

export interface LossRow extends OnBoard {
  readonly explanation: string;
  readonly value: string;
  readonly label: string;
  readonly count_rate: number;
}

export interface WinningTables {
  readonly boards: readonly BoardRow[];
  readonly values: readonly ValueRow[];
  readonly yields: readonly YieldRow[];
  readonly stages: readonly StageRow[];
  readonly losses: readonly LossRow[];
  readonly absent: readonly string[];
}

/** A chance of a false statement below which a value is called different. */
const alpha = 0.05;

/** What the page opens with: new business of the recent quarters where there is any, else all deals. */
export function firstBoard(boards: readonly BoardRow[]): BoardRow | undefined {
  for (const span of ["recent", "all"]) {
    for (const scope of ["new", "all"]) {
      const found = boards.find((board) => board.span === span && board.scope === scope);
      if (found) return found;
    }
  }
  return undefined;
}

/** The facts that the page's answer tells; null without a decided deal. */
export function winningFacts(tables: WinningTables): WinningFacts | null {
  const board = firstBoard(tables.boards);
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
