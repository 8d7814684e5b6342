import { beforeAll, describe, expect, test } from "vitest";
import { compare } from "../../pipelines/compare.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { formulaColumns, formulaTables, rowColumn } from "../../src/metrics/formula/column.ts";
import { measureOf } from "../../src/metrics/measure.ts";
import { readOwnMetrics } from "../../src/metrics/own.ts";
import { parseCompany } from "../../src/workspace/company.ts";
import { load } from "../workspaces/build.ts";
import { type Own, ownMetrics } from "../workspaces/own-metrics.ts";
import { csv, deal, firstDrop, lost, small, won } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";
import { type Kpi, pick, select } from "./company.ts";
import { find, type SameDay } from "./compared.ts";

/** Ann wins 1,000 and 500 and loses 300 in the first quarter; Bob wins 200 of no known type. */
const files: Files = {
  ...small,
  [`${firstDrop}/Opportunity.csv`]: csv(
    won("D1", { Amount: "1000.00", Type: "New Business" }),
    won("D2", { Amount: "500.00", Type: "Renewal", CloseDate: "2026-01-20" }),
    lost("D3", { Amount: "300.00", Type: "New Business" }),
    won("D4", { OwnerId: "U2", Amount: "200.00", CloseDate: "2026-05-02" }),
    deal("D5", { Amount: "9000.00" }),
  ),
  [`${firstDrop}/OpportunityLineItem.csv`]: csv(
    { Id: "L1", OpportunityId: "D1", Product2Id: "P1", Quantity: "2.5", TotalPrice: "600.00" },
    { Id: "L2", OpportunityId: "D1", Product2Id: "P2", Quantity: "1.5", TotalPrice: "400.00" },
    { Id: "L3", OpportunityId: "D2", Product2Id: "P1", Quantity: "1", TotalPrice: "500.00" },
  ),
  [`${firstDrop}/Product2.csv`]: csv(
    { Id: "P1", Name: "Platform", Family: "Software" },
    { Id: "P2", Name: "Setup", Family: 'O\'Neil "Services"' },
  ),
};

async function kpis(own: Own | readonly Own[], more: Files = {}): Promise<Kpi[]> {
  const all = [own].flat();
  const { run } = await load({ ...files, ...more, "company.yaml": ownMetrics(...all) });
  await metrics(run, readOwnMetrics(run.workspace.company.ownMetrics));
  return run.warehouse.table<Kpi>("kpi", [
    "entity_type",
    "entity_id",
    "period",
    "period_start",
    "view",
  ]);
}

const quarter = { metric: "ours", period: "quarter", period_start: "2026-01-01" } as const;

