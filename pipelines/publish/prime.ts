import { mkdir, readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { repository } from "./repository.ts";

/** The libraries that pages import as `npm:<name>`, and what they use of them (null: all). */
export const libraries: Readonly<Record<string, readonly string[] | null>> = {
  "@observablehq/plot": null,
  "fraction.js": ["default"],
  htl: null,
  "apache-arrow": ["tableFromIPC"],
  jstat: ["default"],
  "simple-statistics": ["quantileSorted"],
  "temporal-polyfill": ["Temporal"],
  yaml: [
    "isCollection",
    "isMap",
    "isScalar",
    "isSeq",
    "LineCounter",
    "parseDocument",
    "stringify",
    "visit",
  ],
  zod: ["z"],
};

const require = createRequire(import.meta.url);

/**
 * Fills Framework's cache of npm modules from `node_modules`, so that its build asks no network:
 * our libraries bundled at their installed version, and an empty `<name>@0.0.0` folder for every
 * other name that Framework's own client mentions and our pages never load.
 *
 * @param root the laid-out reports folder
 */
export async function prime(root: string): Promise<void> {
  const cache = join(root, ".observablehq", "cache", "_npm");
  await Promise.all(
    Object.entries(libraries).map(([name, exports]) => bundle(cache, name, exports)),
  );
  for (const name of await mentionedNames()) {
    if (!(name in libraries)) await mkdir(join(cache, `${name}@0.0.0`), { recursive: true });
  }
}

async function bundle(cache: string, name: string, exports: readonly string[] | null) {
  const list = exports === null ? "*" : `{ ${exports.join(", ")} }`;
  await build({
    stdin: { contents: `export ${list} from "${name}";`, resolveDir: repository },
    outfile: join(cache, `${name}@${await installedVersion(name)}`, "_esm.js"),
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "silent",
  });
}

async function installedVersion(name: string): Promise<string> {
  const file = join(repository, "node_modules", name, "package.json");
  return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version;
}

/** Where the installed Framework keeps its compiled modules. */
export const frameworkFolder = dirname(
  dirname(require.resolve("@observablehq/framework/dist/build.js")),
);

async function mentionedNames(): Promise<Set<string>> {
  const client = join(frameworkFolder, "dist", "client");
  const names = new Set<string>();
  for (const file of await readdir(client, { recursive: true })) {
    if (!file.endsWith(".js")) continue;
    const text = await readFile(join(client, file), "utf8");
    for (const [, name] of text.matchAll(/"npm:((?:@[\w.-]+\/)?[\w.-]+)/g)) {
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}
