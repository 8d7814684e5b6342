import { beforeAll, describe, expect, test } from "vitest";
import { compensate } from "../../pipelines/compensate.ts";
import { readReport } from "../../pipelines/publish/reading.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { paid } from "../statements/workspace.ts";
import { load, rowsOf } from "../workspaces/build.ts";
import { csv } from "../workspaces/small.ts";

interface Earned {
  readonly period_start: string;
  readonly earned_cents: number;
  readonly budget_cents: number | null;
}

const budget = (period: string, amount: string) => ({
  period,
  category: "commission",
  amount,
  kind: "budget",
});

describe("what pay cost, as it is published", () => {
  let warehouse: Warehouse;

  beforeAll(async () => {
    const plan = String(paid["plans/compensation/sellers.yaml"]);
    const { run } = await load({
      ...paid,
      // both sellers have a guarantee, so that more is earned than lines say
      "plans/compensation/sellers.yaml": plan.replace("kind: recoverable", "kind: non_recoverable"),
      "plans/budget.csv": csv(
        budget("2026-04", "1000"),
        budget("2026-05", "1100.50"),
        budget("2026-06", "900"),
        budget("2026-07", "900"),
      ),
    });
    await compensate(run);
    warehouse = run.warehouse;
  }, 120_000);

  test("is what the books call earned, guarantees included, in every month and quarter", async () => {
    for (const period of ["month", "quarter"]) {
      const rows = await readReport<Earned>(warehouse, `pay_${period}`);
      const books = await rowsOf<Earned>(
        warehouse,
        `select period_start, (earned_cents + guaranteed_cents)::integer as earned_cents
        from commission_accrual where period = '${period}' order by period_start`,
      );
      expect(books.length).toBeGreaterThan(0);
      const cents = (some: readonly Earned[]) =>
        some
          .filter(({ earned_cents }) => earned_cents !== 0)
          .map(({ period_start, earned_cents }) => [period_start, earned_cents]);
      expect(cents(rows)).toEqual(cents(books));
    }
    const [drawn] = await rowsOf<{ cents: number }>(
      warehouse,
      "select sum(guaranteed_cents)::integer as cents from commission_accrual",
    );
    expect(drawn?.cents).toBeGreaterThan(0);
  });

  test("stands beside the budgets of months, and of a quarter whose months all have one", async () => {
    const months = await readReport<Earned>(warehouse, "pay_month");
    expect(months.map(({ period_start, budget_cents }) => [period_start, budget_cents])).toEqual(
      expect.arrayContaining([
        ["2026-04-01", 100_000],
        ["2026-05-01", 110_050],
      ]),
    );
    const quarters = await readReport<Earned>(warehouse, "pay_quarter");
    expect(quarters.at(-1)).toMatchObject({ period_start: "2026-04-01", budget_cents: 300_050 });
  });
});
