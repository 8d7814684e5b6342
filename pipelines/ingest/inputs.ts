import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { PlainDate } from "../../src/calendar.ts";
import type { Feed } from "../../src/crm/feed.ts";
import type { ObjectName } from "../../src/crm/objects.ts";
import { workspaceFiles } from "../../src/crm/workspace-files.ts";
import { InputError } from "../../src/errors.ts";
import type { Source, Workspace } from "../../src/workspace/company.ts";
import { recordedFiles, recordedFolders } from "../recorded.ts";
import { dropDates, dropsFolder, endings, pathFrom, takenFiles } from "./drops.ts";
import { refuseRepeated } from "./repeated.ts";
import { layoutOf } from "./source-layout.ts";

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
  const layout = layoutOf(name, source);
  const dates = dropDates(folder).filter((date) => date <= asOf);
  const files = dates.flatMap((date) => takenFiles(layout, folder, date));
  return layout.feeds.flatMap((feed) => {
    const taken = files.filter((file) => file.feed === feed);
    const inputs = taken.map(({ file, date }) => input(workspace, name, feed, file, date));
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
  workspace: Workspace,
  source: string,
  feed: Feed,
  file: string,
  dropDate: PlainDate | null,
): Input {
  const place = pathFrom(workspace, file);
  return { source, feed, file, place, path: place, dropDate };
}

function find(folder: string, name: string): string[] {
  return endings.map((ending) => join(folder, name + ending)).filter((file) => existsSync(file));
}
