import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { approveScenario } from "../../pipelines/scenario/approve.ts";
import { diffRows, diffWords, planWords } from "../../pipelines/scenario/words.ts";
import {
  diffScenario,
  plannedEarnings,
  planScenario,
  runScenario,
} from "../../pipelines/scenario.ts";
import { simulateCommand } from "../../pipelines/simulate.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { asking } from "../workspaces/tables.ts";
import { temporaryFolder } from "../workspaces/write.ts";

const company = { reps: 10, accounts: 120, years: 3, seed: 5, compress: false };

describe("scenarios of a built workspace", () => {
  let folder: string;
  let workspace: Workspace;
  const ask = <Row>(sql: string) => asking(folder, (warehouse) => rowsOf<Row>(warehouse, sql));
  const quotas = () => readFileSync(join(folder, "plans/quotas.csv"), "utf8");

  beforeAll(async () => {
    folder = join(temporaryFolder(), "acme");
    const options = { ...company, asOf: "2026-07-03", layout: "salesforce" as const };
    await simulateCommand(folder, options, { step() {} });
    await rebuildWarehouse(folder);
    workspace = openWorkspace(folder);
    mkdirSync(join(folder, "plans/scenarios"), { recursive: true });
    writeFileSync(join(folder, "plans/scenarios/lower.yaml"), "growth: -0.2\n");
  }, 300_000);

  test("the plan without a scenario is what is recommended", async () => {
    const [count] = await ask<{ unlike: number; reps: number }>(`
      select count(*) filter (scenario_quota.quota_cents <> recommended.quota_cents)::integer as unlike,
        count(*)::integer as reps
      from quota_recommendation as recommended
      join scenario_quota using (rep_id, period, period_start)
      where scenario = 'base'`);
    expect(count?.unlike).toBe(0);
    expect(count?.reps).toBeGreaterThan(50);
  });

  test("run writes its rows in place of earlier ones, and says what it comes to", async () => {
    const said = planWords(await runScenario(workspace, "lower"));
    expect(said).toMatch(/^FY28: target USD [\d.]+ M, quotas of \d+ reps USD [\d.]+ M\n/);
    await runScenario(workspace, "lower");
    const rows = await ask<{ scenario: string; companies: number }>(
      `select scenario, count(*)::integer as companies from scenario_group
        where level = 'company' group by scenario order by scenario`,
    );
    expect(rows.filter(({ scenario }) => scenario === "lower")).toEqual([
      { scenario: "lower", companies: 1 },
    ]);
    expect(rows.map(({ scenario }) => scenario)).toContain("base");
  });

  test("diff tells the company first, exactly and in words", async () => {
    const { diff, base } = await diffScenario(workspace, "lower");
    const [row] = diffRows(diff).rows;
    const [, , from, to] = row ?? [];
    // the base has the growth of the company file, 12 %
    expect(Number(to) / Number(from)).toBeCloseTo(0.8 / 1.12, 6);
    expect(String(diffWords(diff, base).rows[0]?.[2])).toMatch(/^[\d.]+ [kM] → [\d.]+ [kM]$/);
  });

  test("what the plan doesn't know names file and line, what can't be met the file", async () => {
    const file = "plans/scenarios/gone.yaml";
    writeFileSync(join(folder, file), "leavers:\n  - { person: P9999, month: 2027-03 }\n");
    await expect(runScenario(workspace, "gone")).rejects.toMatchObject({
      errors: [{ message: "unknown person: P9999", place: { file, line: 2 } }],
    });
    const { base } = await planScenario(workspace, "base");
    const [seller] = base.year.sellers;
    writeFileSync(join(folder, file), `target: 1000\nlocked: { ${seller?.repId}: 5000000 }\n`);
    await expect(runScenario(workspace, "gone")).rejects.toMatchObject({
      message: expect.stringMatching(/^target below the sum of locked quotas/),
      place: { file },
    });
    rmSync(join(folder, file));
  });

  test("earnings are those that guardrails are counted from", async () => {
    const { earnings } = await plannedEarnings(workspace);
    const { base } = await planScenario(workspace, "base");
    for (const { repId, earnings: own } of base.year.sellers)
      expect(earnings[repId] ?? null).toBe(own);
  });

  test("a name that the plan itself has is refused", async () => {
    const file = join(folder, "plans/scenarios/plan.yaml");
    writeFileSync(file, "growth: 0.1\n");
    await expect(runScenario(workspace, "lower")).rejects.toThrow("reserved scenario name: plan");
    rmSync(file);
  });

  test("an unknown scenario names the nearest", async () => {
    await expect(runScenario(workspace, "lowr")).rejects.toThrow("unknown scenario: lowr");
  });

  test("approve adds rows that take effect with the year, and leaves what stands", async () => {
    const before = quotas();
    const { rows, hash } = await approveScenario(workspace, "lower");
    const after = quotas();
    expect(after.startsWith(before)).toBe(true);
    const added = after.slice(before.length).trimEnd().split("\n");
    expect(added).toHaveLength(rows);
    expect(
      added.every((line) => line.endsWith(`,2027-02-01,2026-07-03,scenario lower ${hash}`)),
    ).toBe(true);
    const amounts = (type: string, period: string) =>
      added
        .map((line) => line.split(","))
        .filter(([kind, , , label]) => kind === type && label === period)
        .reduce((sum, cells) => sum + Math.round(100 * Number(cells[4])), 0);
    const quarters = ["FY28-Q1", "FY28-Q2", "FY28-Q3", "FY28-Q4"];
    const inQuarters = quarters.reduce((sum, label) => sum + amounts("rep", label), 0);
    expect(inQuarters).toBe(amounts("rep", "FY28"));
    expect(amounts("rep", "FY28")).toBe(amounts("company", "FY28"));
  });

  test("what was approved is next year's plan when it is rebuilt", async () => {
    await rebuildWarehouse(folder);
    const [row] = await ask<{ planned: boolean }>(
      "select bool_and(planned_cents is not null) as planned from quota_input_target",
    );
    expect(row?.planned).toBe(true);
  }, 300_000);
});
