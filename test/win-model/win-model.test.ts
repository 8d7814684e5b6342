import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { readTableFile } from "../../pipelines/table-file.ts";
import type { WinModelOptions } from "../../pipelines/win-model/decided.ts";
import { winModelWords } from "../../pipelines/win-model/words.ts";
import { type WinModelReport, winModel } from "../../pipelines/win-model.ts";
import { quotabook } from "../workspaces/command.ts";
import { temporaryFolder } from "../workspaces/write.ts";
import { csvOf, plantedDeals } from "./deals.ts";

/** The path of a file with that text, in a folder of its own. */
function fileOf(text: string): string {
  const path = join(temporaryFolder(), "deals.csv");
  writeFileSync(path, text);
  return path;
}

const planted = plantedDeals(1500);
const asked: WinModelOptions = { outcome: "outcome", won: "Won", folds: 5 };
const modelOf = async (text: string, options: Partial<WinModelOptions> = {}) =>
  winModel(await readTableFile(fileOf(text), ""), { ...asked, ...options });
const measured = (report: WinModelReport, name: string) =>
  report.measures.find((measure) => measure.name === name);

describe("a win model of deals with known truth", () => {
  let report: WinModelReport;
  beforeAll(async () => {
    report = await modelOf(csvOf(planted), { group: "account" });
  });
  const effectOf = (column: string, value: unknown) =>
    report.effects.find((effect) => effect.column === column && effect.value === value);

  test("recovers the planted effects in sign, and finds none where none is", () => {
    expect(effectOf("source", "Partner")?.interval.lower).toBeGreaterThan(1);
    expect(effectOf("source", "Web")?.interval.upper).toBeLessThan(1);
    const [small, large] = report.effects
      .filter(({ column }) => column === "amount")
      .toSorted((a, b) => Number(a.value) - Number(b.value));
    expect(small?.interval.lower).toBeGreaterThan(1);
    expect(large?.interval.upper).toBeLessThan(1);
    expect(report.effects.filter(({ column }) => column === "region")).toEqual([]);
  });

  test("leaves out what tells the outcome, by values and not by name", () => {
    expect(report.leaks).toEqual([
      {
        name: "closed",
        isLeftOut: true,
        reason: "filled in for 100 % of decided deals and 0 % of open ones",
      },
      {
        name: "loss_reason",
        isLeftOut: true,
        reason: expect.stringMatching(/^blank in \d+ deals, all of them won$/),
      },
    ]);
    expect(report.unusable.map(({ name }) => name)).toEqual(["id"]);
    expect(report.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "source category",
      "region flag",
      "amount number",
      "created date",
    ]);
  });

  test("ranks unseen deals better than chance, and is calibrated", () => {
    const area = measured(report, "AUC");
    expect(area?.interval.lower).toBeGreaterThan(0.65);
    expect(area?.interval.upper).toBeLessThan(0.85);
    const slope = measured(report, "calibration slope");
    expect(slope?.interval.lower).toBeLessThan(1);
    expect(slope?.interval.upper).toBeGreaterThan(1);
    const loss = measured(report, "log loss");
    expect(loss?.value).toBeLessThan(loss?.withoutModel ?? 0);
    expect(report.slices.reduce((total, { n }) => total + n, 0)).toBe(report.deals.decided);
  });

  test("counts open deals apart, by the outcome left blank", () => {
    const open = planted.filter(({ outcome }) => outcome === "");
    expect(report.deals.open).toHaveLength(open.length);
    expect(report.deals.decided).toBe(planted.length - open.length);
  });

  test("gives the same figures for rows in another order", async () => {
    const again = await modelOf(csvOf(planted.toReversed()), { group: "account" });
    expect(winModelWords(again, asked)).toBe(winModelWords(report, asked));
    expect(again.measures).toEqual(report.measures);
  });
});

test("a column that is the outcome in other words is left out for its AUC alone", async () => {
  const deals = planted.map((deal) => ({
    ...deal,
    phase: deal.outcome === "Won" ? "Onboarding" : "Archive",
  }));
  const { leaks } = await modelOf(csvOf(deals), { exclude: ["closed", "loss_reason"] });
  expect(leaks).toEqual([
    {
      name: "phase",
      isLeftOut: true,
      reason: "by itself it tells won from lost with an AUC of 1.000",
    },
  ]);
});

test("values that are noise give no model, and no false confidence", async () => {
  const deals = planted.map(({ region = "", created = "", outcome = "" }) => ({
    region,
    created,
    outcome,
  }));
  const area = measured(await modelOf(csvOf(deals)), "AUC");
  expect(area?.interval.lower).toBeLessThan(0.5);
  expect(area?.interval.upper).toBeLessThan(0.58);
});

test("a column with final values, such as a next step, is left out for what open deals lack", async () => {
  const steps = ["Intro call", "Legal review"];
  const deals = planted.map((deal, index) => ({
    ...deal,
    next_step: deal.outcome !== "" && index % 4 > 0 ? "Nothing to do" : (steps[index % 2] ?? ""),
  }));
  const { leaks } = await modelOf(csvOf(deals), { exclude: ["closed", "loss_reason"] });
  expect(leaks).toMatchObject([{ name: "next_step", isLeftOut: true }]);
  expect(leaks[0]?.reason).toMatch(
    /^7\d % of decided deals have values of it that open ones hardly/,
  );
});

