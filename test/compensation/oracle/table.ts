import type { Credit, CreditRole } from "../../../src/compensation/credit/credit.ts";
import type { PlanEntry } from "../../../src/compensation/plan/schema.ts";
import { apportion } from "./apportion.ts";
import { holds } from "./days.ts";
import { alphabetically, minorUnits, nobody, Refusal, spanOf } from "./known.ts";
import {
  compare,
  exactly,
  type Figure,
  quotient,
  type Ratio,
  round,
  times,
  total,
} from "./ratio.ts";

/** A row of a table of credits by column; what is empty isn't there. */
export type Row = Readonly<Partial<Record<string, string>>>;

/** A row with its place in the table, header = 1. */
interface Placed {
  readonly row: Row;
  readonly creditId: string;
  /** The row that it takes back. */
  readonly reversed: Row | null;
}

type Pair = { readonly amount: number; readonly credit: number };

/** The credits of a table, whose rows may share deals and be in other currencies than the plan's. */
export function creditsOf(plan: PlanEntry, rows: readonly Row[]): Credit[] {
  const placed = rows.map((row, at): Placed => {
    if (row.reverses === undefined && !holds(spanOf(plan, nobody), row.date ?? "")) {
      throw new Refusal(`outside of the plan: ${row.date}`);
    }
    return { row, creditId: idOf(row, at), reversed: reversedBy(row, rows) };
  });
  const parts = placed.map((one) => creditOf(plan, one, placed, rows));
  const credits = parts.map((one, at) => asOfWhole(plan, one, at, parts, placed));
  for (const { reverses, dealCents } of credits) {
    if (reverses !== null && dealCents >= 0) throw new Refusal(`nothing taken back of ${reverses}`);
  }
  for (const { creditId, amountCents } of credits) {
    const back = credits.filter(({ reverses }) => reverses === creditId);
    const left = back.reduce((sum, one) => sum + one.amountCents, amountCents);
    if (back.length > 0 && left < 0) throw new Refusal(`more taken back than ${creditId}`);
  }
  return credits;
}

const idOf = ({ credit_id }: Row, at: number) => credit_id ?? `row ${at + 2}`;

/** The credit of that id, or else the only one of that deal, of the same person. */
function reversedBy({ reverses, rep_id }: Row, rows: readonly Row[]): Row | null {
  if (reverses === undefined) return null;
  const own = rows.filter((row) => row.rep_id === rep_id && row.reverses === undefined);
  const named = own.find(({ credit_id }) => credit_id === reverses);
  const ofDeal = own.filter(({ opportunity_id }) => opportunity_id === reverses);
  const found = named ?? (ofDeal.length === 1 ? ofDeal[0] : undefined);
  if (found === undefined) throw new Refusal(`no credit to reverse: ${reverses}`);
  return found;
}

function creditOf(
  plan: PlanEntry,
  { row, creditId, reversed }: Placed,
  all: readonly Placed[],
  rows: readonly Row[],
): Credit {
  const deal = all.filter((one) => dealOf(plan, one) === dealOf(plan, { row, creditId, reversed }));
  const shares = deal.map((one) => one.row).sort(byRep);
  const inCents = (text: string) => centsOf(plan, { row, reversed }, text);
  const part = (whole: number | null) => (whole === null ? null : partOf(plan, whole, row, shares));
  const figure = (text: string | undefined, read: (text: string) => number) =>
    part(text === undefined ? null : read(text));
  const { amount, credit } = figure(row.amount ?? "0", inCents) ?? { amount: 0, credit: 0 };
  return {
    creditId,
    repId: row.rep_id ?? "",
    date: row.date ?? "",
    opportunityId: row.opportunity_id ?? null,
    lineId: row.line_id ?? null,
    product: row.product ?? null,
    type: row.type ?? null,
    role: roleOf(row),
    amountCents: amount,
    creditCents: credit,
    dealCents: inCents(row.amount ?? "0"),
    margin: figure(row.margin, inCents),
    quantity: figure(row.quantity, (text) => round(times(Number(text), 100))),
    invoicedOn: row.invoiced_on ?? null,
    payments: row.paid_on === undefined ? [] : [{ on: row.paid_on, cents: amount }],
    reverses: reversed && idOf(reversed, rows.indexOf(reversed)),
  };
}

/** A credit with the size and the customer of the whole deal that its row is a line of. */
function asOfWhole(
  plan: PlanEntry,
  credit: Credit,
  at: number,
  all: readonly Credit[],
  placed: readonly Placed[],
): Credit {
  const key = (place: number) => wholeOf(placed[place]?.row ?? {}, place);
  const places = all.flatMap((_, place) => (key(place) === key(at) ? [place] : []));
  if (places.length === 1) return credit;
  const sold = new Map(
    places.map((place) => {
      const one = placed[place];
      return [one ? dealOf(plan, one) : "", all[place]?.dealCents ?? 0];
    }),
  );
  const dealCents = [...sold.values()].reduce((sum, one) => sum + one, 0);
  const credits = places.flatMap((place) => all[place] ?? []);
  const of = (figure: "amountCents" | "creditCents") =>
    customerOf(credits, figure, dealCents).get(credit) ?? 0;
  return {
    ...credit,
    dealCents,
    customers: { amount: of("amountCents"), credit: of("creditCents") },
  };
}

