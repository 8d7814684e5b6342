import { expect, test } from "vitest";
import { type Loaded, load } from "../workspaces/build.ts";
import { companyFile, csv, deal, type Fields, small } from "../workspaces/small.ts";
import type { Files } from "../workspaces/write.ts";

const first = "exports/crm/2026-03-31";
const second = "exports/crm/2026-06-30";
const quota = (Id: string, QuotaOwnerId: string, QuotaAmount: number, more: Fields = {}) => ({
  Id,
  QuotaOwnerId,
  QuotaAmount,
  StartDate: "2026-04-01",
  ForecastingTypeId: "Revenue",
  IsAmount: "true",
  ...more,
});

/** Quotas as two drops of the CRM tell them. */
function company(quotas: readonly (readonly Fields[])[], more: Files = {}): Files {
  const { "people/roster.csv": roster = "" } = small;
  const files = [first, second].flatMap((folder, index): [string, string][] => [
    [`${folder}/Opportunity.csv`, csv(deal("D1"))],
    [`${folder}/ForecastingQuota.csv`, csv(...(quotas[index] ?? quotas[0] ?? []))],
  ]);
  const yaml = companyFile().replace("drops: delta", "drops: full");
  return {
    "company.yaml": yaml,
    "people/roster.csv": roster,
    ...Object.fromEntries(files),
    ...more,
  };
}

const held = ({ all }: Loaded) =>
  all(`select entity_id, period, period_start, quota_cents, known_from, origin from quota
    order by entity_id, period, period_start`);
const ofQuarter = { entity_id: "ann", period: "quarter", period_start: "2026-04-01" };
const crm = { origin: "crm", known_from: "2026-03-31" };

test("a quota of the CRM counts where no plan gives one, by quarter where all begin one", async () => {
  expect(await held(await load(company([[quota("Q1", "U1", 500)]])))).toEqual([
    { ...ofQuarter, quota_cents: 50_000, ...crm },
  ]);
});

test("quotas that begin in any month are monthly, and their period says it first", async () => {
  const months = [quota("Q1", "U1", 5), quota("Q2", "U1", 6, { StartDate: "2026-05-01" })];
  expect(await held(await load(company([months])))).toMatchObject([
    { period: "month", quota_cents: 500 },
    { period: "month", quota_cents: 600 },
  ]);
  const period = csv({ Id: "P1", Type: "Year", StartDate: "2026-01-01", EndDate: "2026-12-31" });
  const yearly = [quota("Q1", "U1", 5, { PeriodId: "P1", StartDate: "2026-01-01" })];
  const loaded = await load(company([yearly], { [`${second}/Period.csv`]: period }));
  expect(await held(loaded)).toMatchObject([{ period: "year", quota_cents: 500 }]);
});

test("parts add up where there is no quota for the whole; other types of forecast don't count", async () => {
  const parts = [
    quota("Q1", "U1", 5, { ProductFamily: "Ink" }),
    quota("Q2", "U1", 6, { ProductFamily: "Paper" }),
    quota("Q3", "U2", 7, { ProductFamily: "Paper" }),
    quota("Q4", "U2", 9),
    quota("Q5", "U2", 50, { ForecastingTypeId: "Overlay" }),
    quota("Q6", "U2", 50, { IsAmount: "false" }),
  ];
  expect(await held(await load(company([parts])))).toMatchObject([
    { entity_id: "ann", quota_cents: 1100 },
    { entity_id: "bob", quota_cents: 900 },
  ]);
});

test("each version is known from its drop on, and one that a full drop leaves out is gone", async () => {
  const files = company([[quota("Q1", "U1", 5), quota("Q2", "U2", 7)], [quota("Q1", "U1", 6)]]);
  const { all } = await load(files);
  const versions = `select entity_id, quota_cents, known_from, known_to from quota_version
    order by entity_id, known_from`;
  expect(await all(versions)).toEqual([
    { entity_id: "ann", quota_cents: 500, known_from: "2026-03-31", known_to: "2026-06-30" },
    { entity_id: "ann", quota_cents: 600, known_from: "2026-06-30", known_to: "9999-12-31" },
    { entity_id: "bob", quota_cents: 700, known_from: "2026-03-31", known_to: "2026-06-30" },
  ]);
  expect(await held(await load(files, "2026-05-31"))).toMatchObject([
    { entity_id: "ann", quota_cents: 500 },
    { entity_id: "bob", quota_cents: 700 },
  ]);
});

