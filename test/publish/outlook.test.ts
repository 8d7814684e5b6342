import { beforeAll, describe, expect, test } from "vitest";
import { addBaselines } from "../../pipelines/baselines.ts";
import { forecast } from "../../pipelines/forecast.ts";
import { metrics } from "../../pipelines/metrics.ts";
import { outlook } from "../../pipelines/publish/pages/outlook.ts";
import { readEdition, readReport } from "../../pipelines/publish/reading.ts";
import { scores } from "../../pipelines/scores.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { csv, deal, type Fields, lost, small, won } from "../workspaces/small.ts";

const drop = "exports/crm/2026-05-20";

/** What the CRM held of a deal from a day on. */
const state = (id: string, day: string, told: Fields): Fields => ({
  Id: `${id} ${day}`,
  OpportunityId: id,
  CreatedDate: `${day}T12:00:00Z`,
  StageName: "Proposal",
  Probability: "50",
  CloseDate: "2026-06-30",
  ...told,
});

/** Of 1,000 and 3,000 open on 19 November 2025, 1,200 came in that quarter and 3,000 in the next. */
const deals = [
  won("W0", { CreatedDate: "2024-11-01", CloseDate: "2024-12-10", Amount: "1" }),
  won("W1", { CreatedDate: "2025-09-01", CloseDate: "2025-12-10", Amount: "1200" }),
  won("W2", { CreatedDate: "2025-09-15", CloseDate: "2026-02-10", Amount: "3000", OwnerId: "U2" }),
  lost("L1", { CreatedDate: "2025-12-01", CloseDate: "2026-03-03", Amount: "500", OwnerId: "U2" }),
  deal("D1", { CreatedDate: "2026-04-02", Amount: "2000", CloseDate: "2026-06-30" }),
];
const closed = { Probability: "100", StageName: "Closed Won" };
const history = [
  state("W0", "2024-11-01", { Amount: "1" }),
  state("W0", "2024-12-10", { Amount: "1", CloseDate: "2024-12-10", ...closed }),
  state("W1", "2025-09-01", { Amount: "1000" }),
  state("W1", "2025-12-10", { Amount: "1200", CloseDate: "2025-12-10", ...closed }),
  state("W2", "2025-09-15", { Amount: "3000" }),
  state("W2", "2026-02-10", { Amount: "3000", CloseDate: "2026-02-10", ...closed }),
  state("L1", "2025-12-01", { Amount: "500" }),
  state("L1", "2026-03-03", { Amount: "500", StageName: "Closed Lost", CloseDate: "2026-03-03" }),
  state("D1", "2026-04-02", { Amount: "2000" }),
];
const call = { entity_type: "company", entity_id: "Acme", period: "FY26-Q2", by: "ann" };

const { "company.yaml": company = "", "people/roster.csv": roster = "" } = small;
let loaded: Loaded;
beforeAll(async () => {
  loaded = await load({
    "company.yaml": company,
    "people/roster.csv": roster,
    [`${drop}/Opportunity.csv`]: csv(...deals),
    [`${drop}/OpportunityHistory.csv`]: csv(...history),
    [`${drop}/Account.csv`]: csv({ Id: "A1", Name: "Globex", Industry: "Energy", OwnerId: "U1" }),
    "plans/quotas.csv": csv({
      ...{ entity_type: "company", entity_id: "Acme", measure: "bookings", period: "FY26-Q2" },
      ...{ amount: 5000, currency: "USD" },
    }),
    "plans/calls.csv": csv(
      { ...call, category: "commit", amount: 900, recorded_on: "2026-04-20" },
      { ...call, category: "commit", amount: 800, recorded_on: "2026-05-10" },
      { ...call, category: "best_case", amount: 2500, recorded_on: "2026-05-10" },
    ),
  });
  await metrics(loaded.run);
  await forecast(loaded.run);
  await addBaselines(loaded.run);
  await scores(loaded.run);
}, 120_000);

const reported = (name: string) => readReport<Fields>(loaded.run.warehouse, name);
const ofCompany = ({ entity_type }: Fields) => entity_type === "company";

describe("what was won of what was open", () => {
  test("as far into earlier quarters, in them and in the next ones", async () => {
    const rows = (await reported("forecast_won_share")).filter(ofCompany);
    const at = (cutoff: string) => rows.find((row) => row.cutoff === cutoff);
    expect(at("2025-11-19")).toMatchObject({
      open_cents: 400_000,
      quarter_cents: 120_000,
      next_cents: 300_000,
    });
    // L1 was lost; the quarter after isn't over
    expect(at("2026-02-17")).toMatchObject({
      open_cents: 50_000,
      quarter_cents: 0,
      next_cents: null,
    });
  });

  test("adds up from reps, teams and segments", async () => {
    const rows = (await reported("forecast_won_share")).filter(
      ({ cutoff }) => cutoff === "2025-11-19",
    );
    const sums = ["company", "region", "rep", "segment", "team"].map((type) =>
      rows
        .filter(({ entity_type }) => entity_type === type)
        .reduce((total, { open_cents }) => total + Number(open_cents), 0),
    );
    expect(sums).toEqual(Array(5).fill(400_000));
  });
});

test("what is open counts with its amount, and with what it is expected to bring", async () => {
  const open = (await reported("forecast_open")).find(ofCompany);
  expect(open).toMatchObject({ count_deals: 1, open_cents: 200_000 });
  const [next] = await reported("forecast_forward");
  expect(next).toMatchObject({ opportunity_id: "D1", owner: "Ann", team_id: "North" });
  expect(Number(next?.added_cents)).toBe(
    Number(next?.expected_if_won_cents) - Number(open?.quarter_cents),
  );
});

test("a forecast stands beside its target, the last calls and the other ways", async () => {
  const rows = (await reported("forecast_range")).filter(ofCompany);
  const quarter = rows.find((row) => row.period === "quarter" && row.is_current);
  expect(quarter).toMatchObject({
    booked_cents: 0,
    target_cents: 500_000,
    commit_cents: 80_000,
    best_case_cents: 250_000,
    called_on: "2026-05-10",
  });
  expect(Number(quarter?.pipeline_cents)).toBeGreaterThan(0);
  expect(Number(quarter?.chance)).toBeLessThan(0.5);
  const ahead = rows.find((row) => row.period === "quarter" && !row.is_current);
  expect(ahead).toMatchObject({ booked_cents: null, target_cents: null, chance: null });
});

test("the page tells this quarter, the next one and the year, and has a file for each part", async () => {
  const { warehouse } = loaded.run;
  const { answer, files } = await outlook(warehouse, await readEdition(warehouse));
  expect(answer.sentence).toMatch(
    /^FY26 Q2 lands at USD .*, 80 % between .* and .*; the target of 5\.0 k has a chance of .*\.$/,
  );
  expect(answer.details[0]).toMatch(/^FY26 Q3 lands at /);
  expect(answer.details[1]).toMatch(/^FY26 lands at /);
  expect(files.map(({ name, audience }) => [name, audience])).toEqual(
    [
      "forecast.json",
      "forecast-need.json",
      "forecast-range.arrow",
      "forecast-history.arrow",
      "forecast-path.arrow",
      "forecast-range-rep.arrow",
      "forecast-history-rep.arrow",
    ].map((name) => [name, "leadership"]),
  );
});
