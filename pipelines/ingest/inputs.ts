import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { type PlainDate, parsePlainDate } from "../../src/calendar.ts";
import type { Feed, Layout } from "../../src/crm/feed.ts";
import { layouts, withOverrides } from "../../src/crm/layout.ts";
import { columnsOf, isObjectName, type ObjectName, objects } from "../../src/crm/objects.ts";
import { type TableFile, tableLayout } from "../../src/crm/table.ts";
import { workspaceFiles } from "../../src/crm/workspace-files.ts";
import { InputError, nearest } from "../../src/errors.ts";
import type { Source, Workspace } from "../../src/workspace/company.ts";
import { recordedFiles, recordedFolders } from "../recorded.ts";
import { refuseRepeated } from "./repeated.ts";

/** The name under which a workspace's own files stand in the warehouse. */
export const ownSource = "workspace";

/** A file that a feed takes in. */
export interface Input {
  readonly source: string;
  readonly feed: Feed;
  /** Absolute. */
  readonly file: string;
  /** Where it lies, from the workspace's folder, with `/`. */
  readonly place: string;
  /** Its name in tables, messages and pages: its place, but for plans kept as they once stood. */
  readonly path: string;
  /** The date of its drop; of a file that the company keeps itself the day it was first seen so. */
  readonly dropDate: PlainDate | null;
}

const endings = [".csv", ".csv.gz", ".parquet"];

/** The layout of a source: the CRM's own with the company's columns, or the mapping it declares. */
export function layoutOf(name: string, source: Source): Layout {
  for (const declared of [source.columns, source.values]) {
    for (const [object, columns] of Object.entries(declared)) {
      for (const column of Object.keys(columns)) checkColumn(checkObject(name, object), column);
    }
  }
  if (source.kind !== "table") return withOverrides(layouts[source.kind], source.columns);
  const files: Partial<Record<ObjectName, TableFile>> = {};
  for (const [object, file] of Object.entries(source.files)) {
    files[checkObject(name, object)] = { file, columns: source.columns[object] ?? {} };
  }
  return tableLayout(files);
}

function checkObject(source: string, object: string): ObjectName {
  if (isObjectName(object)) return object;
  const near = nearest(object, Object.keys(objects));
  throw new InputError(`unknown object: ${object} of source ${source}`, {
    file: "company.yaml",
    remedy: near
      ? `Did you mean "${near}"?`
      : `An object is one of ${Object.keys(objects).join(", ")}.`,
  });
}

function checkColumn(object: ObjectName, column: string): void {
  const known = Object.keys(columnsOf(object));
  if (known.includes(column)) return;
  const near = nearest(column, known);
  throw new InputError(`unknown column: ${column} of ${object}`, {
    file: "company.yaml",
    remedy: near
      ? `Did you mean "${near}"?`
      : `A column of ${object} is one of ${known.join(", ")}.`,
  });
}

/** The folder that holds a source's drops. */
export function dropsFolder({ folder }: Workspace, name: string, source: Source): string {
  return join(folder, source.folder ?? join("exports", name));
}

/** The dates of a source's drops, oldest first. */
export function dropDates(folder: string): PlainDate[] {
  if (!existsSync(folder)) {
    throw new InputError(`missing exports folder: ${folder}`, {
      remedy: "Put each export drop into a folder named by its date, such as 2026-07-03.",
    });
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => parsePlainDate(entry.name))
    .sort();
}

/** Every file to take in as of a date, in the order in which they were known. */
export function listInputs(workspace: Workspace, asOf: PlainDate): Input[] {
  const own = workspaceFiles.feeds.flatMap((feed) => ownInputs(workspace, feed, asOf));
  const sources = Object.entries(workspace.company.sources);
  const exported = sources.flatMap(([name, source]) => sourceInputs(workspace, name, source, asOf));
  const inputs = [...own, ...exported];
  refuseRepeated(inputs.map(({ path }) => path));
  return inputs;
}

/** A file of the workspace's own, in all the forms in which it was known until a day. */
function ownInputs(workspace: Workspace, feed: Feed, asOf: PlainDate): Input[] {
  const paths = endings.map((ending) => feed.file + ending);
  if (!isRecorded(feed)) {
    return find(workspace.folder, feed.file).map((file) =>
      input(workspace, ownSource, feed, file, null),
    );
  }
  return paths.flatMap((path) => {
    const versions = recordedFiles(workspace, path, asOf);
    return versions.map(({ file, recordedOn }, index) => {
      const version = input(workspace, ownSource, feed, file, recordedOn);
      return index === versions.length - 1 ? { ...version, path } : version;
    });
  });
}

/** Whether a file of the workspace's own is kept in every form that it had. */
const isRecorded = ({ file }: Feed): boolean =>
  recordedFolders.some((folder) => file.startsWith(`${folder}/`));

/** The objects of plans and people: their rows are known from a day on. */
export const recordedObjects: readonly ObjectName[] = workspaceFiles.feeds
  .filter(isRecorded)
  .map(({ object }) => object);

function sourceInputs(
  workspace: Workspace,
  name: string,
  source: Source,
  asOf: PlainDate,
): Input[] {
  const folder = dropsFolder(workspace, name, source);
  const dates = dropDates(folder).filter((date) => date <= asOf);
  return layoutOf(name, source).feeds.flatMap((feed) => {
    const inputs = dates.flatMap((date) =>
      find(join(folder, date), feed.file).map((file) => input(workspace, name, feed, file, date)),
    );
    const missing =
      source.drops === "full" ? dates.find((d) => !inputs.some((i) => i.dropDate === d)) : dates[0];
    const needed = source.drops === "full" ? missing !== undefined : inputs.length === 0;
    if (feed.required && needed) throw missingFile(workspace, folder, missing ?? asOf, feed);
    return inputs;
  });
}

function missingFile(
  workspace: Workspace,
  folder: string,
  date: PlainDate,
  feed: Feed,
): InputError {
  const file = relative(workspace.folder, join(folder, date, `${feed.file}.csv`));
  return new InputError(`missing file: ${file}`, {
    remedy: `Export ${feed.file} and put it there (${endings.join(", ")}).`,
  });
}

function input(
  { folder }: Workspace,
  source: string,
  feed: Feed,
  file: string,
  dropDate: PlainDate | null,
): Input {
  const place = relative(folder, file).replaceAll("\\", "/");
  return { source, feed, file, place, path: place, dropDate };
}

function find(folder: string, name: string): string[] {
  return endings.map((ending) => join(folder, name + ending)).filter((file) => existsSync(file));
}
