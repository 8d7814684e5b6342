import { tableFromIPC, tableToIPC } from "apache-arrow";
import { beforeAll, describe, expect, test } from "vitest";
import { compare } from "../../pipelines/compare.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { readMetrics, readReport } from "../../pipelines/publish/reading.ts";
import {
  readGroupMonths,
  readGroupScores,
  readRepScores,
  type ScoreRow,
  scoredMetrics,
  scoreTable,
} from "../../pipelines/publish/scorecard.ts";
import { groupOf } from "../../src/metrics/group.ts";
import { metrics as registry } from "../../src/metrics/registry.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { companyFile, csv, deal, firstDrop, lost, small, won } from "../workspaces/small.ts";

let loaded: Loaded;
let rows: ScoreRow[];

beforeAll(async () => {
  loaded = await load({
    ...small,
    "company.yaml": companyFile({ more: "settings: { min_cell: 3 }\n" }),
    "plans/quotas.csv": csv({
      entity_type: "rep",
      entity_id: "ann",
      measure: "bookings",
      period: "FY26-Q2",
      amount: "5000",
      currency: "USD",
    }),
    "exports/crm/2026-06-30/Opportunity.csv": csv(
      won("W0", { CloseDate: "2024-01-02" }),
      won("W1", { CloseDate: "2025-05-02", Amount: "300" }),
      won("W2", { CloseDate: "2026-05-02", Amount: "700" }),
      won("W3", { CloseDate: "2026-05-03", Amount: "900", OwnerId: "U2" }),
      lost("L1", { CloseDate: "2026-05-04" }),
    ),
  });
  await metrics(loaded.run);
  await compare(loaded.run);
  rows = await readGroupScores(loaded.run.warehouse);
});

test("territories stand below the company, where an export has them", async () => {
  const { run } = await load({
    ...small,
    [`${firstDrop}/Territory2.csv`]: csv({ Id: "T1", Name: "North" }),
    [`${firstDrop}/ObjectTerritory2Association.csv`]: csv({
      Id: "L1",
      ObjectId: "A1",
      Territory2Id: "T1",
    }),
  });
  await metrics(run);
  await compare(run);
  const entities = await readReport<{ entity_type: string }>(run.warehouse, "scored_entity");
  expect(entities.filter(({ entity_type }) => entity_type === "territory")).toEqual([
    expect.objectContaining({ entity_id: "T1", name: "North", parent_type: "company" }),
  ]);
  const scores = await readGroupScores(run.warehouse);
  const booked = { metric: "bookings", entity_type: "territory", entity_id: "T1" };
  expect(cell(scores, booked)).toMatchObject({ value: 70_000, view: "as_is" }); // D4, on May 2nd
});

test("the company's parts stand dimension by dimension, stages as deals go through them", async () => {
  const earlier = "  - { stage: Zeroth, status: open, probability: 0.2 }\n  - { stage: Proposal";
  const { run } = await load({
    ...small,
    "company.yaml": companyFile().replace("  - { stage: Proposal", earlier),
    [`${firstDrop}/Opportunity.csv`]: csv(
      deal("D1", { CreatedDate: "2026-06-20" }),
      deal("D2", { CreatedDate: "2026-02-20", StageName: "Zeroth" }),
      won("D3"),
    ),
  });
  await metrics(run);
  await compare(run);
  const parts = (await readGroupScores(run.warehouse)).filter(
    ({ metric, period, breakdown }) =>
      metric === "open_pipeline" && period === "quarter" && breakdown !== null,
  );
  expect(parts.map(({ breakdown }) => breakdown)).toEqual([
    "age: 0–30 days",
    "age: 91–180 days",
    "stage: Zeroth",
    "stage: Proposal",
  ]);
  expect(new Set(parts.map(({ entity_type }) => entity_type))).toEqual(new Set(["company"]));
});

