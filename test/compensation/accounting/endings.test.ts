import { beforeAll, describe, expect, test } from "vitest";
import { rebuildWarehouse, rowsOf } from "../../workspaces/build.ts";
import { csv, firstDrop, lost, small, won } from "../../workspaces/small.ts";
import { asking } from "../../workspaces/tables.ts";
import { writeWorkspace } from "../../workspaces/write.ts";

const renewal = { Type: "Renewal" };
const subscription = (account_id: string, opportunity_id: string, start: string, end: string) => ({
  subscription_id: `${account_id} ${start}`,
  account_id,
  opportunity_id,
  start,
  end,
  monthly_amount: 100,
  currency: "USD",
});
const creditNote = (opportunity_id: string, issued_on: string, amount: number) => ({
  invoice_id: `N ${opportunity_id} ${issued_on}`,
  opportunity_id,
  issued_on,
  amount,
  currency: "USD",
  kind: "credit_note",
});

/** As of 30 June 2026, with 90 days until a customer without a subscription is lost. */
const files = {
  ...small,
  [`${firstDrop}/Opportunity.csv`]: csv(
    won("resumed", { AccountId: "A1", CloseDate: "2024-12-20" }),
    won("left", { AccountId: "A2", CloseDate: "2024-12-20" }),
    won("came back", { AccountId: "A2", CloseDate: "2025-11-20" }),
    won("just over", { AccountId: "A3", CloseDate: "2025-05-20" }),
    won("told", { AccountId: "A4", CloseDate: "2025-06-20" }),
    lost("told renewal", { ...renewal, AccountId: "A4", CloseDate: "2026-05-20" }),
    won("unsubscribed", { AccountId: "A5", CloseDate: "2025-05-20" }),
    lost("unsubscribed renewal", { ...renewal, AccountId: "A5", CloseDate: "2026-05-05" }),
    won("won again", { AccountId: "A6", CloseDate: "2025-05-20" }),
    lost("lost once", { ...renewal, AccountId: "A6", CloseDate: "2026-05-05" }),
    won("then won", { ...renewal, AccountId: "A6", CloseDate: "2026-06-05" }),
    won("refunded", { AccountId: "A7", CloseDate: "2026-02-01" }),
    won("refunded in part", { AccountId: "A7", CloseDate: "2026-02-01" }),
  ),
  "finance/subscriptions.csv": csv(
    subscription("A1", "resumed", "2025-01-01", "2025-06-30"),
    subscription("A1", "", "2025-08-15", "2026-12-31"),
    subscription("A2", "left", "2025-01-01", "2025-06-30"),
    subscription("A2", "came back", "2025-12-01", "2026-12-31"),
    subscription("A3", "just over", "2025-06-01", "2026-05-31"),
    subscription("A4", "told", "2025-07-01", "2026-06-10"),
  ),
  "finance/invoices.csv": csv(
    creditNote("refunded", "2026-03-05", -400),
    creditNote("refunded", "2026-04-05", -600),
    creditNote("refunded in part", "2026-04-05", -999),
  ),
};

describe("contracts of won deals", () => {
  const ended = new Map<string, string | null>();

  beforeAll(async () => {
    const folder = writeWorkspace(files);
    await rebuildWarehouse(folder);
    const rows = await asking(folder, (warehouse) =>
      rowsOf<{ opportunity_id: string; ended: string | null }>(
        warehouse,
        "select opportunity_id, ended_on::varchar as ended from commission_contract",
      ),
    );
    for (const row of rows) ended.set(row.opportunity_id, row.ended);
  }, 120_000);

  test.each([
    ["resumed", "run on where a subscription follows within the days", null],
    ["left", "end when none followed within them, whatever comes later", "2025-09-29"],
    ["came back", "run on from then", null],
    ["just over", "run on until the days are over", null],
    ["told", "end with the contract where the renewal was lost before", "2026-06-11"],
    ["unsubscribed", "end with a lost renewal where no subscription is told", "2026-05-05"],
    ["won again", "run on where something was won after it", null],
    ["refunded", "end when credit notes come to all of the deal", "2026-04-05"],
    ["refunded in part", "run on below that", null],
  ])("%s: %s", (deal, _, on) => {
    expect(ended.get(deal)).toBe(on);
  });
});
