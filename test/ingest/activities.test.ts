import { expect, test } from "vitest";
import { load } from "../workspaces/build.ts";
import { companyFile, csv, deal, firstDrop, small, withDeals, won } from "../workspaces/small.ts";

test("activities come from tasks and events, deleted ones left out", async () => {
  const { all } = await load({
    ...small,
    [`${firstDrop}/Task.csv`]: csv(
      {
        Id: "T1",
        OwnerId: "U1",
        WhatId: "D1",
        TaskSubtype: "Call",
        ActivityDate: "2026-06-01",
        CallDurationInSeconds: 180,
      },
      { Id: "T2", OwnerId: "U9", WhatId: "D1", TaskSubtype: "Email", ActivityDate: "2026-06-02" },
    ),
    [`${firstDrop}/Event.csv`]: csv(
      {
        Id: "E1",
        OwnerId: "U2",
        WhatId: "D1",
        Type: "Meeting",
        ActivityDate: "2026-06-03",
        DurationInMinutes: 45,
      },
      {
        Id: "E2",
        OwnerId: "U2",
        WhatId: "D1",
        Type: "Webinar",
        ActivityDate: "2026-06-04",
        IsDeleted: "true",
      },
    ),
  });
  const read = "select activity_id, kind, rep_id, duration_minutes from activity order by all";
  expect(await all(read)).toEqual([
    { activity_id: "E1", kind: "meeting", rep_id: "bob", duration_minutes: 45 },
    { activity_id: "T1", kind: "call", rep_id: "ann", duration_minutes: 3 },
    { activity_id: "T2", kind: "email", rep_id: "unassigned", duration_minutes: null },
  ]);
});

test("an opportunity with a product and no line has one line of its whole amount", async () => {
  const { all } = await load({
    ...withDeals(
      won("D1", { Product__c: "P1" }),
      won("D2", { Product__c: "P1" }),
      deal("D3", { Product__c: "" }),
    ),
    "company.yaml": companyFile({
      source: "    columns: { opportunity: { product: Product__c } }\n",
    }),
    [`${firstDrop}/OpportunityLineItem.csv`]: csv({
      Id: "L1",
      OpportunityId: "D2",
      Product2Id: "P2",
      Quantity: 3,
      TotalPrice: "1000.00",
    }),
  });
  const read = "select opportunity_id, product_id, quantity, amount_cents from opportunity_line";
  expect(await all(`${read} order by 1`)).toEqual([
    { opportunity_id: "D1", product_id: "P1", quantity: 1, amount_cents: 100_000 },
    { opportunity_id: "D2", product_id: "P2", quantity: 3, amount_cents: 100_000 },
  ]);
});
