import { readFileSync } from "node:fs";
import { grouped } from "../../src/statistics/grouped.ts";
import { type Assignments, deriveAssignments } from "../../src/territory/assignment.ts";
import type { Conflict } from "../../src/territory/claim.ts";
import type { TerritoryFinding, TerritoryPerson } from "../../src/territory/plan.ts";
import type { PlannedTerritories } from "../../src/workspace/planned-territories.ts";
import { parseTerritories, territoriesOn } from "../../src/workspace/territories.ts";
import { noteLineage, runMarts } from "../lineage.ts";
import { recordedFiles } from "../recorded.ts";
import { type Run, sql } from "../run.ts";
import type { AccountRow, ProductRow, RepRow } from "./rows.ts";

/** Where a workspace keeps its territories. */
export const territoriesPath = "plans/territories.yaml";

const inputs = ["territory_input_account", "territory_input_product", "territory_input_rep"];

/**
 * Writes `territory_account` and `territory_issue`: what `plans/territories.yaml` says as of the
 * rebuild. Both are empty without the file, and before its first plan.
 *
 * @throws InputErrors with every mistake in the file
 */
export async function writeTerritories(run: Run): Promise<void> {
  await runMarts(run, inputs);
  const plan = plannedTerritories(run);
  const derived = plan && (await derive(run, plan));
  await write(run, "territory_account", (derived?.assignments ?? []).map(accountRow));
  const issues = derived ? issuesOf(derived) : [];
  await write(
    run,
    "territory_issue",
    issues.map((issue, index) => ({ position: index + 1, ...issue })),
  );
}

/** The plan that holds as of the rebuild; undefined where there is none. */
export function plannedTerritories({ workspace, asOf }: Run): PlannedTerritories | undefined {
  const file = recordedFiles(workspace, territoriesPath, asOf).at(-1)?.file;
  if (file === undefined) return undefined;
  return territoriesOn(parseTerritories(readFileSync(file, "utf8"), territoriesPath), asOf);
}

async function derive({ warehouse, asOf }: Run, plan: PlannedTerritories): Promise<Assignments> {
  const accounts = await warehouse.table<AccountRow>("territory_input_account", ["account_id"]);
  const products = await warehouse.table<ProductRow>("territory_input_product", [
    "account_id",
    "product",
  ]);
  const people = await warehouse.table<RepRow>("territory_input_rep", ["rep_id"]);
  const bought = grouped(products, ({ account_id }) => account_id);
  return deriveAssignments(
    plan,
    accounts.map((row) => ({
      id: row.account_id,
      name: row.name,
      repId: row.rep_id,
      segment: row.segment,
      industry: row.industry,
      country: row.country,
      region: row.region_id,
      employees: row.employees,
      products: (bought.get(row.account_id) ?? []).map(({ product }) => product),
    })),
    people.map(personOf),
    asOf,
  );
}

const personOf = (row: RepRow): TerritoryPerson => ({
  id: row.rep_id,
  name: row.name,
  role: row.role,
  teamId: row.team_id,
  isActive: row.is_active,
  isCarrier: row.is_carrier,
});

async function write(run: Run, table: string, rows: readonly object[]): Promise<void> {
  await run.warehouse.run(sql(`tables/${table}`));
  await run.warehouse.append(table, rows);
  await noteLineage(run, table, "pipelines/territories/plan.ts", inputs);
  run.progress.step(table, rows.length);
}

const accountRow = (assignment: Assignments["assignments"][number]) => ({
  account_id: assignment.accountId,
  territory: assignment.territory,
  rep_id: assignment.repId,
  placed_by: assignment.by,
  grounds: assignment.grounds,
  until_date: assignment.until,
});

type Issue = Omit<TerritoryFinding, "kind"> & { readonly kind: string };

const issuesOf = ({ findings, conflicts, orphans }: Assignments): Issue[] => [
  ...findings,
  ...conflicts.map((conflict) => ({
    kind: "territory_conflict",
    subject: conflict.accountId,
    line: null,
    detail: claimWords(conflict),
  })),
  ...orphans.map((accountId) => ({
    kind: "territory_orphan",
    subject: accountId,
    line: null,
    detail: "no rule, exception or holdout places the account",
  })),
];

const claimWords = ({ claims }: Conflict) =>
  claims.map(({ territory, rule }) => `${territory} (${rule})`).join("; ");