describe("a KPI of the company's own", () => {
  // 400 of 1,500 in lines of the first quarter
  test("divides sums over rows by what they and the rows they join say", async () => {
    const services = `sum(opportunity_line.amount_cents, product.family == "O'Neil \\"Services\\"")`;
    const found = await kpis({ formula: `${services} / sum(opportunity_line.amount_cents)` });
    expect(pick(found, quarter)).toMatchObject({
      value: 400 / 1500,
      numerator: 40_000,
      denominator: 150_000,
      n: 3,
      // the data begin in the quarter
      status: "partial",
    });
    const product = { ...quarter, entity_type: "product" };
    expect(pick(found, { ...product, entity_id: "P1" }).value).toBe(0);
    expect(pick(found, { ...product, entity_id: "P2" }).value).toBe(1);
    expect(pick(found, { ...quarter, entity_type: "team", entity_id: "North" }).n).toBe(3);
  });

  describe("is worked out of the quarter's rows", () => {
    const worked = [
      ["count(opportunity)", "count", 3],
      ['count(opportunity.deal_type, opportunity.deal_type != "renewal")', "count", 2],
      ['sum(opportunity.amount_cents, opportunity.status == "won")', "money", 150_000],
      ["average(opportunity.amount_cents)", "money", 60_000],
      ["median(opportunity.amount_cents)", "money", 50_000],
      ["max(opportunity.amount_cents) - min(opportunity.amount_cents)", "money", 70_000],
      ['sum(opportunity.amount_cents, opportunity.close_date >= "2026-03-01")', "money", 130_000],
      ['sum(opportunity.amount_cents, not (account.industry == "Energy"))', "money", 0],
      ["sum(opportunity.amount_cents) / 100", "money", 1_800],
      ["count(opportunity) / -2", "count", -1.5],
      ["10 - 2 * count(opportunity, opportunity.amount_cents > 40000)", "count", 6],
      ["-count(opportunity, opportunity.amount_cents < 40000 or 1 == 1 and 1 == 2)", "count", -1],
      ["sum(opportunity_line.quantity)", "number", 5],
      // 1,800 over 74, 15 and 79 days
      [
        "sum(opportunity.amount_cents) / sum(opportunity.cycle_days)",
        "money_per_day",
        180_000 / 168,
      ],
    ] as const;
    let found: Kpi[];
    beforeAll(async () => {
      found = await kpis(
        worked.map(([formula, unit], index) => ({ name: `own_${index}`, formula, unit })),
      );
    });
    test.each(worked.map(([formula, , value], index) => [formula, value, index] as const))(
      "%s is %d",
      (_, value, index) => {
        expect(pick(found, { ...quarter, metric: `own_${index}` }).value).toBeCloseTo(value, 9);
      },
    );
  });

  test("divided by a constant counts the rows above it", async () => {
    const found = await kpis({ formula: "sum(opportunity.amount_cents) / 100", unit: "money" });
    expect(pick(found, quarter)).toMatchObject({ value: 1800, denominator: null, n: 3 });
  });

  test("is absent where nothing can be divided, or zero where the company says so", async () => {
    const formula =
      'count(opportunity, opportunity.status == "won") / count(opportunity, opportunity.status == "lost")';
    const second = { ...quarter, period_start: "2026-04-01" };
    expect(pick(await kpis({ formula }), second)).toMatchObject({ value: null, status: "absent" });
    const zero = await kpis({ formula, when_empty: "0" });
    expect(pick(zero, second)).toMatchObject({ value: 0, denominator: 0 });
    expect(pick(zero, quarter).value).toBe(2);
  });

  test.each([
    ["count(lead)", "count"],
    ["count(activity) / count(opportunity)", "number"],
  ])("%s is absent, once, where its data aren't there", async (formula, unit) => {
    const found = await kpis({ formula, unit, date_basis: "period" });
    expect(select(found, { metric: "ours" }).map(({ status }) => status)).toEqual(["absent"]);
  });

  test("a sum of rows without values is missing, not zero", async () => {
    const found = await kpis({ formula: "sum(opportunity.recurring_cents)", unit: "money" });
    expect(pick(found, quarter)).toMatchObject({ value: null, status: "absent" });
  });

  test("is told of activities and leads by their own day", async () => {
    const formula = 'count(activity, activity.kind == "meeting") / count(lead, lead.is_converted)';
    const more = {
      [`${firstDrop}/Event.csv`]: csv(
        {
          Id: "E1",
          OwnerId: "U1",
          ActivityDate: "2026-03-04",
          Subject: "Meeting",
          Type: "Meeting",
        },
        {
          Id: "E2",
          OwnerId: "U1",
          ActivityDate: "2026-03-05",
          Subject: "Meeting",
          Type: "Meeting",
        },
        {
          Id: "E3",
          OwnerId: "U1",
          ActivityDate: "2026-05-05",
          Subject: "Meeting",
          Type: "Meeting",
        },
      ),
      [`${firstDrop}/Lead.csv`]: csv(
        {
          Id: "L1",
          OwnerId: "U1",
          Status: "Qualified",
          IsConverted: "true",
          CreatedDate: "2026-01-04",
          ConvertedDate: "2026-04-04",
        },
        {
          Id: "L2",
          OwnerId: "U1",
          Status: "Open",
          IsConverted: "false",
          CreatedDate: "2026-01-05",
        },
      ),
    };
    const found = await kpis({ formula, unit: "number", date_basis: "period" }, more);
    expect(pick(found, quarter)).toMatchObject({ numerator: 2, denominator: 1, value: 2 });
    expect(select(found, { metric: "ours", entity_type: "segment" })).toEqual([]);
  });
});

