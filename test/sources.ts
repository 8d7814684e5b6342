import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A module of the repository and what it imports. */
export interface Module {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
  /** Modules of the repository, from its root; also those of which only types are imported. */
  readonly own: readonly string[];
  /** Those of them that are loaded with it. */
  readonly loaded: readonly string[];
  /** Packages, `node:` modules included. */
  readonly packages: readonly string[];
}

// also `import type` and `export … from`; static or not
const imported = /(?:\bfrom|\bimport\(|^import)\s*"([^"]+)"/gm;

const onlyTypes = /^(?:import|export) type [^;]*?\bfrom\s*"([^"]+)"/gm;

/** Every TypeScript module under a folder of the repository. */
export function modulesUnder(folder: string): Module[] {
  const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((path) => !/node_modules|\.build|\.observablehq/.test(path))
    .sort()
    .map(readModule);
}

function readModule(path: string): Module {
  const text = readFileSync(join(root, path), "utf8");
  const named = [...text.matchAll(imported)].flatMap(([, name]) => (name ? [name] : []));
  const isOwn = (name: string) => name.startsWith(".");
  const resolve = (name: string) => normalize(join(dirname(path), name)).replace(/\.js$/, ".ts");
  const types = [...text.matchAll(onlyTypes)].flatMap(([, name]) => (name ? [name] : []));
  return {
    path,
    text,
    own: named.filter(isOwn).map(resolve),
    loaded: named.filter((name) => isOwn(name) && !types.includes(name)).map(resolve),
    packages: named.filter((name) => !isOwn(name)),
  };
}
