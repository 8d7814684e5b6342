import { metrics } from "../../pipelines/metrics.ts";
import { winning } from "../../pipelines/winning.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { companyFile, csv, type Fields, firstDrop, lost, small, won } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

/** Columns that deals are compared by, of Salesforce exports under the company's own names. */
const columns = `    columns:
      opportunity: { loss_reason: Loss__c, competitor: Rival__c }
      account: { segment: Segment__c, employees: NumberOfEmployees }
`;

const company = (minCell: number) =>
  companyFile({ source: columns, more: `settings: { min_cell: ${minCell} }\n` });

/** A workspace of the given exports, metrics and comparisons made. */
export async function compared(files: Files, minCell = 1): Promise<Loaded> {
  const loaded = await load({ ...small, "company.yaml": company(minCell), ...files });
  await metrics(loaded.run);
  await winning(loaded.run);
  return loaded;
}

export const exported = (object: string, ...records: readonly Fields[]): Files => ({
  [`${firstDrop}/${object}.csv`]: csv(...records),
});

/** Two accounts: a large one in energy, a small one in retail. */
export const accounts = exported(
  "Account",
  {
    Id: "A1",
    Name: "Big",
    Industry: "Energy",
    Segment__c: "Large",
    NumberOfEmployees: 6000,
    OwnerId: "U1",
  },
  {
    Id: "A2",
    Name: "Tiny",
    Industry: "Retail",
    Segment__c: "Small",
    NumberOfEmployees: 40,
    OwnerId: "U2",
  },
);

/** As of 2026-06-30 the last four complete quarters run from July 2025 to June 2026. */
export const deals = exported(
  "Opportunity",
  won("W1", {
    Amount: "3000.00",
    CreatedDate: "2026-01-10",
    CloseDate: "2026-02-09",
    LeadSource: "Web",
  }),
  won("W2", {
    Amount: "1000.00",
    CreatedDate: "2026-02-01",
    CloseDate: "2026-03-03",
    LeadSource: "Fair",
  }),
  won("W3", {
    Amount: "600.00",
    AccountId: "A2",
    OwnerId: "U2",
    CreatedDate: "2026-04-01",
    CloseDate: "2026-04-11",
  }),
  won("W0", {
    Amount: "500.00",
    CreatedDate: "2024-09-01",
    CloseDate: "2024-10-01",
    LeadSource: "Web",
  }),
  lost("L1", { Amount: "2000.00", CreatedDate: "2026-01-05", Loss__c: "Price", Rival__c: "Acorn" }),
  lost("L2", {
    Amount: "",
    AccountId: "A2",
    OwnerId: "U2",
    CreatedDate: "2026-01-05",
    Loss__c: "Price",
  }),
);

export const tasks = exported(
  "Task",
  {
    Id: "T1",
    WhatId: "W1",
    OwnerId: "U1",
    ActivityDate: "2026-01-20",
    TaskSubtype: "Call",
    CallDurationInSeconds: 600,
  },
  { Id: "T2", WhatId: "W1", OwnerId: "U1", ActivityDate: "2026-01-20", TaskSubtype: "Email" },
  {
    Id: "T3",
    WhatId: "W1",
    OwnerId: "U1",
    ActivityDate: "2026-02-01",
    TaskSubtype: "Call",
    CallDurationInSeconds: 1200,
  },
  {
    Id: "T4",
    WhatId: "L2",
    OwnerId: "U2",
    ActivityDate: "2026-02-01",
    TaskSubtype: "Call",
    CallDurationInSeconds: 300,
  },
  // after the close: no effort that won it
  { Id: "T5", WhatId: "W1", OwnerId: "U1", ActivityDate: "2026-05-01", TaskSubtype: "Email" },
);

/** The company's own columns, empty: an export has them all. */
export const unlost: Fields = { Loss__c: "", Rival__c: "" };
