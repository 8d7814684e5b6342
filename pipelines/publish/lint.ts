import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { filesOf } from "./audience.ts";

/** One thing wrong with a built site: the file and what it holds. */
export interface LintFinding {
  readonly file: string;
  readonly problem: string;
}

/** Bundled libraries, and Framework's client, which names what it loads only for pages that ask. */
const notOurs = /^_(npm|observablehq)\/.*\.js$/;

const importPattern = /\b(?:from|import)\s*\(?\s*["']([^"'\s]+)["']/g;
const loadPattern = /<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g;
const urlPattern = /url\(["']?([^"')]+)["']?\)/g;
const foreignHosts =
  /https?:\/\/[\w.-]*(?:jsdelivr|unpkg|esm\.sh|googleapis|gstatic|cloudflare|skypack)[\w./-]*/g;
const brokenBlock = /observablehq--error">([^<]*)/g;

/**
 * Reads a built site for what Framework's build lets pass: blocks with syntax errors, imports it
 * didn't resolve, references to other hosts, missing files, pages without question or answer.
 *
 * @param pages names of the pages that must be there, such as `index`
 */
export async function lint(folder: string, pages: readonly string[]): Promise<LintFinding[]> {
  const missing = pages
    .filter((page) => !existsSync(join(folder, `${page}.html`)))
    .map((page) => ({ file: `${page}.html`, problem: "missing page" }));
  const findings: LintFinding[] = [...missing];
  for (const file of await filesOf(folder)) {
    if (!/\.(html|css|js)$/.test(file) || notOurs.test(file)) continue;
    const text = await readFile(join(folder, file), "utf8");
    const problems = [...referenceProblems(folder, file, text), ...contentProblems(file, text)];
    findings.push(...problems.map((problem) => ({ file, problem })));
  }
  return findings;
}

function referenceProblems(folder: string, file: string, text: string): string[] {
  const found = file.endsWith(".css")
    ? matches(urlPattern, text)
    : file.endsWith(".js")
      ? matches(importPattern, text)
      : [...matches(loadPattern, text), ...matches(importPattern, moduleScripts(text))];
  return found.flatMap((reference) => referenceProblem(folder, file, reference) ?? []);
}

function referenceProblem(folder: string, file: string, reference: string): string | undefined {
  if (reference.startsWith("data:") || reference.startsWith("#")) return undefined;
  if (/^\w+:/.test(reference)) return `unresolved reference: ${reference}`;
  if (!/^[./]/.test(reference)) return `unresolved import: ${reference}`;
  const path = reference.replace(/[?#].*$/, "");
  const target = normalize(join(path.startsWith("/") ? "." : dirname(file), path));
  return existsSync(join(folder, target)) ? undefined : `missing file: ${reference}`;
}

function contentProblems(file: string, text: string): string[] {
  const problems = matches(foreignHosts, text).map((host) => `reference to another host: ${host}`);
  if (!file.endsWith(".html")) return problems;
  problems.push(...matches(brokenBlock, text).map((message) => `broken block: ${message}`));
  if (file !== "404.html") problems.push(...headingProblems(text));
  return problems;
}

function headingProblems(html: string): string[] {
  const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
  return [
    headings === 1 ? undefined : `expected one question in an h1, found ${headings}`,
    /<p class="answer"/.test(html) ? undefined : "missing answer",
  ].filter((problem) => problem !== undefined);
}

const moduleScripts = (html: string) =>
  matches(/<script type="module">([\s\S]*?)<\/script>/g, html).join("\n");

const matches = (pattern: RegExp, text: string) =>
  [...text.matchAll(pattern)].map(([whole, group]) => group ?? whole);
