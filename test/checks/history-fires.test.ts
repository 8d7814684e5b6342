import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { type Loaded, load, rebuildWarehouse, reload } from "../workspaces/build.ts";
import { csv, deal, small, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { type Files, writeFiles, writeWorkspace } from "../workspaces/write.ts";

const opportunities = (date: string) => `exports/crm/${date}/Opportunity.csv`;
const person = { role: "account_executive", team: "North", region: "East", hired_on: "2024-02-01" };
const ann = { ...person, person_id: "ann", name: "Ann", crm_user_id: "U1" };
const bob = { ...person, person_id: "bob", name: "Bob", crm_user_id: "U2" };

const found = ({ all }: Loaded, finding: string) =>
  all<{ object: string; entity_id: string; line: number | null; detail: string }>(
    `select object, entity_id, line, detail from finding where finding = '${finding}'
     order by object, entity_id`,
  );

test("a day of creation that moves is a contradiction, and the first one stands", async () => {
  const moved = { CreatedDate: "2026-01-09", Amount: "2000.00" };
  const loaded = await load({ ...small, [opportunities("2026-07-03")]: csv(deal("D1", moved)) });
  expect(await found(loaded, "contradiction")).toEqual([
    {
      object: "opportunity",
      entity_id: "D1",
      line: 2,
      detail:
        "here created 2026-01-09, but the drop of 2026-06-30 told created 2026-01-05 first: that stands",
    },
  ]);
  const told =
    "select created_date || ' ' || amount_cents from opportunity where opportunity_id = 'D1'";
  expect(await loaded.column(told)).toEqual(["2026-01-05 200000"]);
});

test("a history row that is told otherwise is a contradiction, and the first one stands", async () => {
  const row = { Id: "H1", OpportunityId: "D1", CreatedDate: "2026-02-01T10:00:00Z" };
  const history = (date: string, Amount: string) => ({
    [`exports/crm/${date}/OpportunityHistory.csv`]: csv({ ...row, StageName: "Proposal", Amount }),
  });
  const loaded = await load({
    ...small,
    [opportunities("2026-07-03")]: csv(deal("D2", { Amount: "5" })),
    ...history("2026-06-30", "700"),
    ...history("2026-07-03", "800"),
  });
  expect(await found(loaded, "contradiction")).toMatchObject([
    { object: "opportunity_history", entity_id: "H1", line: 2 },
  ]);
  const amounts =
    "select amount_cents from opportunity_version where opportunity_id = 'D1' and basis = 'history'";
  expect(await loaded.column(amounts)).toEqual([70_000]);
});

test("a drop older than the one before it refuses to publish", async () => {
  const changed = (id: string, SystemModstamp: string) => deal(id, { SystemModstamp });
  const folder = writeWorkspace({
    ...small,
    [opportunities("2026-06-30")]: csv(changed("D1", "2026-06-29T10:00:00Z")),
    [opportunities("2026-07-03")]: csv(changed("D1", "2026-05-29T10:00:00Z")),
  });
  await expect(rebuildWarehouse(folder)).rejects.toThrow(
    /^backward_drop: exports\/crm\/2026-07-03\/Opportunity\.csv: its newest row is of 2026-05-29 .*: an older export under a newer date\n {4}Put the export into the folder of the day/,
  );
  expect(await found(await reload(folder), "backward_drop")).toMatchObject([
    { entity_id: "crm 2026-07-03", detail: expect.stringContaining("an older export") },
  ]);
});

test("a drop that repeats an earlier one byte for byte is found", async () => {
  const same = small[opportunities("2026-06-30")] ?? "";
  const loaded = await load({ ...small, [opportunities("2026-07-03")]: same });
  expect(await found(loaded, "repeated_drop")).toMatchObject([
    { entity_id: opportunities("2026-07-03"), detail: expect.stringContaining("2026-06-30") },
  ]);
});

test("two people with one address, and managers in a circle, are found", async () => {
  const loaded = await load({
    ...small,
    "people/roster.csv": csv(
      { ...ann, email: "a@acme.example", manager_id: "bob" },
      { ...bob, email: "A@acme.example", manager_id: "cyd" },
      {
        ...person,
        person_id: "cyd",
        name: "Cyd",
        crm_user_id: "U3",
        email: "c@x",
        manager_id: "bob",
      },
    ),
  });
  expect(await found(loaded, "shared_email")).toMatchObject([
    { entity_id: "ann, bob", line: 3, detail: expect.stringContaining("ann and bob") },
  ]);
  expect((await found(loaded, "manager_cycle")).map((one) => one.entity_id)).toEqual([
    "bob",
    "cyd",
  ]);
});

test("a team with a quota or a territory and no rep in it is found", async () => {
  const quota = { entity_type: "team", measure: "bookings", period: "2026-07", amount: 5 };
  const boss = { ...bob, person_id: "cyd", name: "Cyd", crm_user_id: "U3", role: "manager" };
  const loaded = await load({
    ...small,
    "people/roster.csv": csv(
      ann,
      { ...bob, team: "South", left_on: "2026-03-31" },
      { ...boss, team: "West" },
    ),
    "plans/quotas.csv": csv(
      ...["North", "South", "West"].map((entity_id) => ({ ...quota, entity_id })),
    ),
    "plans/territories.yaml": `- effective_from: 2026-01-01
  territories:
    - { name: First, owner: ann, team: North, rules: [{ accounts: A1 }] }
    - { name: Second, owner: vacant, team: South }
`,
  });
  expect(await found(loaded, "empty_team")).toMatchObject([
    { entity_id: "South", line: 3, detail: "the team has a quota, but no active rep" },
    { entity_id: "West", line: 4, detail: "the team has a quota, but no active rep" },
    { entity_id: "South", line: 4, detail: expect.stringContaining("the territory Second") },
  ]);
});

/** A workspace that has been rebuilt as of June, and then its plans are edited for July's rebuild. */
async function edited(before: Files, after: Files): Promise<string> {
  const folder = writeWorkspace({ ...small, ...before });
  await rebuildWarehouse(folder);
  writeFiles(folder, { ...after, [opportunities("2026-07-03")]: csv(won("D9")) });
  return folder;
}

const quotas = (...rows: { entity_id: string; period: string; amount: number }[]): Files => ({
  "plans/quotas.csv": csv(
    ...rows.map((row) => ({ entity_type: "rep", measure: "bookings", ...row })),
  ),
});
const spring = { entity_id: "ann", period: "2026-04", amount: 100 };
const summer = { entity_id: "ann", period: "2026-07", amount: 200 };
const heldQuotas = "select period_start || ' ' || quota_cents from quota order by period_start";

test("a quota edited in place is a finding, and rewrites neither the past nor what was known", async () => {
  const folder = await edited(
    quotas(spring, summer),
    quotas({ ...spring, amount: 90 }, { ...summer, amount: 190 }),
  );
  const loaded = await reload(folder);
  expect(await found(loaded, "changed_plan_row")).toMatchObject([
    {
      entity_id: "rep ann bookings 2026-04",
      detail: expect.stringContaining("100.0 USD became 90.0 USD"),
    },
    {
      entity_id: "rep ann bookings 2026-07",
      detail: expect.stringContaining("200.0 USD became 190.0 USD"),
    },
  ]);
  // April was over when its quota was edited; July wasn't
  expect(await loaded.column(heldQuotas)).toEqual(["2026-04-01 10000", "2026-07-01 19000"]);
  await rebuildWarehouse(folder);
  const past = await reload(folder, "2026-06-30");
  expect(await past.column(heldQuotas)).toEqual(["2026-04-01 10000", "2026-07-01 20000"]);
  expect(await found(past, "changed_plan_row")).toEqual([]);
});

test("a deleted quota holds for a period that was over, and no longer for one to come", async () => {
  const folder = await edited(quotas(spring, summer), quotas({ ...spring, entity_id: "bob" }));
  const loaded = await reload(folder);
  const held =
    "select entity_id || ' ' || period_start || ' ' || quota_cents from quota order by 1";
  expect(await loaded.column(held)).toEqual(["ann 2026-04-01 10000", "bob 2026-04-01 10000"]);
  expect(await found(loaded, "changed_plan_row")).toMatchObject([
    { detail: "gone since 2026-07-03: 100.0 USD" },
    { detail: "gone since 2026-07-03: 200.0 USD" },
  ]);
});

test("a team edited in the roster is a move on the day it was seen, not from the beginning", async () => {
  const folder = await edited(
    { "people/roster.csv": csv(ann, bob) },
    { "people/roster.csv": csv({ ...ann, team: "West" }) },
  );
  const loaded = await reload(folder);
  const places = "select team_id || ' ' || valid_from || ' ' || valid_to from rep_assignment";
  expect(await loaded.column(`${places} where rep_id = 'ann' order by 1`)).toEqual([
    "North 0001-01-01 2026-07-03",
    "West 2026-07-03 9999-12-31",
  ]);
  // nobody is forgotten because a row was deleted
  const gone = "select name || ' ' || left_on || ' ' || is_active from rep where rep_id = 'bob'";
  expect(await loaded.column(gone)).toEqual(["Bob 2026-07-03 false"]);
  expect((await found(loaded, "changed_plan_row")).map((one) => one.entity_id)).toEqual([
    "ann",
    "bob",
  ]);
});

test("a rebuild as of a day before the edit gives the bytes that it gave then", async () => {
  const folder = writeWorkspace({ ...small, ...quotas(spring, summer) });
  await rebuildWarehouse(folder);
  const digests = () =>
    asking(folder, async (warehouse) =>
      warehouse.query({ file: "test", sql: "from manifest_table order by table_name" }),
    );
  const before = await digests();
  writeFiles(folder, {
    ...quotas({ ...spring, amount: 90 }),
    [opportunities("2026-07-03")]: csv(won("D9")),
  });
  await rebuildWarehouse(folder);
  expect(await digests()).not.toEqual(before);
  await rebuildWarehouse(folder, "2026-06-30");
  expect(await digests()).toEqual(before);
});

test("a plan file that was recorded and is gone stops the rebuild", async () => {
  const folder = writeWorkspace({ ...small, ...quotas(spring) });
  await rebuildWarehouse(folder);
  rmSync(`${folder}/plans/quotas.csv`);
  await expect(rebuildWarehouse(folder)).rejects.toThrow("missing file: plans/quotas.csv");
});