const cell = (found: readonly ScoreRow[], wanted: Partial<ScoreRow>) =>
  found.find((row) =>
    Object.entries({ period: "quarter", period_start: "2026-04-01", ...wanted }).every(
      ([key, value]) => row[key as keyof ScoreRow] === value,
    ),
  );

describe("the cells of scorecards", () => {
  test("carry what the same quarter a year before had on the same day", () => {
    const booked = cell(rows, { metric: "bookings", entity_type: "company" });
    expect(booked).toMatchObject({
      value: 160_000,
      n: 2,
      year_before: 30_000,
      year_before_n: 1,
      target: null,
    });
  });

  test("carry the quota of the period", async () => {
    const reps = await readRepScores(loaded.run.warehouse);
    expect(cell(reps, { metric: "bookings", entity_id: "ann" })).toMatchObject({
      value: 70_000,
      target: 500_000,
    });
    expect(cell(reps, { metric: "quota_attainment", entity_id: "ann" })).toMatchObject({
      value: 0.14,
      target: 1,
      numerator: 70_000,
      denominator: 500_000,
    });
  });

  test("hold no value that too few deals stand behind, complete or not", () => {
    const rate = cell(rows, { metric: "win_rate", entity_type: "team", entity_id: "South" });
    expect(rate).toMatchObject({ status: "too_few", value: null, n: 1 });
    const company = cell(rows, { metric: "win_rate", entity_type: "company" });
    expect(company?.value).toBeCloseTo(2 / 3);
  });

  test("repeat nothing: reps and the company are the same in both views", async () => {
    const views = (type: string, found: readonly ScoreRow[]) =>
      new Set(found.filter((row) => row.entity_type === type).map((row) => row.view));
    expect(views("company", rows)).toEqual(new Set(["as_is"]));
    expect(views("team", rows)).toEqual(new Set(["as_was", "as_is"]));
    expect(views("rep", await readRepScores(loaded.run.warehouse))).toEqual(new Set(["as_is"]));
  });

  test("come by month in a file of their own", async () => {
    const months = await readGroupMonths(loaded.run.warehouse);
    expect(new Set(months.map((row) => row.period))).toEqual(new Set(["month"]));
    expect(new Set(rows.map((row) => row.period))).toEqual(new Set(["quarter", "year"]));
  });

  test("survive their file, flags, words and gaps alike", () => {
    const table = tableFromIPC(tableToIPC(scoreTable(rows)));
    const back = table.toArray().map((row) => ({ ...row.toJSON() }));
    expect(back).toEqual(rows.map((row) => ({ ...row })));
  });
});

test("every metric is on the scorecard, those without figures too, group by group", async () => {
  const scored = scoredMetrics(await readMetrics(loaded.run.warehouse), rows);
  expect(scored.map(({ metric }) => metric).toSorted()).toEqual(
    registry.map(({ name }) => name).toSorted(),
  );
  const groups = scored.map(({ group }) => group);
  const runs = groups.filter((group, index) => group !== groups[index - 1]);
  expect(runs).toEqual([...new Set(groups)]);
  expect(scored.find(({ metric }) => metric === "activity_count")?.has_figures).toBe(false);
});

test("shares of counted cases are told from other ratios", async () => {
  const scored = scoredMetrics(await readMetrics(loaded.run.warehouse), rows);
  const isShare = (name: string) => scored.find(({ metric }) => metric === name)?.is_share;
  expect(isShare("win_rate")).toBe(true);
  expect(isShare("lead_conversion")).toBe(true);
  // money over money, and cases over another kind of cases
  expect(isShare("win_rate_value")).toBe(false);
  expect(isShare("activities_per_won_deal")).toBe(false);
});

test.each(registry)("$name is in a group of its own kind, not among a company's own", (metric) => {
  expect(groupOf(metric.name, metric.components)).not.toBe("own");
  for (const name of ["mine", "constructor"]) expect(groupOf(name, `kpi_own_${name}`)).toBe("own");
});
