import { addMonths, type PlainDate } from "../../calendar.ts";
import { grouped } from "../../statistics/grouped.ts";
import type { Credit, CreditRole } from "../credit/credit.ts";

/** A deal as a person has them. */
export interface TypicalDeal {
  readonly amountCents: number;
  readonly type: string | null;
  readonly product: string | null;
  readonly role: CreditRole | null;
  /** How many deals it is the middle of. */
  readonly deals: number;
}

/** For as many months back deals tell what is typical. */
const months = 12;

/**
 * The median of what a person was credited with by deal in the last twelve months, of the kind of deal
 * and product that were most frequent; what was taken back, and levels that are no deals, left out. Null where there was none.
 */
export function typicalDeal(credits: readonly Credit[], asOf: PlainDate): TypicalDeal | null {
  const from = addMonths(asOf, -months);
  const recent = credits.filter(
    ({ date, reverses, levelOf }) =>
      reverses === null && levelOf === undefined && date > from && date <= asOf,
  );
  const deals = [...grouped(recent, ({ opportunityId, creditId }) => opportunityId ?? creditId)];
  const heads = deals.flatMap(([, [head]]) => head ?? []);
  if (heads.length === 0) return null;
  const type = mostFrequent(heads.map((head) => head.type));
  const own = deals.filter(([, [head]]) => head?.type === type).map(([, parts]) => parts);
  return {
    amountCents: median(own.map((parts) => parts.reduce((sum, one) => sum + one.amountCents, 0))),
    type,
    product: mostFrequent(own.flatMap((parts) => parts.map(({ product }) => product))),
    role: mostFrequent(own.flatMap(([head]) => (head ? [head.role] : []))),
    deals: own.length,
  };
}

/** Of those that are as frequent, the one that sorts first. */
function mostFrequent<Value extends string>(values: readonly (Value | null)[]): Value | null {
  const counts = [...grouped(values, (value) => value)];
  counts.sort(
    ([a, one], [b, other]) => other.length - one.length || ((a ?? "") < (b ?? "") ? -1 : 1),
  );
  return counts[0]?.[0] ?? null;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  return Math.round((low + high) / 2);
}
