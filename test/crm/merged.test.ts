import { expect, test } from "vitest";
import { load } from "../workspaces/build.ts";
import { companyFile, csv, small } from "../workspaces/small.ts";

const drop = "exports/crm/2026-06-30";
const hubDeal = (deal_id: string) => ({
  deal_id,
  property_dealname: deal_id,
  deal_pipeline_stage_id: "Proposal",
  owner_id: "U1",
  property_amount: "1000",
  property_createdate: "2026-01-05",
  property_closedate: "2026-09-30",
});
const made = { engagement_type: "CALL", property_hs_timestamp: "2026-02-03 15:00:00" };

test("what belonged to a merged deal belongs to the one it has ended in, also by way of another", async () => {
  const { all } = await load({
    "company.yaml": companyFile().replace("kind: salesforce", "kind: hubspot"),
    "people/roster.csv": small["people/roster.csv"] ?? "",
    [`${drop}/deal.csv`]: csv(hubDeal("1"), hubDeal("2"), hubDeal("3")),
    [`${drop}/merged_deal.csv`]: csv(
      { deal_id: "2", merged_deal_id: "3" },
      { deal_id: "1", merged_deal_id: "2" },
    ),
    [`${drop}/line_item.csv`]: csv(
      { id: "L1", property_quantity: 2, property_amount: 600 },
      { id: "L3", property_quantity: 1, property_amount: 400 },
    ),
    [`${drop}/line_item_deal.csv`]: csv(
      { line_item_id: "L1", deal_id: "1" },
      { line_item_id: "L3", deal_id: "3" },
    ),
    [`${drop}/engagement_call.csv`]: csv({ engagement_id: "31", ...made }),
    [`${drop}/engagement_deal.csv`]: csv(
      { engagement_id: "31", deal_id: "1" },
      { engagement_id: "31", deal_id: "3" },
    ),
    "finance/invoices.csv": csv({
      invoice_id: "I1",
      opportunity_id: "3",
      account_id: "A1",
      issued_on: "2026-05-01",
      due_on: "2026-05-31",
      amount: "400",
    }),
  });
  expect(await all("select opportunity_id from opportunity")).toEqual([{ opportunity_id: "1" }]);
  const told = `
    select 'line' as what, line_id as id, opportunity_id as deal from opportunity_line
    union all select 'activity', activity_id, opportunity_id from activity_link
    union all select 'invoice', invoice_id, opportunity_id from invoice
    order by what, id`;
  expect(await all(told)).toEqual([
    { what: "activity", id: "31", deal: "1" },
    { what: "invoice", id: "I1", deal: "1" },
    { what: "line", id: "L1", deal: "1" },
    { what: "line", id: "L3", deal: "1" },
  ]);
});
