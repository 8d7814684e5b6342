import { describe, expect, test } from "vitest";
import { sql } from "../../pipelines/run.ts";
import type { Loaded } from "../workspaces/build.ts";
import { complaintsOf } from "../workspaces/complaint.ts";
import { companyFile, csv, deal, lost, small, won } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";
import { measured } from "./fixture.ts";

const first = "exports/crm/2026-03-31";
const second = "exports/crm/2026-06-30";
const link = (id: string, ObjectId: string, Territory2Id: string, cause = "Territory2Manual") => ({
  Id: id,
  ObjectId,
  Territory2Id,
  AssociationCause: cause,
});
const links = (folder: string, ...rows: ReturnType<typeof link>[]): Files => ({
  [`${folder}/ObjectTerritory2Association.csv`]:
    rows.length > 0 ? csv(...rows) : "Id,ObjectId,Territory2Id,AssociationCause\n",
});
const member = (Id: string, UserId: string, Territory2Id: string, IsActive = "true") => ({
  Id,
  UserId,
  Territory2Id,
  RoleInTerritory2: "Owner",
  IsActive,
});
const accounts = csv({ Id: "A1", Name: "Globex" }, { Id: "A2", Name: "Initech" });
const deals = csv(
  won("early", { CloseDate: "2026-02-10", Amount: "100" }),
  won("late", { CloseDate: "2026-05-10", Amount: "1000" }),
  lost("elsewhere", { AccountId: "A2", CloseDate: "2026-05-11" }),
  deal("open", { AccountId: "A2" }),
  won("told", { AccountId: "A2", Territory2Id: "T9", CloseDate: "2026-02-11", Amount: "7" }),
);

/** Globex moves from North to South by the second drop. */
const company = (drops: "delta" | "full", after: Files = links(second, link("L2", "A1", "T2"))) => {
  const { "people/roster.csv": roster = "" } = small;
  return {
    "company.yaml": companyFile().replace("drops: delta", `drops: ${drops}`),
    "people/roster.csv": roster,
    ...Object.fromEntries([first, second].map((drop) => [`${drop}/Opportunity.csv`, deals])),
    ...Object.fromEntries([first, second].map((drop) => [`${drop}/Account.csv`, accounts])),
    [`${second}/Territory2.csv`]: csv(
      { Id: "T0", Name: "World", ParentTerritory2Id: "" },
      { Id: "T1", Name: "North", ParentTerritory2Id: "T0" },
      { Id: "T2", Name: "South", ParentTerritory2Id: "T0" },
    ),
    ...links(first, link("L1", "A1", "T1")),
    ...after,
  };
};

const spans = ({ all }: Loaded) =>
  all(`select account_id || ' ' || territory_id as held, valid_from, valid_to, known_from
    from territory_assignment order by account_id, valid_from`);
const before = { valid_from: "0001-01-01", valid_to: "2026-06-30", known_from: "2026-03-31" };
const since = { valid_from: "2026-06-30", valid_to: "9999-12-31", known_from: "2026-06-30" };

describe.each(["delta", "full"] as const)("territories of %s drops", (drops) => {
  test("hold an account from the drop that first told it until the one that told otherwise", async () => {
    const loaded = await measured(company(drops));
    expect(await spans(loaded)).toEqual([
      { held: "A1 T1", ...before },
      { held: "A1 T2", ...since },
    ]);
    const today = "select account_id || ' ' || territory_id from account where territory_id <> ''";
    expect(await loaded.column(today)).toEqual(["A1 T2"]);
    expect(await loaded.all("from territory order by territory_id")).toEqual([
      { territory_id: "T0", name: "World", parent_id: null },
      { territory_id: "T1", name: "North", parent_id: "T0" },
      { territory_id: "T2", name: "South", parent_id: "T0" },
      { territory_id: "T9", name: "T9", parent_id: null }, // on no list
    ]);
  });

  test("have the deals that closed while they held the account, or that name them", async () => {
    const { all } = await measured(company(drops));
    const placed = "select opportunity_id, territory_id from opportunity order by opportunity_id";
    expect(await all(placed)).toEqual([
      { opportunity_id: "early", territory_id: "T1" },
      { opportunity_id: "elsewhere", territory_id: null },
      { opportunity_id: "late", territory_id: "T1" },
      { opportunity_id: "open", territory_id: null },
      { opportunity_id: "told", territory_id: "T9" },
    ]);
    const booked = `select entity_id, value from kpi
      where metric = 'bookings' and entity_type = 'territory' and period = 'year' and value > 0
        and period_start = date '2026-01-01' and view = 'as_is' order by entity_id`;
    expect(await all(booked)).toEqual([
      { entity_id: "T1", value: 110_000 },
      { entity_id: "T9", value: 700 },
    ]);
  });

  test("have the activities and leads of their accounts", async () => {
    const { all } = await measured({
      ...company(drops),
      [`${second}/Task.csv`]: csv(
        { ...task, Id: "K1", AccountId: "A1", ActivityDate: "2026-04-02" },
        { ...task, Id: "K2", AccountId: "A1", ActivityDate: "2026-06-30" },
        { ...task, Id: "K3", AccountId: "A2", ActivityDate: "2026-04-02" },
      ),
      [`${second}/Lead.csv`]: csv(
        { ...lead, Id: "Q1", ConvertedAccountId: "A1", CreatedDate: "2026-04-02" },
        { ...lead, Id: "Q2", ConvertedAccountId: "", CreatedDate: "2026-04-02" },
      ),
    });
    const counted = `select metric, entity_id, n from kpi
      where metric in ('activity_count', 'lead_conversion') and entity_type = 'territory'
        and period = 'year' and view = 'as_is' and breakdown is null and n > 0
      order by metric, entity_id`;
    expect(await all(counted)).toEqual([
      { metric: "activity_count", entity_id: "T1", n: 1 },
      { metric: "activity_count", entity_id: "T2", n: 1 },
      { metric: "lead_conversion", entity_id: "T1", n: 1 },
    ]);
    const quiet = `select entity_id, value from kpi
      where metric = 'activity_count' and entity_type = 'territory' and view = 'as_is'
        and period = 'month' and period_start = date '2026-05-01' and breakdown is null
      order by entity_id`;
    expect(await all(quiet)).toContainEqual({ entity_id: "T1", value: 0 });
  });

  test("are traced to the activities of their accounts and deals", async () => {
    const { run, all } = await measured({
      ...company(drops),
      [`${second}/Task.csv`]: csv(
        { ...task, Id: "K1", AccountId: "A1", ActivityDate: "2026-04-02" },
        // its deal names a territory of its own
        { ...task, Id: "K2", AccountId: "A1", WhatId: "told", ActivityDate: "2026-04-02" },
      ),
    });
    await run.warehouse.run(sql("trace/logged_activity"));
    const listed = `select distinct entity_id, row_id from trace_part
      where entity_type = 'territory' order by all`;
    expect(await all(listed)).toEqual([
      { entity_id: "T1", row_id: "K1" },
      { entity_id: "T9", row_id: "K2" },
    ]);
  });
});

