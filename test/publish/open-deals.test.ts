import { gzipSync } from "node:zlib";
import { tableToIPC } from "apache-arrow";
import { expect, test } from "vitest";
import { type OpenDealRow, openDealTables } from "../../pipelines/publish/open-deals.ts";
import { dealWorthsOf, openDealsOf } from "../../reports/components/openDealRows.ts";
import { uniformStream } from "../../src/statistics/random.ts";

const uniform = uniformStream(1);
const below = (n: number) => Math.floor(uniform() * n);

/** Amounts and chances that have nothing in common, two hundred owners in twenty teams. */
function deal(index: number): OpenDealRow {
  const worth = 100_000 + below(50_000_000);
  const rate = below(1000) / 1000;
  const owner = Math.floor(index / 25);
  return {
    opportunity_id: `0065g00000${below(1e9)}`,
    name: `Deal ${index}`,
    account: `Account ${below(2000)}`,
    rep_id: `P${owner}`,
    owner: `Owner ${owner}`,
    team_id: `Team ${owner % 20}`,
    segment: `Segment ${below(4)}`,
    stage: `Stage ${below(5)}`,
    position: below(5),
    bookings_cents: worth,
    close_date: `2026-07-${10 + below(20)}`,
    is_overdue: false,
    stage_days: below(200),
    usual_days: 40,
    is_stale: false,
    is_without_next_step: null,
    is_without_amount: false,
    is_idle: null,
    count_to_mend: 0,
    count_pushes: below(3),
    last_activity_date: null,
    probability_rate: 0.5,
    win_rate: rate,
    win_rate_in_quarter: rate / 2,
    win_rate_next_quarter: rate / 4,
    expected_close_date: null,
    expected_if_won_cents: Math.round(worth * (0.9 + uniform() / 5)),
    expected_cents: Math.round(worth * rate),
    expected_in_quarter_cents: Math.round((worth * rate * uniform()) / 2),
    expected_next_quarter_cents: Math.round((worth * rate * uniform()) / 2),
    reasons: [],
    reason: null,
    risk_flags: ["", "pushed_often", "no_activity amount_cut"][below(3)] ?? null,
    file: "exports/crm/2026-06-26/Opportunity.csv",
    line: below(100_000),
  };
}

const deals = Array.from({ length: 5000 }, (_, index) => deal(index));

test("what the first chart of 5,000 open deals is drawn from leaves its page under 500 kB", () => {
  // code, typeface and page come to 330 kB compressed: npm run bench:site
  const { "open-deals": worths } = openDealTables(deals);
  expect(gzipSync(tableToIPC(worths)).length).toBeLessThan(170_000);
});

test("pages read from two files what one deal is", () => {
  const { "open-deals": worths, "open-deals-told": told } = openDealTables(deals);
  const [, second] = openDealsOf(worths, told);
  const { reasons, is_overdue, is_stale, is_without_amount, ...row } = deals[1] ?? deal(0);
  expect(second).toMatchObject(row);
  expect(dealWorthsOf(worths)[1]).toMatchObject({ rep_id: "P0", win_rate: row.win_rate });
});
