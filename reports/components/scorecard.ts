import { formatCount, formatPeriod, formatValue, type Unit } from "../src/format.js";
import type { Option } from "./choice.js";
import { type Column, text } from "./column.js";

export interface ScoredMetric {
  readonly metric: string;
  readonly label: string;
  readonly unit: Unit;
  readonly better: "up" | "down";
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
  readonly period_start: string;
  readonly cells: Readonly<Record<string, ScoreCell>>;
}

export interface ScoreCell {
  readonly value: number | null;
  /** 0 ok, 1 partial, 2 too few, 3 absent. */
  readonly status: number;
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
      period_start: String(table.getChild("period_start")?.get(index)),
      cells: cellsAt(table, index, metrics),
    });
  }
  return scores;
}

function cellsAt(table: ColumnTable, index: number, metrics: readonly ScoredMetric[]) {
  const at = (name: string) => table.getChild(name)?.get(index) as number | null;
  return Object.fromEntries(
    metrics.map(({ metric }) => [
      metric,
      { value: at(metric), status: Number(at(`${metric}_status`)) },
    ]),
  );
}

/** The value that may be shown: none where too few deals stand behind it. */
export function shownValue(score: Score, metric: string): number | null {
  const cell = score.cells[metric];
  return cell === undefined || cell.status === tooFew ? null : cell.value;
}

/** Whether anything is known of an entity in the period: a deal decided, a quota held. */
export const isActive = (score: Score): boolean =>
  Object.values(score.cells).some(({ value }) => value !== null && value !== 0);

/** Columns of a scorecard: the entity, then every metric in its unit. */
export function scoreColumns(
  metrics: readonly ScoredMetric[],
  heading: string,
  digits: number,
): Column<Score>[] {
  const isRep = heading === "Rep";
  return [
    text<Score>(heading, (score) => score.name, isRep ? repLink : undefined),
    ...(isRep ? [text<Score>("Team", (score) => score.team)] : []),
    ...metrics.map((metric) => metricColumn(metric, digits)),
  ];
}

const repLink = (score: Score) => `./performance.html?rep=${encodeURIComponent(score.entity_id)}`;

function metricColumn({ metric, label, unit }: ScoredMetric, digits: number): Column<Score> {
  const isMoney = unit.startsWith("money");
  return {
    heading: label,
    isNumber: true,
    value: (score) => shownValue(score, metric),
    format: (value: number) =>
      unit === "count" ? formatCount(value) : formatValue(value, unit, digits),
    download: (score) => {
      const value = shownValue(score, metric);
      return value !== null && isMoney ? value / 10 ** digits : value;
    },
  };
}

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
