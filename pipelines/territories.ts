import { balanceSeed, balanceTerritories } from "../src/territory/balance.ts";
import { balanceMeasures } from "../src/territory/load.ts";
import type { BalanceProblem } from "../src/territory/problem.ts";
import type { RepBalance } from "../src/territory/standing.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";
import { plannedTerritories } from "./territories/plan.ts";
import { balanceProblem } from "./territories/problem.ts";
import type { AccountRow, PlacedRow, PotentialRow, RepRow } from "./territories/rows.ts";

/**
 * The stage: how far reps are from balance, and which accounts should change hands. Accounts stand
 * where `plans/territories.yaml` places them, without it with the rep who owns them. Writes
 * `territory_problem`, `territory_rep`, `territory_balance` and `territory_move`.
 */
export async function territories(run: Run): Promise<void> {
  await runMarts(run, ["territory_input_potential"]);
  const problem = await readProblem(run);
  await write(run, "territory_problem", [{ body: JSON.stringify(problem) }]);
  const { reps, moves } = balanceTerritories(problem, { seed: balanceSeed });
  const capacities = new Map(problem.reps.map(({ id, capacity }) => [id, capacity]));
  await write(
    run,
    "territory_rep",
    reps.map((rep) => repRow(rep, capacities.get(rep.repId))),
  );
  await write(run, "territory_balance", reps.flatMap(measureRows));
  await write(
    run,
    "territory_move",
    moves.map(({ accountId, from, to, reason }, index) => ({
      position: index + 1,
      account_id: accountId,
      from_rep_id: from,
      to_rep_id: to,
      reason,
    })),
  );
}

async function readProblem(run: Run): Promise<BalanceProblem> {
  const { warehouse, workspace, asOf } = run;
  return balanceProblem({
    accounts: await warehouse.table<AccountRow>("territory_input_account", ["account_id"]),
    potentials: await warehouse.table<PotentialRow>("territory_input_potential", ["account_id"]),
    reps: await warehouse.table<RepRow>("territory_input_rep", ["rep_id"]),
    placed: await warehouse.table<PlacedRow>("territory_account", ["account_id"]),
    moves: plannedTerritories(run)?.moves,
    measures: balanceMeasures,
    ramp: workspace.company.quota.ramp,
    asOf,
  });
}

async function write(run: Run, table: string, rows: readonly object[]): Promise<void> {
  await run.warehouse.run(sql(`tables/${table}`));
  await run.warehouse.append(table, rows);
  const reads = [
    "territory_account",
    "territory_input_account",
    "territory_input_potential",
    "territory_input_rep",
  ];
  await noteLineage(run, table, "pipelines/territories.ts", reads);
  run.progress.step(table, rows.length);
}

const repRow = (rep: RepBalance, capacity: number | undefined) => ({
  rep_id: rep.repId,
  pool: rep.pool,
  capacity_rate: capacity,
  count_accounts_before: rep.accountsBefore,
  count_accounts_after: rep.accountsAfter,
  deviation_before_rate: rep.deviationBefore,
  deviation_after_rate: rep.deviationAfter,
  position_before_rate: rep.positionBefore,
  position_after_rate: rep.positionAfter,
});

const measureRows = ({ repId, measures }: RepBalance) =>
  measures.map(({ measure, before, after }) => ({
    rep_id: repId,
    measure,
    before_rate: before,
    after_rate: after,
  }));
