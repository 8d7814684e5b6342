import { expect, test } from "vitest";
import { load } from "../workspaces/build.ts";
import { companyFile, csv, firstDrop, small, withDeals, won } from "../workspaces/small.ts";

const person = { person_id: "ann", name: "Ann", role: "account_executive" };
const roster = csv(
  { ...person, crm_user_id: "U1; U7", team: "North", region: "East", effective_from: "2025-01-01" },
  { ...person, crm_user_id: "U1; U7", team: "South", region: "West", effective_from: "2026-04-01" },
  { ...person, crm_user_id: "U1", team: "Later", region: "West", effective_from: "2026-09-01" },
  {
    person_id: "bob",
    name: "Bob",
    crm_user_id: "U2",
    team: "North",
    region: "East",
    left_on: "2026-05-01",
  },
  { person_id: "cyd", name: "Cyd", team: "North", region: "East", recorded_on: "2026-08-01" },
);
const reps = "select rep_id, team_id, is_active from rep order by rep_id";

test("a rep's team is the one that holds at the as-of; each deal keeps the one it closed in", async () => {
  const { all } = await load({
    ...withDeals(
      won("D1", { CloseDate: "2026-03-20" }),
      won("D2", { OwnerId: "U7", CloseDate: "2026-05-20" }),
    ),
    "people/roster.csv": roster,
  });
  expect(await all(reps)).toEqual([
    { rep_id: "ann", team_id: "South", is_active: true },
    { rep_id: "bob", team_id: "North", is_active: false },
  ]);
  const assigned = `select opportunity_id, team_id from opportunity
    join rep_assignment using (rep_id)
    where close_date >= valid_from and close_date < valid_to order by opportunity_id`;
  expect(await all(assigned)).toEqual([
    { opportunity_id: "D1", team_id: "North" },
    { opportunity_id: "D2", team_id: "South" },
  ]);
});

test("the first place also holds for what was done before it was written down", async () => {
  const { all } = await load({ ...small, "people/roster.csv": roster });
  const spans = "select team_id, valid_from, valid_to from rep_assignment where rep_id = 'ann'";
  expect(await all(`${spans} order by valid_from`)).toEqual([
    { team_id: "North", valid_from: "0001-01-01", valid_to: "2026-04-01" },
    { team_id: "South", valid_from: "2026-04-01", valid_to: "2026-09-01" },
    { team_id: "Later", valid_from: "2026-09-01", valid_to: "9999-12-31" },
  ]);
});

test("a row recorded after the as-of isn't known yet", async () => {
  const later = csv(
    { ...person, crm_user_id: "U1", team: "North", region: "East", recorded_on: "2026-01-01" },
    { ...person, crm_user_id: "U1", team: "South", region: "West", recorded_on: "2026-06-15" },
    { ...person, crm_user_id: "U1", team: "Later", region: "West", recorded_on: "2026-07-15" },
  );
  const { all } = await load({ ...small, "people/roster.csv": later });
  expect(await all("select team_id from rep where rep_id = 'ann'")).toEqual([{ team_id: "South" }]);
});

test("a quota holds as last recorded by the as-of, and the later word is kept for later", async () => {
  const quota = { entity_type: "rep", entity_id: "ann", period: "2026-06" };
  const { all } = await load({
    ...small,
    "plans/quotas.csv": csv(
      { ...quota, amount: 100, recorded_on: "2026-01-01" },
      { ...quota, amount: 300, recorded_on: "2026-07-15" },
      { ...quota, amount: 200, recorded_on: "2026-06-15" },
    ),
  });
  expect(await all("select quota_cents, recorded_on, source_line from quota")).toEqual([
    { quota_cents: 20_000, recorded_on: "2026-06-15", source_line: 4 },
  ]);
});

test("without a roster or a list of users every owner is a rep of no team", async () => {
  const { "people/roster.csv": _, ...without } = small;
  const { all } = await load(without);
  expect(await all(reps)).toEqual([
    { rep_id: "U1", team_id: "unassigned", is_active: true },
    { rep_id: "U2", team_id: "unassigned", is_active: true },
  ]);
});

test("a mapped list of users gives teams and regions where there is no roster", async () => {
  const { "people/roster.csv": _, ...without } = small;
  const { all } = await load({
    ...without,
    "company.yaml": companyFile({
      source: "    columns: { user: { team: Team__c, region: Region__c } }\n",
    }),
    [`${firstDrop}/User.csv`]: csv(
      { Id: "U1", Name: "Ann", IsActive: "true", Team__c: "North", Region__c: "East" },
      { Id: "U2", Name: "Bob", IsActive: "false", Team__c: "", Region__c: "" },
    ),
  });
  expect(
    await all("select rep_id, name, team_id, region_id, is_active from rep order by 1"),
  ).toEqual([
    { rep_id: "U1", name: "Ann", team_id: "North", region_id: "East", is_active: true },
    { rep_id: "U2", name: "Bob", team_id: "unassigned", region_id: "unassigned", is_active: false },
  ]);
});

test("a CRM user who owns no deal but an account, a lead or an activity is a rep", async () => {
  const { "people/roster.csv": _, ...unrostered } = small;
  const { all } = await load({
    ...unrostered,
    [`${firstDrop}/User.csv`]: csv(...["U1", "U2", "U3", "U4", "U5", "U6"].map((Id) => ({ Id }))),
    [`${firstDrop}/Account.csv`]: csv({ Id: "A1", Name: "Globex", OwnerId: "U3" }),
    [`${firstDrop}/Lead.csv`]: csv({ Id: "L1", OwnerId: "U4", CreatedDate: "2026-05-01" }),
    [`${firstDrop}/Task.csv`]: csv({ Id: "T1", OwnerId: "U5", ActivityDate: "2026-05-01" }),
  });
  expect(await all("select distinct rep_id from rep_alias order by rep_id")).toEqual(
    ["U1", "U2", "U3", "U4", "U5"].map((rep_id) => ({ rep_id })),
  );
  expect(await all("select rep_id from activity")).toEqual([{ rep_id: "U5" }]);
});
