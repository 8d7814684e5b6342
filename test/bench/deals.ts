import { addDays, addMonths } from "../../src/calendar.ts";
import { fitHazards } from "../../src/opportunity/hazard/model.ts";
import type { FollowedDeal } from "../../src/opportunity/hazard/snapshot.ts";
import { followDeals } from "../../src/opportunity/hazard/weeks.ts";
import { logisticMode } from "../../src/statistics/logistic.ts";
import { uniformStream } from "../../src/statistics/random.ts";
import { snapshot } from "../opportunity/hazard/planted.ts";

// npm run bench:deals: what fits of 50,000 deals take, one row a deal and one a week

const count = 50_000;
const limits = { deals: 2, weeks: 25 } as const;

let failed = false;
verdict(secondsOf(fitDealRows), limits.deals, "50,000 deals of 40 columns, one row a deal");
verdict(secondsOf(fitWeekRows), limits.weeks, "weekly hazards of winning and of losing");
if (failed) process.exitCode = 1;

/** Forty dense columns of numbers, each with an effect. */
function fitDealRows(): void {
  const random = uniformStream(1);
  const width = 40;
  const effects = Array.from({ length: width }, () => random() - 0.5);
  const values = Float64Array.from({ length: count * width }, () => 2 * random() - 1);
  const successes = Uint8Array.from({ length: count }, (_, row) => {
    const odds = effects.reduce(
      (sum, effect, k) => sum + effect * (values[row * width + k] ?? 0),
      -3,
    );
    return random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  });
  logisticMode({
    width,
    starts: Uint32Array.from({ length: count + 1 }, (_, row) => row * width),
    columns: Uint32Array.from({ length: count * width }, (_, k) => k % width),
    values,
    successes,
    trials: new Uint8Array(count).fill(1),
  });
}

/** Every week of every deal, none thinned. */
function fitWeekRows(): void {
  const options = { calendar: { startMonth: 2 }, knownBy: "2025-12-31" };
  const weeks = followDeals(deals(), { ...options, most: Number.POSITIVE_INFINITY });
  console.log(`${weeks.deal.length.toLocaleString("en-US")} weeks`);
  fitHazards(weeks);
}

/** Deals whose features all vary, open for about twenty weeks. */
function deals(): FollowedDeal[] {
  const random = uniformStream(2);
  const whole = (below: number) => Math.floor(random() * below);
  return Array.from({ length: count }, (_, index) => {
    const cutoff = addMonths("2022-12-15", whole(30));
    const pushes = whole(4);
    const stage = whole(5);
    const won = 0.003 * (stage + 1) * 0.8 ** pushes;
    const days = 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - won * 0.6 - 0.004));
    const isWon = random() < (won * 0.6) / (won * 0.6 + 0.004);
    const close = addDays(cutoff, whole(200) - 40);
    return snapshot({
      ...numbersOf(whole),
      opportunity_id: `D${index}`,
      cutoff,
      stage: `Stage ${stage}`,
      count_pushes: pushes,
      close_date: close,
      days_to_close: (Date.parse(close) - Date.parse(cutoff)) / 86_400_000,
      industry: `Industry ${whole(12)}`,
      lead_source: `Source ${whole(8)}`,
      outcome: isWon ? "won" : "lost",
      ended_on: addDays(cutoff, days),
    });
  });
}

function numbersOf(whole: (below: number) => number) {
  return {
    stage_days: whole(120),
    age_days: whole(300),
    bookings_cents: 1000 + whole(900_000),
    amount_change_rate: whole(10) / 10 - 0.5,
    pushed_days: whole(120),
    count_pulls: whole(3),
    idle_days: whole(90),
    count_recent_activities: whole(12),
    probability_rate: whole(10) / 10,
    rep_won_count: whole(30),
    rep_closed_count: 30 + whole(60),
    company_won_count: 900,
    company_closed_count: 3000,
    account_won_count: whole(4),
    account_closed_count: 4 + whole(4),
  };
}

function secondsOf(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

function verdict(seconds: number, limit: number, text: string): void {
  failed ||= seconds > limit;
  const holds = seconds <= limit ? "holds" : "FAILS";
  console.log(`${holds}  ${text}: ${seconds.toFixed(1)} s (limit ${limit})`);
}
