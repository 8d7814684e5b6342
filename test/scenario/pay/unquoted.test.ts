import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { simulateCommand } from "../../../pipelines/simulate.ts";
import { rebuildWarehouse, rowsOf } from "../../workspaces/build.ts";
import { asking } from "../../workspaces/tables.ts";
import { temporaryFolder } from "../../workspaces/write.ts";

// the first day of a quarter by whose quotas account executives are paid, and that aren't given yet

const company = { reps: 10, accounts: 120, years: 3, seed: 5, compress: false };
const plan = "plans/compensation/account_executive_fy27.yaml";

describe("a rebuild whose second quarter has no quotas", () => {
  let folder: string;
  let given = "";
  const ask = <Row>(sql: string) => asking(folder, (warehouse) => rowsOf<Row>(warehouse, sql));

  beforeAll(async () => {
    folder = join(temporaryFolder(), "acme");
    const options = { ...company, asOf: "2026-05-01", layout: "salesforce" as const };
    await simulateCommand(folder, options, { step() {} });
    edit(plan, (text) => text.replace("period: year", "period: quarter"));
    const sellers = executives();
    given = sellers[0] ?? "";
    const isToCome = (row: string) => /FY27(,|-Q[234])/.test(row);
    const lacks = sellers.slice(1);
    edit("plans/quotas.csv", (text) =>
      text
        .split("\n")
        .filter((row) => !isToCome(row) || !lacks.some((id) => row.startsWith(`rep,${id},`)))
        .join("\n"),
    );
    await rebuildWarehouse(folder);
  }, 300_000);

  function edit(path: string, change: (text: string) => string): void {
    const file = join(folder, path);
    writeFileSync(file, change(readFileSync(file, "utf8")));
  }

  /** Account executives of the roster who are there. */
  function executives(): string[] {
    const [head = "", ...rows] = readFileSync(join(folder, "people/roster.csv"), "utf8").split(
      "\n",
    );
    const at = (name: string) => head.split(",").indexOf(name);
    const cells = rows.map((row) => row.split(","));
    const own = cells.filter((row) => row[at("role")] === "account_executive");
    return [
      ...new Set(
        own.filter((row) => row[at("left_on")] === "").map((row) => row[at("person_id")] ?? ""),
      ),
    ];
  }

  test("goes through, and names whose pay isn't forecast from that quarter on", async () => {
    const rows = await ask<Record<string, string>>(
      "select rep_id, plan, component, period, period_start::varchar as from_day from pay_unquoted order by rep_id",
    );
    const { length } = executives();
    expect(length).toBeGreaterThan(2);
    expect(rows.map(({ rep_id }) => rep_id)).not.toContain(given);
    expect(rows).toHaveLength(length - 1);
    for (const row of rows) {
      expect(row).toMatchObject({
        plan: "Account executive FY27",
        component: "New business and expansion",
        period: "quarter",
        from_day: "2026-05-01",
      });
    }
  });

  test("forecasts what the others will be paid, quarters summing to the year", async () => {
    const rows = await ask<{ period: string; people: number; ahead: number }>(
      `select period, count_people::integer as people, (expected_cents - earned_cents)::double as ahead
        from pay_outlook order by period, period_start`,
    );
    expect(rows.map(({ period }) => period)).toEqual(["quarter", "quarter", "quarter", "year"]);
    const [year, ...quarters] = [...rows].reverse();
    for (const { ahead } of rows) expect(ahead).toBeGreaterThan(0);
    const sum = quarters.reduce((all, { ahead }) => all + ahead, 0);
    expect(Math.abs(sum - (year?.ahead ?? 0))).toBeLessThan(3);
  });
});
