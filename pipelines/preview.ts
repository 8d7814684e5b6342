import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { InputError } from "../src/errors.ts";
import { openWarehouse } from "../src/warehouse/warehouse.ts";
import { commandLine } from "./command-line.ts";
import { isSite } from "./out-folder.ts";
import { reportFiles } from "./publish/content.ts";
import { previewPages } from "./publish/framework.ts";
import { layModules, layOut } from "./publish/layout.ts";
import { prime } from "./publish/prime.ts";
import { readEdition } from "./publish/reading.ts";
import { repository } from "./publish/repository.ts";
import { serve } from "./serve.ts";

export interface PreviewOptions {
  readonly port?: number;
  /** Serves the pages live from `reports/`, over the data of the last rebuild. */
  readonly edit?: boolean;
  readonly say?: (text: string) => void;
}

/**
 * Serves a workspace's site, or a site left elsewhere, on loopback until it is ended.
 *
 * @throws InputError when nothing was built yet, or when the port is taken
 */
export async function preview(
  folder: string,
  { port = 3000, edit = false, say = (text) => console.log(text) }: PreviewOptions = {},
): Promise<void> {
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new InputError(`invalid port: ${port}`, { remedy: "Name a whole number up to 65535." });
  }
  if (edit) return edited(folder, port);
  const site = isSite(folder) ? folder : join(folder, "site");
  if (!existsSync(join(site, "index.html"))) throw unbuilt(folder, "site");
  const { url } = await serve(site, { port }).catch((error) => {
    throw taken(error, port);
  });
  say(`Serving ${site} at ${url}\nPress Ctrl-C to end.`);
}

/** Framework's live preview over links to the pages, so that an edit shows at once. */
async function edited(folder: string, port: number): Promise<void> {
  const file = join(folder, ".build", "warehouse.duckdb");
  if (!existsSync(file)) throw unbuilt(folder, "warehouse");
  const live = join(folder, ".build", "edit");
  const root = join(live, "reports");
  const warehouse = await openWarehouse(file, { readOnly: true });
  const { as_of } = await readEdition(warehouse);
  await layOut(root, await reportFiles(warehouse), { asOf: as_of, links: true });
  warehouse.close();
  await prime(root);
  // modules of src/ are copies: their imports are rewritten for the browser
  watch(join(repository, "src"), { recursive: true }, () => void layModules(root));
  const child = previewPages(live, port);
  process.once("exit", () => child.kill());
  process.once("SIGTERM", () => process.exit());
  await new Promise((ended) => child.on("close", ended));
}

const unbuilt = (folder: string, part: string) =>
  new InputError(`missing ${part}: nothing was built in ${folder}`, {
    remedy: `Build it first: ${commandLine("rebuild", folder)}`,
  });

function taken(error: unknown, port: number): unknown {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  return isTaken
    ? new InputError(`port in use: ${port}`, { remedy: "Name another with --port." })
    : error;
}
