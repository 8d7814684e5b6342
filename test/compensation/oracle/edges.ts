import type { Credit } from "../../../src/compensation/credit/credit.ts";
import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { basisOf } from "./basis.ts";
import { holds } from "./days.ts";
import { type Known, periodOf, Refusal, teamOf } from "./known.ts";
import { floor, type Ratio } from "./ratio.ts";
import { tariffOf } from "./tariff.ts";

/**
 * The positions, in whole cents upwards, at which a component pays otherwise from then on for whoever
 * holds a credit; none where it can't be priced.
 */
export function edgesOf(
  known: Known,
  component: ComponentEntry,
  { repId, date }: Pick<Credit, "repId" | "date">,
): number[] {
  const holder = component.pool ? teamOf(known, repId, date) : repId;
  try {
    const basis = basisOf(known, component, holder, periodOf(known, date, component.period));
    if (basis.isMissing) return [];
    const { zones, tiers } = tariffOf(known, component, basis);
    const bounds = [...zones, ...tiers].flatMap(({ from }) => from ?? []);
    return [...new Set([...bounds, ...(basis.quota ? [basis.quota] : [])].map(ceiling))];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** What credits before add up to with one, in whichever way its component adds them. */
export function sumBefore(
  known: Known,
  component: ComponentEntry,
  { repId, date }: Pick<Credit, "repId" | "date">,
  before: readonly Credit[],
): number {
  const period = periodOf(known, date, component.period);
  const { pool, rate } = component;
  const isByTeam = pool !== undefined || (rate.rule === "slab" && rate.reached_by === "team");
  const isWith = (other: Credit) =>
    isByTeam
      ? teamOf(known, other.repId, other.date) === teamOf(known, repId, date)
      : other.repId === repId;
  const own = before.filter((one) => holds(period, one.date) && isWith(one));
  return own.reduce((sum, { creditCents }) => sum + creditCents, 0);
}

const ceiling = ({ over, under }: Ratio): number => -Number(floor({ over: -over, under }));
