import type { Credit } from "../../../src/compensation/credit/credit.ts";
import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { isLevel } from "./basis.ts";
import type { Span } from "./days.ts";
import { cents, type Known, periodOf, Refusal, teamOf } from "./known.ts";
import { quotient, type Ratio, round, times } from "./ratio.ts";

/** A credit, or what takes one back, as a component counts it. */
export interface Counted {
  readonly credit: Credit;
  /** Whose credit adds up: a person, or the team of a pool. */
  readonly holder: string;
  readonly period: Span;
  /** What pay is priced on, in cents or hundredths. */
  readonly amount: number;
  /** How far it moves the position. */
  readonly room: Ratio;
}

type Where = NonNullable<ComponentEntry["where"]>;

/** All that counts for a component, in order. */
export function countedBy(known: Known, component: ComponentEntry): Counted[] {
  const counted: Counted[] = [];
  const ids = new Set<string>();
  const met = new Map<string, Set<string>>();
  for (const credit of known.credits) {
    if (!(credit.reverses === null ? isNew(credit) : ids.has(credit.reverses))) continue;
    ids.add(credit.creditId);
    counted.push(countedAs(known, component, credit));
  }
  return counted;

  function isNew(credit: Credit): boolean {
    if (!isMeasured(component, credit)) return false;
    const isCredited = credit.role === null || component.credit.includes(credit.role);
    if (!isCredited || !meets(known, credit, component.where)) return false;
    const { holder, period } = countedAs(known, component, credit);
    const key = `${holder} ${period.from}`;
    const deals = met.get(key) ?? new Set<string>();
    const isLate = deals.size >= (component.where?.first ?? Number.POSITIVE_INFINITY);
    if (isLate && !deals.has(dealOf(credit))) return false;
    met.set(key, deals.add(dealOf(credit)));
    return true;
  }
}

/** Levels count for their own component, commission for what measures it, deals for all the rest. */
function isMeasured(component: ComponentEntry, { levelOf, isCommission }: Credit): boolean {
  if (isLevel(component)) return levelOf === component.name;
  if (levelOf !== undefined) return false;
  if (component.measure === "commission") return isCommission !== false;
  return isCommission !== true;
}

/** Credits that name no deal are each one of their own. */
export const dealOf = ({ opportunityId, creditId }: Credit): string =>
  opportunityId === null ? `credit ${creditId}` : `deal ${opportunityId}`;

function countedAs(known: Known, component: ComponentEntry, credit: Credit): Counted {
  const { repId, date, amountCents, creditCents } = credit;
  const weight = component.weights.find(({ where }) => meets(known, credit, where))?.times ?? 1;
  const less = (figure: number) => round(times(component.less_share_of_amount, figure));
  const { amount, credit: counts } = figuresOf(component, credit);
  return {
    credit,
    holder: component.pool ? teamOf(known, repId, date) : repId,
    period: periodOf(known, date, component.period),
    amount: amount - less(amountCents),
    room: times(counts - less(creditCents), weight),
  };
}

function figuresOf({ measure }: ComponentEntry, credit: Credit) {
  const { creditId, amountCents, creditCents, dealCents, margin, quantity } = credit;
  if (measure === "margin" || measure === "units") {
    const figure = measure === "margin" ? margin : quantity;
    if (figure === null) throw new Refusal(`no ${measure}: ${creditId}`);
    return figure;
  }
  if (isLevel({ measure })) return { amount: creditCents, credit: creditCents };
  if (measure !== "new_customers") return { amount: amountCents, credit: creditCents };
  if (credit.customers !== undefined) return credit.customers;
  const share = (part: number) =>
    dealCents === 0 ? 100 : round(quotient(100 * part, Math.abs(dealCents)));
  return { amount: share(amountCents), credit: share(creditCents) };
}

/** Whether a credit meets all conditions but `first`. */
export function meets(known: Known, credit: Credit, where: Where = {}): boolean {
  const size = Math.abs(credit.dealCents);
  return (
    isAmong(credit.type, where.types) &&
    isAmong(credit.product, where.products) &&
    !(where.not_products && isAmong(credit.product, where.not_products)) &&
    (where.min_amount === undefined || cents(known, where.min_amount) <= size) &&
    (where.max_amount === undefined || size <= cents(known, where.max_amount)) &&
    (where.from ?? credit.date) <= credit.date &&
    credit.date <= (where.until ?? credit.date)
  );
}

function isAmong(name: string | null, names: readonly string[] | undefined): boolean {
  if (names === undefined) return true;
  const plain = (text: string) => text.trim().toLowerCase();
  return name !== null && names.map(plain).includes(plain(name));
}
