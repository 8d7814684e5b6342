import type { Credit } from "../../../src/compensation/credit/credit.ts";
import type { ComponentEntry, PlanEntry } from "../../../src/compensation/plan/schema.ts";
import type { Run } from "./book.ts";
import {
  type Day,
  earliest,
  fiscal,
  type Grain,
  holds,
  later,
  latest,
  never,
  type Span,
} from "./days.ts";
import { round, times } from "./ratio.ts";

/** Somebody under the plan; money as written in major units. */
export interface Person {
  readonly repId: string;
  /** From a day on, the first from ever. */
  readonly teams: readonly { readonly from: Day | null; readonly team: string | null }[];
  readonly from: Day | null;
  readonly until: Day | null;
  readonly leaves: readonly Span[];
  readonly hiredOn: Day | null;
  readonly onTargetEarnings: number | null;
  readonly variableShare: number | null;
}

/** Cents or hundredths: of all of a measure period, or of some days of it. */
export type Quota = number | { readonly value: number; readonly days: Span };

/** What a plan is priced on. */
export interface Ledger {
  readonly credits: readonly Credit[];
  /** Everybody with a credit, all of one team, unless given. */
  readonly people: readonly Person[] | null;
  /** Of a person or team for the measure period that begins on a day. */
  readonly assigned: (holder: string, component: string, periodStart: Day) => Quota | null;
  readonly through: Day | null;
}

/** All that is known when pay is reckoned. */
export interface Known {
  readonly plan: PlanEntry;
  readonly assigned: Ledger["assigned"];
  readonly through: Day;
  /** Minor units in a major one. */
  readonly units: number;
  readonly firstMonth: number;
  /** In order of their names. */
  readonly people: readonly Person[];
  /** Those that count under the plan, in the one order of credits. */
  readonly credits: readonly Credit[];
  /** Books once reckoned, by component and day. */
  readonly books: Map<string, readonly Run[]>;
}

/** What can't be priced: more taken back than credited, a quota that is missing. */
export class Refusal extends Error {}

export function knownOf(plan: PlanEntry, ledger: Ledger): Known {
  const people = [...(ledger.people ?? everybody(ledger.credits))].sort((a, b) =>
    alphabetically(a.repId, b.repId),
  );
  const through = ledger.through ?? never;
  const counts = (credit: Credit) =>
    credit.date <= through && isUnder(plan, personOf(people, credit.repId), credit);
  return {
    plan,
    assigned: ledger.assigned,
    through,
    units: minorUnits(plan.currency ?? "USD"),
    firstMonth: plan.fiscal_year_starts ?? Number(plan.effective_from.slice(5, 7)),
    people,
    credits: [...ledger.credits].sort(inOrder).filter(counts),
    books: new Map(),
  };
}

/** Of the currencies that are drawn. */
export const minorUnits = (currency: string): number => ({ JPY: 1, KWD: 1000 })[currency] ?? 100;

/** Of whom nothing is known. */
export const nobody: Omit<Person, "repId"> = {
  teams: [{ from: null, team: null }],
  from: null,
  until: null,
  leaves: [],
  hiredOn: null,
  onTargetEarnings: null,
  variableShare: null,
};

function everybody(credits: readonly Credit[]): Person[] {
  const names = [...new Set(credits.map(({ repId }) => repId))];
  return names.map((repId) => ({ ...nobody, repId }));
}

export function personOf(people: readonly Person[], repId: string): Person {
  const person = people.find((one) => one.repId === repId);
  if (person === undefined) throw new Refusal(`unknown person: ${repId}`);
  return person;
}

export const alphabetically = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function inOrder(a: Credit, b: Credit): number {
  return (
    alphabetically(a.date, b.date) ||
    Number(a.reverses !== null) - Number(b.reverses !== null) ||
    alphabetically(a.opportunityId ?? "", b.opportunityId ?? "") ||
    alphabetically(a.lineId ?? "", b.lineId ?? "") ||
    alphabetically(a.product ?? "", b.product ?? "") ||
    alphabetically(a.type ?? "", b.type ?? "") ||
    a.amountCents - b.amountCents ||
    alphabetically(a.creditId, b.creditId) ||
    alphabetically(a.repId, b.repId)
  );
}

/** The days on which a plan holds for a person; for a team they are the plan's. */
export const spanOf = (plan: PlanEntry, person: Pick<Person, "from" | "until">): Span => ({
  from: latest(plan.effective_from, person.from ?? plan.effective_from),
  until: earliest(plan.effective_until ?? never, person.until ?? never),
});

/** Whether somebody is under the plan on a day, and not on leave. */
export const isThere = (plan: PlanEntry, person: Person, day: Day): boolean =>
  holds(spanOf(plan, person), day) && !person.leaves.some((leave) => holds(leave, day));

function isUnder(plan: PlanEntry, person: Person, { reverses, date }: Credit): boolean {
  if (reverses !== null) return true;
  const earnsOn = plan.leavers.pay === "earned";
  return holds(spanOf(plan, earnsOn ? { ...person, until: null } : person), date);
}

export const periodOf = ({ firstMonth }: Known, day: Day, grain: Grain): Span =>
  fiscal(day, grain, firstMonth);

/** An amount of a plan file in whole cents. */
export const cents = ({ units }: Known, amount: number): number => round(times(amount, units));

export const isHeld = ({ paid, hold_days }: ComponentEntry) => paid.booking < 1 || hold_days > 0;

export const teamOf = (known: Known, repId: string, day: Day): string =>
  teamsOf(personOf(known.people, repId)).find((one) => holds(one, day))?.team ?? "";

/** A person's teams with their first and last days. */
export const teamsOf = ({ teams }: Person) =>
  teams.map(({ from, team }, at) => {
    const next = teams[at + 1]?.from ?? null;
    return { from: from ?? "", until: next === null ? never : later(next, -1), team: team ?? "" };
  });
