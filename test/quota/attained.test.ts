import { expect, test } from "vitest";
import { metrics } from "../../pipelines/metrics.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { readReport } from "../../pipelines/publish/reading.ts";
import { emptyWarehouse } from "../metrics/company.ts";
import { fill } from "../metrics/fill.ts";

const quarters = ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"];

test("a quota for part of the year is told from one for all of it", async () => {
  const warehouse = await emptyWarehouse();
  await fill(warehouse, {
    asOf: "2026-06-30",
    deals: [{ id: "1", rep: "ann", status: "won", amount: 900, closed: "2026-02-10" }],
    reps: [
      ["ann", "east", "americas", true],
      ["bob", "east", "americas"],
      ["cat", "east", "americas"],
    ],
    quotas: [
      ["rep", "ann", "year", "2026-01-01", 300],
      ["rep", "ann", "quarter", "2026-01-01", 300],
      ...quarters.map((start) => ["rep", "bob", "quarter", start, 500] as const),
      ["rep", "cat", "year", "2026-01-01", 800],
    ],
  });
  await metrics({ warehouse, progress: silentProgress });
  const rows = await readReport<{ rep_id: string; is_part_year: boolean }>(warehouse, "attainment");
  warehouse.close();
  expect(rows.map(({ rep_id, is_part_year }) => [rep_id, is_part_year])).toEqual([
    ["ann", true],
    ["bob", false],
    ["cat", false],
  ]);
});
