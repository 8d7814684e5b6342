import { csv, deal, type Fields, firstDrop, lost, small, won } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

const history = (id: string, on: string, changes: Fields = {}): Fields => ({
  Id: `H${id}${on}`,
  OpportunityId: id,
  StageName: "Proposal",
  Amount: "1000.00",
  Probability: "50",
  ForecastCategory: "Pipeline",
  CloseDate: "2026-05-31",
  CreatedDate: `${on}T09:00:00.000+0000`,
  IsDeleted: "false",
  ...changes,
});

const task = (id: string, deal: string, on: string): Fields => ({
  Id: id,
  WhatId: deal,
  OwnerId: "U1",
  ActivityDate: on,
  TaskSubtype: "Call",
});

/** Four deals with their history: one open and pushed, two won, one lost; activities of the open one. */
export const followed: Files = {
  ...small,
  [`${firstDrop}/Opportunity.csv`]: csv(
    deal("D1", { CreatedDate: "2026-03-01", CloseDate: "2026-06-30", Amount: "800.00" }),
    won("D2", { CreatedDate: "2026-03-05", CloseDate: "2026-05-10" }),
    lost("D3", { CreatedDate: "2026-03-05", CloseDate: "2026-05-20" }),
    won("D4", { CreatedDate: "2026-02-01", CloseDate: "2026-03-31" }),
  ),
  [`${firstDrop}/OpportunityHistory.csv`]: csv(
    history("D1", "2026-03-01"),
    history("D1", "2026-04-20", { CloseDate: "2026-06-30", Amount: "800.00" }),
    history("D2", "2026-03-05"),
    history("D2", "2026-05-12", { StageName: "Closed Won", CloseDate: "2026-05-10" }),
    history("D3", "2026-03-05"),
    history("D3", "2026-05-20", { StageName: "Closed Lost", CloseDate: "2026-05-20" }),
    history("D4", "2026-02-01"),
    history("D4", "2026-03-31", { StageName: "Closed Won", CloseDate: "2026-03-31" }),
  ),
  [`${firstDrop}/Task.csv`]: csv(
    task("T1", "D1", "2026-04-10"),
    task("T2", "D1", "2026-05-20"),
    task("T3", "D1", "2026-06-02"),
  ),
};
