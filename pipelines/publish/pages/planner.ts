import { type PlannerFacts, plannerAnswer } from "../../../src/narrative/planner.ts";
import type { MovableAccount, PlanBase } from "../../../src/scenario/base.ts";
import { withoutEarnings } from "../../../src/scenario/earnings.ts";
import { parted } from "../../../src/scenario/private-part.ts";
import type { ScenarioEntry } from "../../../src/scenario/schema.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import { columnar } from "../columnar.ts";
import type { Edition, PageContent, ReportFile } from "../file.ts";
import { readReport } from "../reading.ts";

interface ScenarioRow {
  readonly scenario: string;
  readonly note: string | null;
  readonly entry: string;
}

interface AccountRow {
  readonly account_id: string;
  readonly account: string;
}

/**
 * The plan that scenarios are written over, for the page to work out scenarios by the same code as
 * the batch. On-target earnings, and what scenarios say of pay, stay behind: what is published holds
 * nobody's pay.
 */
export async function planner(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const [base] = (await readReport<{ readonly body: string }>(warehouse, "plan_base")).map(
    ({ body }) => JSON.parse(body) as PlanBase,
  );
  const scenarios = await readReport<ScenarioRow>(warehouse, "scenario");
  const names = await readReport<AccountRow>(warehouse, "movable_account");
  const body = {
    base: base ? { ...withoutEarnings(base), accounts: [] } : null,
    scenarios: scenarios.map(({ scenario, note, entry }) => ({
      name: scenario,
      entry: {
        ...(note === null ? {} : { note }),
        ...parted(JSON.parse(entry) as ScenarioEntry).shown,
      },
    })),
    counts_earnings: base !== undefined && countsEarnings(base),
    counts_pay: (await readReport(warehouse, "priced_year")).length > 0,
  };
  return {
    path: "/planner",
    answer: plannerAnswer(await factsOf(warehouse, edition, base, scenarios.length)),
    files: [
      { name: "planner.json", audience: "leadership", content: { body } },
      accountFile(base?.accounts ?? [], names),
      await territoryFile(warehouse),
    ],
  };
}

const countsEarnings = ({ guardrails: { leastToEarnings, mostToEarnings } }: PlanBase) =>
  leastToEarnings !== null || mostToEarnings !== null;

function accountFile(
  accounts: readonly MovableAccount[],
  names: readonly AccountRow[],
): ReportFile {
  const known = new Map(names.map(({ account_id, account }) => [account_id, account]));
  const rows = accounts.map((account) => ({
    ...account,
    name: known.get(account.accountId) ?? account.accountId,
  }));
  const table = columnar(rows, { accountId: "text", name: "text", repId: "word", share: "number" });
  return { name: "planner-accounts.arrow", audience: "leadership", content: { table } };
}

async function territoryFile(warehouse: Warehouse): Promise<ReportFile> {
  const [row] = await readReport<{ readonly body: string }>(warehouse, "territory_problem");
  const body = { problem: row ? (JSON.parse(row.body) as object) : null };
  return { name: "planner-territories.json", audience: "leadership", content: { body } };
}

async function factsOf(
  warehouse: Warehouse,
  { currency, currency_digits }: Edition,
  base: PlanBase | undefined,
  scenarios: number,
): Promise<PlannerFacts> {
  const money = { currency, currency_digits };
  if (!base) return { ...money, plan: null, scenarios };
  const rows = await readReport<GroupRow>(warehouse, "capacity_group");
  const company = rows.find(({ scenario, level }) => scenario === "base" && level === "company");
  return { ...money, plan: company ? { ...company, label: base.label } : null, scenarios };
}

interface GroupRow {
  readonly scenario: string;
  readonly level: string;
  readonly quota_cents: number;
  readonly carried_cents: number;
  readonly count_reps: number;
  readonly odds: number;
  readonly share_at_quota: number;
}
