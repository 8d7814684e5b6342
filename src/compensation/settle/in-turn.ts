import { addDays } from "../../calendar.ts";
import { grouped } from "../../statistics/grouped.ts";
import type { PayLine } from "../line.ts";
import type { Days, Person } from "../person.ts";
import { spanOf } from "../target/covered.ts";
import type { Transfer } from "./passage.ts";
import { personSettler, type SettledPerson, type Settling } from "./people.ts";
import type { Statement } from "./statement.ts";

/** What a plan pays in its open pay periods. */
export interface SettledPlan {
  /** By person, pay period and component in the plan's order; they sum to what statements pay. */
  readonly lines: readonly PayLine[];
  readonly statements: readonly Statement[];
}

/** Settles a plan by itself. */
export const settlePlan = (plan: Settling): SettledPlan => {
  const { settle, people } = deskOf(plan);
  for (const person of plan.people.values()) people.set(person.repId, settle(person));
  return inOrderOfId(people);
};

/**
 * Settles every pay period of plans that people come under one after the other: what somebody owes on
 * one goes on to the next in the same currency. Supplements, which pay beside other plans, keep what is
 * owed on them.
 *
 * @returns what each plan pays, in the order of the plans
 */
export function settleInTurn<Plan extends Settling>(
  plans: readonly Plan[],
): (SettledPlan & { readonly of: Plan })[] {
  const desks = plans.map(deskOf);
  for (const stints of successions(desks)) settleStints(stints);
  return desks.map(({ plan, people }) => ({ of: plan, ...inOrderOfId(people) }));
}

/** Where a plan is settled, person by person. */
interface Desk<Plan extends Settling> {
  readonly plan: Plan;
  readonly settle: ReturnType<typeof personSettler>;
  readonly people: Map<string, SettledPerson>;
}

const deskOf = <Plan extends Settling>(plan: Plan): Desk<Plan> => ({
  plan,
  settle: personSettler(plan),
  people: new Map(),
});

/** Somebody's time under a plan. */
interface Stint extends Days {
  readonly desk: Desk<Settling>;
  readonly person: Person;
}

/** Each person's stints that take over from each other, one after the other. */
function successions(desks: readonly Desk<Settling>[]): Stint[][] {
  const stints = desks.flatMap((desk) =>
    [...desk.plan.people.values()].map((person) => ({
      desk,
      person,
      ...spanOf(desk.plan.plan, person),
    })),
  );
  const groups = grouped(stints, ({ desk, person }) => {
    const { currency, isSupplement, name } = desk.plan.plan;
    return [person.repId, currency, isSupplement ? name : ""].join("\u0000");
  });
  // by last days: who was taken out of a plan has one day of it left, perhaps amid another's
  const order = ({ from, until }: Stint) => `${until} ${from}`;
  return [...groups.values()].map((own) => own.sort((a, b) => (order(a) < order(b) ? -1 : 1)));
}

function settleStints(stints: readonly Stint[]): void {
  let takenOver: readonly Transfer[] = [];
  for (const [at, { desk, person }] of stints.entries()) {
    const goesOn = stints[at + 1]?.from ?? null;
    const one = desk.settle(person, { takenOver, goesOn });
    desk.people.set(person.repId, one);
    takenOver = transfersOf(desk.plan, person, one.statements);
  }
}

function transfersOf(
  { sealed }: Settling,
  { repId }: Person,
  statements: readonly Statement[],
): Transfer[] {
  const open = statements.map(({ payPeriod, handedOver }) => ({
    on: addDays(payPeriod.periodEnd, 1),
    cents: handedOver,
  }));
  return [...(sealed?.handedOver.get(repId) ?? []), ...open].filter(({ cents }) => cents !== 0);
}

function inOrderOfId(people: ReadonlyMap<string, SettledPerson>): SettledPlan {
  const sorted = [...people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return {
    lines: sorted.flatMap(({ lines }) => lines),
    statements: sorted.flatMap(({ statements }) => statements),
  };
}
