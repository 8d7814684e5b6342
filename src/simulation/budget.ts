import type { Campaign } from "./campaigns.ts";
import { dateText } from "./days.ts";
import type { World } from "./deal.ts";
import { quarterLabel } from "./fiscal.ts";
import type { Organisation } from "./organisation.ts";
import { hiredOn, leftOn } from "./people.ts";
import { createRandom, type Random, uniform } from "./random.ts";

export interface BudgetOptions extends World {
  readonly organisation: Organisation;
  readonly campaigns: readonly Campaign[];
  readonly seed: number;
}

/** Whole dollars a head and quarter; marketing comes on top of its campaigns. */
const perHead = {
  personnel: 27_500,
  marketing: 2_100,
  travel: 2_400,
  tools: 1_350,
  commission: 28_000,
} as const;

/** What a quarter pays of four like it: most is earned when the year closes. */
const commissionSeason = [0.95, 0.8, 0.9, 1.35] as const;

/** Planned and actual spending by quarter, planned to the end of the current fiscal year. */
export function budgetLines(options: BudgetOptions): string[] {
  const { fiscal, market, seed } = options;
  const random = createRandom(seed, "budget");
  const lines = ["period,category,team,amount,currency,kind,recorded_on"];
  const last = fiscal.quarterOf(market.asOf);
  for (let quarter = fiscal.quarterOf(market.start); quarter <= last + 3 - (last % 4); quarter++) {
    lines.push(...quarterLines(options, quarter, random));
  }
  return lines;
}

function quarterLines(options: BudgetOptions, quarter: number, random: Random): string[] {
  const { fiscal, market } = options;
  const start = fiscal.quarterStart(quarter);
  const end = fiscal.quarterEnd(start);
  const label = quarterLabel(fiscal.yearOf(start), fiscal.quarterOfYear(start));
  const planned = dateText(fiscal.yearStart(fiscal.yearOf(start)) - 10);
  return Object.entries(spending(options, start, end)).flatMap(([category, amount]) => {
    const plan = Math.round((amount * uniform(random, 0.94, 1.08)) / 1000) * 1000;
    const budget = `${label},${category},,${plan},USD,budget,${planned}`;
    if (end + 9 > market.asOf) return [budget];
    return [budget, `${label},${category},,${amount},USD,actual,${dateText(end + 9)}`];
  });
}

function spending(
  { organisation, campaigns, fiscal, market, seed }: BudgetOptions,
  start: number,
  end: number,
) {
  const heads = organisation.people.filter(
    (person) => hiredOn(person) <= start && (leftOn(person) ?? end) >= start,
  ).length;
  const held = campaigns.filter((campaign) => campaign.start >= start && campaign.start <= end);
  const campaignCost = held.reduce((sum, { cost }) => sum + cost, 0);
  const random = createRandom(seed, "spending", start);
  const level = () => uniform(random, 0.96, 1.04);
  const season = commissionSeason[fiscal.quarterOfYear(start)] ?? 1;
  const isPlanned = held.length === 0 && start > market.asOf;
  return {
    personnel: Math.round(heads * perHead.personnel * level()),
    marketing:
      Math.round(heads * perHead.marketing * level()) + (isPlanned ? heads * 6_000 : campaignCost),
    travel: Math.round(heads * perHead.travel * level()),
    tools: Math.round(heads * perHead.tools * level()),
    commission: Math.round(heads * perHead.commission * season * level()),
  };
}