describe("adds up over months, and needs no minimum of deals,", () => {
  const sum = "sum(opportunity.amount_cents)";
  const [count, part] = ["count(opportunity)", 'count(opportunity, opportunity.stage == "a")'];
  const own = (formula: string, unit: string) => {
    const { ownMetrics: texts } = parseCompany(ownMetrics({ formula, unit }), "", ["salesforce"]);
    const [{ metric } = { metric: undefined }] = readOwnMetrics(texts);
    return metric && { needsMinCell: metric.needsMinCell, measure: measureOf(metric) };
  };

  test.each([
    [`${sum} / 100`, "money"],
    [`${sum} - 2 * sum(opportunity.bookings_cents) / 3`, "money"],
    [`-(${count} + ${part}) * (2 - 1)`, "count"],
  ])("%s", (formula, unit) => {
    expect(own(formula, unit)).toEqual({ needsMinCell: false, measure: "sum" });
  });

  test.each([
    [`${part} / ${count} * 100`, "number"],
    [`(${sum} / ${count}) * 1`, "money"],
    [`10 - ${count}`, "number"],
    [`${count} * ${part}`, "number"],
    [`max(opportunity.amount_cents)`, "money"],
  ])("but not %s", (formula, unit) => {
    expect(own(formula, unit)).toEqual({ needsMinCell: true, measure: "period" });
  });

  test("but not a ratio of what does: its parts are added up", () => {
    expect(own(`${part} / ${count}`, "ratio")).toEqual({ needsMinCell: true, measure: "rate" });
  });
});

test("every column that a formula may name is among the rows of its table", async () => {
  const formulas = Object.keys(formulaTables).map((table, index) => ({
    name: `own_${index}`,
    formula: `count(${table})`,
    unit: "count",
    date_basis: "period",
  }));
  const { run } = await load({ ...files, "company.yaml": ownMetrics(...formulas) });
  await metrics(run, readOwnMetrics(run.workspace.company.ownMetrics));
  for (const [table, { joins, dates }] of Object.entries(formulaTables)) {
    const { columns } = await run.warehouse.query({ file: table, sql: `from own_${table}_row` });
    const reached = [table, ...joins].flatMap((name) =>
      Object.keys(formulaColumns[name] ?? {}).map((column) => rowColumn(name, column)),
    );
    expect(columns).toEqual(expect.arrayContaining([...reached, ...Object.values(dates)]));
  }
});

test("is compared with the year before at the same day, where leads count as converted by then", async () => {
  const { run } = await load({
    ...small,
    [`${firstDrop}/Opportunity.csv`]: csv(
      won("D0", { CreatedDate: "2024-01-05", CloseDate: "2024-12-01" }),
      won("D1", { Amount: "300.00", CreatedDate: "2025-01-05", CloseDate: "2025-06-30" }),
      won("D2", { Amount: "900.00", CreatedDate: "2025-01-05", CloseDate: "2025-07-01" }),
    ),
    [`${firstDrop}/Lead.csv`]: csv(
      { Id: "L1", CreatedDate: "2025-01-05", IsConverted: "true", ConvertedDate: "2025-06-30" },
      { Id: "L2", CreatedDate: "2025-01-05", IsConverted: "true", ConvertedDate: "2025-07-01" },
    ),
    "company.yaml": ownMetrics(
      { name: "sold", formula: "sum(opportunity.amount_cents)", unit: "money" },
      { name: "taken", formula: "count(lead, lead.is_converted)", date_basis: "created_cohort" },
    ),
  });
  const own = readOwnMetrics(run.workspace.company.ownMetrics);
  await metrics(run, own);
  await compare(run, own);
  const rows = await run.warehouse.table<SameDay>("same_day", ["metric", "compared_with"]);
  const before = { entity_type: "company", view: "as_is", period: "year", until: "2025-06-30" };
  const year = { ...before, compared_with: "year_before" };
  expect(find(rows, { ...year, metric: "sold" })).toMatchObject([{ value: 30_000, n: 1 }]);
  expect(find(rows, { ...year, metric: "taken" })).toMatchObject([{ value: 1, n: 1 }]);
});
