import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { simulateCommand } from "../../pipelines/simulate.ts";
import type { Layout } from "../../src/simulation/options.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { asking } from "../workspaces/tables.ts";
import { temporaryFolder } from "../workspaces/write.ts";

const company = { reps: 20, accounts: 240, years: 2, seed: 17, compress: false };
const options = { ...company, asOf: "2026-07-03" };

async function built(layout: Layout): Promise<string> {
  const folder = join(temporaryFolder(), layout);
  await simulateCommand(folder, { ...options, layout }, { step() {} });
  await rebuildWarehouse(folder);
  return folder;
}

const rows = (folder: string, sql: string) =>
  asking(folder, (warehouse) => rowsOf<object>(warehouse, sql));

describe("a company whose acquired region is in another CRM", () => {
  let apart: string;
  let one: string;
  beforeAll(async () => {
    apart = await built("both");
    one = await built("salesforce");
  }, 300_000);

  it("finds every account that its domain or name tells, and no other", async () => {
    const truth = `read_csv('${apart}/truth/account_matches.csv', all_varchar = true)`;
    const told = `select hubspot_id, salesforce_id, match from ${truth}
      where match <> 'none' order by hubspot_id`;
    const found = `select account_id as hubspot_id, matched_id as salesforce_id, matched_by as match
      from account_match where matched_by is not null order by hubspot_id`;
    const expected = await rows(apart, told);
    expect(expected.length).toBeGreaterThan(8);
    expect(await rows(apart, found)).toEqual(expected);
  });

  it("lists every other account of the acquired CRM as unmatched", async () => {
    const listed = "select entity_id from unmatched where object = 'account' order by entity_id";
    const others = `select account_id as entity_id from account_match
      where source = 'hubspot' and matched_by is null order by account_id`;
    const expected = await rows(apart, others);
    expect(expected.length).toBeGreaterThan(20);
    expect(await rows(apart, listed)).toEqual(expected);
  });

  it("books, wins and attains what it does in one CRM, at every level", async () => {
    const kpis = `select metric, entity_type, entity_id, period, period_start, view, value, n
      from kpi where metric in ('bookings', 'won_count', 'win_rate', 'quota_attainment')
        and entity_type in ('company', 'region', 'team', 'rep') and breakdown is null
      order by all`;
    const expected = await rows(one, kpis);
    expect(expected.length).toBeGreaterThan(1000);
    expect(await rows(apart, kpis)).toEqual(expected);
  });
});
