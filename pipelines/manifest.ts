import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codeDigest } from "./code.ts";
import { policyFile } from "./compensation/accounting/policy-file.ts";
import { objectivesPath } from "./compensation/objectives.ts";
import { planFiles } from "./compensation/plans.ts";
import { goalsPath } from "./goals/plan.ts";
import type { InspectedInput } from "./ingest/inspection.ts";
import { publishedBefore } from "./ledger.ts";
import { recordedFiles } from "./recorded.ts";
import { type Run, sql } from "./run.ts";
import { scenarioFiles } from "./scenario/files.ts";
import { territoriesPath } from "./territories/plan.ts";

interface Package {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const product = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
) as Package;

/** Of what is installed here, down to its code. */
export const productVersion = `${product.version} (${codeDigest})`;

/** The programs that the numbers and pages depend on, by name. */
const versions: readonly { name: string; version: string }[] = [
  { name: "quotabook", version: productVersion },
  ...Object.entries(product.dependencies).map(([name, version]) => ({ name, version })),
];

interface ManifestInput {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Every file that a rebuild reads: the company file, plans, exports and what editions before it forecast. */
export function manifestInputs(
  { workspace, asOf }: Pick<Run, "workspace" | "asOf">,
  inputs: readonly Pick<InspectedInput, "path" | "sha256" | "bytes">[],
): ManifestInput[] {
  const plans = planPaths(workspace.folder).flatMap((path) => {
    const known = recordedFiles(workspace, path, asOf).at(-1);
    return known ? [manifestInput(path, known.file)] : [];
  });
  return [
    manifestInput("company.yaml", join(workspace.folder, "company.yaml")),
    ...plans,
    ...publishedBefore(workspace, asOf).map(({ path }) =>
      manifestInput(path, join(workspace.folder, path)),
    ),
    ...inputs.map(({ path, sha256: hash, bytes }) => ({ path, sha256: hash, bytes })),
  ];
}

/** Plans that aren't tables of a feed. */
const planPaths = (folder: string): string[] => [
  goalsPath,
  policyFile,
  territoriesPath,
  ...[objectivesPath].filter((path) => existsSync(join(folder, path))),
  ...planFiles(folder),
  ...scenarioFiles(folder),
];

function manifestInput(path: string, file: string): ManifestInput {
  const text = readFileSync(file);
  return { path, sha256: createHash("sha256").update(text).digest("hex"), bytes: text.length };
}

/** One id for a site and its warehouse: the same inputs, as-of and versions give the same id. */
export function buildIdOf({ asOf }: Run, inputs: readonly ManifestInput[]): string {
  const hash = createHash("sha256").update(JSON.stringify([asOf, versions]));
  for (const { path, sha256 } of inputs) hash.update(`${path}\0${sha256}\n`);
  return hash.digest("hex").slice(0, 12);
}

/** Writes what went in, with what, and how many rows came out. */
export async function writeManifest(
  { warehouse }: Run,
  inputs: readonly ManifestInput[],
): Promise<void> {
  await warehouse.run(sql("tables/manifest_input"));
  await warehouse.append("manifest_input", inputs);
  await warehouse.run(sql("tables/manifest_version"));
  await warehouse.append("manifest_version", versions);
  await warehouse.run(sql("tables/manifest_table"));
  const tables = await warehouse.all<{ table_name: string }>(sql("marts/built_tables"));
  for (const { table_name } of tables) {
    const digest = await warehouse.all<{ rows: number; digest: string }>(
      sql("marts/table_digest", { table: table_name }),
    );
    await warehouse.append(
      "manifest_table",
      digest.map((one) => ({ table_name, ...one })),
    );
  }
}
