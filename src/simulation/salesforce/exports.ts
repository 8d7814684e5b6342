import { type Instant, utcDay } from "../days.ts";
import type { Drops } from "../drops.ts";
import { at } from "../random.ts";
import type { LineWriter, Sink } from "../sink.ts";
import { prefixes, type SalesforceObject } from "./ids.ts";

/** Puts rows into the drops that would have exported them. */
export interface Exports {
  /**
   * A record and its changes: `times` ascending, the first its creation. `row` writes the record
   * as it is after version `version`, for the drop numbered `drop`.
   */
  record(
    object: SalesforceObject,
    times: readonly Instant[],
    row: (version: number, drop: number) => string,
  ): void;
  /** A record that never changes. */
  append(object: SalesforceObject, time: Instant, row: () => string): void;
  /** Once more the same row in its first drop: what a doubled page of an export looks like. */
  repeat(object: SalesforceObject, time: Instant, row: (drop: number) => string): void;
  /** The drop that a change is in; `drops.dates.length` when it is after the last. */
  dropOf(time: Instant): number;
}

export interface ExportsOptions {
  readonly sink: Sink;
  readonly drops: Drops;
  readonly mode: "delta" | "full";
  readonly headers: Readonly<Record<SalesforceObject, readonly string[]>>;
}

export function createExports({ sink, drops, mode, headers }: ExportsOptions): Exports {
  const count = drops.dates.length;
  const writers = openWriters({ sink, drops, mode, headers });
  const dropOf = (time: Instant) => drops.dropOf(utcDay(time));
  const last = (drop: number) => (mode === "full" ? count - 1 : drop);
  return {
    dropOf,
    record(object, times, row) {
      for (let version = 0; version < times.length; version++) {
        const first = dropOf(at(times, version));
        const next = version + 1 < times.length ? dropOf(at(times, version + 1)) : count;
        const until = Math.min(last(first), next - 1);
        for (let drop = first; drop <= until; drop++) writers(object, drop)(row(version, drop));
      }
    },
    append(object, time, row) {
      const first = dropOf(time);
      if (first >= count) return;
      const line = row();
      for (let drop = first; drop <= last(first); drop++) writers(object, drop)(line);
    },
    repeat(object, time, row) {
      const drop = dropOf(time);
      if (drop < count) writers(object, drop)(row(drop));
    },
  };
}

/** Files are opened when their first row comes; in the first drop every object has one. */
function openWriters({ sink, drops, headers }: ExportsOptions) {
  const open = new Map<SalesforceObject, (LineWriter | undefined)[]>();
  const begin = (object: SalesforceObject, drop: number): LineWriter =>
    sink.table(`exports/salesforce/${at(drops.dates, drop)}/${object}.csv`, headers[object].join());
  for (const object of Object.keys(prefixes) as SalesforceObject[])
    open.set(object, [begin(object, 0)]);
  return (object: SalesforceObject, drop: number): LineWriter => {
    const writers = open.get(object) ?? [];
    const known = writers[drop];
    if (known) return known;
    const writer = begin(object, drop);
    writers[drop] = writer;
    return writer;
  };
}
