import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { plan } from "../../pipelines/plan.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import type { Run } from "../../pipelines/run.ts";
import { runScenario } from "../../pipelines/scenario.ts";
import { simulateCommand } from "../../pipelines/simulate.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { load, rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { quotabook } from "../workspaces/command.ts";
import { complaints, complaintsOf } from "../workspaces/complaint.ts";
import { companyFile, csv, firstDrop, small } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { type Files, temporaryFolder, writeWorkspace } from "../workspaces/write.ts";

// what planners get wrong, in their files and through the commands that they run

const company = {
  reps: 4,
  accounts: 40,
  years: 2,
  seed: 5,
  asOf: "2026-07-03",
  layout: "salesforce",
  compress: false,
} as const;
const file = "plans/scenarios/bad.yaml";

let folder: string;

beforeAll(async () => {
  folder = join(temporaryFolder(), "acme");
  await simulateCommand(folder, company, { step() {} });
  await rebuildWarehouse(folder);
  mkdirSync(dirname(join(folder, file)), { recursive: true });
}, 300_000);

const withGuardrails = (
  workspace: Workspace,
  changes: Partial<Workspace["company"]["quota"]["guardrails"]>,
): Workspace => {
  const { company: read } = workspace;
  const guardrails = { ...read.quota.guardrails, ...changes };
  return { ...workspace, company: { ...read, quota: { ...read.quota, guardrails } } };
};

describe("a scenario that can't be", () => {
  test.each([
    [
      "has a target below the sum of locked quotas",
      "target: 1000000\nlocked: { P004: 1500000 }\n",
      /^target below the sum of locked quotas: 1\.0 M\n {2}in plans\/scenarios\/bad\.yaml.*\n {2}Locked quotas sum to 1\.5 M: unlock some of them, or raise the target\.$/,
    ],
    [
      "has floors that sum to more than the target",
      "target: 100000\nguardrails: { least_change: -0.1 }\n",
      /^floors above the target: .+ against 100 k\n {2}in plans\/scenarios\/bad\.yaml.*\n {2}Lower the floors or raise the target; the largest are P00\d .+ \(−10 % on last year\)/,
    ],
    [
      "grows by −100 %",
      "note: none\ngrowth: -1\n",
      /^invalid growth: a change of more than −100 %\n {2}in plans\/scenarios\/bad\.yaml, line 2\n/,
    ],
    [
      "hires before the year starts",
      "hires:\n  - { month: 2027-01, team: Enterprise East, role: account_executive }\n",
      /^hire before the year starts: 2027-01\n {2}in plans\/scenarios\/bad\.yaml.*\n {2}FY28 begins on 2027-02-01: who is hired before is in the roster\.$/,
    ],
    [
      "hires into a team that has no reps",
      "hires:\n  - { month: 2027-03, team: Enterprise Est, role: account_executive }\n",
      /^unknown team: Enterprise Est\n {2}in plans\/scenarios\/bad\.yaml.*\n {2}Did you mean "Enterprise East"\?$/,
    ],
    [
      "extends itself",
      "growth: 0.1\nextends: bad\n",
      /^scenario that extends itself: bad → bad\n {2}in plans\/scenarios\/bad\.yaml, line 2\n {2}Let one of them extend nothing\.$/,
    ],
  ])("because it %s is told what, where and what to do", async (_, text, told) => {
    writeFileSync(join(folder, file), text);
    const [first, ...more] = await complaints(() => runScenario(openWorkspace(folder), "bad"));
    expect(first).toMatch(told);
    expect(more).toEqual([]);
  });

  test("ends the command with exit code 2, nothing written and nothing printed", async () => {
    writeFileSync(join(folder, file), "extends: bad\n");
    const { code, stdout, stderr } = await quotabook("scenario", "run", folder, "bad");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^scenario that extends itself: bad → bad\n/);
    const [row] = await asking(folder, (warehouse) =>
      rowsOf<{ count: number }>(
        warehouse,
        "select count(*)::integer as count from scenario_group where scenario = 'bad'",
      ),
    );
    expect(row?.count).toBe(0);
  });
});

test("guardrails of the company that can't be met name its file, and the floors", async () => {
  const run: Run = {
    workspace: withGuardrails(openWorkspace(folder), { leastChange: 0.5 }),
    asOf: company.asOf,
    warehouse: await openWarehouse(join(folder, ".build/warehouse.duckdb")),
    progress: silentProgress,
  };
  const told = await complaints(() => plan(run));
  run.warehouse.close();
  expect(told).toEqual([
    expect.stringMatching(
      /^floors above the target: .+\n {2}in company\.yaml\n {2}Lower the floors or raise the target; the largest are P00\d .+ \(\+50 % on last year\)/,
    ),
  ]);
});

