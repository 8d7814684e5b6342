import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { closePeriod } from "../../pipelines/close.ts";
import { priceFile } from "../../pipelines/price.ts";
import { settlePeriod } from "../../pipelines/settle.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { load, rebuildWarehouse } from "../workspaces/build.ts";
import { quotabook } from "../workspaces/command.ts";
import { complaints } from "../workspaces/complaint.ts";
import { csv, small } from "../workspaces/small.ts";
import { type Files, temporaryFolder, writeFiles, writeWorkspace } from "../workspaces/write.ts";

// what those who pay get wrong, in their files and through the commands that they run

const head = "plan: Sales\neffective_from: 2026-01-01\n";
const plan = (component: string, more = "") =>
  `${head}${more}components:\n  - name: All\n    ${component}\n`;
const file = "plans/compensation/sales.yaml";

/** Ann has 2,500.50 in March and Bob 700 in May; together they claim one and a half times Ann's deal. */
const shared: Files = {
  ...small,
  "plans/splits.csv": csv(
    { opportunity_id: "D4", person_id: "bob", credit_share: 1 },
    { opportunity_id: "D2", person_id: "ann", credit_share: 0.8 },
    { opportunity_id: "D2", person_id: "bob", credit_share: 0.7 },
  ),
};

let folder: string;

beforeAll(async () => {
  folder = writeWorkspace({ ...shared, [file]: plan("rate: 0.1", "split_total: any\n") });
  await rebuildWarehouse(folder);
}, 120_000);

const any = "split_total: any\n";
const settled = (plans: Files, period = "2026-03") => {
  rmSync(join(folder, "plans/compensation"), { recursive: true });
  writeFiles(folder, plans);
  return complaints(() => settlePeriod(openWorkspace(folder), period));
};

describe("settle refuses, naming file and line,", () => {
  test.each<[string, Files, string[]]>([
    [
      "plans that overlap for a person",
      {
        "plans/compensation/ann.yaml": plan("rate: 0.1", `${any}covers: { people: ann }\n`),
        [file]: plan("rate: 0.1", any).replace("Sales", "Everybody"),
      },
      [
        'overlapping plans: ann from 2026-01-01 to 9999-12-31\n  in plans/compensation/sales.yaml, line 2\n  plans/compensation/ann.yaml covers them then, too: end one of the plans before, or name the person under its "except".',
      ],
    ],
    [
      "a missing quota",
      { [file]: plan("rate: 0.1\n    threshold: 0.5", any) },
      [
        `missing quota: bob for FY26\n  in ${file}, line 5\n  Component "All" pays by attainment: give the quota in plans/quotas.csv, in the plan or as --quota.`,
      ],
    ],
    [
      "missing on-target earnings",
      { [file]: plan("rate: target\n    quota: 10\n    target_share: 1", any) },
      [
        `missing on-target earnings: bob\n  in ${file}, line 5\n  Give them in the roster, or in the plan "Sales".`,
      ],
    ],
    [
      "tiers that don't rise",
      {
        [file]: plan(
          "rate:\n      rule: marginal\n      tiers:\n        - { from: 0, rate: 0.1 }\n        - { from: 1, rate: 0.2 }\n        - { from: 0.5, rate: 0.3 }",
        ),
      },
      [
        `tiers not rising: 0.5 after 1\n  in ${file}, line 10\n  Sort the tiers by from, each bound once.`,
      ],
    ],
    [
      "a rate above 1 that doesn't say so",
      { [file]: plan("rate: 5") },
      [
        `rate above 1: 5\n  in ${file}, line 5\n  Write 5 % as 0.05, or say rates_above_one: true for the component.`,
      ],
    ],
    [
      "a deal that is shared beyond the whole",
      { [file]: plan("rate: 0.1", "split_total: at_most\n") },
      [
        'shares of D2 sum to 150 %\n  in plans/splits.csv, line 3\n  Let them sum to 1 at most, or say split_total: any in the plan "Sales".',
      ],
    ],
    [
      "a SPIF without dates",
      { [file]: plan("rate: 0.1\n    budget: { amount: 1000 }") },
      [
        `SPIF without dates: All\n  in ${file}, line 6\n  Say where: { from: …, until: … }: a budget is for a stretch of days.`,
      ],
    ],
    [
      "a plan for people never recorded",
      { [file]: plan("rate: 0.1", "covers:\n  people: [bob, anne]\n  except: zebediah\n") },
      [
        `unknown person: "anne"\n  in ${file}, line 4\n  Did you mean "ann"?`,
        `unknown person: "zebediah"\n  in ${file}, line 5\n  Record the person in people/roster.csv, or take the name out of the plan.`,
      ],
    ],
  ])("%s", async (_, plans, told) => {
    expect(await settled(plans)).toEqual(told);
  });

  test("a period that is closed, and pays what it paid", async () => {
    expect(await settled({ [file]: plan("rate: 0.1", any) })).toEqual([]);
    const workspace = openWorkspace(folder);
    const closed = await closePeriod(workspace, "2026-03");
    const again = [settlePeriod, closePeriod].map((work) =>
      complaints(() => work(workspace, "2026-03")),
    );
    for (const told of await Promise.all(again)) {
      expect(told).toEqual([
        expect.stringMatching(
          /^closed period: 2026-03\n {2}in state\/pay\/2026-03\.json, line 8\n {2}It was closed as of 2026-06-30 and doesn't change;/,
        ),
      ]);
    }
    expect([...closed.paid]).toEqual([["USD", 37508]]); // a tenth of one and a half times 2,500.50
  });

  test("a plan that is gone though a period was closed on it", async () => {
    const renamed = plan("rate: 0.1", any).replace("Sales", "Others");
    expect(await settled({ [file]: renamed }, "2026-05")).toEqual([
      `plan gone: "Sales", closed in 2026-03\n  in ${file}\n  Put it back under its name; say effective_until where it doesn't hold any more.`,
    ]);
  });
});

