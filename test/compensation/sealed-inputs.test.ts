import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { closePeriod } from "../../pipelines/close.ts";
import { readSeals, sealFolder, sealText } from "../../pipelines/compensation/seals.ts";
import { settlePeriod } from "../../pipelines/settle.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { complaints } from "../workspaces/complaint.ts";
import { companyFile, csv, deal, firstDrop, small, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

// a seal is evidence of what paid: it holds the hashes of the files that made its numbers, or isn't made

const file = "plans/compensation/sellers.yaml";
const plan = (rate: number) =>
  `plan: Sellers\ncovers: { roles: [account_executive] }\neffective_from: 2026-01-01\ncomponents:\n  - { name: Bookings, quota: none, rate: ${rate} }\n`;
const splits = csv({ opportunity_id: "D2", person_id: "bob", credit_share: 1 });

let folder: string;
const closed = (period: string) => complaints(() => closePeriod(openWorkspace(folder), period));
const seals = () => readSeals(openWorkspace(folder), "2026-12-31");
const hash = (path: string) =>
  createHash("sha256")
    .update(readFileSync(join(folder, path)))
    .digest("hex");
const settleFirst = (path: string) =>
  `changed file since pay was settled\n  in ${path}\n  Settle first, so that what is closed is what the file says: npm run -s quotabook -- settle ${folder} 2026-04`;
const rebuildFirst = (path: string) =>
  `changed file since the last rebuild\n  in ${path}\n  Rebuild first, so that what is closed is what the file says: npm run -s quotabook -- rebuild ${folder}`;

beforeAll(async () => {
  folder = writeWorkspace({
    ...small,
    [file]: plan(0.1),
    "plans/splits.csv": splits,
    "plans/objectives.csv": "rep_id,period,objective,weight,score\n",
    [`${firstDrop}/Opportunity.csv`]: csv(
      won("D1", { CloseDate: "2026-04-10" }),
      won("D2", { CloseDate: "2026-05-05" }),
      won("D3", { CloseDate: "2026-06-05" }),
    ),
  });
  await rebuildWarehouse(folder);
}, 120_000);

describe("close refuses, and seals nothing, where", () => {
  const refused = async (changes: Record<string, string>, told: readonly string[]) => {
    const before = Object.keys(changes).flatMap((path) =>
      existsSync(join(folder, path)) ? [[path, readFileSync(join(folder, path), "utf8")]] : [],
    );
    try {
      writeFiles(folder, changes);
      expect(await closed("2026-04")).toEqual(told);
      expect(existsSync(join(folder, sealFolder))).toBe(false);
    } finally {
      for (const path of Object.keys(changes)) rmSync(join(folder, path));
      writeFiles(folder, Object.fromEntries(before));
    }
  };

  test("a plan was edited, or came, after pay was settled", async () => {
    const other = "plans/compensation/others.yaml";
    await refused({ [file]: plan(0.2) }, [settleFirst(file)]);
    await refused(
      {
        [other]: plan(0.2)
          .replace("Sellers", "Others")
          .replace("[account_executive]", "[engineer]"),
      },
      [settleFirst(other)],
    );
  });

  test("an accounting policy came after the books were kept", async () => {
    const policy = "plans/accounting.yaml";
    await refused({ [policy]: "term_months: 24\n" }, [settleFirst(policy)]);
  });

  test("a file of the company's own or an export isn't what the last rebuild read", async () => {
    const drop = `${firstDrop}/Opportunity.csv`;
    await refused({ "plans/splits.csv": splits.replace("bob", "ann") }, [
      rebuildFirst("plans/splits.csv"),
    ]);
    await refused({ "plans/quotas.csv": "" }, [rebuildFirst("plans/quotas.csv")]);
    await refused({ [drop]: csv(won("D1", { CloseDate: "2026-04-10" })) }, [rebuildFirst(drop)]);
    await refused({ "company.yaml": `${companyFile()}\n# a note\n` }, [
      rebuildFirst("company.yaml"),
    ]);
  });
});

test("the manifest lists every file of plans, those that no plan pays by as well", async () => {
  const sql = "select path from manifest_input where path like 'plans/%' order by path";
  expect(await asking(folder, (warehouse) => rowsOf(warehouse, sql))).toEqual(
    [file, "plans/objectives.csv", "plans/splits.csv"].map((path) => ({ path })),
  );
});

describe("a seal", () => {
  test("keeps the hash of every file that pay was settled from", async () => {
    writeFiles(folder, { "exports/crm/2026-07-02/Opportunity.csv": csv(deal("D9")) });
    expect(await closed("2026-04")).toEqual([]);
    const [{ inputs = [] } = {}] = seals();
    expect(inputs.map(({ file }) => file)).toEqual([
      "company.yaml",
      `${firstDrop}/Account.csv`,
      `${firstDrop}/Opportunity.csv`,
      "people/roster.csv",
      file,
      "plans/splits.csv",
    ]);
    for (const { file, sha256 } of inputs) expect([file, sha256]).toEqual([file, hash(file)]);
  });

  test("holds the plan that its pay was settled by, once it is settled anew", async () => {
    writeFiles(folder, { [file]: plan(0.2) });
    await settlePeriod(openWorkspace(folder), "2026-05");
    expect(await closed("2026-05")).toEqual([]);
    const last = seals().at(-1);
    expect(last?.inputs?.find((input) => input.file === file)?.sha256).toBe(hash(file));
    expect(last?.plans[0]?.sha256).toBe(hash(file));
    expect(last?.plans[0]?.lines.map(({ amount_cents }) => amount_cents).sort()).toEqual([
      10_000, // of April, at the new rate
      20_000,
    ]);
  });

  test("that was made before hashes were kept is read as it is", async () => {
    for (const { inputs: _, ...seal } of seals()) {
      writeFiles(folder, { [`${sealFolder}/${seal.label}.json`]: sealText(seal) });
    }
    await rebuildWarehouse(folder);
    expect(await closed("2026-06")).toEqual([]);
    expect(seals().map(({ inputs }) => inputs !== undefined)).toEqual([false, false, true]);
  }, 120_000);
});
