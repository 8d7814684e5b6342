import type { ScoredCell } from "./scorecard.js";

export interface Rep {
  readonly rep_id: string;
  readonly role: string | null;
  readonly role_label: string;
  readonly team_id: string;
}

/** One entity in one period: its cell of each metric by the metric's name. */
export interface Score {
  readonly entity_id: string;
  readonly name: string;
  readonly team: string;
  readonly role: string | null;
  readonly role_label: string;
  readonly period_start: string;
  readonly cells: Readonly<Record<string, ScoredCell>>;
}

/** Cells by entity and period, reps with their names and roles. */
export function scoresOf(
  cells: readonly ScoredCell[],
  nameOf: (entity_id: string) => string,
  reps: ReadonlyMap<string, Rep>,
): Score[] {
  const scores = new Map<string, Score & { cells: Record<string, ScoredCell> }>();
  for (const cell of cells) {
    if (cell.breakdown !== null) continue;
    const { entity_id, entity_type, period_start } = cell;
    const key = `${period_start} ${entity_id}`;
    const rep = entity_type === "rep" ? reps.get(entity_id) : undefined;
    const score = scores.get(key) ?? {
      entity_id,
      name: nameOf(entity_id),
      team: rep?.team_id ?? "",
      role: rep?.role ?? null,
      role_label: rep?.role_label ?? "",
      period_start,
      cells: {},
    };
    score.cells[cell.metric] = cell;
    scores.set(key, score);
  }
  return [...scores.values()];
}

/** Figures of a cell that may be shown: its value, and where it has them those around it. */
export type CellPart = "value" | "lower_quartile" | "median" | "upper_quartile";

export const shownValue = (score: Score, metric: string, part: CellPart = "value"): number | null =>
  score.cells[metric]?.[part] ?? null;

/** Whether anything is known of an entity in the period: a deal decided, a quota held. */
export const isActive = (score: Score): boolean =>
  Object.values(score.cells).some(({ value }) => value !== null && value !== 0);
