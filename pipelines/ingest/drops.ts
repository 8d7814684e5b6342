import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { type PlainDate, parsePlainDate } from "../../src/calendar.ts";
import type { Feed, Layout } from "../../src/crm/feed.ts";
import { feedFor } from "../../src/crm/filename.ts";
import { InputError } from "../../src/errors.ts";
import type { Source, Workspace } from "../../src/workspace/company.ts";
import { layoutOf } from "./source-layout.ts";

/** How the name of a file that can be read ends. */
export const endings = [".csv", ".csv.gz", ".parquet", ".xlsx"];

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

/** A file of a drop, with the feed that takes it. */
export interface DropFile {
  readonly file: string;
  readonly date: PlainDate;
  readonly feed: Feed | undefined;
}

/** Every file of a drop, by name. */
export function takenFiles(layout: Layout, folder: string, date: PlainDate): DropFile[] {
  const drop = join(folder, date);
  return readdirSync(drop, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const ending = endings.findLast((one) => name.endsWith(one));
      const feed =
        ending === undefined ? undefined : feedFor(layout, name.slice(0, -ending.length));
      return { file: join(drop, name), date, feed };
    });
}

/** The files of a workspace's drops that feed nothing, by path from its folder. */
export function unusedFiles(workspace: Workspace, asOf: PlainDate): string[] {
  return Object.entries(workspace.company.sources).flatMap(([name, source]) => {
    const folder = dropsFolder(workspace, name, source);
    const layout = layoutOf(name, source);
    return dropDates(folder)
      .filter((date) => date <= asOf)
      .flatMap((date) => takenFiles(layout, folder, date))
      .filter(({ feed }) => feed === undefined)
      .map(({ file }) => pathFrom(workspace, file));
  });
}

/** A file's path from its workspace's folder, with `/`. */
export const pathFrom = ({ folder }: Workspace, file: string) =>
  relative(folder, file).replaceAll("\\", "/");
