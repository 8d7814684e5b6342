import { cp, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Table, tableToIPC } from "apache-arrow";
import type { PlainDate } from "../../src/calendar.ts";
import { browserModules } from "./browser-modules.ts";
import type { ReportFile } from "./file.ts";
import { repository } from "./repository.ts";

/** Pages' sources that run in Node and import from `src/`: never linked, always copied. */
const copiedAlways = ["observablehq.config.ts", "frame"];

/** Left behind by tools, written anew by every layout, or of no use to pages. */
const skipped = [".observablehq", "data", "src", "fonts", "pictures", "modules.d.ts"];

const fonts: readonly (readonly [string, string])[] = [
  ["inter-latin-opsz-normal.woff2", "inter-latin.woff2"],
  ["inter-latin-ext-wght-normal.woff2", "inter-latin-ext.woff2"],
];

export interface LayoutOptions {
  /** Every laid-out file gets this date's midnight as its time, since pages publish it. */
  readonly asOf: PlainDate;
  /** Links pages and components instead of copying them, for live editing. */
  readonly links?: boolean;
}

/** Lays pages, components, browser modules, fonts and data out under `root`, emptied first. */
export async function layOut(
  root: string,
  files: readonly ReportFile[],
  { asOf, links = false }: LayoutOptions,
): Promise<void> {
  await rm(root, { recursive: true, force: true });
  await mkdir(join(root, "data"), { recursive: true });
  await writeFile(join(dirname(root), "package.json"), '{ "type": "module" }\n');
  await laySources(root, links);
  await layModules(root);
  await layFonts(root);
  for (const file of files) await writeFile(join(root, "data", file.name), encode(file));
  if (!links) await setTimes(root, new Date(`${asOf}T00:00:00Z`));
}

async function laySources(root: string, links: boolean): Promise<void> {
  const reports = join(repository, "reports");
  for (const name of await readdir(reports)) {
    if (skipped.includes(name)) continue;
    const [from, to] = [join(reports, name), join(root, name)];
    if (links && !copiedAlways.includes(name)) await symlink(from, to);
    else await cp(from, to, { recursive: true });
  }
}

/** Copies the browser modules, their imports as Framework resolves them. */
export async function layModules(root: string): Promise<void> {
  for (const name of await browserModules()) {
    const text = await readFile(join(repository, "src", name), "utf8");
    const to = join(root, "src", name);
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, forFramework(text));
  }
}

/** Our own modules end in `.js`, libraries are named as npm's. */
const forFramework = (text: string) =>
  text
    .replaceAll(/(from "\.[^"]*)\.ts"/g, '$1.js"')
    .replaceAll(/(from ")([a-z][^":]*")/g, "$1npm:$2");

async function layFonts(root: string): Promise<void> {
  const from = join(repository, "node_modules", "@fontsource-variable", "inter", "files");
  for (const [source, name] of fonts) await cp(join(from, source), join(root, "fonts", name));
}

/** A report file's bytes: its audience stands at the top of JSON, in the schema of Arrow. */
function encode({ audience, content }: ReportFile): string | Uint8Array {
  if ("body" in content) return JSON.stringify({ audience, ...content.body });
  return tableToIPC(withAudience(content.table, audience), "stream");
}

function withAudience(table: Table, audience: string): Table {
  table.schema.metadata.set("audience", audience);
  return table;
}

async function setTimes(folder: string, time: Date): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await utimes(join(entry.parentPath, entry.name), time, time);
  }
}
