import { join } from "node:path";
import { sum } from "simple-statistics";
import { beforeAll, describe, expect, it } from "vitest";
import { simulateCommand } from "../../pipelines/simulate.ts";
import type { Layout } from "../../src/simulation/options.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { asking } from "../workspaces/tables.ts";
import { temporaryFolder } from "../workspaces/write.ts";

/** A company large enough to have two regions, two currencies and every kind of dirt. */
const company = { reps: 20, accounts: 240, years: 2, seed: 17, compress: false };
const options = { ...company, asOf: "2026-07-03" };

async function built(layout: Layout): Promise<string> {
  const folder = join(temporaryFolder(), layout);
  await simulateCommand(folder, { ...options, layout }, { step() {} });
  await rebuildWarehouse(folder);
  return folder;
}

/** Rows of a query as text, in no order of their own. */
async function lines(folder: string, sql: string): Promise<string[]> {
  const rows = await asking(folder, (warehouse) => rowsOf<object>(warehouse, sql));
  const text = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
  return rows.map((row) => JSON.stringify(row, text)).sort();
}

/** The lines that only one of two lists has. */
function unlike(a: readonly string[], b: readonly string[]): string[] {
  const [inA, inB] = [new Set(a), new Set(b)];
  return [...a.filter((line) => !inB.has(line)), ...b.filter((line) => !inA.has(line))];
}

interface Outlook {
  readonly mean: number;
  readonly width: number;
}

const outlooks = (folder: string, sql: string): Promise<Outlook[]> =>
  asking(folder, (warehouse) => rowsOf<Outlook>(warehouse, sql));

/** How far the means, and the widths, of two lists in one order lie apart: shares of the first's sum. */
function apart(a: readonly Outlook[], b: readonly Outlook[]): Outlook {
  const places = (list: readonly Outlook[]) => list.map((one) => ({ ...one, mean: 0, width: 0 }));
  expect(places(b)).toEqual(places(a));
  const share = (of: (outlook: Outlook) => number) =>
    sum(a.map((one, i) => Math.abs(of(one) - of(b[i] ?? one)))) / sum(a.map(of));
  return { mean: share((one) => one.mean), width: share((one) => one.width) };
}

describe("the same company read through two layouts", () => {
  let salesforce: string;
  let hubspot: string;
  beforeAll(async () => {
    salesforce = await built("salesforce");
    hubspot = await built("hubspot");
  }, 300_000);

  it("has the same value of every KPI that HubSpot carries", async () => {
    // products and campaigns bear the ids of their CRM; what HubSpot lacks stands at createHubspot
    const sql = `select * from kpi
      where entity_type not in ('product', 'campaign', 'source')
        and coalesce(breakdown, '') not like 'campaign: %'
        and metric not in ('forecast_wape', 'forecast_bias', 'forecast_value_added',
          'range_held_80', 'range_held_95')`;
    const expected = await lines(salesforce, sql);
    expect(expected.length).toBeGreaterThan(10_000);
    expect(unlike(expected, await lines(hubspot, sql))).toEqual([]);
  });

  it("has the same forecasts but for the draws, which are dealt in the order of the deals' ids", async () => {
    const sql = `select target, model, entity_type, entity_id, period, period_start::varchar as period_start,
        mean_cents::double as mean, coalesce(upper_80_cents - lower_80_cents, 0)::double as width
      from forecast where entity_type in ('company', 'region', 'team') order by target, model, entity_type, entity_id, period, period_start`;
    const expected = await outlooks(salesforce, sql);
    expect(expected.length).toBeGreaterThan(100);
    const distance = apart(expected, await outlooks(hubspot, sql));
    expect(distance.mean).toBeLessThan(0.01);
    expect(distance.width).toBeLessThan(0.1);
  });

  it("has the same deals but for their ids", async () => {
    const sql = `select stage, status, rep_id, deal_type, segment, industry, lead_source, currency,
      amount_minor, amount_cents, recurring_cents, term_months, probability_rate, competitor,
      forecast_category, created_date::varchar as created, close_date::varchar as closed
      from opportunity`;
    const expected = await lines(salesforce, sql);
    expect(expected.length).toBeGreaterThan(500);
    expect(unlike(expected, await lines(hubspot, sql))).toEqual([]);
  });
});