test("a rebuild ends with exit code 2, and what was built before stays", async () => {
  writeFiles(folder, { [file]: plan("rate: 5") });
  const { code, stderr } = await quotabook("rebuild", folder);
  expect(code).toBe(2);
  expect(stderr).toContain(`rate above 1: 5\n  in ${file}, line 5\n`);
  expect(stderr).not.toContain("    at ");
});

test("a share of somebody never recorded is a finding, and stops the settling of its deal", async () => {
  const lost = {
    ...small,
    "plans/splits.csv": csv(
      { opportunity_id: "D2", person_id: "bob", credit_share: 0.5 },
      { opportunity_id: "D2", person_id: "anne", credit_share: 0.5 },
      { opportunity_id: "D4", person_id: "zebediah", credit_share: 1 },
    ),
  };
  const { all } = await load(lost);
  const found = "select entity_id, line, detail from finding order by entity_id";
  const detail = (name: string) => `person "${name}" is on no list; the share counts as unassigned`;
  expect(await all(found)).toEqual([
    { entity_id: "D2", line: 3, detail: detail("anne") },
    { entity_id: "D4", line: 4, detail: detail("zebediah") },
  ]);
  const settling = () => rebuildWarehouse(writeWorkspace({ ...lost, [file]: plan("rate: 0.1") }));
  expect(await complaints(settling)).toEqual([
    'unknown person: "anne"\n  in plans/splits.csv, line 3, column person_id\n  Did you mean "ann"?',
    'unknown person: "zebediah"\n  in plans/splits.csv, line 4, column person_id\n  Record the person in people/roster.csv, or take the share out.',
  ]);
}, 60_000);

describe("price refuses, naming file, line and column,", () => {
  const table = (...rows: readonly Record<string, string | number>[]) => csv(...rows);
  const ann = { rep_id: "ann", date: "2026-01-15", amount: 1000 };

  test.each<[string, string, string, string[]]>([
    [
      "a missing quota",
      plan("rate: 0.1\n    threshold: 0.5"),
      table(ann),
      [
        'missing quota: ann for FY26\n  in PLAN, line 4\n  Component "All" pays by attainment: give the quota in plans/quotas.csv, in the plan or as --quota.',
      ],
    ],
    [
      "shares beyond the whole",
      plan("rate: 0.1", "split_total: at_most\n"),
      table(
        { ...ann, opportunity_id: "D1", split: 0.8 },
        { ...ann, rep_id: "bob", opportunity_id: "D1", split: 0.7 },
      ),
      [
        "shares of D1 sum to 150 %\n  in CREDITS, line 2, column split\n  Let the shares of a deal sum to 1 at most, or say split_total: any in the plan.",
      ],
    ],
    [
      "a currency without a rate, or none yet on the day",
      plan("rate: 0.1", "exchange_rates: { EUR: [{ from: 2026-02-01, amount: 1.1 }] }\n"),
      table({ ...ann, currency: "GBP" }, { ...ann, currency: "EUR" }),
      [
        "currency without a rate: GBP on 2026-01-15\n  in CREDITS, line 2, column currency\n  Give what one GBP is worth under exchange_rates of the plan.",
        "currency without a rate: EUR on 2026-01-15\n  in CREDITS, line 3, column currency\n  Give what one EUR is worth under exchange_rates of the plan.",
      ],
    ],
    [
      "a credit of nobody",
      plan("rate: 0.1"),
      table({ ...ann, rep_id: "" }),
      ["missing rep_id\n  in CREDITS, line 2, column rep_id\n  Name whose credit it is."],
    ],
    [
      "a SPIF without dates",
      plan("rate: 0.1\n    budget: { amount: 1000 }"),
      table(ann),
      [
        "SPIF without dates: All\n  in PLAN, line 6\n  Say where: { from: …, until: … }: a budget is for a stretch of days.",
      ],
    ],
  ])("%s", async (_, text, credits, told) => {
    const own = temporaryFolder();
    const [planFile, creditsFile] = [join(own, "plan.yaml"), join(own, "credits.csv")];
    writeFiles(own, { "plan.yaml": text, "credits.csv": credits });
    const named = (await complaints(() => priceFile(planFile, creditsFile))).map((one) =>
      one.replace(planFile, "PLAN").replace(creditsFile, "CREDITS"),
    );
    expect(named).toEqual(told);
  });
});
