import { join } from "node:path";
import { openArchive } from "../../pipelines/ingest/archive.ts";
import { beginLoading, keepContents } from "../../pipelines/ingest/contents.ts";
import { inspect } from "../../pipelines/ingest/inspection.ts";
import { loadFiles } from "../../pipelines/ingest/load.ts";
import { writeSettings } from "../../pipelines/ingest/settings.ts";
import { locate, stageRaw } from "../../pipelines/ingest/staging.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { type Run, sql } from "../../pipelines/run.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";
import { small } from "../workspaces/small.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

/** A record as ingested: its text, and the line it is said to stand on. */
export interface Ingested {
  readonly product_id: string | null;
  readonly name: string | null;
  readonly family: string | null;
  readonly line: number;
}

export interface Read {
  readonly rows: readonly Ingested[];
  readonly rejected: readonly { line: number; reason: string; value: string }[];
  readonly encoding: string | null;
  readonly delimiter: string | null;
}

/** Reads one product export after another, each into a table of its own, as ingest does. */
export async function productReader() {
  const folder = writeWorkspace(small);
  const warehouse = await openWarehouse(":memory:");
  const workspace = openWorkspace(folder);
  const run: Run = { workspace, asOf: "2026-06-30", warehouse, progress: silentProgress };
  await writeSettings(run, "test");
  await openArchive(run);
  let count = 0;
  const read = async (content: string | Uint8Array, ending = "csv"): Promise<Read> => {
    count += 1;
    const path = `exports/crm/2026-06-30/Product${count}.${ending}`;
    writeFiles(folder, { [path]: content });
    return readProduct(run, path, count);
  };
  return { folder, read, close: () => warehouse.close() };
}

async function readProduct(run: Run, path: string, fileId: number): Promise<Read> {
  const columns = { product_id: ["Id"], name: ["Name"], family: ["Family"] };
  const feed = { file: `Product${fileId}`, object: "product", columns } as const;
  const raw = `raw_crm__product_${fileId}`;
  const file = join(run.workspace.folder, path);
  const input = { source: "crm", feed, file, path, place: path, dropDate: "2026-06-30" };
  const inspected = { ...input, fileId, ...(await inspect(run, input)) };
  await run.warehouse.run(
    sql("ingest/create_raw", { raw, columns: { text: Object.keys(columns) } }),
  );
  const [loading] = await beginLoading(run, [inspected]);
  await loadFiles(run, raw, [inspected]);
  const rawFeed = { source: "crm", feed, raw, settings: undefined };
  await locate(run, rawFeed);
  const staged = await stageRaw(run, rawFeed, {});
  const staging = raw.replace("raw_", "stg_");
  await run.warehouse.run(sql("archive/table", { staging, staged }));
  await keepContents(run, { feed, staging, staged }, "test", {});
  const all = <Row>(text: string) => run.warehouse.all<Row>({ file: "test", sql: text });
  return {
    rows: await all(`select product_id, name, family, line from located_${raw} order by line`),
    rejected: await all(
      `select line, reason, value from archive.rejected_row where content_id = ${loading?.contentId} order by line`,
    ),
    encoding: inspected.encoding,
    delimiter: inspected.delimiter,
  };
}
