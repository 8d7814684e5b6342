import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addBaselines } from "../../../../pipelines/baselines.ts";
import { refuseFailures } from "../../../../pipelines/check.ts";
import type { DealOutlook } from "../../../../pipelines/deals/outlook.ts";
import { examine } from "../../../../pipelines/examine.ts";
import { forecast } from "../../../../pipelines/forecast.ts";
import { metrics } from "../../../../pipelines/metrics.ts";
import { plan } from "../../../../pipelines/plan.ts";
import { silentProgress } from "../../../../pipelines/progress.ts";
import type { Run } from "../../../../pipelines/run.ts";
import { scores } from "../../../../pipelines/scores.ts";
import { simulateCommand } from "../../../../pipelines/simulate.ts";
import { openWorkspace } from "../../../../pipelines/workspace.ts";
import type { PlainDate } from "../../../../src/calendar.ts";
import { loadStatement } from "../../../../src/warehouse/statement.ts";
import { openWarehouse } from "../../../../src/warehouse/warehouse.ts";
import { type Chance, chancesOf, type Ended, toldChances } from "./chances.ts";
import { foundEffects } from "./effects.ts";
import type { Evidence, ForecastErrors, FoundEffect, PastQuota } from "./evidence.ts";

// one simulated company in a process of its own: what its past forecasts and chances came to

const seed = Number(process.argv[2]);

/**
 * As of the first of a month, cutoffs lie on the first days of months: when 0, 1 and 2 months of a
 * quarter are over.
 */
const company = { seed, reps: 24, accounts: 640, years: 5, asOf: "2026-07-01" } as const;

const begun = performance.now();
const folder = mkdtempSync(join(tmpdir(), "quotabook-bench-truth-"));
try {
  await simulateCommand(folder, { ...company, compress: false }, silentProgress);
  const warehouse = await openWarehouse(join(folder, "warehouse.duckdb"));
  const workspace = openWorkspace(folder);
  const run: Run = { workspace, asOf: company.asOf, warehouse, progress: silentProgress };
  const told = await evidenceOf(run);
  warehouse.close();
  const seconds = Math.round((performance.now() - begun) / 1000);
  const evidence: Evidence = { seed, seconds, ...told };
  console.log(JSON.stringify(evidence));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The stages of a rebuild that forecasts rest on. */
async function evidenceOf(run: Run): Promise<Omit<Evidence, "seed" | "seconds">> {
  const { calendar } = run.workspace.company;
  refuseFailures((await examine(run)).results);
  await metrics(run);
  const chances: Chance[] = [];
  const effects: FoundEffect[] = [];
  await forecast(run, (outlook: DealOutlook) => {
    chances.push(...chancesOf(outlook, calendar));
    if (outlook.isAsOf) effects.push(...foundEffects(outlook));
  });
  await addBaselines(run);
  await scores(run);
  await plan(run);
  const read = <Row>(name: string) =>
    run.warehouse.all<Row>(loadStatement(new URL(`./${name}.sql`, import.meta.url)));
  const cutoffs = new Set((await read<{ cutoff: PlainDate }>("cutoffs")).map((row) => row.cutoff));
  const monthly = chances.filter(({ cutoff }) => cutoffs.has(cutoff));
  return {
    forecasts: await read<ForecastErrors>("forecasts"),
    ...toldChances(monthly, await read<Ended>("ended"), run.asOf),
    effects,
    quotas: await read<PastQuota>("quotas"),
  };
}
