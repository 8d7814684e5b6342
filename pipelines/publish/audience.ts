import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { type Audience, audiences } from "./file.ts";
import { writeJson } from "./finish.ts";

/** Files of code, style and type hold no figures: they are for everybody. */
const forAll = [".js", ".css", ".woff2", ".svg", ".ico"];

/**
 * Lists every file of a built site with its audience in `audiences.json` at its root.
 *
 * @throws Error naming each file that declares none
 */
export async function declareAudiences(folder: string): Promise<void> {
  const declared: Record<string, Audience> = { "audiences.json": "all" };
  const missing: string[] = [];
  for (const path of await filesOf(folder)) {
    const audience = await audienceOf(join(folder, path));
    if (isAudience(audience)) declared[path] = audience;
    else missing.push(path);
  }
  if (missing.length > 0) throw new Error(`missing audience: ${missing.join(", ")}`);
  const files = Object.fromEntries(Object.entries(declared).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeJson(join(folder, "audiences.json"), { audience: "all", files });
}

/** The audience that a file declares, or undefined: a page's `<meta>`, JSON's key, Arrow's schema. */
async function audienceOf(file: string): Promise<string | undefined> {
  const ending = extname(file);
  if (forAll.includes(ending)) return "all";
  const bytes = await readFile(file);
  if (ending === ".arrow") return tableFromIPC(bytes).schema.metadata.get("audience");
  const text = bytes.toString("utf8");
  if (ending === ".html") return /<meta name="audience" content="(\w+)">/.exec(text)?.[1];
  if (ending === ".json") return (JSON.parse(text) as { audience?: string }).audience;
  return undefined;
}

const isAudience = (word: string | undefined): word is Audience =>
  (audiences as readonly (string | undefined)[]).includes(word);

/** Paths of all files under a folder, relative to it, sorted. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
