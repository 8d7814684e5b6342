import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Completes what Framework built: the page's language and a viewport that readers may zoom,
 * fonts at the address that pages name, and the id that site and warehouse share.
 */
export async function finish(folder: string, root: string, buildId: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith(".html")) await finishPage(join(folder, name));
  }
  await cp(join(root, "fonts"), join(folder, "_file", "fonts"), { recursive: true });
  await writeJson(join(folder, "build.json"), { audience: "all", build_id: buildId });
}

async function finishPage(file: string): Promise<void> {
  const html = await readFile(file, "utf8");
  const finished = html
    .replace("<html>", '<html lang="en">')
    .replace("initial-scale=1, maximum-scale=1", "initial-scale=1");
  await writeFile(file, finished);
}

/** JSON as people read it, with a line end. */
export async function writeJson(file: string, value: object): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 1)}\n`);
}
