import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PlainDate } from "../src/calendar.ts";
import type { Workspace } from "../src/workspace/company.ts";
import type { Move } from "./publish/swap.ts";
import { recordedDays, recordedFiles, recordedFolders, recordsFolder } from "./recorded.ts";

/**
 * Copies each file of plans and people that no record holds as it stands now, to be moved into
 * place with the rest of the build. A rebuild as of a day before the last record records nothing.
 *
 * @param built where the copies are made
 * @returns the moves that record them; none when nothing has changed
 */
export function recordChanges(workspace: Workspace, asOf: PlainDate, built: string): Move[] {
  const { folder } = workspace;
  const last = recordedDays(folder).at(-1);
  if (last !== undefined && last > asOf) return [];
  const changed = ownFiles(folder).filter((path) => isNew(workspace, path, asOf));
  if (changed.length === 0) return [];
  const day = join(recordsFolder(folder), asOf);
  if (existsSync(day)) cpSync(day, built, { recursive: true });
  for (const path of changed) {
    mkdirSync(dirname(join(built, path)), { recursive: true });
    cpSync(join(folder, path), join(built, path));
  }
  return [{ from: built, to: day }];
}

/** Whether a file as it stands was seen by this rebuild first. */
function isNew(workspace: Workspace, path: string, asOf: PlainDate): boolean {
  const versions = recordedFiles(workspace, path, asOf);
  const isFirst = versions.length === 1 && !hasRecord(workspace.folder, path);
  return isFirst || (versions.length > 1 && versions.at(-1)?.recordedOn === asOf);
}

const hasRecord = (folder: string, path: string) =>
  recordedDays(folder).some((day) => existsSync(join(recordsFolder(folder), day, path)));

function ownFiles(folder: string): string[] {
  return recordedFolders.flatMap((name) => {
    if (!existsSync(join(folder, name))) return [];
    return readdirSync(join(folder, name), { recursive: true, encoding: "utf8" })
      .map((file) => join(name, file))
      .filter((path) => statSync(join(folder, path)).isFile())
      .sort();
  });
}
