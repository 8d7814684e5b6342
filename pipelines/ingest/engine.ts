import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { type Run, sql } from "../run.ts";
import { listInputs } from "./inputs.ts";

/** Bounds of what the engine holds, in bytes; between them it is a share of what there is to read. */
const memory = { least: 1e9, most: 2e9, share: 0.3 } as const;

/** Bytes to read that are worth a thread: threads with less to do wait for each other. */
const threadWorth = 32e6;

/** How many times its size a packed file counts for. */
const packed = 8;

/**
 * Bounds the engine's memory and threads by the size of the files to read. What doesn't fit into memory
 * is spilled to disk, but the more rows a statement meets, the more of it has to stay.
 */
export async function boundEngine({ workspace, asOf, warehouse }: Run): Promise<void> {
  const size = sizeOf(listInputs(workspace, asOf).map(({ file }) => file));
  const limit = Math.min(memory.most, Math.max(memory.least, size * memory.share));
  await warehouse.run(sql("ingest/memory_limit"), { memory_limit: `${Math.round(limit)}B` });
  const threads = Math.min(availableParallelism(), Math.max(1, Math.round(size / threadWorth)));
  await warehouse.run(sql("ingest/threads"), { threads });
}

const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size * (file.endsWith(".csv") ? 1 : packed), 0);
