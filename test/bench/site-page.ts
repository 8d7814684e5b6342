import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { quantileSorted } from "simple-statistics";
import { findChromium, installChromium, launchChromium } from "../../pipelines/publish/chromium.ts";
import { serve } from "../../pipelines/serve.ts";
import { buildSample } from "./sample-site.ts";

/** A page to open a published site in. */
export interface SitePage {
  readonly page: Page;
  /** The folder of the site, and the address that it is served at. */
  readonly site: string;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves the site of a workspace to an empty page of a browser.
 *
 * @param given the workspace, whose site is built; by default the sample's is built and taken away after
 */
export async function openSite(given: string | undefined): Promise<SitePage> {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error(`missing Chromium: ${installChromium}`);
  const folder = given ?? (await buildSample());
  const site = join(folder, "site");
  const served = await serve(site);
  const browser = await launchChromium(chromium);
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  const close = async () => {
    await browser.close();
    await served.close();
    if (given === undefined) await rm(folder, { recursive: true, force: true });
  };
  return { page, site, url: served.url, close };
}

/** The time under which a share of times lies. */
export function at(times: readonly number[], share: number): number {
  return quantileSorted(
    [...times].sort((a, b) => a - b),
    share,
  );
}
