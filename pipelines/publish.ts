import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import { declareAudiences } from "./publish/audience.ts";
import { findChromium, installChromium } from "./publish/chromium.ts";
import { reportFiles } from "./publish/content.ts";
import { finish } from "./publish/finish.ts";
import { buildPages } from "./publish/framework.ts";
import { openEveryPage } from "./publish/headless.ts";
import { layOut } from "./publish/layout.ts";
import { type LintFinding, lint } from "./publish/lint.ts";
import { prime } from "./publish/prime.ts";
import { repository } from "./publish/repository.ts";

/** What publishing needs of a run. */
export interface PublishedRun {
  readonly workspace: { readonly folder: string };
  readonly asOf: string;
  readonly warehouse: Warehouse;
  readonly progress: { step(message: string, rows?: number): void };
}

export interface PublishOptions {
  /** Where the finished site is left: a folder beside the live one, never the live one itself. */
  readonly out: string;
  /** The id that this site and its warehouse share. */
  readonly buildId: string;
  /** The browser that opens every page; none skips that, and says so. */
  readonly chromium?: string | undefined;
}

/**
 * Builds the report site offline in the workspace's `.build/` and checks it. On any failure `out`
 * is left as it was.
 *
 * @throws Error when pages don't build, don't pass the lint or show an error in the browser
 */
export async function publish(
  { workspace, asOf, warehouse, progress }: PublishedRun,
  { out, buildId, chromium = findChromium() }: PublishOptions,
): Promise<void> {
  const folder = join(workspace.folder, ".build");
  const [root, site] = [join(folder, "reports"), join(folder, "site")];
  const files = await reportFiles(warehouse);
  await layOut(root, files, { asOf });
  await prime(root);
  progress.step("lay out pages", files.length);
  await buildPages(folder);
  await finish(site, root, buildId);
  await declareAudiences(site);
  progress.step("build pages");
  await examine(site, chromium, progress);
  await rm(out, { recursive: true, force: true });
  await rename(site, out);
}

async function examine(
  site: string,
  chromium: string | undefined,
  progress: PublishedRun["progress"],
): Promise<void> {
  const pages = await pageNames();
  refuse(await lint(site, pages));
  if (chromium === undefined) {
    progress.step(`pages not opened in a browser: to check them, ${installChromium}`);
    return;
  }
  refuse(await openEveryPage(site, pages, chromium));
  progress.step("open pages in a browser", pages.length);
}

function refuse(findings: readonly LintFinding[]): void {
  if (findings.length === 0) return;
  const lines = findings.map(({ file, problem }) => `${file}: ${problem}`);
  throw new Error(`broken site, not published:\n${lines.join("\n")}`);
}

/** Names of the pages that `reports/` holds, without their ending. */
export async function pageNames(): Promise<string[]> {
  const names = await readdir(join(repository, "reports"));
  return names
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.slice(0, -".md".length))
    .sort();
}