test("a closing date that tells only by the days since another date is pointed out", async () => {
  const decided = planted.filter(({ outcome }) => outcome !== "");
  const deals = decided.map(({ created = "", source = "", outcome = "" }, index) => {
    const days = (outcome === "Won" ? 20 : 60) + (index % 50);
    const closed = new Date(Date.parse(created) + days * 86_400_000).toISOString().slice(0, 10);
    return { created, closed, source, outcome };
  });
  const { leaks, columns } = await modelOf(csvOf(deals));
  expect(leaks).toMatchObject([{ name: "closed", isLeftOut: false }]);
  expect(leaks[0]?.reason).toMatch(
    /^the days since created tell won from lost with an AUC of 0\.9/,
  );
  expect(columns.map(({ name }) => name)).toContain("closed");
});

describe("bad input", () => {
  const text = csvOf(planted.slice(0, 200));
  test.each<[string, string, Partial<WinModelOptions>, string, string]>([
    [
      "an unknown column",
      text,
      { outcome: "Outcom" },
      'unknown column: "Outcom"',
      'Did you mean "outcome"?',
    ],
    [
      "an unknown column to exclude",
      text,
      { exclude: ["regoin"] },
      'unknown column: "regoin"',
      'Did you mean "region"?',
    ],
    [
      "an unknown group",
      text,
      { group: "acount" },
      'unknown column: "acount"',
      'Did you mean "account"?',
    ],
    [
      "a value that never occurs",
      text,
      { won: "won" },
      'unknown outcome: "won"',
      'Did you mean "Won"?',
    ],
    [
      "too few deals",
      csvOf(planted.slice(0, 30)),
      {},
      `too few deals: ${planted.slice(0, 30).filter(({ outcome }) => outcome !== "").length} are decided`,
      "A win model needs 50 deals at least whose outcome is filled in.",
    ],
    [
      "one outcome only",
      csvOf(planted.filter(({ outcome }) => outcome !== "Lost").slice(0, 300)),
      {},
      'single outcome: every decided deal is "Won"',
      "Add the deals that were lost; a deal without an outcome counts as open.",
    ],
    [
      "fewer groups than folds",
      text,
      { group: "region" },
      'too few groups: 2 values of "region" for 5 folds',
      "Ask for fewer folds, or group by a column with more values.",
    ],
  ])("%s is told with its remedy", async (_, content, options, message, remedy) => {
    await expect(modelOf(content, options)).rejects.toThrow(
      expect.objectContaining({ name: "InputError", message, remedy }),
    );
  });
});

describe("quotabook win-model", () => {
  const path = fileOf(csvOf(planted.slice(0, 400)));

  test("prints the report in words, or as one table", async () => {
    const { code, stdout } = await quotabook(
      ...["win-model", path, "--outcome", "outcome", "--won", "Won", "--exclude", "closed,region"],
    );
    expect(code).toBe(0);
    expect(stdout).toContain("Left out as a leak: loss_reason, blank in");
    expect(stdout).toMatch(/^ {2}AUC +0\.\d{4} \(0\.\d{4}–0\.\d{4}\) {2}without a model 0\.5000$/m);
    expect(stdout).not.toContain("region");
    const csv = await quotabook(
      ...["win-model", path, "--outcome", "outcome", "--won", "Won", "--format", "csv"],
    );
    expect(csv.stdout).toMatch(/^part,name,value,lower,upper,n,note\r\n/);
    expect(csv.stdout).toMatch(/^measure,log loss,0\.\d+/m);
  });

  test("refuses a number of folds that is none, and bad input with exit code 2", async () => {
    const ask = ["win-model", path, "--outcome", "outcome", "--won"];
    const folds = await quotabook(...ask, "Won", "--folds", "1");
    expect(folds.code).toBe(2);
    expect(folds.stderr).toContain("Folds are a whole number from 2 to 20.");
    const won = await quotabook(...ask, "Wom");
    expect(won.code).toBe(2);
    expect(won.stderr).toContain(`unknown outcome: "Wom"\n  in ${path}, column outcome`);
  });
});

const maven = fileURLToPath(
  new URL("../../../shared/data/maven_crm/iso_crlf/sales_pipeline.csv", import.meta.url),
);
if (!existsSync(maven)) console.log(`skipped: the Maven export isn't at ${maven}`);

describe.skipIf(!existsSync(maven))("the Maven export", () => {
  test("has hardly anything that tells who wins once its leaks are left out", async () => {
    const text = readFileSync(maven, "utf8").replaceAll(/,(Engaging|Prospecting),/g, ",,");
    const report = await modelOf(text, { outcome: "deal_stage", group: "account" });
    expect(report.leaks.filter(({ isLeftOut }) => isLeftOut)).toEqual([
      {
        name: "close_date",
        isLeftOut: true,
        reason: "filled in for 100 % of decided deals and 0 % of open ones",
      },
      { name: "close_value", isLeftOut: true, reason: "0 in 2,473 deals, all of them lost" },
    ]);
    const area = measured(report, "AUC");
    expect(area?.interval.lower).toBeGreaterThan(0.52);
    expect(area?.interval.upper).toBeLessThan(0.6);
  });
});
