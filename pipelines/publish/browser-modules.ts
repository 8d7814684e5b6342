import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { repository } from "./repository.ts";

/** A name that a module or page loads from; what is only a type isn't loaded. */
const loaded =
  /^\s*(?:import(?!\s+type\b)|export|\})[^"';]*\bfrom\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/**
 * The modules of `src/` that pages run too, as paths within it: what pages and components import of
 * it, and what these import. A test asserts that none of them imports a Node module.
 */
export async function browserModules(): Promise<string[]> {
  const found = new Set<string>();
  const visit = async (name: string): Promise<void> => {
    if (found.has(name)) return;
    found.add(name);
    const text = await readFile(join(repository, "src", name), "utf8");
    for (const next of namesIn(text)) {
      if (next.startsWith(".")) await visit(posix.join(posix.dirname(name), next));
    }
  };
  for (const name of await namedByPages()) await visit(name);
  return [...found].sort();
}

async function namedByPages(): Promise<string[]> {
  const reports = join(repository, "reports");
  const files = await readdir(reports, { recursive: true });
  const sources = files.filter((file) => /\.(ts|md)$/.test(file));
  const texts = await Promise.all(sources.map((file) => readFile(join(reports, file), "utf8")));
  return texts.flatMap(namesIn).flatMap((name) => {
    const within = /^(?:\.\.?\/)+src\/(.+)\.js$/.exec(name)?.[1];
    return within === undefined ? [] : [`${within}.ts`];
  });
}

const namesIn = (text: string): string[] =>
  [...text.matchAll(loaded)].map(([, from, called]) => from ?? called ?? "");
