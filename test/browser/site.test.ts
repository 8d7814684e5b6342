import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesOf } from "../../pipelines/publish/audience.ts";
import { findChromium, installChromium, launchChromium } from "../../pipelines/publish/chromium.ts";
import { type Served, serve } from "../../pipelines/serve.ts";
import { choiceTests } from "./choices.ts";
import { dealTests } from "./deals.ts";
import { type BuiltSample, buildSample, publishInto } from "./fixture.ts";
import { forecastTests } from "./forecast.ts";
import { goalTests } from "./goals.ts";
import { modellerTests } from "./modeller.ts";
import { pageTests } from "./pages.ts";
import { amountsOfPeople, numbersIn } from "./pay.ts";
import { peopleTests } from "./people.ts";
import { performanceTests } from "./performance.ts";
import { pipelineTests } from "./pipeline.ts";
import { plannerTests } from "./planner.ts";
import { plannerPayTests } from "./planner-pay.ts";
import { amountsIn, plantedPay } from "./planted-pay.ts";
import { tableTests } from "./tables.ts";
import { territoryTests } from "./territories.ts";
import { whatChangedTests } from "./what-changed.ts";
import { winningTests } from "./winning.ts";

const chromium = findChromium();
let sample: BuiltSample;

beforeAll(async () => {
  sample = await buildSample();
}, 1_200_000);
afterAll(() => sample.remove());

describe("published files", () => {
  test("are the same bytes when published again from another folder", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "quotabook-again-"));
    await publishInto(sample, elsewhere, join(elsewhere, "site"));
    const read = async (folder: string) =>
      (await filesOf(folder)).map((path) => [path, readFileSync(join(folder, path), "base64")]);
    expect(await read(join(elsewhere, "site"))).toEqual(await read(sample.site));
    rmSync(elsewhere, { recursive: true, force: true });
  }, 120_000);

  test("carry the id of their warehouse", () => {
    const build = JSON.parse(readFileSync(join(sample.site, "build.json"), "utf8"));
    expect(build).toEqual({ audience: "all", build_id: sample.buildId });
  });

  test("each have an audience", async () => {
    const { files } = JSON.parse(readFileSync(join(sample.site, "audiences.json"), "utf8"));
    expect(Object.keys(files)).toEqual(await filesOf(sample.site));
  });

  test("hold nobody's pay and nobody's address", async () => {
    for (const path of await filesOf(sample.site)) {
      if (!/\.(html|json|arrow)$/.test(path)) continue;
      const text = withoutTemplates(readFileSync(join(sample.site, path), "latin1"));
      expect(text, path).not.toMatch(/on_target|variable_share|@[a-z-]+\.(com|example)/);
    }
  });

  // elsewhere numbers of cents are so many that some are like somebody's pay by chance
  test("that are made from pay or plans hold no amount that a person is paid", async () => {
    const paid = await amountsOfPeople(sample.folder);
    expect(paid.size).toBeGreaterThan(500);
    const made = (await filesOf(sample.site)).filter((path) =>
      /data\/(compensation|modeller|accounting|spifs|planner\.|capacity|quotas)/.test(path),
    );
    expect(made.length).toBeGreaterThan(3);
    for (const path of made) {
      const found = [...numbersIn(join(sample.site, path))].filter((one) => paid.has(one));
      expect(found, path).toEqual([]);
    }
  });

  test("hold pay that was planted in none of their bytes", async () => {
    const planted = await plantedPay(sample.folder);
    expect(planted.length).toBeGreaterThan(20);
    for (const path of await filesOf(sample.site))
      expect(amountsIn(join(sample.site, path), planted), path).toEqual([]);
    // where it belongs it is found
    const own = join(sample.folder, "statements", "P022", "lines.csv");
    expect(amountsIn(own, planted)).not.toEqual([]);
  }, 60_000);

  test("hold the typeface themselves", () => {
    const fonts = readdirSync(join(sample.site, "_file", "fonts"));
    expect(fonts).toEqual(["inter-latin-ext.woff2", "inter-latin.woff2"]);
  });
});

/** Templates of plans are of no company: what they pay is nobody's. */
const withoutTemplates = (text: string) => text.replace(/"templates":\[\{.*?\}\],/, "");

if (chromium === undefined) {
  describe.skip(`pages in a browser (none found: ${installChromium})`, () => {
    test("open", () => {});
  });
} else {
  describe("pages in a browser", () => {
    const opened: { browser?: Browser; served?: Served } = {};
    beforeAll(async () => {
      opened.served = await serve(sample.site);
      opened.browser = await launchChromium(chromium);
    });
    afterAll(async () => {
      await opened.browser?.close();
      await opened.served?.close();
    });
    const site = () => {
      const { browser, served } = opened;
      if (!browser || !served) throw new Error("browser not started");
      return { browser, url: served.url, asOf: sample.asOf };
    };
    pageTests(site);
    forecastTests(site);
    tableTests(site);
    pipelineTests(site);
    whatChangedTests(site);
    dealTests(site);
    winningTests(site);
    goalTests(site);
    plannerTests(site, () => sample);
    plannerPayTests(site, () => sample);
    modellerTests(site);
    territoryTests(site);
    choiceTests(site);
    performanceTests(site);
    peopleTests(site);
  });
}
