import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { warehouseOf } from "../../pipelines/places.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { listen } from "../../pipelines/publish/headless.ts";
import { publish } from "../../pipelines/publish.ts";
import { rebuild } from "../../pipelines/rebuild.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";
import { plantPay } from "./planted-pay.ts";
import { watchSilence } from "./silence.ts";

/** A name that an attacker would give a deal, and one that a spreadsheet would run. */
export const hostileNames = ["<img src=x onerror=alert(1)>", "=HYPERLINK(1)"] as const;

/** The sample, built once for all tests of the site, with hostile names in its largest deals and planted pay. */
export interface BuiltSample {
  readonly folder: string;
  readonly site: string;
  readonly asOf: string;
  readonly buildId: string;
  remove(): Promise<void>;
}

/** Rebuilds a copy of the sample; pages aren't opened here, the tests do that. */
export async function buildSample(): Promise<BuiltSample> {
  const folder = await mkdtemp(join(tmpdir(), "quotabook-site-"));
  await cp("data/sample", folder, {
    recursive: true,
    filter: (path) => !/sample\/(\.build|site|statements|truth)$/.test(path),
  });
  plantPay(folder);
  const { asOf, buildId } = await rebuild(openWorkspace(folder), {
    site: false,
    progress: silentProgress,
  });
  await plantHostileNames(folder);
  const built = { folder, asOf, buildId, site: join(folder, "site") };
  await publishInto(built, folder, built.site);
  return { ...built, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Publishes the built warehouse once more, working in another folder. */
export async function publishInto(
  { folder, asOf, buildId }: Pick<BuiltSample, "folder" | "asOf" | "buildId">,
  workFolder: string,
  out: string,
): Promise<void> {
  await mkdir(join(workFolder, ".build"), { recursive: true });
  const warehouse = await openWarehouse(warehouseOf(folder), { readOnly: true });
  const run = { workspace: { folder: workFolder }, asOf, warehouse, progress: silentProgress };
  await publish(run, { out, buildId, chromium: undefined });
  warehouse.close();
}

async function plantHostileNames(folder: string): Promise<void> {
  const warehouse = await openWarehouse(warehouseOf(folder));
  for (const [index, name] of hostileNames.entries()) {
    const sql = `update opportunity set name = $name where opportunity_id = (
      select opportunity_id from opportunity cross join fiscal_period
      where status = 'open' and period = 'quarter' and is_current and close_date <= period_end
      order by bookings_cents desc nulls last, opportunity_id limit 1 offset ${index})`;
    await warehouse.run({ file: "hostile name", sql }, { name });
  }
  warehouse.close();
}

/** A page opened at the sample's own date, with what goes wrong on it. */
export interface OpenedPage {
  readonly page: Page;
  readonly problems: string[];
}

/** Opens a page and waits until its blocks have run. */
export async function openPage(
  browser: Browser,
  url: string,
  path: string,
  { now, ...options }: BrowserContextOptions & { readonly now?: string } = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
  const page = await context.newPage();
  if (now !== undefined) await page.clock.setFixedTime(new Date(`${now}T12:00:00Z`));
  const problems = listen(page, url);
  if (options.javaScriptEnabled !== false) await watchSilence(page);
  await page.goto(url + path, { waitUntil: "load" });
  if (options.javaScriptEnabled !== false) {
    await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
    await page.waitForLoadState("networkidle");
  }
  return { page, problems };
}
