import { addDays, type PlainDate } from "../../calendar.ts";
import type { Credit } from "../credit/credit.ts";
import { isCount } from "../credit/measure.ts";
import { endOfTime } from "../dates.ts";
import type { ComponentTerms, PlanTerms } from "../plan/terms.ts";
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
  /** Credits of a month: one, or its deals over the days that the plan holds. */
  readonly cut: Cut | null;
}

/** How a month's credit is cut where rules look at single deals or at days. */
export interface Cut {
  /** Whether every month is cut into its deals. */
  readonly isOfDeals: boolean;
  /** Where rules begin and end: months in which one does are cut over their days. */
  readonly begins: readonly PlainDate[];
  readonly ends: readonly PlainDate[];
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** A month has no more deals than so many. */
const mostDeals = 40;
/** Days over which deals of a month are spread: every month has them. */
const spreadDays = 28;

/** How credit is to be cut for a plan; null where no rule looks at single deals or at days. */
export function cutOf({ components, effectiveFrom, effectiveUntil }: PlanTerms): Cut | null {
  const isOfDeals = components.some(
    ({ caps, where }) => caps.line !== null || where.first !== null,
  );
  const begins = components.flatMap(({ where }) => where.from ?? []);
  const ends = components.flatMap(({ where }) => where.until ?? []);
  if (!isOfDeals && begins.length + ends.length === 0) return null;
  return { isOfDeals, begins, ends, from: effectiveFrom, until: effectiveUntil ?? endOfTime };
}

/** Into how many credits a month is cut at least; null where one will do, since no rule tells its days apart. */
function leastOf(middle: PlainDate, { isOfDeals, begins, ends }: Cut): number | null {
  if (isOfDeals) return 1;
  const [first, last] = [addDays(middle, -spreadDays / 2), addDays(middle, spreadDays / 2 - 1)];
  const isParted =
    begins.some((day) => first < day && day <= last) ||
    ends.some((day) => first <= day && day < last);
  return isParted ? spreadDays / 2 : null;
}

/** The part of a month's figure up to each of its deals: whole deals and what is left of one. */
function dealsOf(figures: Figures, least: number): number[] {
  const exact = Math.abs(figures.cents) / figures.dealCents;
  // what is left by rounding is no deal of its own
  const whole = Math.ceil(exact - 0.01);
  const isWhole = whole >= least && whole <= mostDeals;
  const count = Math.max(1, Math.min(mostDeals, Math.max(least, whole)));
  return Array.from({ length: count }, (_, k) =>
    k + 1 === count ? 1 : (k + 1) / (isWhole ? exact : count),
  );
}

const dayOf = (middle: PlainDate, part: number, { from, until }: Cut): PlainDate => {
  const day = addDays(middle, Math.floor(part * spreadDays) - spreadDays / 2);
  return day < from ? from : day > until ? until : day;
};

/** Credits whose running sum is rounded as that of quotas is, so that 100 % attain them to the cent. */
export function creditsOf({ repId, total, months, slices, units, cut }: YearInput): Credit[] {
  const lead = slices.filter(({ isLead }) => isLead);
  const leadShare = shareOf(lead.length > 0 ? lead : slices);
  return [true, false].flatMap((isLead) => {
    const own = slices.filter((slice) => slice.isLead === isLead);
    const all = (total * shareOf(own)) / leadShare;
    let told = 0;
    return months.flatMap(({ day, upTo }, month) => {
      const least = cut && leastOf(day, cut);
      const before = months[month - 1]?.upTo ?? 0;
      return own.flatMap((slice, index) => {
        const part = shareOf(own.slice(0, index + 1)) / shareOf(own);
        const sum = Math.round(all * (part === 1 ? upTo : before + (upTo - before) * part));
        const whole = sum - told;
        told = sum;
        const parts = least === null ? [1] : dealsOf(units(whole), least);
        return parts.map((end, deal) => {
          const upToDeal = Math.round(whole * end) - Math.round(whole * (parts[deal - 1] ?? 0));
          const creditId = `${repId}/${isLead}/${month}/${index}/${deal}`;
          const date =
            cut === null || least === null ? day : dayOf(day, (deal + 0.5) / parts.length, cut);
          return credit({ ...slice, creditId, repId, date }, units(upToDeal));
        });
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
