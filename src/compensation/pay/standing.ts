import type { Period } from "../../calendar.ts";
import { roundHalfAway } from "../exact.ts";
import type { Run } from "../pricing/run.ts";
import type { PricedComponent } from "./input.ts";

/** How far a holder has come on a component in a measure period; minor units, or hundredths of units. */
export interface Standing {
  /** A person, or a team whose pay is pooled. */
  readonly holder: string;
  readonly component: string;
  readonly period: Period;
  /** Weighted credit so far. */
  readonly credit: number;
  /** Null where the plan gives none. */
  readonly quota: number | null;
  /** Target pay of the period. */
  readonly target: number | null;
  /** The credit at which the next tier begins; null in the last, and where there are none. */
  readonly nextTierFrom: number | null;
}

/** How far everybody has come on every component, in the plan's order. */
export const standingsOf = (components: readonly PricedComponent[]): Standing[] =>
  components.flatMap(({ component, runs }) =>
    [...runs].flatMap(([holder, own]) =>
      own.map((run) => ({ holder, component: component.name, ...standingOf(run) })),
    ),
  );

function standingOf({ period, position, basis: { quota, target }, tariff }: Run) {
  const bounds = [...tariff.zones, ...tariff.reached].flatMap(({ from }) => from ?? []);
  const next = bounds
    .filter((from) => from.compare(position) > 0)
    .reduce<(typeof bounds)[number] | null>((a, b) => (a && a.compare(b) <= 0 ? a : b), null);
  return {
    period,
    credit: roundHalfAway(position),
    quota: quota === null ? null : roundHalfAway(quota),
    target: target === null ? null : roundHalfAway(target),
    nextTierFrom: next === null ? null : roundHalfAway(next),
  };
}
