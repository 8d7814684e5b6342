import { expect, test } from "vitest";
import { metrics } from "../../pipelines/metrics.ts";
import { load } from "../workspaces/build.ts";
import { companyFile, csv, deal, type Fields, small, won } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

const stages = companyFile().replace(
  "stages:",
  "stages:\n  - { stage: Prospecting, status: open }",
);
const drop = (date: string, ...deals: readonly Fields[]): Files => ({
  [`exports/crm/${date}/Opportunity.csv`]: csv(...deals),
});
const asked = { StageName: "Prospecting", CloseDate: "2026-05-10" };

/** Three deals dated in the second quarter: one is won in it, two are pushed out of it. */
const told: Files = {
  "company.yaml": stages,
  "people/roster.csv": small["people/roster.csv"] ?? "",
  ...drop("2026-01-31", deal("D1", asked), deal("D2", asked), deal("D3", asked)),
  ...drop("2026-04-15", deal("D1"), deal("D2", { ...asked, StageName: "Proposal" })),
  ...drop(
    "2026-06-30",
    won("D1", { CloseDate: "2026-06-20" }),
    deal("D2"),
    deal("D3", { StageName: "Prospecting" }),
  ),
  ...drop("2026-08-20", deal("D4")),
};
const deleted = drop("2026-09-10", deal("D2", { IsDeleted: "true" }));

const past = `select entity_type, entity_id, view, period, period_start, metric, breakdown,
    value, numerator, denominator, n
  from kpi
  where metric in ('push_rate', 'push_rate_value', 'slip_rate', 'stage_conversion', 'stage_days')
    and entity_type <> 'product' and period <> 'year' and period_start < date '2026-07-01'
  order by all`;

test("what a deal did in a quarter stays when it is deleted later", async () => {
  const before = await load(told);
  await metrics(before.run);
  const figures = await before.all<{ metric: string; denominator: number }>(past);
  const pushed = figures.find(({ metric }) => metric === "push_rate");
  expect(pushed?.denominator).toBeGreaterThan(0);
  const after = await load({ ...told, ...deleted });
  await metrics(after.run);
  expect(await after.all(past)).toEqual(figures);
  const open = `select n from kpi where metric = 'open_pipeline' and entity_type = 'company'
    and period = 'quarter' and view = 'as_is' and breakdown is null`;
  expect([await before.column(open), await after.column(open)]).toEqual([[3], [2]]);
});

test("pipeline of earlier periods holds deals that were deleted since", async () => {
  const whole = await load({ ...told, ...deleted });
  await metrics(whole.run);
  const then = `select distinct opportunity_id from kpi_yield_event
    where yield_open_cents is not null and period = 'quarter' and earlier_start = date '2026-04-01'`;
  expect(await whole.column(`${then} order by 1`)).toEqual(["D1", "D2", "D3"]);
});
