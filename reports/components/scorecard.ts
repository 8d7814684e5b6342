import { formatPeriod, type Unit } from "../src/format.js";
import type { Option } from "./choice.js";

export interface ScoredMetric {
  readonly metric: string;
  readonly label: string;
  readonly unit: Unit;
  readonly better: "up" | "down";
  /** Whether median and quartiles over single deals stand beside the mean. */
  readonly has_quartiles: boolean;
}

export interface ScorePeriod {
  readonly period: string;
  readonly period_start: string;
  readonly label: string;
  readonly is_complete: boolean;
}

export interface Rep {
  readonly rep_id: string;
  readonly name: string;
  readonly role: string | null;
  readonly role_label: string;
  readonly team_id: string;
  readonly region_id: string;
}

/** The part of an Arrow table that is used here. */
export interface ColumnTable {
  readonly numRows: number;
  getChild(name: string): { get(index: number): unknown } | null;
}

/** One entity in one period: `value` and `status` of each metric by its name. */
export interface Score {
  readonly entity_id: string;
  readonly name: string;
  readonly team: string;
  readonly role: string | null;
  readonly role_label: string;
  readonly period_start: string;
  readonly cells: Readonly<Record<string, ScoreCell>>;
}

export interface ScoreCell {
  readonly value: number | null;
  /** 0 ok, 1 partial, 2 too few, 3 absent. */
  readonly status: number;
  readonly lower_quartile: number | null;
  readonly median: number | null;
  readonly upper_quartile: number | null;
}

const tooFew = 2;

export interface ScoreQuery {
  readonly entity_type: string;
  readonly view: string;
  readonly period?: string;
  readonly period_start?: string;
  readonly entity_id?: string;
}

/** The scores that match a query, in the order of the file. */
export function scoresOf(
  table: ColumnTable,
  query: ScoreQuery,
  metrics: readonly ScoredMetric[],
  reps: readonly Rep[],
): Score[] {
  const repOf = new Map(reps.map((rep) => [rep.rep_id, rep]));
  const wanted = Object.entries(query).map(([key, value]) => [table.getChild(key), value] as const);
  const scores: Score[] = [];
  for (let index = 0; index < table.numRows; index++) {
    if (!wanted.every(([column, value]) => column?.get(index) === value)) continue;
    const entity_id = String(table.getChild("entity_id")?.get(index));
    const rep = repOf.get(entity_id);
    scores.push({
      entity_id,
      name: rep?.name ?? entity_id,
      team: rep?.team_id ?? "",
      role: rep?.role ?? null,
      role_label: rep?.role_label ?? "",
      period_start: String(table.getChild("period_start")?.get(index)),
      cells: cellsAt(table, index, metrics),
    });
  }
  return scores;
}

function cellsAt(table: ColumnTable, index: number, metrics: readonly ScoredMetric[]) {
  const at = (name: string) => (table.getChild(name)?.get(index) ?? null) as number | null;
  return Object.fromEntries(
    metrics.map(({ metric }) => [
      metric,
      {
        value: at(metric),
        status: Number(at(`${metric}_status`)),
        lower_quartile: at(`${metric}_lower_quartile`),
        median: at(`${metric}_median`),
        upper_quartile: at(`${metric}_upper_quartile`),
      },
    ]),
  );
}

/** Figures of a cell that may be shown: its value, and where it has them those around it. */
export type CellPart = "value" | "lower_quartile" | "median" | "upper_quartile";

/** The figure that may be shown: none where too few deals stand behind it. */
export function shownValue(score: Score, metric: string, part: CellPart = "value"): number | null {
  const cell = score.cells[metric];
  return cell === undefined || cell.status === tooFew ? null : cell[part];
}

/** Whether anything is known of an entity in the period: a deal decided, a quota held. */
export const isActive = (score: Score): boolean =>
  Object.values(score.cells).some(({ value }) => value !== null && value !== 0);

/** Periods to choose from, latest first; one that isn't over says so. */
export function periodOptions(periods: readonly ScorePeriod[]): Option[] {
  const headings: Readonly<Record<string, string>> = { quarter: "Quarters", year: "Years" };
  return [...periods]
    .sort((a, b) => a.period.localeCompare(b.period) || (a.period_start < b.period_start ? 1 : -1))
    .map(({ period, period_start, label, is_complete }) => ({
      value: `${period} ${period_start}`,
      label: `${formatPeriod(label)}${is_complete ? "" : " (so far)"}`,
      group: headings[period] ?? period,
    }));
}
