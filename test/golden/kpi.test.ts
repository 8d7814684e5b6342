import { expect, test } from "vitest";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { companyFile, csv, deal, firstDrop, lost, small, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeWorkspace } from "../workspaces/write.ts";

/** Two reps, a quarter each of wins, losses and open deals; small enough to add up by hand. */
const files = {
  ...small,
  "company.yaml": companyFile({ more: "settings: { min_cell: 1 }\n" }),
  [`${firstDrop}/Opportunity.csv`]: csv(
    won("D1", { Amount: "1000.00", CreatedDate: "2026-01-10", CloseDate: "2026-02-09" }),
    won("D2", { Amount: "500.50", CreatedDate: "2026-01-10", CloseDate: "2026-03-11" }),
    lost("D3", { Amount: "499.50", CreatedDate: "2026-01-10", CloseDate: "2026-03-31" }),
    won("D4", {
      OwnerId: "U2",
      Amount: "2000.00",
      CreatedDate: "2026-04-01",
      CloseDate: "2026-05-01",
    }),
    lost("D5", { OwnerId: "U2", Amount: "", CreatedDate: "2026-04-01", CloseDate: "2026-06-30" }),
    deal("D6", { Amount: "750.00", CloseDate: "2026-08-15" }),
    deal("D7", { OwnerId: "U2", Amount: "250.00", CloseDate: "2026-06-30" }),
  ),
  "plans/quotas.csv": csv(
    { entity_type: "company", entity_id: "Acme", period: "FY26", amount: "10000" },
    { entity_type: "rep", entity_id: "ann", period: "FY26-Q1", amount: "1000" },
    { entity_type: "rep", entity_id: "bob", period: "FY26-Q2", amount: "2500" },
  ),
};

const sql = `select metric, entity_type, entity_id, period, period_start, value, numerator,
    denominator, n, median, status
  from kpi
  where view = 'as_is' and breakdown is null and value is not null
    and entity_type in ('company', 'rep') and period in ('quarter', 'year')
  order by all`;

test("the KPIs of a workspace made by hand are those of the golden file", async () => {
  const folder = writeWorkspace(files);
  await rebuildWarehouse(folder);
  const rows = await asking(folder, (warehouse) => rowsOf<Record<string, string>>(warehouse, sql));
  await expect(csv(...rows.map((row) => ({ ...row })))).toMatchFileSnapshot("kpi.csv");
});