test("the plan file wins, and what the CRM says otherwise is a finding", async () => {
  const row = { entity_type: "rep", entity_id: "ann", period: "FY26-Q2", amount: 4 };
  const quotas = [quota("Q1", "U1", 5), quota("Q2", "U2", 7)];
  const loaded = await load(company([quotas], { "plans/quotas.csv": csv(row) }));
  expect(await held(loaded)).toMatchObject([
    { entity_id: "ann", quota_cents: 400, origin: "plan" },
    { entity_id: "bob", quota_cents: 700, origin: "crm" },
  ]);
  const found =
    "select entity_id, severity, line, detail from finding where finding = 'quota_differs'";
  expect(await loaded.all(found)).toEqual([
    {
      entity_id: "rep ann",
      severity: "note",
      line: 2,
      detail: "for FY26-Q2 plans/quotas.csv says 4.0, the CRM 5.0 USD",
    },
  ]);
});

test("the quota of one whose people have quotas is theirs together, and adds to nothing", async () => {
  const person = { role: "account_executive", team: "North", region: "East" };
  const roster = csv(
    { ...person, person_id: "ann", name: "Ann", crm_user_id: "U1", manager_id: "bob" },
    { ...person, person_id: "bob", name: "Bob", crm_user_id: "U2", manager_id: "" },
  );
  const quotas = [quota("Q1", "U1", 5), quota("Q2", "U2", 7), quota("Q3", "U9", 1)];
  const loaded = await load(company([quotas], { "people/roster.csv": roster }));
  expect(await held(loaded)).toMatchObject([{ entity_id: "ann", quota_cents: 500 }]);
  const found =
    "select entity_id, detail from finding where finding = 'unplaced_quota' order by entity_id";
  expect(await loaded.all(found)).toEqual([
    {
      entity_id: "Q2",
      detail: "is of bob, whose people have quotas of their own; it adds to nothing",
    },
    { entity_id: "Q3", detail: 'is of "U9", who is no rep; it adds to nothing' },
  ]);
});

test("who has become a manager keeps the quotas of the time before", async () => {
  const person = { role: "account_executive", team: "North", region: "East" };
  const ann = { ...person, person_id: "ann", name: "Ann", crm_user_id: "U1" };
  const roster = csv(
    { ...ann, manager_id: "", effective_from: "2025-01-01" },
    { ...ann, manager_id: "bob", effective_from: "2026-04-01" },
    { ...person, person_id: "bob", name: "Bob", crm_user_id: "U2" },
  );
  const before = { StartDate: "2026-01-01" };
  const quotas = [
    quota("Q1", "U1", 5, before),
    quota("Q2", "U2", 7, before),
    quota("Q3", "U1", 6),
    quota("Q4", "U2", 8),
  ];
  const loaded = await load(company([quotas], { "people/roster.csv": roster }));
  expect(await held(loaded)).toMatchObject([
    { entity_id: "ann", period_start: "2026-01-01", quota_cents: 500 },
    { entity_id: "ann", period_start: "2026-04-01", quota_cents: 600 },
    { entity_id: "bob", period_start: "2026-01-01", quota_cents: 700 },
  ]);
  const found = "select entity_id from finding where finding = 'unplaced_quota'";
  expect(await loaded.column(found)).toEqual(["Q4"]);
});

test("forecasts of the CRM are kept as each drop told them", async () => {
  const item = (ForecastAmount: number) =>
    csv({
      Id: "F1",
      OwnerId: "U1",
      PeriodId: "P1",
      ForecastingItemCategory: "CommitForecast",
      ForecastAmount,
      AmountWithoutAdjustments: 90,
      OwnerOnlyAmount: 80,
    });
  const period = csv({ Id: "P1", Type: "Quarter", StartDate: "2026-04-01", EndDate: "2026-06-30" });
  const { all } = await load(
    company([[quota("Q1", "U1", 5)]], {
      [`${first}/ForecastingItem.csv`]: item(100),
      [`${second}/ForecastingItem.csv`]: item(120),
      [`${second}/Period.csv`]: period,
    }),
  );
  const calls = `select rep_id, period, period_start, category, roll_up, amount_cents,
    unadjusted_cents, owner_only_cents, known_from from crm_call order by known_from`;
  const call = {
    rep_id: "ann",
    period: "quarter",
    period_start: "2026-04-01",
    category: "Commit",
    roll_up: "cumulative",
    unadjusted_cents: 9000,
    owner_only_cents: 8000,
  };
  expect(await all(calls)).toEqual([
    { ...call, amount_cents: 10_000, known_from: "2026-03-31" },
    { ...call, amount_cents: 12_000, known_from: "2026-06-30" },
  ]);
});
