import { statSync } from "node:fs";
import { type Run, sql } from "../run.ts";
import { listInputs } from "./inputs.ts";

/** Bounds of what the engine holds, in bytes; between them it is a share of what there is to read. */
const memory = { least: 1e9, most: 2e9, share: 0.3 } as const;

/** How many times its size a packed file counts for. */
const packed = 8;

/**
 * Bounds the engine's memory by the size of the files to read: what doesn't fit is spilled to disk,
 * but the more rows a statement meets, the more of it has to stay.
 */
export async function boundMemory(run: Run): Promise<void> {
  const files = listInputs(run.workspace, run.asOf).map(({ file }) => file);
  const limit = Math.min(memory.most, Math.max(memory.least, sizeOf(files) * memory.share));
  await run.warehouse.run(sql("ingest/memory_limit"), { memory_limit: `${Math.round(limit)}B` });
}

const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size * (file.endsWith(".csv") ? 1 : packed), 0);
