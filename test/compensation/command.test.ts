import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { quotabook } from "../workspaces/command.ts";
import { temporaryFolder, writeFiles } from "../workspaces/write.ts";

const examples = fileURLToPath(new URL("../../data/examples/", import.meta.url));
const [plan, credits] = [join(examples, "account_executive.yaml"), join(examples, "credits.csv")];
const folder = temporaryFolder();
const own = (name: string, text: string) => {
  writeFiles(folder, { [name]: text });
  return join(folder, name);
};

describe("quotabook price", () => {
  test("prints lines that sum to the totals, as JSON and as CSV", async () => {
    const json = await quotabook("price", plan, credits, "--format", "json");
    expect(json.code).toBe(0);
    const { currency, lines, totals } = JSON.parse(json.stdout);
    expect(currency).toBe("USD");
    const paid = (rows: { rep_id: string; pay_period: string; amount: number }[], id: string) =>
      rows
        .filter(({ rep_id, pay_period }) => `${rep_id} ${pay_period}` === id)
        .reduce((sum, { amount }) => sum + Number(amount), 0);
    for (const total of totals) {
      expect(paid(lines, `${total.rep_id} ${total.pay_period}`)).toBeCloseTo(total.paid, 6);
    }
    const csv = await quotabook("price", plan, credits, "--format", "csv");
    const rows: Record<string, string>[] = parse(csv.stdout, { columns: true });
    expect(rows.map((row) => Number(row.amount))).toEqual(
      lines.map(({ amount }: { amount: number }) => amount),
    );
  });

  test("pays what the example's rules come to by hand", async () => {
    const { stdout } = await quotabook("price", plan, credits, "--format", "json");
    const totals = JSON.parse(stdout).totals.map(
      ({ rep_id, pay_period, earned }: Record<string, string | number>) =>
        `${rep_id} ${pay_period} ${earned}`,
    );
    expect(totals).toEqual([
      "ann 2026-01 9000", // 6 % of 150,000
      "ann 2026-02 4374", // half of 90,000 € at 1.08: 48,600 at 6 % and, as SPIF, at 3 %
      "ann 2026-03 17944", // 260,000: 201,400 to quota at 6 %, 58,600 at 10 %
      "ann 2026-04 -9000", // 150,000 refunded
      "bob 2026-01 0", // drawn
      "bob 2026-02 4374", // renewals of 120,000 are 60 % of quota: gated
      "bob 2026-03 0",
      "bob 2026-04 4000", // 200,000 of renewals: 2 % of all of them
    ]);
  });

  test("takes the quota of everybody from the command line", async () => {
    const slab = own(
      "slab.yaml",
      "plan: Slab\neffective_from: 2026-01-01\ncomponents:\n  - name: All\n    rate: {rule: slab, tiers: [{from: 0, rate: 0.1}, {from: 1, rate: 0.2}]}\n",
    );
    const table = own("few.csv", "rep_id,date,amount\nann,2026-01-15,1000\n");
    const paid = async (...options: string[]) => {
      const { stdout } = await quotabook("price", slab, table, "--format", "json", ...options);
      return JSON.parse(stdout).totals[0].paid;
    };
    expect(await paid("--quota", "1000")).toBe(200);
    expect(await paid("--quota", "1000.01")).toBe(100);
    const without = await quotabook("price", slab, table);
    expect(without.code).toBe(2);
    expect(without.stderr).toContain("missing quota: ann for FY26");
  });

  test.each([
    [[plan, credits, "--quota", "lots"], "invalid quota: lots"],
    [["none.yaml", credits], "missing file: none.yaml\n  Name a compensation plan"],
    [[plan, "none.csv"], "missing file: none.csv"],
    [[credits, credits], "invalid plan: "],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await quotabook("price", ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });

  test("neutralises formulas in cells of CSV", async () => {
    const table = own(
      "hostile.csv",
      "rep_id,date,amount,opportunity_id,type\n=1+1,2026-01-15,1000,@SUM(A1),New Business\n",
    );
    const { stdout } = await quotabook("price", plan, table, "--format", "csv");
    expect(stdout).toContain("'=1+1,");
    expect(stdout).toContain("'@SUM(A1),");
  });
});

test("the example's plan is one that the README points to", () => {
  const readme = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");
  expect(readme).toContain("`data/examples/account_executive.yaml`");
});
