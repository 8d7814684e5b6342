import { describe, expect, test } from "vitest";
import { load, rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, deal, type Fields, small } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { type Files, writeFiles, writeWorkspace } from "../workspaces/write.ts";

const told =
  "entity_type, entity_id, category, recorded_on, source, amount_cents, called_by, level";
const query = `select ${told} from forecast_call order by entity_type, entity_id, category, recorded_on, source, level`;

/** Cy leads Ann and Bob, who are the team North. */
const person = { role: "account_executive", team: "North", region: "East", manager_id: "cy" };
const roster = {
  "people/roster.csv": csv(
    { ...person, person_id: "ann", name: "Ann", crm_user_id: "U1" },
    { ...person, person_id: "bob", name: "Bob", crm_user_id: "U2" },
    { ...person, person_id: "cy", name: "Cy", crm_user_id: "U3", role: "manager", manager_id: "" },
  ),
};

const call = { period: "FY26-Q2", category: "Commit", recorded_on: "2026-06-05" };

describe("calls of the plan file", () => {
  test("tell a rep's own from a manager's, and people by any name that the CRM has for them", async () => {
    const files: Files = {
      ...small,
      ...roster,
      "plans/calls.csv": csv(
        { ...call, entity_type: "rep", entity_id: "U1", amount: 10, by: "ann" },
        { ...call, entity_type: "rep", entity_id: "ann", amount: 8, by: "U3" },
        {
          ...call,
          entity_type: "team",
          entity_id: "North",
          amount: 30,
          by: "cy",
          category: "Best Case",
        },
      ),
    };
    const shared = { recorded_on: "2026-06-05", source: "plan" };
    const ofAnn = { ...shared, entity_type: "rep", entity_id: "ann", category: "commit" };
    expect(await (await load(files)).all(query)).toEqual([
      { ...ofAnn, amount_cents: 800, called_by: "cy", level: "manager" },
      { ...ofAnn, amount_cents: 1000, called_by: "ann", level: "rep" },
      {
        ...shared,
        entity_type: "team",
        entity_id: "North",
        category: "best_case",
        amount_cents: 3000,
        called_by: "cy",
        level: "manager",
      },
    ]);
  });

  test("stay as they were said when the file is edited, which is a call of that day", async () => {
    const plan = (amount: number) => ({
      "plans/calls.csv": csv({ ...call, entity_type: "company", entity_id: "Acme", amount }),
    });
    const folder = writeWorkspace({ ...small, ...plan(100) });
    await rebuildWarehouse(folder);
    const drop = { "exports/crm/2026-07-03/Opportunity.csv": csv(deal("D1")) };
    writeFiles(folder, { ...drop, ...plan(90) });
    await rebuildWarehouse(folder);
    const sql = "select recorded_on, amount_cents from forecast_call order by recorded_on";
    expect(await asking(folder, (warehouse) => rowsOf(warehouse, sql))).toEqual([
      { recorded_on: "2026-06-05", amount_cents: 10_000 },
      { recorded_on: "2026-07-03", amount_cents: 9_000 },
    ]);
  });
});

const first = "exports/crm/2026-06-30";
const item = (Id: string, OwnerId: string, kind: string, amount: number, more: Fields = {}) => ({
  Id,
  OwnerId,
  PeriodId: "P1",
  ForecastingTypeId: "Revenue",
  ForecastingItemCategory: kind,
  ForecastAmount: amount,
  AmountWithoutManagerAdjustment: amount,
  ProductFamily: "",
  ...more,
});
const withItems = (...items: readonly Fields[]): Files => ({
  ...small,
  ...roster,
  [`${first}/Period.csv`]: csv({ Id: "P1", Type: "Quarter", StartDate: "2026-04-01" }),
  [`${first}/ForecastingItem.csv`]: csv(...items),
});
const calls = async (files: Files) => (await load(files)).all(query);
const crm = { recorded_on: "2026-06-30", source: "crm" };
const ofAnn = { ...crm, entity_type: "rep", entity_id: "ann", category: "commit" };

describe("forecasts of the CRM", () => {
  test("tell what the owner submitted from what the manager made of it", async () => {
    const adjusted = { AmountWithoutManagerAdjustment: 100 };
    expect(await calls(withItems(item("F1", "U1", "CommitForecast", 80, adjusted)))).toEqual([
      { ...ofAnn, amount_cents: 8000, called_by: "cy", level: "manager" },
      { ...ofAnn, amount_cents: 10_000, called_by: "ann", level: "rep" },
    ]);
  });

  test("of one who leads a team are the team's", async () => {
    const [one, ...others] = (await calls(
      withItems(item("F1", "U3", "CommitForecast", 300)),
    )) as Fields[];
    expect(others).toEqual([]);
    expect(one).toMatchObject({ entity_type: "team", entity_id: "North", called_by: "cy" });
  });

  // Salesforce: CommitForecast = Commit + Closed, BestCaseForecast = Best Case + Most Likely + Commit + Closed
  test("of single categories add up from what is closed; without that they aren't a call", async () => {
    const single = [
      item("F1", "U1", "BestCaseOnly", 5),
      item("F2", "U1", "CommitOnly", 30),
      item("F3", "U1", "ClosedOnly", 100),
      item("F4", "U2", "CommitOnly", 7),
    ];
    expect(await calls(withItems(...single))).toEqual([
      { ...ofAnn, category: "best_case", amount_cents: 13_500, called_by: "ann", level: "rep" },
      { ...ofAnn, amount_cents: 13_000, called_by: "ann", level: "rep" },
    ]);
  });

  test("of parts, such as one product, are no call of the whole", async () => {
    const ink = item("F1", "U1", "CommitForecast", 5, { ProductFamily: "Ink" });
    expect(await calls(withItems(ink))).toEqual([]);
  });
});
