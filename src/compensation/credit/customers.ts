import Fraction from "fraction.js";
import { grouped } from "../../statistics/grouped.ts";
import { exact, one, roundHalfAway, shareOut } from "../exact.ts";
import { type Credit, inOrder, type Measured } from "./credit.ts";

/** Hundredths of the customer that a deal is: less than nothing where it is taken back. */
export const customersIn = (cents: number, dealCents: number): number =>
  dealCents === 0 ? 100 : roundHalfAway(new Fraction(cents * 100, Math.abs(dealCents)));

/**
 * Credits with their parts of the customer that a deal is: its hundredths by largest remainder among
 * those who share the deal, then each person's among the deal's lines, so that a deal of several lines
 * is one customer still. Who is credited beside the sale has a customer of their own.
 *
 * @param credits of one deal, refunds too, in any order
 */
export function withCustomers(credits: readonly Credit[]): Credit[] {
  const sold = credits.filter(({ reverses }) => reverses === null);
  if (sold.length < 2) return [...credits];
  const parts = new Map([...grouped(sold, sharingOf).values()].flatMap(partsOf));
  return credits.map((credit) => {
    const customers = parts.get(credit);
    return customers === undefined ? credit : { ...credit, customers };
  });
}

/** Those who sold a deal share it. */
const sharingOf = ({ role, repId }: Credit): string =>
  role === null || role === "owner" || role === "split" ? "" : `${role} ${repId}`;

function partsOf(credits: readonly Credit[]): (readonly [Credit, Measured])[] {
  const people = [...grouped(credits, ({ repId }) => repId)].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = people.map(([, own]) => inOrder(own));
  const amounts = hundredths(lines, ({ amountCents }) => amountCents);
  const counted = hundredths(lines, ({ creditCents }) => creditCents);
  return lines
    .flat()
    .map((credit, at) => [credit, { amount: amounts[at] ?? 0, credit: counted[at] ?? 0 }]);
}

/** Of the deal's customer, by person and line. */
function hundredths(
  people: readonly (readonly Credit[])[],
  centsOf: (credit: Credit) => number,
): number[] {
  const cents = people.map((lines) => lines.map(centsOf));
  const sums = cents.map(sum);
  const whole = customersIn(sum(sums), people[0]?.[0]?.dealCents ?? 0);
  const shares = sharedOut(whole, sums);
  return cents.flatMap((lines, at) => sharedOut(shares[at] ?? 0, lines));
}

/** Even where nothing tells who has more. */
const sharedOut = (whole: number, cents: readonly number[]): number[] =>
  shareOut(whole, cents.map(sum(cents) === 0 ? () => one : exact));

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
