import { describe, expect, test } from "vitest";
import { metrics } from "../../pipelines/metrics.ts";
import { pipeline } from "../../pipelines/publish/pages/pipeline.ts";
import { windowsOf } from "../../pipelines/publish/pipeline-window.ts";
import { readEdition, readReport } from "../../pipelines/publish/reading.ts";
import { grains, periodsBetween } from "../../src/calendar.ts";
import type { ListedBar } from "../../src/opportunity/listing.ts";
import type { Version } from "../../src/opportunity/state.ts";
import { load } from "../workspaces/build.ts";
import { companyFile, csv, deal, small, won } from "../workspaces/small.ts";

const asOf = "2026-06-30";
const periods = grains.flatMap((grain) =>
  periodsBetween("2025-01-01", "2026-12-31", grain, { startMonth: 1 }).map((period) => ({
    period: period.period,
    period_start: period.periodStart,
    period_end: period.periodEnd,
    label: period.label,
    is_complete: period.periodEnd <= asOf,
    is_current: period.periodStart <= asOf && asOf <= period.periodEnd,
  })),
);

describe("the windows", () => {
  test("begin at the end of the day before their period, and end with it or today", () => {
    const windows = windowsOf(periods, asOf, "2025-01-01");
    expect(windows.map(({ name, from, to, span_label }) => [name, from, to, span_label])).toEqual([
      ["quarter", "2026-03-31", "2026-06-30", "FY26-Q2"],
      ["week", "2026-06-23", "2026-06-30", "FY26-Q2"],
      ["last-quarter", "2025-12-31", "2026-03-31", "FY26-Q1"],
      ["year", "2025-12-31", "2026-06-30", "FY26"],
    ]);
  });

  test("that begin before anything is known are left out", () => {
    const names = (known: string | null) => windowsOf(periods, asOf, known).map(({ name }) => name);
    expect(names("2026-02-01")).toEqual(["quarter", "week"]);
    expect(names(null)).toEqual([]);
  });
});

const drop = (date: string, ...deals: ReturnType<typeof deal>[]) => ({
  [`exports/crm/${date}/Opportunity.csv`]: csv(...deals),
});

/** Two full drops without any history: D1 grows and is D2 won, D3 is left out of the second, D4 is new. */
const drops = {
  ...small,
  "company.yaml": companyFile().replace("drops: delta", "drops: full"),
  ...drop("2026-03-31", deal("D1"), deal("D2", { Amount: "500" }), deal("D3", { Amount: "70" })),
  ...drop(
    asOf,
    deal("D1", { Amount: "1500" }),
    won("D2", { Amount: "500", CloseDate: "2026-05-20" }),
    deal("D4", { Name: "=HYPERLINK(1)", Amount: "", CreatedDate: "2026-06-01" }),
  ),
};

async function pageOf(files: typeof drops) {
  const { run } = await load(files);
  await metrics(run);
  const content = await pipeline(run.warehouse, await readEdition(run.warehouse));
  const bodyOf = (name: string) => {
    const file = content.files.find((candidate) => candidate.name === name);
    return (file && "body" in file.content ? file.content.body : {}) as {
      bars: ListedBar[];
      bars_then: ListedBar[];
    };
  };
  return { run, content, bodyOf };
}

describe("a company whose drops give no history", () => {
  test("learns what changed from their difference, and that it is so", async () => {
    const { content, bodyOf } = await pageOf(drops);
    const bars = bodyOf("waterfall-year.json").bars;
    // the year's pipeline isn't known at its start: the first drop came later
    expect(bars).toEqual([]);
    expect(content.answer.aside).toMatch(/^crm gives no history of deals/);
    const quarter = bodyOf("waterfall-quarter.json").bars;
    // all deals but D2 are dated 30 September: of the second quarter only what was won is
    expect(quarter.filter(({ count }) => count > 0)).toMatchObject([
      { bar: "pulled_in", cents: 50_000, deals: [{ name: "Deal D2", owner: "Ann" }] },
      { bar: "won", cents: -50_000 },
    ]);
  });

  test("finds what a full drop leaves out removed, and what is new created", async () => {
    const { run } = await pageOf(drops);
    const dates = { from_date: "2026-03-31", to_date: asOf, is_ends_only: true };
    const versions = await readReport<Version>(run.warehouse, "pipeline_version", dates);
    expect(
      versions.map(({ opportunity_id, status, amount_minor, rep_id }) =>
        [opportunity_id, status, amount_minor, rep_id].join(" "),
      ),
    ).toEqual([
      "D1 open 100000 ann",
      "D1 open 150000 ann",
      "D2 open 50000 ann",
      "D2 won 50000 ann",
      "D3 open 7000 ann",
      "D3 deleted 7000 ann",
      "D4 open  ann",
    ]);
  });
});

test("a deal that is gone keeps its name, and every deal the export row that told of it last", async () => {
  const { run } = await pageOf(drops);
  const deals = await readReport(run.warehouse, "pipeline_deal", { ids: ["D1", "D3"] });
  expect(deals).toMatchObject([
    { name: "Deal D1", file: `exports/crm/${asOf}/Opportunity.csv`, line: 2 },
    { name: "Deal D3", file: "exports/crm/2026-03-31/Opportunity.csv", line: 4 },
  ]);
});

test("is told for a territory too, of which a deal that is gone was", async () => {
  const inNorth = { Territory2Id: "North" };
  const { run } = await pageOf({
    ...drops,
    ...drop("2026-03-31", deal("D1", inNorth), deal("D3", inNorth), deal("D5")),
    ...drop(asOf, deal("D1", inNorth), deal("D5")),
  });
  const entities = await readReport<object>(run.warehouse, "pipeline_entity");
  expect(entities).toContainEqual({
    entity_type: "territory",
    entity_id: "North",
    label: "North",
  });
  const dates = { from_date: "2026-03-31", to_date: asOf, is_ends_only: true };
  const versions = await readReport<Version>(run.warehouse, "pipeline_version", dates);
  const held = versions.map(({ opportunity_id, territory_id }) => [opportunity_id, territory_id]);
  expect(Object.fromEntries(held)).toEqual({ D1: "North", D3: "North", D5: null });
});

test("as known then, what an export told late of the quarter's first day isn't in the opening", async () => {
  const late = { CreatedDate: "2026-03-01", SystemModstamp: "2026-03-20", CloseDate: "2026-05-31" };
  const { bodyOf } = await pageOf({
    ...drops,
    ...drop("2026-04-20", deal("D1"), deal("D2", { Amount: "500" }), deal("D6", late)),
  });
  const { bars, bars_then } = bodyOf("waterfall-quarter.json");
  const changed = (all: readonly ListedBar[]) =>
    all.filter(({ count }) => count > 0).map(({ bar, cents }) => `${bar} ${cents}`);
  const since = ["pulled_in 50000", "removed -100000", "won -50000"];
  expect(changed(bars)).toEqual(["opening 100000", ...since]);
  expect(changed(bars_then)).toEqual(["told_late 100000", ...since]);
});

test("each file of the page declares whom it is for", async () => {
  const { content } = await pageOf(drops);
  expect(content.files.map(({ name, audience }) => [name, audience])).toEqual(
    [
      "pipeline.json",
      "waterfall-quarter.json",
      "waterfall-week.json",
      "waterfall-last-quarter.json",
      "waterfall-year.json",
      "pipeline-version.arrow",
      "pipeline-deal.arrow",
      "pipeline-holding.json",
    ].map((name) => [name, "leadership"]),
  );
});
