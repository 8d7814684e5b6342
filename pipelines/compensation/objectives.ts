import { type PlainDate, parsePeriod } from "../../src/calendar.ts";
import { InputError, InputErrors, nearest } from "../../src/errors.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { recordedFiles } from "../recorded.ts";
import { readTableFile, type TableRow } from "../table-file.ts";
import type { LevelRow, PersonRow } from "./rows.ts";

/** Where a workspace keeps the objectives of its people, and their scores. */
export const objectivesPath = "plans/objectives.csv";
const columns = ["rep_id", "period", "objective", "weight", "score"] as const;
type Column = (typeof columns)[number];

/** An objective of somebody in a period; its score is null until it is scored. */
interface Objective extends Omit<LevelRow, "measure" | "value"> {
  readonly line: number;
  readonly objective: string;
  readonly weight: number;
  readonly score: number | null;
}

/**
 * The scores of everybody's objectives by period, weighted: 1 where all are met. A period with an
 * objective that isn't scored yet has none.
 *
 * @throws InputErrors for what can't be read in plans/objectives.csv, InputError where there is none
 */
export async function readObjectives(
  workspace: Workspace,
  asOf: PlainDate,
  warehouse: Warehouse,
): Promise<Omit<LevelRow, "measure">[]> {
  const known = recordedFiles(workspace, objectivesPath, asOf).at(-1);
  const remedy = `Write it with the columns ${columns.join(",")}.`;
  if (!known)
    throw new InputError(`missing file: ${objectivesPath}`, { file: objectivesPath, remedy });
  const table = await readTableFile(known.file, remedy);
  const people = await warehouse.table<PersonRow>("known_person", ["person_id"]);
  const names = table.headings.map((heading) => heading.trim().toLowerCase());
  const missing = columns.find((column) => !names.includes(column));
  if (missing !== undefined) {
    throw new InputError(`missing column: ${missing} in ${objectivesPath}`, {
      file: objectivesPath,
      line: 1,
      remedy,
    });
  }
  const errors: InputError[] = [];
  const context = { workspace, people: people.map(({ person_id }) => person_id), names, errors };
  const rows = table.rows.flatMap((row) => objectiveIn(row, context) ?? []);
  refuseRepeated(rows, errors);
  if (errors.length > 0) throw new InputErrors(errors);
  return [...grouped(rows, periodKey).values()].flatMap((own) => levelOf(own) ?? []);
}

const periodKey = ({ rep_id, period, period_start }: Objective) =>
  `${rep_id} ${period} ${period_start}`;

function levelOf(own: readonly Objective[]): Omit<LevelRow, "measure"> | null {
  const [first] = own;
  if (first === undefined || own.some(({ score }) => score === null)) return null;
  const all = own.reduce((sum, { weight }) => sum + weight, 0);
  const met = own.reduce((sum, { weight, score }) => sum + weight * (score ?? 0), 0);
  const { rep_id, period, period_start } = first;
  return { rep_id, period, period_start, value: met / all };
}

interface Context {
  readonly workspace: Workspace;
  readonly people: readonly string[];
  readonly names: readonly string[];
  readonly errors: InputError[];
}

function objectiveIn({ line, cells }: TableRow, context: Context): Objective | null {
  const { workspace, people, names, errors } = context;
  const text = (column: Column) => cells[names.indexOf(column)]?.trim() ?? "";
  const wrong = (column: Column, what: string, remedy: string) => {
    errors.push(new InputError(what, { file: objectivesPath, line, column, remedy }));
    return null;
  };
  const repId = text("rep_id");
  if (!people.includes(repId)) {
    const meant = nearest(repId, people);
    const remedy = meant ? `Did you mean "${meant}"?` : "Record the person in people/roster.csv.";
    return wrong("rep_id", `unknown person: "${repId}"`, remedy);
  }
  if (!/^\d*\.?\d+$/.test(text("weight")) || Number(text("weight")) === 0) {
    const remedy = "Write weights as numbers above 0: 0.4, or 40.";
    return wrong("weight", `invalid weight: "${text("weight")}"`, remedy);
  }
  if (!/^(\d*\.?\d+)?$/.test(text("score"))) {
    const remedy =
      "Write a score as a number, 1 where the objective is met; leave it empty before.";
    return wrong("score", `invalid score: "${text("score")}"`, remedy);
  }
  const period = periodIn(text("period"), workspace);
  if (period === null) {
    const remedy = "Write a period as 2026-03, FY26-Q3 or FY26.";
    return wrong("period", `invalid period: "${text("period")}"`, remedy);
  }
  return {
    line,
    rep_id: repId,
    period: period.period,
    period_start: period.periodStart,
    objective: text("objective"),
    weight: Number(text("weight")),
    score: text("score") === "" ? null : Number(text("score")),
  };
}

function periodIn(label: string, { company }: Workspace) {
  try {
    return parsePeriod(label, company.calendar);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function refuseRepeated(rows: readonly Objective[], errors: InputError[]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = `${periodKey(row)} ${row.objective}`;
    const remedy = "Give each objective of a person and period one row.";
    if (seen.has(key)) {
      const what = `repeated objective: "${row.objective}" of ${row.rep_id}`;
      errors.push(
        new InputError(what, { file: objectivesPath, line: row.line, column: "objective", remedy }),
      );
    }
    seen.add(key);
  }
}
