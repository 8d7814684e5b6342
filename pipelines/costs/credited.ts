import type { CreditRole } from "../../src/compensation/credit/credit.ts";
import { conditionsOf } from "../../src/compensation/plan/conditions-of.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import type { CreditedPart } from "../../src/scenario/pay/base.ts";
import { grouped } from "../../src/statistics/grouped.ts";

/** A row of `commission_credit`. */
export interface CreditRow {
  readonly credit_id: string;
  readonly rep_id: string;
  readonly role: CreditRole;
  readonly deal_type: string | null;
  readonly product: string | null;
  readonly amount_cents: number;
  readonly credit_cents: number;
  readonly deal_cents: number;
  readonly units_amount: number | null;
  readonly units_credit: number | null;
}

/**
 * What a plan's people were credited with for each minor unit that was booked by whom they follow, in
 * parts that the plan may treat otherwise: by role, type, product and between the sizes it asks for.
 *
 * @param booked minor units
 */
export function creditedParts(
  plan: PlanTerms,
  rows: readonly CreditRow[],
  booked: number,
): CreditedPart[] {
  if (booked <= 0) return [];
  const bounds = sizesAskedFor(plan);
  const bandOf = (cents: number) => bounds.filter((bound) => cents >= bound).length;
  const keyOf = ({ role, deal_type, product, deal_cents }: CreditRow) =>
    JSON.stringify([role, deal_type, product, bandOf(deal_cents)]);
  return [...grouped(rows, keyOf).values()].map((own) => partOf(own, booked));
}

function partOf(rows: readonly CreditRow[], booked: number): CreditedPart {
  const [{ role, deal_type, product }] = rows as readonly [CreditRow];
  const sum = (of: (row: CreditRow) => number | null) =>
    rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  const isCounted = rows.some(({ units_amount }) => units_amount !== null);
  return {
    role,
    type: deal_type,
    product,
    dealCents: Math.round(sum((row) => row.deal_cents) / rows.length),
    amount: sum((row) => row.amount_cents) / booked,
    credit: sum((row) => row.credit_cents) / booked,
    units: isCounted
      ? {
          amount: sum((row) => row.units_amount) / booked,
          credit: sum((row) => row.units_credit) / booked,
        }
      : null,
  };
}

/** From which sizes of deals on a plan may treat them otherwise, in minor units. */
function sizesAskedFor({ components }: PlanTerms): number[] {
  const conditions = components.flatMap(conditionsOf);
  return conditions.flatMap(({ minCents, maxCents }) => [
    ...(minCents === null ? [] : [minCents]),
    ...(maxCents === null ? [] : [maxCents + 1]),
  ]);
}
