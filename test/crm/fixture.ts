import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { metrics } from "../../pipelines/metrics.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import type { Files } from "../workspaces/write.ts";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

/** The files of a workspace under `test/crm/fixtures`. */
export function fixture(name: string): Files {
  const folder = join(fixtures, name);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name: file }) => {
      const path = join(parentPath, file);
      return [path.slice(folder.length + 1), readFileSync(path)];
    }),
  );
}

/** A workspace as it is after the metrics. */
export async function measured(files: Files, asOf?: string): Promise<Loaded> {
  const loaded = await load(files, asOf);
  await metrics(loaded.run);
  return loaded;
}

/** The values of a year's metrics by name, of the company unless another entity is named. */
export async function yearOf(
  { all }: Loaded,
  names: readonly string[],
  entity: readonly [type: string, id: string] = ["company", "company"],
): Promise<Record<string, number | null>> {
  const [type, id] = entity;
  const rows = await all<{ metric: string; value: number | null }>(
    `select metric, value from kpi
     where period = 'year' and period_start = date '2026-01-01' and view = 'as_is'
       and breakdown is null and entity_type = '${type}'
       and (entity_type = 'company' or entity_id = '${id}')`,
  );
  const values = new Map(rows.map(({ metric, value }) => [metric, value]));
  return Object.fromEntries(names.map((name) => [name, values.get(name) ?? null]));
}

/** Findings by name and object, each with how often it was made. */
export const findingsOf = ({ all }: Loaded) =>
  all("select finding, object, entity_id, detail from finding order by all");
