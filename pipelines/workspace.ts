import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type PlainDate, parsePlainDate } from "../src/calendar.ts";
import { layouts } from "../src/crm/layout.ts";
import { InputError } from "../src/errors.ts";
import { parseCompany, type Workspace } from "../src/workspace/company.ts";
import { dropDates, dropsFolder } from "./ingest/drops.ts";

/**
 * Reads a workspace's company file.
 *
 * @throws InputError when the folder or its company file is missing
 * @throws InputErrors for every mistake in the company file
 */
export function openWorkspace(folder: string): Workspace {
  const root = resolve(folder);
  const file = join(root, "company.yaml");
  if (!existsSync(root)) {
    throw new InputError(`missing workspace: ${folder}`, {
      remedy: "Name a folder that holds a company.yaml.",
    });
  }
  if (!existsSync(file)) {
    throw new InputError(`missing company file: ${join(folder, "company.yaml")}`, {
      remedy: "Write one; data/sample/company.yaml shows how.",
    });
  }
  const text = readFileSync(file, "utf8");
  return { folder: root, company: parseCompany(text, "company.yaml", Object.keys(layouts)) };
}

/**
 * The as-of of a rebuild: the date given, else that of the latest drop of any source.
 *
 * @throws InputError when the date is no date, or no drop lies on or before it
 */
export function resolveAsOf(workspace: Workspace, given: string | undefined): PlainDate {
  const dates = Object.entries(workspace.company.sources)
    .flatMap(([name, source]) => dropDates(dropsFolder(workspace, name, source)))
    .sort();
  const asOf = given === undefined ? dates.at(-1) : parsePlainDate(given);
  if (asOf !== undefined && dates[0] !== undefined && dates[0] <= asOf) return asOf;
  throw new InputError(`missing drop: none is dated on or before ${asOf ?? "today"}`, {
    remedy: "Put an export into exports/<source>/<date>/, or choose a later as-of.",
  });
}