test("a scenario with a wrong value stops a rebuild that has too little history to plan", async () => {
  const folder = writeWorkspace({ ...small, [file]: "growth: -1\n" });
  expect(await complaints(() => rebuildWarehouse(folder))).toEqual([
    `invalid growth: a change of more than −100 %\n  in ${file}, line 1\n  Instead of -1, write a change of more than −100 %.`,
  ]);
});

test("a company that grows by −100 % stops", async () => {
  const more = "quota:\n  growth: -1\n";
  expect(await complaintsOf({ ...small, "company.yaml": companyFile({ more }) })).toEqual([
    "invalid quota.growth: a change of more than −100 %\n  in company.yaml, line 12\n  Instead of -1, write a change of more than −100 %.",
  ]);
});

describe("what is odd about a plan and can be used is a finding that names", () => {
  const seller = {
    crm_user_id: "",
    role: "account_executive",
    team: "North",
    region: "East",
    hired_on: "2024-02-01",
    left_on: "",
  };
  const roster = (...changes: readonly Readonly<Record<string, string>>[]) =>
    csv(...changes.map((one) => ({ ...seller, name: one.person_id ?? "", ...one })));
  const ann = { person_id: "ann", crm_user_id: "U1" };
  const bob = { person_id: "bob", crm_user_id: "U2", team: "South" };
  const territories = (text: string) => `- effective_from: 2026-01-01\n  territories:\n${text}`;
  const every = "    - { name: All, owner: ann, team: North, rules: [{ accounts: A1 }] }\n";

  test.each<[string, Files, object]>([
    [
      "a rep with no territory",
      { "people/roster.csv": roster(ann, bob), "plans/territories.yaml": territories(every) },
      {
        finding: "rep_without_territory",
        entity_id: "bob",
        detail: "bob has no territory and no account",
      },
    ],
    [
      "a team with a quota and no reps",
      {
        "people/roster.csv": roster(ann, { ...bob, left_on: "2026-03-31" }),
        "plans/quotas.csv": csv(
          ...["North", "South"].map((entity_id) => ({
            entity_type: "team",
            entity_id,
            period: "2026-07",
            amount: 5,
          })),
        ),
      },
      {
        finding: "empty_team",
        entity_id: "South",
        line: 3,
        detail: "the team has a quota, but no active rep",
      },
    ],
    [
      "a team with a territory and no reps",
      {
        "people/roster.csv": roster(ann),
        "plans/territories.yaml": territories(
          `${every}    - { name: Rest, owner: vacant, team: Nroth }\n`,
        ),
      },
      {
        finding: "empty_team",
        entity_id: "Nroth",
        line: 4,
        detail: 'the team has the territory Rest, but nobody to carry it; did you mean "North"?',
      },
    ],
    [
      "territory rules that overlap",
      {
        "people/roster.csv": roster(ann, bob),
        "plans/territories.yaml": territories(
          `${every}    - { name: Energy, owner: bob, rules: [{ industry: Energy }] }\n`,
        ),
      },
      {
        finding: "territory_conflict",
        entity_id: "A1",
        detail: "All (named account); Energy (industry Energy)",
      },
    ],
    [
      "a holdout that expired",
      {
        "people/roster.csv": roster(ann),
        "plans/territories.yaml": territories(
          `${every}  holdouts:\n    - { account: A1, until: 2026-06-29 }\n`,
        ),
      },
      {
        finding: "expired_holdout",
        entity_id: "A1",
        line: 5,
        detail: "the holdout ended on 2026-06-29",
      },
    ],
  ])("%s", async (_, files, expected) => {
    const { all } = await load({ ...small, ...files });
    const found = await all("select finding, entity_id, line, detail from finding");
    expect(found).toContainEqual({ line: null, ...expected });
  });

  test("nothing where all of it fits", async () => {
    const { column } = await load({
      ...small,
      "people/roster.csv": roster(ann),
      "plans/territories.yaml": territories(every),
      [`${firstDrop}/User.csv`]: csv({ Id: "U1", Name: "ann" }, { Id: "U2", Name: "bob" }),
    });
    expect(await column("select finding from finding where object = 'territory'")).toEqual([]);
  });
});
