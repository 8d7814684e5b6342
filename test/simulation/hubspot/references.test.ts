import { expect, it } from "vitest";
import { latest, simulateFiles } from "../company.ts";

const files = simulateFiles({ layout: "hubspot" });
const deals = latest(files.object("deal"), "deal_id");
const dirt = new Map(
  files.rows("truth/opportunities.csv").map((row) => [row.opportunity_id, row.dirt]),
);
const ids = (table: string, column: string) =>
  new Set(files.object(table).map((row) => row[column] ?? ""));

/** Rows of a table whose column, where it isn't blank, holds none of some ids. */
const dangling = (table: string, column: string, known: ReadonlySet<string>) =>
  files.object(table).filter((row) => row[column] !== "" && !known.has(row[column] ?? ""));

it("every id in HubSpot's files resolves but that of a removed owner", () => {
  const owners = ids("owner", "owner_id");
  const companies = ids("company", "id");
  const engagements = ids("engagement", "id");
  const dealIds = new Set(deals.keys());
  const checks: [table: string, column: string, known: ReadonlySet<string>][] = [
    ["deal", "deal_pipeline_stage_id", ids("deal_pipeline_stage", "stage_id")],
    ["deal", "deal_pipeline_id", ids("deal_pipeline", "pipeline_id")],
    ["deal_stage", "value", ids("deal_pipeline_stage", "stage_id")],
    ["owner_team", "owner_id", owners],
    ["owner_team", "team_id", ids("team", "id")],
    ["company", "property_hubspot_owner_id", owners],
    ["company", "property_hs_parent_company_id", companies],
    ["contact", "property_hubspot_owner_id", owners],
    ["contact", "property_associatedcompanyid", companies],
    ["deal_company", "company_id", companies],
    ["deal_contact", "contact_id", ids("contact", "id")],
    ["line_item", "product_id", ids("product", "id")],
    ["line_item_deal", "line_item_id", ids("line_item", "id")],
    ["engagement_company", "company_id", companies],
    ["engagement_contact", "contact_id", ids("contact", "id")],
    ...["deal_stage", "deal_property_history", "deal_company", "deal_contact"].map(
      (table) => [table, "deal_id", dealIds] as [string, string, Set<string>],
    ),
    ...["line_item_deal", "engagement_deal"].map(
      (table) => [table, "deal_id", dealIds] as [string, string, Set<string>],
    ),
    ...["call", "email", "meeting", "task", "note", "deal", "company", "contact"].map(
      (kind) =>
        [`engagement_${kind}`, "engagement_id", engagements] as [string, string, Set<string>],
    ),
  ];
  for (const [table, column, known] of checks) {
    expect(files.object(table).length).toBeGreaterThan(0);
    expect([table, column, dangling(table, column, known)]).toEqual([table, column, []]);
  }
  const unknown = [...deals.values()].filter(({ owner_id = "" }) => !owners.has(owner_id));
  expect(unknown.every(({ deal_id }) => dirt.get(deal_id) === "unknown_owner")).toBe(true);
});
