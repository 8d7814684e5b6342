import { describe, expect, it } from "vitest";
import { groupBy, latest, simulateFiles } from "./company.ts";

const files = simulateFiles();
const opportunities = latest(files.object("Opportunity"));
const dirt = new Map(
  files.rows("truth/opportunities.csv").map((row) => [row.opportunity_id, row.dirt]),
);

describe("a simulated company", () => {
  it("has the same bytes for the same seed, and others for another", () => {
    const again = simulateFiles();
    const other = simulateFiles({ seed: 12 });
    expect(again.paths).toEqual(files.paths);
    expect(again.paths.every((path) => again.text(path) === files.text(path))).toBe(true);
    expect(other.text("truth/reps.csv")).not.toBe(files.text("truth/reps.csv"));
  });

  it("has every object in its first drop", () => {
    const first = files.paths.filter((path) => path.startsWith("exports/salesforce/2024-02-29/"));
    expect(first).toHaveLength(14);
  });

  it("replays from deltas to the state of the last full drop", () => {
    const full = simulateFiles({ drops: "full" });
    for (const object of [
      "Opportunity",
      "Account",
      "User",
      "Lead",
      "OpportunityLineItem",
      "Task",
    ]) {
      const replayed = latest(files.object(object));
      const last = full.rows(`exports/salesforce/2026-07-03/${object}.csv`);
      expect(latest(last).size).toBe(replayed.size);
      for (const row of last) {
        const { drop, LastActivityDate, ...state } = row;
        expect(replayed.get(row.Id ?? "")).toMatchObject(state);
      }
    }
  });

  it("puts nothing into a drop that happened after its day", () => {
    for (const object of [
      "Opportunity",
      "OpportunityHistory",
      "OpportunityFieldHistory",
      "Task",
      "Event",
      "Lead",
      "Account",
      "User",
    ]) {
      const late = files
        .object(object)
        .filter(({ drop = "", ...row }) =>
          [
            "CreatedDate",
            "SystemModstamp",
            "ActivityDate",
            "LastActivityDate",
            "ConvertedDate",
          ].some((column) => (row[column as keyof typeof row] ?? "").slice(0, 10) > drop),
        );
      expect(late).toEqual([]);
    }
    const future = files
      .rows("finance/payments.csv")
      .filter(({ paid_on = "" }) => paid_on > "2026-07-03");
    expect(future).toEqual([]);
  });

  it("ends each history in the opportunity's own state", () => {
    const histories = groupBy(files.object("OpportunityHistory"), "OpportunityId");
    for (const [id, opportunity] of opportunities) {
      const last = histories.get(id)?.at(-1);
      expect(last?.StageName).toBe(opportunity.StageName?.trim());
      expect([last?.Amount, last?.CloseDate]).toEqual([opportunity.Amount, opportunity.CloseDate]);
    }
  });

  it("sums line items to the amount", () => {
    const lines = groupBy(latest(files.object("OpportunityLineItem")).values(), "OpportunityId");
    expect(lines.size).toBeGreaterThan(100);
    for (const [id, items] of lines) {
      const cents = items.reduce((sum, item) => sum + Math.round(Number(item.TotalPrice) * 100), 0);
      expect(cents).toBe(Math.round(Number(opportunities.get(id)?.Amount) * 100));
    }
  });

  it("splits credit into a hundred percent", () => {
    const splits = groupBy(latest(files.object("OpportunitySplit")).values(), "OpportunityId");
    expect(splits.size).toBeGreaterThan(0);
    for (const rows of splits.values()) {
      expect(rows.reduce((sum, row) => sum + Number(row.SplitPercentage), 0)).toBe(100);
    }
  });

  it("names owners and accounts that exist, but for deleted users", () => {
    const users = latest(files.object("User"));
    const accounts = latest(files.object("Account"));
    for (const [id, { OwnerId = "", AccountId = "" }] of opportunities) {
      expect(accounts.has(AccountId)).toBe(true);
      expect(users.has(OwnerId)).toBe(dirt.get(id) !== "unknown_owner");
    }
  });

  it("holds names that break careless readers", () => {
    const names = new Set([...opportunities.values()].map(({ Name }) => Name ?? ""));
    expect(names).toContain("<img src=x onerror=alert(1)>");
    expect([...names].some((name) => name.startsWith("="))).toBe(true);
    expect([...names].some((name) => name.startsWith('Blue Ridge "Roasters", Inc.'))).toBe(true);
  });

  it("gives a quota to each person only once for a period and recording", () => {
    const keys = files
      .rows("plans/quotas.csv")
      .map(({ entity_type, entity_id, period, recorded_on }) =>
        [entity_type, entity_id, period, recorded_on].join(),
      );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
