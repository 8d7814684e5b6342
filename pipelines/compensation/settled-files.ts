import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { PlainDate } from "../../src/calendar.ts";
import { InputError, InputErrors } from "../../src/errors.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { commandLine } from "../command-line.ts";
import { goalsPath } from "../goals/plan.ts";
import { listInputs } from "../ingest/inputs.ts";
import { hashFile } from "../ingest/inspect.ts";
import { ledgerFolder } from "../ledger.ts";
import { manifestInputs } from "../manifest.ts";
import { recordedFiles } from "../recorded.ts";
import { scenarioFolder } from "../scenario/files.ts";
import { policyFile } from "./accounting/policy-file.ts";
import { objectivesPath } from "./objectives.ts";
import { type PlanFile, planFolder, readPlans } from "./plans.ts";
import type { SealedInput } from "./seals.ts";

/** The files that settling reads itself, as they stand: plans, the accounting policy and objectives. */
export function filesOfSettling(
  workspace: Workspace,
  asOf: PlainDate,
  plans: readonly Pick<PlanFile, "file" | "sha256" | "terms">[],
): SealedInput[] {
  const measures = plans.flatMap(({ terms }) => terms.components.map(({ measure }) => measure));
  const others = measures.includes("objectives") ? [policyFile, objectivesPath] : [policyFile];
  return [
    ...plans.map(({ file, sha256 }) => ({ file, sha256 })),
    ...others.flatMap((file) => {
      const known = recordedFiles(workspace, file, asOf).at(-1);
      return known ? [{ file, sha256: hashOf(readFileSync(known.file)) }] : [];
    }),
  ];
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Every file that the tables of pay were settled from, as it was read: by settling, or by the last rebuild. */
export async function settledFiles(warehouse: Warehouse): Promise<SealedInput[]> {
  const read = await warehouse.table<{ path: string; sha256: string }>("manifest_input", ["path"]);
  const own = await warehouse.table<SealedInput>("commission_input", ["file"]);
  return merged(read, own);
}

/**
 * Refuses files that aren't what the tables of pay were settled from.
 *
 * @param period whose label the remedy tells
 * @throws InputErrors naming every file that was changed since, came or is gone
 */
export async function refuseChangedFiles(
  workspace: Workspace,
  asOf: PlainDate,
  settled: readonly SealedInput[],
  period: string,
): Promise<void> {
  const now = await filesNow(workspace, asOf);
  const changed = changedFiles(settled, now);
  if (changed.length === 0) return;
  throw new InputErrors(changed.map((file) => changedSince(file, workspace.folder, period)));
}

/** The files that a rebuild and settling would read now. */
async function filesNow(workspace: Workspace, asOf: PlainDate): Promise<SealedInput[]> {
  const inputs = [];
  for (const { file, path } of listInputs(workspace, asOf)) {
    inputs.push({ path, ...(await hashFile(file)) });
  }
  const read = manifestInputs({ workspace, asOf }, inputs);
  return merged(read, filesOfSettling(workspace, asOf, readPlans(workspace, asOf)));
}

/** What settling reads itself counts as it read it, whatever the rebuild before it did. */
function merged(
  read: readonly { readonly path: string; readonly sha256: string }[],
  own: readonly SealedInput[],
): SealedInput[] {
  const others = read
    .filter(({ path }) => isOfPay(path) && !isOfSettling(path))
    .map(({ path, sha256 }) => ({ file: path, sha256 }));
  return [...others, ...own].sort((a, b) => (a.file < b.file ? -1 : 1));
}

const isOfSettling = (path: string) =>
  path === policyFile || path === objectivesPath || path.startsWith(`${planFolder}/`);

/** All but goals, scenarios and past forecasts: a plan may pay by any KPI, and that be made of any table. */
const isOfPay = (path: string) =>
  path !== goalsPath &&
  !path.startsWith(`${scenarioFolder}/`) &&
  !path.startsWith(`${ledgerFolder}/`);

function changedFiles(settled: readonly SealedInput[], now: readonly SealedInput[]): string[] {
  const [before, today] = [settled, now].map(
    (files) => new Map(files.map(({ file, sha256 }) => [file, sha256])),
  );
  const files = new Set([...settled, ...now].map(({ file }) => file));
  // what an edited file was before is read from its record from then on
  return [...files]
    .filter((file) => before?.get(file) !== today?.get(file))
    .filter((file) => before?.has(file) || !file.startsWith("state/"));
}

function changedSince(file: string, folder: string, period: string): InputError {
  if (isOfSettling(file)) {
    return new InputError("changed file since pay was settled", {
      file,
      remedy: `Settle first, so that what is closed is what the file says: ${commandLine("settle", folder)} ${period}`,
    });
  }
  return new InputError("changed file since the last rebuild", {
    file,
    remedy: `Rebuild first, so that what is closed is what the file says: ${commandLine("rebuild", folder)}`,
  });
}
