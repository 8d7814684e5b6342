import { type Instant, utcDay } from "./days.ts";
import type { Drops } from "./drops.ts";
import { at } from "./random.ts";
import type { LineWriter, Sink } from "./sink.ts";

/** Puts rows into the drops that would have exported them. */
export interface Exports<Table extends string> {
  /**
   * A record and its changes: `times` ascending, the first its creation. `row` writes the record
   * as it is after version `version`, for the drop numbered `drop`.
   */
  record(
    table: Table,
    times: readonly Instant[],
    row: (version: number, drop: number) => string,
  ): void;
  /** A record that never changes. */
  append(table: Table, time: Instant, row: () => string): void;
  /** Once more the same row in its first drop: what a doubled page of an export looks like. */
  repeat(table: Table, time: Instant, row: (drop: number) => string): void;
  /** The drop that a change is in; `drops.dates.length` when it is after the last. */
  dropOf(time: Instant): number;
}

export interface ExportsOptions<Table extends string> {
  readonly sink: Sink;
  readonly drops: Drops;
  readonly mode: "delta" | "full";
  /** The source's folder under `exports/`. */
  readonly source: string;
  /** The heading line of each file, which is named as its table. */
  readonly headers: Readonly<Record<Table, readonly string[]>>;
}

/** Opens a source's exports; every table has a file in the first drop, later ones as rows come. */
export function createExports<Table extends string>(
  options: ExportsOptions<Table>,
): Exports<Table> {
  const { drops, mode } = options;
  const count = drops.dates.length;
  const writers = openWriters(options);
  const dropOf = (time: Instant) => drops.dropOf(utcDay(time));
  const last = (drop: number) => (mode === "full" ? count - 1 : drop);
  return {
    dropOf,
    record(table, times, row) {
      for (let version = 0; version < times.length; version++) {
        const first = dropOf(at(times, version));
        const next = version + 1 < times.length ? dropOf(at(times, version + 1)) : count;
        const until = Math.min(last(first), next - 1);
        for (let drop = first; drop <= until; drop++) writers(table, drop)(row(version, drop));
      }
    },
    append(table, time, row) {
      const first = dropOf(time);
      if (first >= count) return;
      const line = row();
      for (let drop = first; drop <= last(first); drop++) writers(table, drop)(line);
    },
    repeat(table, time, row) {
      const drop = dropOf(time);
      if (drop < count) writers(table, drop)(row(drop));
    },
  };
}

function openWriters<Table extends string>(options: ExportsOptions<Table>) {
  const { sink, drops, source, headers } = options;
  const open = new Map<Table, (LineWriter | undefined)[]>();
  const begin = (table: Table, drop: number): LineWriter =>
    sink.table(`exports/${source}/${at(drops.dates, drop)}/${table}.csv`, headers[table].join());
  for (const table of Object.keys(headers) as Table[]) open.set(table, [begin(table, 0)]);
  return (table: Table, drop: number): LineWriter => {
    const writers = open.get(table) ?? [];
    const known = writers[drop];
    if (known) return known;
    const writer = begin(table, drop);
    writers[drop] = writer;
    return writer;
  };
}
