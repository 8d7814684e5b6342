import { type SimulationOptions, sampleOptions } from "../../src/simulation/options.ts";
import { simulate } from "../../src/simulation/simulate.ts";

export type Row = Readonly<Record<string, string>>;

/** A simulated company's files in memory. */
export interface Files {
  readonly paths: readonly string[];
  text(path: string): string;
  /** The rows of a CSV file, each with the drop that it stands in, if any. */
  rows(path: string): Row[];
  /** An object's rows of all drops, earliest drop first. */
  object(name: string): Row[];
}

export const smallCompany: SimulationOptions = {
  ...sampleOptions,
  reps: 12,
  accounts: 60,
  years: 2,
  seed: 11,
};

export function simulateFiles(options: Partial<SimulationOptions> = {}): Files {
  const files = new Map<string, string[]>();
  const sink = {
    table(path: string, header: string) {
      const lines = [header];
      files.set(path, lines);
      return (line: string) => {
        lines.push(line);
      };
    },
    text(path: string, content: string) {
      files.set(path, content.replace(/\n$/, "").split("\n"));
    },
  };
  for (const _ of simulate({ ...smallCompany, ...options }, sink));
  const paths = [...files.keys()].sort();
  const text = (path: string) => (files.get(path) ?? []).join("\n");
  const rows = (path: string) => readCsv(text(path), /(\d{4}-\d\d-\d\d)\//.exec(path)?.[1] ?? "");
  const object = (name: string) =>
    paths
      .filter((path) => path.endsWith(`/${name}.csv`) && path.startsWith("exports/"))
      .flatMap(rows);
  return { paths, text, rows, object };
}

/** The last row of each id: what replaying the drops leaves. */
export function latest(rows: readonly Row[], id = "Id"): Map<string, Row> {
  return new Map(rows.map((row) => [row[id] ?? "", row]));
}

export function groupBy(rows: Iterable<Row>, column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] ?? "";
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

function readCsv(text: string, drop: string): Row[] {
  const [header = [], ...records] = readRecords(text);
  return records.map((record) => ({
    drop,
    ...Object.fromEntries(header.map((name, index) => [name, record[index] ?? ""])),
  }));
}

/** RFC 4180: fields may be quoted and hold commas, doubled quotes and line breaks. */
function readRecords(text: string): string[][] {
  const field = /("(?:[^"]|"")*"|[^",\n]*)(,|\n|$)/y;
  const records: string[][] = [[]];
  while (field.lastIndex <= text.length) {
    const [whole = "", value = "", end = ""] = field.exec(text) ?? [];
    const plain = value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value;
    records.at(-1)?.push(plain);
    if (end === "\n") records.push([]);
    if (whole === "" || end === "") break;
  }
  return records;
}
