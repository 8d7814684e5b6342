import type { Credit } from "../credit/credit.ts";
import { isCount } from "../credit/measure.ts";
import type { ComponentTerms } from "../plan/terms.ts";
import type { ModelBasis } from "./basis.ts";
import type { DealSlice } from "./deal-mix.ts";
import type { ModelMonth } from "./model-year.ts";

/** A figure of the leading component as money and as hundredths of units, and the size of its deals. */
export interface Figures {
  readonly cents: number;
  readonly hundredths: number;
  readonly dealCents: number;
}

/** A figure of the leading component in both, by the size of a deal. */
export const unitsOf =
  ({ measure }: ComponentTerms, { dealCents }: ModelBasis) =>
  (figure: number): Figures =>
    isCount(measure)
      ? { cents: Math.round((figure * dealCents) / 100), hundredths: figure, dealCents }
      : { cents: figure, hundredths: Math.round((100 * figure) / dealCents), dealCents };

interface YearInput {
  readonly repId: string;
  /** Of the leading component. */
  readonly total: number;
  readonly months: readonly ModelMonth[];
  readonly slices: readonly DealSlice[];
  readonly units: ReturnType<typeof unitsOf>;
}

/** Credits whose running sum is rounded as that of quotas is, so that 100 % attain them to the cent. */
export function creditsOf({ repId, total, months, slices, units }: YearInput): Credit[] {
  const lead = slices.filter(({ isLead }) => isLead);
  const leadShare = shareOf(lead.length > 0 ? lead : slices);
  return [true, false].flatMap((isLead) => {
    const own = slices.filter((slice) => slice.isLead === isLead);
    const all = (total * shareOf(own)) / leadShare;
    let told = 0;
    return months.flatMap(({ day, upTo }, month) => {
      const before = months[month - 1]?.upTo ?? 0;
      return own.map((slice, index) => {
        const part = shareOf(own.slice(0, index + 1)) / shareOf(own);
        const sum = Math.round(all * (part === 1 ? upTo : before + (upTo - before) * part));
        const figures = units(sum - told);
        told = sum;
        const creditId = `${repId}/${isLead}/${month}/${index}`;
        return credit({ ...slice, creditId, repId, date: day }, figures);
      });
    });
  });
}

const shareOf = (slices: readonly DealSlice[]) => slices.reduce((sum, { share }) => sum + share, 0);

/** A credit that nothing splits and nobody takes back. */
export function credit(
  {
    creditId,
    repId,
    date,
    type,
    product,
  }: Pick<Credit, "creditId" | "repId" | "date" | "type" | "product">,
  { cents, hundredths, dealCents }: Figures,
): Credit {
  return {
    creditId,
    repId,
    date,
    opportunityId: null,
    lineId: null,
    product,
    type,
    role: null,
    amountCents: cents,
    creditCents: cents,
    dealCents,
    margin: { amount: cents, credit: cents },
    quantity: { amount: hundredths, credit: hundredths },
    invoicedOn: null,
    payments: null,
    reverses: null,
  };
}
