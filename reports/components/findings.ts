import { formatCount } from "../src/format.js";
import { type ColumnTable, rowsWhere } from "./arrowRows.js";
import type { Option } from "./choice.js";
import { type Column, count, date, prose, text } from "./column.js";

/** A kind of finding in one object, with what was done and how to mend it. */
export interface Kind {
  readonly finding: string;
  readonly severity: string;
  readonly object: string;
  readonly occurrences: number;
  readonly meaning: string;
  readonly done: string | null;
  readonly remedy: string | null;
}

/** A row behind a finding. */
export interface FindingRow {
  readonly finding: string;
  readonly severity: string;
  readonly object: string;
  readonly entity_id: string | null;
  readonly path: string | null;
  readonly line: number | null;
  readonly detail: string | null;
}

/** A fact told in two ways: the telling that stands and the other. */
export interface Contradiction {
  readonly object: string;
  readonly entity_id: string;
  readonly stands: string;
  readonly stands_drop_date: string;
  readonly stands_path: string;
  readonly stands_line: number;
  readonly other: string;
  readonly other_drop_date: string;
  readonly other_path: string;
  readonly other_line: number;
}

const severities: Readonly<Record<string, string>> = {
  refuse: "✕ refuses",
  reject: "✕ rejected",
  warn: "△ warning",
  note: "○ note",
};

const words = (name: string) => name.replaceAll("_", " ");

export const kindColumns: readonly Column<Kind>[] = [
  text("Severity", (kind) => severities[kind.severity] ?? kind.severity),
  prose("What was found", (kind) => kind.meaning),
  text("In", (kind) => words(kind.object)),
  count("Rows", (kind) => kind.occurrences),
  prose("What was done", (kind) => kind.done),
  prose("How to mend it at the source", (kind) => kind.remedy),
];

/** The kinds whose rows can be looked at: rejected rows have a table of their own. */
export const kindOptions = (kinds: readonly Kind[]): Option[] =>
  kinds.flatMap((kind, index) =>
    kind.severity === "reject"
      ? []
      : [
          {
            value: String(index),
            label: `${kind.meaning}, ${words(kind.object)} (${formatCount(kind.occurrences)})`,
            group: severities[kind.severity] ?? kind.severity,
          },
        ],
  );

const names: readonly (keyof FindingRow)[] = [
  "finding",
  "severity",
  "object",
  "entity_id",
  "path",
  "line",
  "detail",
];

export const rowsOf = (
  table: ColumnTable,
  { finding, severity, object }: Pick<Kind, "finding" | "severity" | "object">,
): FindingRow[] => rowsWhere<FindingRow>(table, names, { finding, severity, object });

export const rowColumns: readonly Column<FindingRow>[] = [
  text("Id", (row) => row.entity_id),
  prose("What it says", (row) => row.detail),
  text("File", (row) => row.path),
  count("Line", (row) => row.line),
];

export const contradictionColumns: readonly Column<Contradiction>[] = [
  text("In", (row) => words(row.object)),
  text("Id", (row) => row.entity_id),
  prose("Stands", (row) => row.stands),
  date("Told first in the drop of", (row) => row.stands_drop_date),
  text("There", (row) => place(row.stands_path, row.stands_line)),
  prose("Told otherwise", (row) => row.other),
  date("In the drop of", (row) => row.other_drop_date),
  text("Where", (row) => place(row.other_path, row.other_line)),
];

const place = (path: string, line: number) => `${path}, line ${line}`;

/** Findings of drops and plans that tell what others told before, or tell it anew. */
const changeKinds = ["repeated_drop", "backward_drop", "changed_plan_row"];

const changeWords: Readonly<Record<string, string>> = {
  repeated_drop: "a drop that repeats another",
  backward_drop: "a drop that goes backwards",
  changed_plan_row: "a plan row edited or deleted",
};

/** Repeated drops and changed plan rows; how many there are, where only the first are given. */
export function changesOf(table: ColumnTable, kinds: readonly Kind[]) {
  const own = kinds.filter(({ finding }) => changeKinds.includes(finding));
  const total = own.reduce((sum, kind) => sum + kind.occurrences, 0);
  return { rows: own.flatMap((kind) => rowsOf(table, kind)), total };
}

export const changeColumns: readonly Column<FindingRow>[] = [
  text("What", (row) => changeWords[row.finding] ?? words(row.finding)),
  text("In", (row) => words(row.object)),
  ...rowColumns,
];