/** Rows that are lines of one deal: of everybody who shares it, or of one person and role. */
function wholeOf(
  { opportunity_id, date, rep_id, role, reverses, ...row }: Row,
  at: number,
): string {
  if (opportunity_id === undefined || reverses !== undefined || row.level_of !== undefined)
    return `${at}`;
  const isShare = (row.split ?? row.pay_split) !== undefined && sellers.includes(roleOf({ role }));
  return JSON.stringify([opportunity_id, date, ...(isShare ? [] : [rep_id, role ?? null])]);
}

/** Hundredths of the deal's customer: first by person, then by each one's lines. */
function customerOf(
  credits: readonly Credit[],
  figure: "amountCents" | "creditCents",
  dealCents: number,
): Map<Credit, number> {
  const sum = (own: readonly Credit[]) => own.reduce((all, one) => all + one[figure], 0);
  const whole = dealCents === 0 ? 100 : round(quotient(100 * sum(credits), Math.abs(dealCents)));
  const people = [...new Set(credits.map(({ repId }) => repId))].sort();
  const own = people.map((repId) => sorted(credits.filter((one) => one.repId === repId)));
  const shares = evenly(whole, own.map(sum));
  return new Map(
    own.flatMap((lines, at) => {
      const parts = evenly(
        shares[at] ?? 0,
        lines.map((line) => line[figure]),
      );
      return lines.map((line, place) => [line, parts[place] ?? 0] as const);
    }),
  );
}

const evenly = (whole: number, weights: readonly number[]) =>
  weights.reduce((a, b) => a + b, 0) === 0
    ? apportion(
        whole,
        weights.map(() => exactly(1)),
      )
    : apportion(whole, weights.map(exactly));

/** By line, product, type, amount and id, all of one day and deal. */
const sorted = (lines: readonly Credit[]) =>
  [...lines].sort(
    (a, b) =>
      alphabetically(a.lineId ?? "", b.lineId ?? "") ||
      alphabetically(a.product ?? "", b.product ?? "") ||
      alphabetically(a.type ?? "", b.type ?? "") ||
      a.amountCents - b.amountCents ||
      alphabetically(a.creditId, b.creditId),
  );

const sellers: readonly (CreditRole | null)[] = [null, "owner", "split"];
const roles: readonly CreditRole[] = ["owner", "split", "overlay", "manager", "team", "territory"];

function roleOf({ role }: Row): CreditRole | null {
  const known = roles.find((one) => one === role);
  if (role !== undefined && known === undefined) throw new Refusal(`no role: ${role}`);
  return known ?? null;
}

/** What rows of one deal have in common; a row without a share, or beside the sale, is a deal by itself. */
function dealOf(plan: PlanEntry, { row, creditId, reversed }: Placed): string {
  const { split, pay_split, opportunity_id, line_id, date, product, type, reverses } = row;
  if (split === undefined && pay_split === undefined) return creditId;
  if (!sellers.includes(roleOf(row))) return creditId;
  const cents = centsOf(plan, { row, reversed }, row.amount ?? "0");
  return JSON.stringify([opportunity_id, line_id, date, cents, product, type, reverses]);
}

/** Minor units of the plan's currency, at the rate of the day of what is credited or taken back. */
function centsOf(
  plan: PlanEntry,
  { row, reversed }: Pick<Placed, "row" | "reversed">,
  text: string,
): number {
  const own = plan.currency ?? "USD";
  const rate = rateOf(plan, row.currency ?? own, reversed?.date ?? row.date ?? "");
  return round(times(times(Number(text), rate), minorUnits(own)));
}

function rateOf(plan: PlanEntry, currency: string, day: string): number {
  if (currency === (plan.currency ?? "USD")) return 1;
  const rates = plan.exchange_rates[currency];
  if (typeof rates === "number") return rates;
  const known = rates?.filter(({ from }) => from <= day).at(-1);
  if (known === undefined) throw new Refusal(`no rate of ${currency} on ${day}`);
  return known.amount;
}

function partOf(plan: PlanEntry, whole: number, row: Row, rows: readonly Row[]): Pair {
  const at = rows.indexOf(row);
  const part = (shares: readonly Ratio[]) => {
    const sum = total(shares);
    const excess = compare(sum, 1);
    const isTooMuch =
      plan.split_total === "exact" ? excess !== 0 : plan.split_total === "at_most" && excess > 0;
    if (isTooMuch && sellers.includes(roleOf(row)))
      throw new Refusal(`shares of ${row.opportunity_id}`);
    return split(round(times(whole, sum)), shares)[at] ?? 0;
  };
  const share = (a: string | undefined, b: string | undefined) => exactly(Number(a ?? b ?? 1));
  return {
    amount: part(rows.map((one) => share(one.pay_split, one.split))),
    credit: part(rows.map((one) => share(one.split, one.pay_split))),
  };
}

const split = (whole: number, shares: readonly Figure[]): number[] =>
  whole === 0 ? shares.map(() => 0) : apportion(whole, shares);

const byRep = (a: Row, b: Row) => alphabetically(a.rep_id ?? "", b.rep_id ?? "");
