import { contributionsOf, meansOf } from "./contribution.ts";
import type { Topic } from "./feature.ts";
import type { Incidence } from "./incidence.ts";
import type { HazardModel } from "./model.ts";
import type { DealSnapshot } from "./snapshot.ts";

/** What speaks for or against a deal, compared with the average open one. */
export interface Reason {
  readonly feature: Topic;
  /** What the deal has there; null where nothing is told. */
  readonly value: string | number | null;
  /** Odds of winning rather than losing over those with the average deal's in its place. */
  readonly effect: number;
}

/** Smaller effects are no reason: they come and go from one fit to the next. */
const least = Math.log(1.25);
const mostReasons = 6;

/**
 * The largest contributions to the odds of winning of each deal, against the average of the deals
 * given, summed by what they are about. Odds of winning rather than losing go with the difference of
 * the two hazards' log-odds, in the weeks in which the deal is expected to end.
 */
export function reasonsOf(
  model: HazardModel,
  deals: readonly DealSnapshot[],
  incidence: Incidence,
): Reason[][] {
  const weights = Float64Array.from(
    model.modes.won.coefficients,
    (won, column) => won - (model.modes.lost.coefficients[column] ?? Number.NaN),
  );
  const told = contributionsOf(deals, { encoding: model.encoding, incidence, weights });
  const means = [...meansOf(told)];
  return deals.map((deal, index) =>
    means
      .map(([topic, mean]) => ({ topic, log: (told[index]?.get(topic) ?? 0) - mean }))
      .filter(({ log }) => Math.abs(log) > least)
      .sort((a, b) => Math.abs(b.log) - Math.abs(a.log) || (a.topic < b.topic ? -1 : 1))
      .slice(0, mostReasons)
      .map(({ topic, log }) => ({
        feature: topic,
        value: tellings[topic](deal),
        effect: Math.exp(log),
      })),
  );
}

/** What a reader is told of a deal under each topic. */
const tellings: Readonly<Record<Topic, (deal: DealSnapshot) => Reason["value"]>> = {
  stage: ({ stage, stage_days: days }) =>
    stage === null ? null : `${stage} for ${days} ${days === 1 ? "day" : "days"}`,
  age: ({ age_days }) => age_days,
  size: ({ bookings_cents, usual_cents }) =>
    bookings_cents === null || usual_cents === null ? null : bookings_cents / usual_cents,
  amount: ({ amount_change_rate }) => amount_change_rate,
  pushes: ({ count_pushes }) => count_pushes,
  close_date: ({ days_to_close }) => days_to_close,
  activity: ({ idle_days }) => idle_days,
  source: ({ lead_source }) => lead_source,
  type: ({ deal_type }) => deal_type,
  segment: ({ segment }) => segment,
  industry: ({ industry }) => industry,
  typed: ({ probability_rate }) => probability_rate,
  rep: ({ rep_won_count, rep_closed_count }) =>
    rep_closed_count === 0 ? null : rep_won_count / rep_closed_count,
  account: ({ account_won_count }) => account_won_count,
};
