import { anyCredit, type Conditions, meets } from "./credit/conditions.ts";
import { type Credit, inOrder, isCreditedFor } from "./credit/credit.ts";
import { type PeriodFinder, periodFinder } from "./dates.ts";
import { anybody, type Person, teamOn } from "./person.ts";
import type { ComponentTerms, PlanTerms } from "./plan/terms.ts";
import { isAmongFirst, isMeasuredBy } from "./pricing/counted.ts";
import { isTooLate } from "./pricing/reversal.ts";

/**
 * What keeps a credit out of a component: what it is of, by whom, when or how large, that others came
 * first, or that it is of another measure; of what is taken back, that it wasn't counted, or is too old.
 */
export type Reason =
  | "role"
  | "type"
  | "product"
  | "amount"
  | "date"
  | "first"
  | "measure"
  | "original"
  | "age";

/** A credit that no component counts, and what keeps it out of one or another. */
export interface Uncounted {
  readonly credit: Credit;
  readonly reasons: readonly Reason[];
}

/** The credits that no component of a plan counts, in the order given. */
export function uncountedOf(
  { components, calendar }: PlanTerms,
  credits: readonly Credit[],
  people: readonly Person[],
): Uncounted[] {
  const ordered = inOrder(credits);
  const known = new Map(people.map((person) => [person.repId, person]));
  const context: Context = {
    find: periodFinder(calendar),
    teamOf: ({ repId, date }) => teamOn(known.get(repId) ?? anybody(repId), date),
  };
  const kept = components.map((component) => keptOut(component, ordered, context));
  return credits.flatMap((credit) => {
    const reasons = kept.flatMap((one) => one.get(credit) ?? []);
    const isOut = kept.every((one) => one.has(credit));
    return isOut ? [{ credit, reasons: [...new Set(reasons)] }] : [];
  });
}

interface Context {
  readonly find: PeriodFinder;
  readonly teamOf: (credit: Credit) => string;
}

/** What a component doesn't count, and why, as pricing goes through it. */
function keptOut(
  component: ComponentTerms,
  credits: readonly Credit[],
  { find, teamOf }: Context,
): ReadonlyMap<Credit, readonly Reason[]> {
  const { where, pool, period, reversal } = component;
  const counted = new Map<string, Credit>();
  const deals = new Map<string, Set<string>>();
  const isFirst = (credit: Credit): boolean => {
    if (where.first === null) return true;
    const holder = pool === null ? credit.repId : teamOf(credit);
    const key = `${holder} ${find(credit.date, period).periodStart}`;
    const own = deals.get(key) ?? new Set<string>();
    deals.set(key, own);
    return isAmongFirst({ deals: own }, credit, where.first);
  };
  const takenBack = (credit: Credit, original: Credit | undefined): Reason[] => {
    if (original === undefined) return ["original"];
    return isTooLate(original, credit, reversal) ? ["age"] : [];
  };
  const out = new Map<Credit, readonly Reason[]>();
  for (const credit of credits) {
    const { reverses, creditId } = credit;
    const reasons =
      reverses === null ? unmet(credit, component) : takenBack(credit, counted.get(reverses));
    if (reasons.length > 0) out.set(credit, reasons);
    else if (reverses === null && !isFirst(credit)) out.set(credit, ["first"]);
    else counted.set(creditId, credit);
  }
  return out;
}

const asked = {
  types: "type",
  products: "product",
  notProducts: "product",
  minCents: "amount",
  maxCents: "amount",
  from: "date",
  until: "date",
} as const satisfies Partial<Record<keyof Conditions, Reason>>;

/** What a credit lacks of what a component asks of each by itself. */
function unmet(credit: Credit, component: ComponentTerms): Reason[] {
  const { credit: roles, where } = component;
  if (!isMeasuredBy(credit, component)) return ["measure"];
  const conditions = Object.entries(asked) as [keyof typeof asked, Reason][];
  return [
    ...(isCreditedFor(credit, roles) ? [] : (["role"] as const)),
    ...conditions.flatMap(([key, reason]) =>
      meets(credit, { ...anyCredit, [key]: where[key] }) ? [] : [reason],
    ),
  ];
}
