import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type PlainDate, parsePlainDate } from "../src/calendar.ts";
import { InputError } from "../src/errors.ts";
import type { Workspace } from "../src/workspace/company.ts";

/** A file of plans or people as it stood from some day on. */
export interface RecordedFile {
  /** Absolute. */
  readonly file: string;
  /** The as-of of the rebuild that first saw it so; none for what was there from the start. */
  readonly recordedOn: PlainDate | null;
}

/** The folders of a workspace whose files a rebuild records when they change. */
export const recordedFolders = ["people", "plans"] as const;

/** Where files of plans and people are kept as they stood: one folder a day of change. */
export const recordsFolder = (folder: string) => join(folder, "state", "recorded");

/** The days on which a rebuild found a file changed, oldest first. */
export function recordedDays(folder: string): PlainDate[] {
  const records = recordsFolder(folder);
  if (!existsSync(records)) return [];
  return readdirSync(records, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => parsePlainDate(entry.name))
    .sort();
}

/**
 * The file as it was known until a day, oldest first; the last one is how it stands as of that day.
 * What the first rebuild found counts as known from the start.
 *
 * @param path from the workspace's folder
 * @returns nothing where there is no such file
 * @throws InputError when a file that was recorded isn't there any more
 */
export function recordedFiles(
  { folder }: Workspace,
  path: string,
  asOf: PlainDate,
): RecordedFile[] {
  const records = recordedDays(folder)
    .map((day) => ({ day, file: join(recordsFolder(folder), day, path) }))
    .filter(({ file }) => existsSync(file));
  // a day before the first record knows what was there from the start
  const known = records.filter(({ day }, index) => index === 0 || day <= asOf);
  const current = join(folder, path);
  if (known.length < records.length) return versionsOf(known);
  if (!existsSync(current)) {
    if (known.length === 0) return [];
    throw new InputError(`missing file: ${path}`, {
      file: path,
      remedy: `It was there as of ${known.at(-1)?.day}: put it back, with its headings alone if nothing in it holds.`,
    });
  }
  const last = known.at(-1);
  // under its own name as long as it hasn't changed, so that a second rebuild says the same
  if (last && readFileSync(last.file).equals(readFileSync(current)))
    return versionsOf([...known.slice(0, -1), { ...last, file: current }]);
  if (last?.day === asOf) return versionsOf([...known.slice(0, -1), { day: asOf, file: current }]);
  return versionsOf([...known, { day: asOf, file: current }]);
}

function versionsOf(files: readonly { day: PlainDate; file: string }[]): RecordedFile[] {
  return files.map(({ day, file }, index) => ({ file, recordedOn: index === 0 ? null : day }));
}
