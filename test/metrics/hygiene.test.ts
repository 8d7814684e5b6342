import { beforeAll, expect, test } from "vitest";
import { hygiene } from "../../pipelines/hygiene.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { hygieneSentence, untoldHygiene } from "../../src/narrative/hygiene.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { companyFile, csv, deal, type Fields, firstDrop, small, won } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

const asOf = "2026-06-30";
const step = (id: string, StageName: string, on: string): Fields => ({
  Id: `H-${id}-${StageName}`,
  OpportunityId: id,
  StageName,
  Amount: "1000.00",
  CreatedDate: `${on}T12:00:00Z`,
});

/** Three won deals that stayed 10, 20 and 30 days in Proposal: three in four left by 25. */
const past = [10, 20, 30].map((days, index) => ({ id: `W${index}`, days }));
const tidy = { NextStep: "Call", LastActivityDate: "2026-06-20", CreatedDate: "2026-06-20" };
const deals = [
  ...past.map(({ id }) => won(id, { CreatedDate: "2026-01-01", CloseDate: "2026-02-10" })),
  deal("TIDY", tidy),
  deal("STALE", { ...tidy, CreatedDate: "2026-05-01" }),
  deal("LATE", { ...tidy, CloseDate: "2026-06-29" }),
  deal("BARE", { ...tidy, NextStep: "", Amount: "", OwnerId: "U2" }),
  // never touched since it was created, 31 days and 30 days ago
  deal("IDLE", { ...tidy, LastActivityDate: "", CreatedDate: "2026-05-30", OwnerId: "U2" }),
  deal("YOUNG", { ...tidy, LastActivityDate: "", CreatedDate: "2026-05-31", OwnerId: "U2" }),
];
const history = [
  ...past.flatMap(({ id, days }) => [
    step(id, "Proposal", "2026-01-01"),
    step(id, "Closed Won", new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)),
  ]),
  step("STALE", "Proposal", "2026-05-01"),
  step("TIDY", "Proposal", "2026-06-20"),
];

const files: Files = {
  ...small,
  "company.yaml": companyFile({ more: "settings: { min_cell: 3 }\n" }),
  [`${firstDrop}/Opportunity.csv`]: csv(...deals),
  [`${firstDrop}/OpportunityHistory.csv`]: csv(...history),
};

async function mended(of: Files): Promise<Loaded> {
  const loaded = await load(of, asOf);
  await metrics(loaded.run);
  await hygiene(loaded.run);
  return loaded;
}

let loaded: Loaded;
beforeAll(async () => {
  loaded = await mended(files);
});

const flags = (id: string) =>
  loaded.all(`select is_without_next_step, is_stale, is_overdue, is_without_amount, is_idle
    from hygiene_deal where opportunity_id = '${id}'`);
const clean = {
  is_without_next_step: false,
  is_stale: false,
  is_overdue: false,
  is_without_amount: false,
  is_idle: false,
};

test.each([
  ["TIDY", {}],
  ["STALE", { is_stale: true }],
  ["LATE", { is_overdue: true }],
  ["BARE", { is_without_next_step: true, is_without_amount: true }],
])("%s has to be mended in nothing but %o", async (id, wrong) => {
  const [found] = await flags(id);
  expect(found).toMatchObject({ ...clean, ...wrong });
});

test("a deal is idle when more than 30 days have gone by since its last activity or its creation", async () => {
  expect(await flags("IDLE")).toMatchObject([{ is_idle: true }]);
  expect(await flags("YOUNG")).toMatchObject([{ is_idle: false }]);
});

test("a logged activity stands beside the day that the CRM keeps", async () => {
  const task = { Id: "T1", WhatId: "IDLE", OwnerId: "U2", ActivityDate: "2026-06-25" };
  const call = csv({ ...task, TaskSubtype: "Call", Status: "Completed", IsClosed: "true" });
  const { column } = await mended({ ...files, [`${firstDrop}/Task.csv`]: call });
  const days = "select last_activity_date from hygiene_deal where opportunity_id = 'IDLE'";
  expect(await column(days)).toEqual(["2026-06-25"]);
});

test("each rep's counts and shares are those of the rep's open deals", async () => {
  const reps = await loaded.all("from hygiene_rep order by rep_id");
  expect(reps).toMatchObject([
    // STALE and LATE of three, USD 1,000 each
    { rep_id: "ann", count_open: 3, count_to_mend: 2, to_mend_cents: 200_000 },
    { rep_id: "bob", count_open: 3, count_without_next_step: 1, without_next_step_rate: 1 / 3 },
  ]);
});

test("what no export tells is blank, never counted", async () => {
  const bare = deals.map(({ NextStep: _, LastActivityDate: __, ...rest }) => rest);
  const { all } = await mended({ ...files, [`${firstDrop}/Opportunity.csv`]: csv(...bare) });
  const reps = await all<Parameters<typeof untoldHygiene>[0][number]>(
    "select 'x' as name, * from hygiene_rep order by rep_id",
  );
  expect(reps).toMatchObject([
    { count_without_next_step: null, without_next_step_rate: null, count_idle: null },
    { count_without_next_step: null, idle_rate: null },
  ]);
  expect(untoldHygiene(reps)).toBe(
    "No export tells of a next step and activities, so nothing is counted as missing there.",
  );
});

test("a sentence says how much has to be mended and who has most of it", () => {
  const money = { currency: "USD", currency_digits: 2 };
  const rep = { count_without_next_step: 1, count_stale: 0, count_idle: 0 };
  const ann = { ...rep, name: "Ann", count_open: 3, count_to_mend: 2, to_mend_cents: 200_000 };
  const bob = { ...rep, name: "Bob", count_open: 4, count_to_mend: 0, to_mend_cents: 0 };
  expect(hygieneSentence([bob, ann], money)).toBe(
    "2 of 7 open deals, worth USD 2.0 k, have something to mend in the CRM; Ann has most in value: 2 deals worth 2.0 k.",
  );
  expect(hygieneSentence([bob], money)).toBe("Nothing has to be mended in 4 open deals.");
  expect(hygieneSentence([], money)).toBe("No deal is open.");
});
