import type { PlainDate } from "../../calendar.ts";

/** For what a person is credited with a deal. */
export const creditRoles = ["owner", "split", "overlay", "manager", "team", "territory"] as const;
export type CreditRole = (typeof creditRoles)[number];

/** A figure of a credit, in whole minor units or hundredths of a unit. */
export interface Measured {
  /** What pay is priced on. */
  readonly amount: number;
  /** What counts to attainment. */
  readonly credit: number;
}

/** A person's credit of a deal, of a line of it, or of anything else that a component measures. */
export interface Credit {
  /** Unique among the credits of a plan. */
  readonly creditId: string;
  readonly repId: string;
  readonly date: PlainDate;
  readonly opportunityId: string | null;
  readonly lineId: string | null;
  readonly product: string | null;
  readonly type: string | null;
  readonly role: CreditRole | null;
  /** What pay is priced on, in minor units of the plan's currency: the person's part of the deal. */
  readonly amountCents: number;
  /** What counts to attainment; differs where pay and credit are split apart. */
  readonly creditCents: number;
  /** The deal before it was split, which conditions on size look at. */
  readonly dealCents: number;
  /** The person's part of the margin, in minor units. */
  readonly margin: Measured | null;
  /** The person's part of what was sold, in hundredths of a unit. */
  readonly quantity: Measured | null;
  readonly invoicedOn: PlainDate | null;
  /** What was paid of the amount and when; null where nobody knows of payments. */
  readonly payments: readonly { readonly on: PlainDate; readonly cents: number }[] | null;
  /** The credit that this one takes back, in whole or in part; its amount is negative. */
  readonly reverses: string | null;
  /**
   * The component whose level it changes, such as a retention, by its `creditCents` in millionths; it
   * counts for no other one.
   */
  readonly levelOf?: string;
  /** The person's part of the customer that the deal is, in hundredths; as of its money unless given. */
  readonly customers?: Measured;
  /**
   * Whether it is of what somebody else is paid, which counts for components that measure commission
   * and for no other; where nobody says, it may count for either.
   */
  readonly isCommission?: boolean;
}

/** The deal that a credit is of; one that names none is a deal by itself. */
export const dealOf = ({ opportunityId, creditId }: Credit): string => opportunityId ?? creditId;

/** Whether a component that credits some roles counts a credit, as far as these go. */
export const isCreditedFor = ({ role }: Credit, roles: readonly CreditRole[]): boolean =>
  role === null || roles.includes(role);

/**
 * The one order in which credits are taken, whatever order they come in: by date, what is sold
 * before what is taken back, opportunity, line, product, type, amount, credit and person.
 */
export function inOrder(credits: readonly Credit[]): Credit[] {
  return [...credits].sort(
    (a, b) =>
      compare(a.date, b.date) ||
      Number(a.reverses !== null) - Number(b.reverses !== null) ||
      compare(a.opportunityId ?? "", b.opportunityId ?? "") ||
      compare(a.lineId ?? "", b.lineId ?? "") ||
      compare(a.product ?? "", b.product ?? "") ||
      compare(a.type ?? "", b.type ?? "") ||
      a.amountCents - b.amountCents ||
      compare(a.creditId, b.creditId) ||
      compare(a.repId, b.repId),
  );
}

/** By code units: the same on every machine. */
const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
