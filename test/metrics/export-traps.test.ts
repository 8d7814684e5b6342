import { beforeAll, describe, expect, test } from "vitest";
import { metrics } from "../../pipelines/metrics.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { csv, deal, firstDrop, lost, small, won } from "../workspaces/small.ts";

/** The traps of the field's formulas that lie in the exports, by the number they have there. */
describe("traps in what a CRM writes", () => {
  const stages = ["Proposal", "Verbal", "On hold", "Closed Won", "Closed Lost"];
  const statuses = ["open", "open", "open", "won", "lost"];
  const listed = stages.map((stage, at) => `  - { stage: ${stage}, status: ${statuses[at]} }\n`);
  const drop = csv(
    deal("padded", { StageName: "Proposal ", Probability: "65", CloseDate: "2026-07-31" }),
    deal("nearly", { StageName: "Verbal", Probability: "95", CloseDate: "2026-07-31" }),
    deal("parked", { StageName: "On hold", Probability: "0", CloseDate: "2026-07-31" }),
    deal("hopeful", { ForecastCategoryName: "Closed", CloseDate: "2026-07-31" }),
    won("omitted", { ForecastCategoryName: "Omitted", CloseDate: "2026-06-10" }),
    lost("lost", { CloseDate: "2026-06-11" }),
  );
  let loaded: Loaded;

  beforeAll(async () => {
    loaded = await load({
      ...small,
      "company.yaml": `name: Acme
currency: USD
sources:
  crm: { kind: salesforce, drops: delta }
stages:
${listed.join("")}`,
      [`${firstDrop}/Opportunity.csv`]: drop,
    });
    await metrics(loaded.run);
  });

  const company = (metric: string, period_start: string, breakdown = "breakdown is null") =>
    loaded.column(`select value from kpi
      where metric = '${metric}' and entity_type = 'company' and period = 'month'
        and view = 'as_is' and period_start = '${period_start}' and ${breakdown}`);

  test("2: a probability of 65 means 0.65", async () => {
    const read = "select probability_rate from opportunity where opportunity_id = 'padded'";
    expect(await loaded.column(read)).toEqual([0.65]);
  });

  test("7: won is the CRM's own flag, though the forecast category says omitted", async () => {
    expect(await company("won_count", "2026-06-01")).toEqual([1]);
    expect(await company("win_rate", "2026-06-01")).toEqual([0.5]);
  });

  test("8: 95 % isn't won, 0 % isn't lost, and a category of closed doesn't close a deal", async () => {
    expect(await company("open_pipeline", "2026-06-01")).toEqual([400_000]);
    expect(await company("lost_count", "2026-06-01")).toEqual([1]);
  });

  test("8: a stage with a trailing blank is the stage without it", async () => {
    const proposals = "breakdown = 'stage: Proposal'";
    expect(await company("open_pipeline", "2026-06-01", proposals)).toEqual([200_000]);
  });
});
