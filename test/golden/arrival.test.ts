import { beforeAll, describe, expect, test } from "vitest";
import { rebuildWarehouse } from "../workspaces/build.ts";
import { csv, deal, type Fields, lost, small, won } from "../workspaces/small.ts";
import { differing, exportTables } from "../workspaces/tables.ts";
import { type Files, writeFiles, writeWorkspace } from "../workspaces/write.ts";

const { "company.yaml": company = "", "people/roster.csv": roster = "" } = small;
const rules: Files = { "company.yaml": company, "people/roster.csv": roster };

/** What five drops tell of some deals: amounts, stages, owners and days move, one deal is deleted. */
const told: Readonly<Record<string, readonly Fields[]>> = {
  "2026-01-31": [deal("D1"), deal("D2", { OwnerId: "U2" })],
  "2026-02-28": [deal("D1", { Amount: "1500.00" }), deal("D3", { CloseDate: "2026-04-15" })],
  "2026-03-31": [won("D1", { Amount: "1500.00" }), deal("D2", { OwnerId: "U1" })],
  "2026-04-30": [
    lost("D3", { CloseDate: "2026-04-20" }),
    deal("D4", { CreatedDate: "2026-04-02" }),
  ],
  "2026-05-31": [won("D1", { Amount: "1400.00" }), deal("D2", { IsDeleted: "true" })],
};

const filesOf = (date: string): Files => ({
  [`exports/crm/${date}/Opportunity.csv`]: csv(...(told[date] ?? [])),
  [`exports/crm/${date}/Account.csv`]: csv({ Id: "A1", Name: `Acme of ${date}`, OwnerId: "U1" }),
  [`exports/crm/${date}/Task.csv`]: csv({
    Id: `T${date}`,
    WhatId: "D1",
    OwnerId: "U1",
    ActivityDate: date,
    TaskSubtype: "Call",
    Status: "Completed",
  }),
});

/** The tables of the rebuild that follows the last arrival, when each is followed by one. */
async function arriving(...days: readonly (readonly string[])[]): Promise<Map<string, string>> {
  const folder = writeWorkspace(rules);
  for (const dates of days) {
    for (const date of dates) writeFiles(folder, filesOf(date));
    await rebuildWarehouse(folder);
  }
  return exportTables(folder);
}

describe("drops may arrive in any order, and the warehouse has the same digests", () => {
  const dates = Object.keys(told);
  let atOnce: Map<string, string>;
  beforeAll(async () => {
    atOnce = await arriving(dates);
  });

  test.each([
    ["the last first", dates.toReversed().map((date) => [date])],
    ["one of the middle last", [dates.filter((date) => date !== "2026-03-31"), ["2026-03-31"]]],
  ])("%s", async (_, days) => {
    expect(atOnce.get("manifest_table")).toContain("opportunity_version");
    expect(differing(atOnce, await arriving(...days))).toEqual([]);
  });
});
