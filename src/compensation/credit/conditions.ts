import type { PlainDate } from "../../calendar.ts";
import type { Credit } from "./credit.ts";

/** Which credits count: all that it says must hold; null where it doesn't ask. */
export interface Conditions {
  readonly types: readonly string[] | null;
  readonly products: readonly string[] | null;
  readonly notProducts: readonly string[] | null;
  /** Of the whole deal, in minor units; inclusive. */
  readonly minCents: number | null;
  readonly maxCents: number | null;
  /** First and last day. */
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  /** Only so many of a person's credits of a period. */
  readonly first: number | null;
}

export const anyCredit: Conditions = {
  types: null,
  products: null,
  notProducts: null,
  minCents: null,
  maxCents: null,
  from: null,
  until: null,
  first: null,
};

/** Whether a credit meets all conditions but `first`, which is for who counts credits. */
export function meets(
  credit: Pick<Credit, "type" | "product" | "dealCents" | "date">,
  where: Conditions,
): boolean {
  if (where === anyCredit) return true;
  const size = Math.abs(credit.dealCents);
  return (
    (where.types === null || isAmong(credit.type, where.types)) &&
    (where.products === null || isAmong(credit.product, where.products)) &&
    (where.notProducts === null || !isAmong(credit.product, where.notProducts)) &&
    (where.minCents === null || size >= where.minCents) &&
    (where.maxCents === null || size <= where.maxCents) &&
    (where.from === null || credit.date >= where.from) &&
    (where.until === null || credit.date <= where.until)
  );
}

/** Whatever the case of names and the blanks about them. */
export const isAmong = (name: string | null, names: readonly string[]) =>
  name !== null && names.some((one) => plain(one) === plain(name));

const plain = (name: string) => name.trim().toLowerCase();
