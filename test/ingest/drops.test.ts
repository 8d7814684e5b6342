import { expect, test } from "vitest";
import { load } from "../workspaces/build.ts";
import { companyFile, csv, deal, small, won } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

const drop = (date: string, object: string) => `exports/crm/${date}/${object}.csv`;
const of = "select opportunity_id || ' ' || stage || ' ' || amount_cents from opportunity";
const held = `${of} order by opportunity_id`;

/** Two drops: D1 is won, D2 not told again, D3 deleted, D4 new. */
const drops: Files = {
  ...small,
  [drop("2026-06-30", "Opportunity")]: csv(deal("D1"), deal("D2"), deal("D3")),
  [drop("2026-07-03", "Opportunity")]: csv(
    won("D1", { Amount: "1200", CloseDate: "2026-07-01" }),
    deal("D3", { IsDeleted: "true" }),
    deal("D4"),
  ),
};
const fullDrops: Files = {
  ...drops,
  "company.yaml": companyFile().replace("drops: delta", "drops: full"),
};

test("a delta drop's row supersedes an earlier one; what it leaves out stays", async () => {
  const { column } = await load(drops);
  expect(await column(held)).toEqual([
    "D1 Closed Won 120000",
    "D2 Proposal 100000",
    "D4 Proposal 100000",
  ]);
  const known = "select known_on from opportunity order by opportunity_id";
  expect(await column(known)).toEqual(["2026-07-03", "2026-06-30", "2026-07-03"]);
});

test("what a full drop leaves out is gone, in every object", async () => {
  const line = (id: string) => ({ Id: id, OpportunityId: "D1", Product2Id: "P", TotalPrice: 1 });
  const split = (id: string) => ({
    Id: id,
    OpportunityId: "D1",
    SplitOwnerId: "U1",
    SplitPercentage: 50,
  });
  const task = (id: string) => ({
    Id: id,
    OwnerId: "U1",
    TaskSubtype: "Call",
    ActivityDate: "2026-06-01",
  });
  const { column } = await load({
    ...fullDrops,
    ...Object.fromEntries(
      [
        ["OpportunityLineItem", line],
        ["OpportunitySplit", split],
        ["Task", task],
      ].flatMap(([object, row]) => [
        [
          drop("2026-06-30", object as string),
          csv((row as typeof line)("1"), (row as typeof line)("2")),
        ],
        [drop("2026-07-03", object as string), csv((row as typeof line)("2"))],
      ]),
    ),
  });
  expect(await column(held)).toEqual(["D1 Closed Won 120000", "D4 Proposal 100000"]);
  expect(await column("select line_id from opportunity_line")).toEqual(["2"]);
  const shares = "select count(*) from opportunity_split where valid_to = date '9999-12-31'";
  expect(await column(shares)).toEqual([1]);
  expect(await column("select activity_id from activity")).toEqual(["2"]);
});

test("a rebuild as of an earlier date knows no later drop", async () => {
  const { run, column } = await load(drops, "2026-07-02");
  expect(run.asOf).toBe("2026-07-02");
  expect(await column(held)).toEqual([
    "D1 Proposal 100000",
    "D2 Proposal 100000",
    "D3 Proposal 100000",
  ]);
  expect(await column("select path from source_file where path like '%07-03%'")).toEqual([]);
});

test("an id twice within a drop is found, and the last row counts", async () => {
  const { column, all } = await load({
    ...small,
    [drop("2026-06-30", "Opportunity")]: csv(deal("D1"), deal("D2"), deal("D1", { Amount: "5" })),
  });
  expect(await column(held)).toEqual(["D1 Proposal 500", "D2 Proposal 100000"]);
  const found = "select finding, entity_id, line, detail from finding order by all";
  expect(await all(found)).toContainEqual({
    finding: "duplicate_id",
    entity_id: "D1",
    line: 4,
    detail: "2 rows in the drop of 2026-06-30; the last one counts",
  });
});

test("drops may differ in columns, delimiter, encoding and compression", async () => {
  const tabs = csv(deal("D5", { Name: "Café" })).replaceAll(",", "\t");
  const { all } = await load({
    ...small,
    [drop("2026-06-30", "Opportunity")]: csv(deal("D1", { Extra: "x" })),
    [drop("2026-07-03", "Opportunity")]: Buffer.from(tabs, "latin1"),
  });
  const files = "select encoding, delimiter, rows from source_file where object = 'opportunity'";
  expect(await all(`${files} order by drop_date`)).toEqual([
    { encoding: "utf-8", delimiter: ",", rows: 1 },
    { encoding: "windows-1252", delimiter: "\t", rows: 1 },
  ]);
  expect(await all("select name from opportunity order by opportunity_id")).toEqual([
    { name: "Deal D1" },
    { name: "Café" },
  ]);
});