const task = { OwnerId: "U1", Status: "Completed", TaskSubtype: "Call", IsClosed: "true" };
const lead = {
  OwnerId: "U1",
  Status: "Converted",
  IsConverted: "true",
  ConvertedDate: "2026-05-01",
};

test("an account that a full drop leaves out of every territory is in none from then on", async () => {
  const loaded = await measured(company("full", links(second)));
  expect(await spans(loaded)).toEqual([{ held: "A1 T1", ...before }]);
  // in a delta nothing has changed
  const delta = await measured(company("delta", links(second)));
  expect(await spans(delta)).toEqual([{ held: "A1 T1", ...before, valid_to: "9999-12-31" }]);
});

test("an account that gets its first territory later was in none before", async () => {
  const after = links(second, link("L1", "A1", "T1"), link("L3", "A2", "T2"));
  expect(await spans(await measured(company("full", after)))).toEqual([
    { held: "A1 T1", ...before, valid_to: "9999-12-31" },
    { held: "A2 T2", ...since },
  ]);
});

test("of several territories an account is in the one that somebody chose by hand", async () => {
  const byRule = link("L0", "A1", "T0", "Territory2AssignmentRule");
  const loaded = await measured(company("full", links(second, byRule, link("L2", "A1", "T2"))));
  expect((await spans(loaded)).at(-1)).toMatchObject({ held: "A1 T2" });
});

test("as of a day before the move the account is where it was", async () => {
  const files = company("full");
  const loaded = await measured(files, "2026-05-31");
  expect(await spans(loaded)).toEqual([{ held: "A1 T1", ...before, valid_to: "9999-12-31" }]);
});

const people = `select rep_id || ' ' || territory_id as held, role, valid_from, valid_to, known_from
  from territory_member order by rep_id, territory_id`;

test("a rep is in a territory until a drop says otherwise", async () => {
  const file = "UserTerritory2Association.csv";
  const { all } = await measured({
    ...company("full"),
    [`${first}/${file}`]: csv(member("M1", "U1", "T1"), member("M2", "U2", "T1")),
    [`${second}/${file}`]: csv(member("M2", "U2", "T1", "false"), member("M3", "U1", "T2")),
  });
  expect(await all(people)).toEqual([
    { held: "ann T1", role: "Owner", ...before },
    { held: "ann T2", role: "Owner", ...since },
    { held: "bob T1", role: "Owner", ...before },
  ]);
});

test("a goal may be set for a territory by its id or name, and an unknown one names the nearest", async () => {
  const goal = (entity: string) => ({
    ...company("full"),
    "plans/goals.yaml": `- { id: g, metric: bookings, entity: ${entity}, entity_type: territory, baseline: 1,
    target: 2, owner: ann, start: 2026-01-01, due: 2026-12-31 }`,
  });
  for (const entity of ["North", "T1"]) {
    const { all } = await measured(goal(entity));
    expect(await all("select entity_type, entity_id from goal")).toEqual([
      { entity_type: "territory", entity_id: "T1" },
    ]);
  }
  const [complaint] = await complaintsOf(goal("Nort"));
  expect(complaint).toContain('unknown entity: "Nort"');
  expect(complaint).toContain('Did you mean "North"?');
});
