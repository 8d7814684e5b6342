import { type Day, dateText } from "./days.ts";
import type { World } from "./deal.ts";
import { quarterLabel } from "./fiscal.ts";
import type { Organisation } from "./organisation.ts";
import { createRandom, normal, type Random } from "./random.ts";
import type { Results } from "./results.ts";
import { managerOn, type Seat } from "./teams.ts";

export interface CallOptions extends World {
  readonly company: string;
  readonly organisation: Organisation;
  readonly results: Results;
  readonly seed: number;
}

const quartersBack = 7;
const weeks = [2, 4, 6, 8, 10, 12] as const;
const lifts = [
  ["commit", 0.95],
  ["best_case", 1.15],
] as const;
/** What managers see wrong at the start of a quarter; it shrinks towards its end. */
const spread = 0.2;
/** Some teams' managers always call low, some high. */
const biases = [-0.1, 0.05, 0.1] as const;

/** Managers' commit and best case in the last eight quarters, every other week. */
export function callLines(options: CallOptions): string[] {
  const { fiscal, market, seed } = options;
  const random = createRandom(seed, "calls");
  const lines = ["recorded_on,entity_type,entity_id,period,category,amount,by"];
  const last = fiscal.quarterOf(market.asOf);
  for (let quarter = last - quartersBack; quarter <= last; quarter++) {
    for (const week of weeks) {
      const day = fiscal.quarterStart(quarter) + week * 7;
      if (day <= market.asOf) lines.push(...weekLines(options, quarter, { day, week }, random));
    }
  }
  return lines;
}

interface Week {
  readonly day: Day;
  readonly week: number;
}

function weekLines(options: CallOptions, quarter: number, week: Week, random: Random): string[] {
  const { organisation, company, results, fiscal } = options;
  const start = fiscal.quarterStart(quarter);
  const period = quarterLabel(fiscal.yearOf(start), fiscal.quarterOfYear(start));
  const sold = (seats: readonly Seat[]) =>
    seats.reduce((sum, { index }) => sum + results.seatQuarter(index, quarter), 0) / 100;
  const call = (entity: string, dollars: number, by: string, bias: number) => {
    const seen = 1 + bias * (1 - week.week / 13) + spread * (1 - week.week / 14) * normal(random);
    return lifts.map(([category, lift]) => {
      const amount = Math.round((dollars * lift * seen) / 5000) * 5000;
      return `${dateText(week.day)},${entity},${period},${category},${amount},${by}`;
    });
  };
  const teams = organisation.teams.flatMap((team) => {
    const by = managerOn(team, week.day).id;
    return call(`team,${team.name}`, sold(team.seats), by, biases[team.index % 3] ?? 0);
  });
  const everyone = organisation.teams.flatMap(({ seats }) => seats);
  return [
    ...teams,
    ...call(`company,${company}`, sold(everyone), organisation.vicePresident.id, 0.02),
  ];
}
