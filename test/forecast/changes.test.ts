import { beforeAll, describe, expect, test } from "vitest";
import { whatChanged } from "../../pipelines/publish/pages/what-changed.ts";
import { readEdition } from "../../pipelines/publish/reading.ts";
import { followed } from "../deals/followed.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, deal, small, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

const rows = <Row>(folder: string, sql: string) =>
  asking(folder, (warehouse) => rowsOf<Row>(warehouse, sql));

const key = "cutoff, entity_type, entity_id, period, period_start";

describe("what changed since earlier cutoffs", () => {
  let folder = "";
  beforeAll(async () => {
    folder = writeWorkspace(followed);
    await rebuildWarehouse(folder);
  });

  test("is told of the past weeks and months", async () => {
    const cutoffs = await rows<{ cutoff: string }>(
      folder,
      "select distinct cutoff from forecast_change order by cutoff desc limit 3",
    );
    expect(cutoffs.map(({ cutoff }) => cutoff)).toEqual(["2026-06-23", "2026-06-16", "2026-06-09"]);
  });

  test("adds up to the difference of both forecasts, to the cent", async () => {
    const off = `select ${key} from forecast_change group by all
      having sum(cents) <> any_value(after_cents) - any_value(before_cents)
        or count(distinct before_cents) > 1 or count(distinct after_cents) > 1`;
    expect(await rows(folder, off)).toEqual([]);
    expect((await rows(folder, "from forecast_change")).length).toBeGreaterThan(100);
  });

  test("ends with the forecast that is published", async () => {
    const off = `select change.* from forecast_change as change
      left join forecast using (entity_type, entity_id, period, period_start)
      where forecast.is_published and change.after_cents is distinct from forecast.mean_cents`;
    expect(await rows(folder, off)).toEqual([]);
  });

  test("is the sum of deals where it came through deals", async () => {
    const off = `with deal as (
        select cutoff, period, period_start, cause, sum(cents) as cents,
          count(distinct opportunity_id) as deals
        from forecast_change_deal group by all
      )
      select change.*, deal.cents, deal.deals from forecast_change as change
      left join deal using (cutoff, period, period_start, cause)
      where change.entity_type = 'company' and change.count_deals > 0
        and (deal.cents, deal.deals) is distinct from (change.cents, change.count_deals)`;
    expect(await rows(folder, off)).toEqual([]);
    // D1 was pushed on 20 April, D2 won on 10 May and D3 lost ten days later
    const told = await rows(
      folder,
      `select distinct cause, opportunity_id from forecast_change_deal
        where cutoff = date '2026-05-05' and period = 'quarter' order by all`,
    );
    expect(told).toEqual(
      expect.arrayContaining([
        { cause: "won", opportunity_id: "D2" },
        { cause: "lost", opportunity_id: "D3" },
      ]),
    );
  });

  test("is answered by the page, with files for what is asked for at once and for the rest", async () => {
    const content = await asking(folder, async (warehouse) =>
      whatChanged(warehouse, await readEdition(warehouse)),
    );
    expect(content.answer.sentence).toMatch(/^FY26 Q2 is expected to land at USD .* a week ago/);
    const filled = content.files.flatMap(({ name, content: file }) =>
      "table" in file && file.table.numRows > 0 ? [name] : [],
    );
    // in the last week nothing happened to a deal
    expect(filled).toEqual([
      "change-path.arrow",
      "change-week.arrow",
      ...["change-weeks.arrow", "change-weeks-deal.arrow"],
      ...["change-months.arrow", "change-months-deal.arrow"],
      "change-named.arrow",
    ]);
  });
});

test("begins with what was published, and tells what was corrected since", async () => {
  const folder = writeWorkspace(small);
  await rebuildWarehouse(folder);
  const company =
    "entity_type = 'company' and period = 'quarter' and period_start = date '2026-07-01'";
  const [said] = await rows<{ mean_cents: number }>(
    folder,
    `select mean_cents from forecast where is_published and ${company}`,
  );
  // a deal won in May was left out of the first export
  const later = csv(deal("D1"), won("D9", { CloseDate: "2026-05-11", Amount: "90000" }));
  writeFiles(folder, { "exports/crm/2026-07-07/Opportunity.csv": later });
  await rebuildWarehouse(folder);
  const changed = await rows<{ cause: string; before_cents: number; cents: number }>(
    folder,
    `select cause, before_cents, cents from forecast_change
      where cutoff = date '2026-06-30' and ${company}`,
  );
  expect(changed.map(({ before_cents }) => before_cents)).toEqual(
    changed.map(() => said?.mean_cents),
  );
  const corrected = changed.find(({ cause }) => cause === "data_corrected");
  expect(corrected?.cents).toBeGreaterThan(0);
});
