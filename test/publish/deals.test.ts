import { tableFromIPC, tableToIPC } from "apache-arrow";
import { beforeAll, describe, expect, test } from "vitest";
import { deals as forecastDeals } from "../../pipelines/deals.ts";
import { hygiene } from "../../pipelines/hygiene.ts";
import { metrics } from "../../pipelines/metrics.ts";
import type { PageContent } from "../../pipelines/publish/file.ts";
import { readOpenDeals } from "../../pipelines/publish/open-deals.ts";
import { deals } from "../../pipelines/publish/pages/deals.ts";
import { readEdition } from "../../pipelines/publish/reading.ts";
import { changeWords, type DealState } from "../../src/narrative/deal-timeline.ts";
import { followed } from "../deals/followed.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { csv, small, won } from "../workspaces/small.ts";

/** Whose state it is and since when. */
interface Placed {
  readonly deal: number;
  readonly valid_from: string;
  readonly known_from: string;
}

const pageOf = async ({ run }: Loaded): Promise<PageContent> => {
  await metrics(run);
  await hygiene(run);
  await forecastDeals(run);
  return deals(run.warehouse, await readEdition(run.warehouse));
};

/** Rows of an Arrow file as a page reads them. */
function rowsOf({ files }: PageContent, name: string): Record<string, unknown>[] {
  const content = files.find((file) => file.name === name)?.content;
  if (!content || !("table" in content)) throw new Error(`missing table: ${name}`);
  return [...tableFromIPC(tableToIPC(content.table))].map((row) => row.toJSON());
}

describe("the page of open deals", () => {
  let loaded: Loaded;
  let page: PageContent;
  beforeAll(async () => {
    loaded = await load(followed);
    page = await pageOf(loaded);
  });

  test("lists what is open with its chance, and the export row that told of it last", async () => {
    const [only, ...others] = await readOpenDeals(loaded.run.warehouse);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ opportunity_id: "D1", bookings_cents: 80_000, line: 2 });
    const { win_rate, win_rate_in_quarter, expected_cents, expected_if_won_cents } = only ?? {};
    expect(win_rate).toBeGreaterThan(0);
    expect(win_rate_in_quarter).toBeLessThanOrEqual(Number(win_rate));
    // rates are kept to a tenth of a percent
    const expected = Number(win_rate) * Number(expected_if_won_cents);
    expect(Math.abs(expected - Number(expected_cents))).toBeLessThan(0.001 * 80_000);
    expect(page.answer.sentence).toMatch(/^1 open deal, worth USD 800: /);
  });

  test("tells of a deal what it was before, and when that was known", () => {
    const states = rowsOf(page, "deal-version.arrow") as unknown as (DealState & Placed)[];
    const changes = states.map((state, index) => [
      state.deal,
      state.valid_from,
      state.known_from,
      changeWords(states[index - 1], state),
    ]);
    expect(changes).toEqual([
      [0, "2026-03-01", "2026-06-30", "first told"],
      [0, "2026-04-20", "2026-06-30", "amount cut by 20 %; pushed by 30 days"],
      // what the export itself changes is none of what is shown
      [0, "2026-06-30", "2026-06-30", ""],
    ]);
  });

  test("counts its activities by month", () => {
    expect(rowsOf(page, "deal-activity.arrow")).toEqual([
      { deal: 0, period_start: "2026-04-01", kind: "call", activity_count: 1 },
      { deal: 0, period_start: "2026-05-01", kind: "call", activity_count: 1 },
      { deal: 0, period_start: "2026-06-01", kind: "call", activity_count: 1 },
    ]);
  });

  test("has chances for every week up to the end of the next quarter", () => {
    const weeks = rowsOf(page, "deal-week.arrow");
    expect(weeks.every(({ deal }) => deal === 0)).toBe(true);
    expect(weeks.at(-1)).toMatchObject({ week_end: "2026-09-30" });
  });

  test("each file declares whom it is for", () => {
    expect(page.files.map(({ name, audience }) => [name, audience])).toEqual(
      [
        "deals.json",
        "deal-week.arrow",
        "deal-version.arrow",
        "deal-activity.arrow",
        "deal-reason.arrow",
      ].map((name) => [name, "leadership"]),
    );
  });
});

test("says so where no deal is open", async () => {
  const page = await pageOf(
    await load({
      "company.yaml": small["company.yaml"] ?? "",
      "exports/crm/2026-06-30/Opportunity.csv": csv(won("W1")),
    }),
  );
  expect(page.answer.sentence).toBe("No deal is open.");
  expect(rowsOf(page, "deal-week.arrow")).toEqual([]);
});
