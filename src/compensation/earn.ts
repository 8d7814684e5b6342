import type { PlainDate } from "../calendar.ts";
import { InputError } from "../errors.ts";
import { type Credit, inOrder } from "./credit/credit.ts";
import { endOfTime, periodFinder } from "./dates.ts";
import type { PayLine } from "./line.ts";
import { payComponents } from "./pay/components.ts";
import type { Standing } from "./pay/standing.ts";
import { anybody, type Person } from "./person.ts";
import { type Places, unwritten } from "./places.ts";
import type { PlanTerms } from "./plan/terms.ts";
import { isCredited } from "./settle/leaver.ts";
import type { Settling } from "./settle/people.ts";
import type { Sealed } from "./settle/retroactive.ts";
import type { Assigned } from "./target/basis.ts";
import { spanOf } from "./target/covered.ts";

export interface PricingInput {
  readonly plan: PlanTerms;
  /** In any order. */
  readonly credits: readonly Credit[];
  /** Everybody whom the plan covers; whoever has a credit, all of one team, unless given. */
  readonly people?: readonly Person[];
  /** The quotas of plans/quotas.csv; none unless given. */
  readonly assigned?: Assigned;
  /** The first day that is known: draws are paid from it on, whether anybody earns or not. */
  readonly since?: PlainDate;
  /** The last day that is known: nothing after it counts. */
  readonly through?: PlainDate;
  /** Pay periods that are closed: what of them comes out otherwise is paid in the first open one. */
  readonly sealed?: Sealed | null;
  /** Where the plan and the credits are written; nowhere unless given. */
  readonly places?: Places;
}

/** A plan with what it has everybody earn; pay periods are yet to be settled. */
export interface EarnedPlan extends Settling {
  /** Of the pools of teams, before they are shared among their members. */
  readonly poolLines: readonly PayLine[];
  readonly standings: readonly Standing[];
}

/**
 * Prices credits on a plan, before caps over all components, draws and balances.
 *
 * @throws InputError where a credit is of nobody known, a quota or a figure that the plan needs is
 *   missing, or more is taken back than was credited
 */
export function earnPlan(input: PricingInput): EarnedPlan {
  const { plan, sealed = null, since = null, through = endOfTime, places = unwritten } = input;
  const people = peopleOf(input);
  const find = periodFinder(plan.calendar);
  const spans = new Map([...people.values()].map((one) => [one.repId, spanOf(plan, one)]));
  const isWhose = (credit: Credit) => {
    const [person, span] = [people.get(credit.repId), spans.get(credit.repId)];
    if (person === undefined || span === undefined) throw unknownPerson(credit, places);
    return isCredited(credit, span, person, plan);
  };
  checkReversals(input.credits, places);
  const credits = inOrder(input.credits).filter((one) => one.date <= through && isWhose(one));
  const assigned = input.assigned ?? (() => null);
  const { lines, ...paid } = payComponents({
    plan,
    credits,
    people,
    find,
    assigned,
    through,
    places,
  });
  return { plan, earned: lines, credits, people, find, since, through, sealed, ...paid };
}

function peopleOf({ people, credits }: PricingInput): ReadonlyMap<string, Person> {
  const known = people ?? [...new Set(credits.map(({ repId }) => repId))].map(anybody);
  return new Map(known.map((person) => [person.repId, person]));
}

/** What is taken back was credited to the same person. */
function checkReversals(credits: readonly Credit[], { ofCredit }: Places): void {
  const reversals = credits.filter(({ reverses }) => reverses !== null);
  if (reversals.length === 0) return;
  const holders = new Map(credits.map(({ creditId, repId }) => [creditId, repId]));
  for (const credit of reversals) {
    const { creditId, reverses, repId } = credit;
    if (reverses !== null && holders.get(reverses) === repId) continue;
    throw new InputError(`unknown credit reversed: ${reverses}`, {
      ...ofCredit(credit),
      remedy: `Name a credit of ${repId} that ${creditId} takes back.`,
    });
  }
}

const unknownPerson = (credit: Credit, { ofCredit }: Places) =>
  new InputError(`credit for an unknown person: "${credit.repId}"`, {
    ...ofCredit(credit),
    remedy: `Record the person in the roster, or mend credit ${credit.creditId}.`,
  });
