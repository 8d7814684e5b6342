import type { PlainDate } from "../calendar.ts";
import type { Version } from "./state.ts";

/** A span of dates at one rate, as in the table `currency_rate`: `valid_to` is the next one's first day. */
export interface Rate {
  readonly currency: string;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate;
  readonly per_company_currency: number;
  /** Decimals of the currency's major unit. */
  readonly digits: number;
}

/** A version's amount on a day in whole minor units of the company's currency; null when unknown. */
export type Valuation = (version: Version, on: PlainDate) => number | null;

/** Values amounts by dated rates, to the cent as the SQL reader `company_cents` does. */
export function valuationBy(rates: readonly Rate[], companyDigits: number): Valuation {
  const byCurrency = new Map<string, Rate[]>();
  for (const rate of rates) {
    byCurrency.set(rate.currency, [...(byCurrency.get(rate.currency) ?? []), rate]);
  }
  return ({ amount_minor, currency }, on) => {
    if (amount_minor === null || currency === null) return null;
    const dated = byCurrency.get(currency);
    const rate = dated?.find(({ valid_from, valid_to }) => valid_from <= on && on < valid_to);
    return rate === undefined ? null : companyCents(amount_minor, rate, companyDigits);
  };
}

/** Minor units of one currency as whole minor units of the company's, half away from zero. */
export function companyCents(
  minor: number,
  { per_company_currency, digits }: Pick<Rate, "per_company_currency" | "digits">,
  companyDigits: number,
): number {
  if (per_company_currency !== 1) {
    return rounded((minor / 10 ** digits / per_company_currency) * 10 ** companyDigits);
  }
  // at par only the decimal point moves
  const shift = companyDigits - digits;
  return shift >= 0 ? minor * 10 ** shift : rounded(minor / 10 ** -shift);
}

function rounded(value: number): number {
  const size = Math.round(Math.abs(value));
  return value < 0 && size !== 0 ? -size : size;
}
