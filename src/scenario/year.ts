import type { Guardrails } from "../quota/guardrails.ts";
import type { Buffers } from "../quota/levels.ts";
import type { SalesYear } from "../quota/sales-year.ts";
import type { PlanBase } from "./base.ts";
import { moved, seasoned, shocked } from "./market.ts";
import type { ScenarioEntry } from "./schema.ts";
import { staffed } from "./workforce.ts";

/** The sales year that a scenario makes: who is there, what they sell to, how they ramp. */
export function yearOf(base: PlanBase, scenario: ScenarioEntry): SalesYear {
  const locked = lockedQuotas(base, scenario);
  const staff = staffed(base, scenario);
  const sellers = seasoned(shocked(base, moved(base, staff, scenario), scenario), scenario);
  return {
    ...base.year,
    ramps: base.year.ramps.map((ramp) => {
      const shares = scenario.ramp?.[ramp.role];
      return shares === undefined ? ramp : { ...ramp, shares: padded(shares, ramp.shares.length) };
    }),
    sellers: sellers.map((seller) => ({
      ...seller,
      locked: locked.get(seller.repId) ?? seller.locked,
    })),
  };
}

/** From its end on a ramp is a whole share. */
const padded = (shares: readonly number[], length: number) =>
  Array.from({ length: Math.max(length, shares.length) }, (_, month) => shares[month] ?? 1);

function lockedQuotas(base: PlanBase, { locked = {} }: ScenarioEntry): Map<string, number> {
  return new Map(
    Object.entries(locked).map(([person, amount]) => [
      person,
      Math.round(amount * 10 ** base.currencyDigits),
    ]),
  );
}

/** The base's guardrails, each as the scenario says it where it does. */
export function guardrailsOf({ guardrails }: PlanBase, scenario: ScenarioEntry): Guardrails {
  const over = scenario.guardrails ?? {};
  const said = (value: number | null | undefined, usual: number | null) =>
    value === undefined ? usual : value;
  return {
    leastChange: said(over.least_change, guardrails.leastChange),
    mostChange: said(over.most_change, guardrails.mostChange),
    leastToEarnings: said(over.least_to_earnings, guardrails.leastToEarnings),
    mostToEarnings: said(over.most_to_earnings, guardrails.mostToEarnings),
  };
}

/** Minor units that quotas are multiples of. */
export const unitOf = ({ unit, currencyDigits }: PlanBase, { round_to }: ScenarioEntry) =>
  round_to === undefined ? unit : round_to * 10 ** currencyDigits;

/** The base's over-assignment, each level's as the scenario says it where it does. */
export const buffersOf = (
  { overAssignment }: PlanBase,
  { over_assignment }: ScenarioEntry,
): Buffers => ({
  region: over_assignment?.region ?? overAssignment.region,
  team: over_assignment?.team ?? overAssignment.team,
  rep: over_assignment?.rep ?? overAssignment.rep,
});
