import { expect, test } from "vitest";
import { metrics } from "../pipelines/metrics.ts";
import { restate } from "../pipelines/restate.ts";
import { load } from "./workspaces/build.ts";
import { companyFile, csv, deal, lost, small, won } from "./workspaces/small.ts";

const opportunities = (date: string) => `exports/crm/${date}/Opportunity.csv`;
const inMarch = (id: string, changes = {}) => won(id, { CloseDate: "2026-03-20", ...changes });

const lostInMarch = (id: string) => lost(id, { CloseDate: "2026-03-25" });

test("a closed quarter shows what it was when it closed, what it is now, and the deals between", async () => {
  const loaded = await load({
    ...small,
    [opportunities("2026-04-02")]: csv(
      inMarch("kept"),
      inMarch("cut"),
      inMarch("handed over"),
      inMarch("undone"),
      inMarch("postponed"),
      inMarch("removed"),
      deal("forgotten"),
      deal("slow"),
      lostInMarch("given up"),
      lostInMarch("revived"),
    ),
    [opportunities("2026-06-30")]: csv(
      inMarch("cut", { Amount: "400.00" }),
      inMarch("handed over", { OwnerId: "U2" }),
      deal("undone"),
      inMarch("postponed", { CloseDate: "2026-04-03" }),
      inMarch("removed", { IsDeleted: "true" }),
      inMarch("forgotten"), // dated back into March
      lostInMarch("slow"), // likewise
      deal("given up"),
      inMarch("revived", { Amount: "50.00" }),
    ),
  });
  await metrics(loaded.run);
  await restate(loaded.run);
  const deals = await loaded.all(`
    select opportunity_id as id, change, bookings_then_cents as was, bookings_now_cents as now,
      known_on, changed_on
    from restated_deal where period_start = date '2026-01-01' order by id`);
  const between = { known_on: "2026-04-02", changed_on: "2026-06-30" };
  expect(deals).toEqual([
    { id: "cut", change: "amount", was: 100_000, now: 40_000, ...between },
    { id: "forgotten", change: "told late", was: 0, now: 100_000, ...between },
    { id: "given up", change: "reopened", was: 0, now: 0, ...between },
    { id: "handed over", change: "owner", was: 100_000, now: 100_000, ...between },
    { id: "postponed", change: "moved out", was: 100_000, now: 0, ...between },
    { id: "removed", change: "deleted", was: 100_000, now: 0, ...between },
    { id: "revived", change: "won after all", was: 0, now: 5000, ...between },
    { id: "slow", change: "told late", was: 0, now: 0, ...between },
    { id: "undone", change: "reopened or lost", was: 100_000, now: 0, ...between },
  ]);
  const quarters = `select concat_ws(' ', entity_id, bookings_then_cents, bookings_now_cents,
      won_then_count || '/' || decided_then_count, won_now_count || '/' || decided_now_count)
    from restated_quarter
    where period_start = date '2026-01-01' and entity_type in ('company', 'rep', 'team') order by 1`;
  expect(await loaded.column(quarters)).toEqual([
    "Acme 600000 345000 6/8 5/6",
    "North 600000 245000 6/8 4/5",
    "South 0 100000 0/0 1/1",
    "ann 600000 245000 6/8 4/5",
    "bob 0 100000 0/0 1/1",
  ]);
});

test("what a quarter was is read from the deals of each source's own first drop after it", async () => {
  const loaded = await load({
    ...small,
    "company.yaml": companyFile().replace(
      "stages:",
      "  shop: { kind: salesforce, drops: delta }\nstages:",
    ),
    "exports/crm/2026-03-31/Opportunity.csv": csv(inMarch("ours")),
    "exports/shop/2026-03-15/Opportunity.csv": csv(deal("sold", { Amount: "1000.00" })),
    // of a source's other files nothing is known of its deals
    "exports/shop/2026-04-01/Account.csv": csv({ Id: "A9", Name: "Initech" }),
    "exports/shop/2026-04-02/Opportunity.csv": csv(won("sold", { CloseDate: "2026-03-28" })),
    "exports/shop/2026-05-31/Opportunity.csv": csv(inMarch("late")),
  });
  await metrics(loaded.run);
  await restate(loaded.run);
  const changes = `select opportunity_id as id, change, known_on from restated_deal
    where period_start = date '2026-01-01' and source = 'shop'`;
  expect(await loaded.all(changes)).toEqual([
    { id: "late", change: "told late", known_on: "2026-04-02" },
  ]);
});

test("a rep whose only deal of a quarter was deleted had it then", async () => {
  const loaded = await load({
    ...small,
    [opportunities("2026-04-02")]: csv(inMarch("kept"), inMarch("gone", { OwnerId: "U2" })),
    [opportunities("2026-06-30")]: csv(inMarch("gone", { OwnerId: "U2", IsDeleted: "true" })),
  });
  await metrics(loaded.run);
  await restate(loaded.run);
  const then = `select entity_id, bookings_then_cents as was, bookings_now_cents as now
    from restated_quarter
    where period_start = date '2026-01-01' and entity_type in ('company', 'rep') order by 1`;
  expect(await loaded.all(then)).toEqual([
    { entity_id: "Acme", was: 200_000, now: 100_000 },
    { entity_id: "ann", was: 100_000, now: 100_000 },
    { entity_id: "bob", was: 100_000, now: 0 },
  ]);
});

test("without a correction nothing is restated", async () => {
  const loaded = await load(small);
  await metrics(loaded.run);
  await restate(loaded.run);
  expect(await loaded.column("select opportunity_id from restated_deal")).toEqual([]);
  const unlike =
    "select entity_id from restated_quarter where is_changed or won_then_count <> won_now_count";
  expect(await loaded.column(unlike)).toEqual([]);
});
