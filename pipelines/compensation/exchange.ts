import Fraction from "fraction.js";
import type { PlainDate } from "../../src/calendar.ts";
import { exchangeRate } from "../../src/compensation/credit/exchange.ts";
import { exact, one } from "../../src/compensation/exact.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { InputError } from "../../src/errors.ts";
import { currencyDigits } from "../../src/money.ts";
import type { PlanFile } from "./plans.ts";
import type { RateRow } from "./rows.ts";

/** What a minor unit of a currency is worth on a day, in minor units of a plan's. */
export type Exchange = (currency: string, on: PlainDate) => Fraction;

/**
 * The rates of a plan: its own `exchange_rates` first, then those of the workspace, over the company's
 * currency.
 *
 * @throws InputError, when asked, for a currency that neither has a rate for on the day
 */
export function exchangeOf({ terms, placeOf }: PlanFile, rates: readonly RateRow[]): Exchange {
  return (currency, on) => {
    if (currency === terms.currency) return one;
    const rate = exchangeRate(terms, currency, on) ?? overCompany(terms, rates, currency, on);
    if (rate !== null) return rate.mul(inUnits(terms.currency)).div(inUnits(currency));
    const isRated = rates.some((row) => row.currency === terms.currency);
    const missing = isRated ? currency : terms.currency;
    throw new InputError(`currency without a rate: ${missing} on ${on}`, {
      ...placeOf([isRated ? "exchange_rates" : "currency"]),
      remedy: `Give it in plans/rates.csv, or what one ${currency} is worth under exchange_rates of the plan.`,
    });
  };
}

/** Whether a plan takes amounts as the company has them. */
export const isInCompanyCurrency = (
  { currency, exchangeRates }: PlanTerms,
  company: string,
): boolean => currency === company && exchangeRates.size === 0;

const inUnits = (currency: string) => new Fraction(10 ** currencyDigits(currency));

/** Major units of the plan's currency for one of another; rates say how many one of the company's buys. */
function overCompany(
  { currency }: PlanTerms,
  rates: readonly RateRow[],
  from: string,
  on: PlainDate,
): Fraction | null {
  const perCompany = (code: string) =>
    rates.find((row) => row.currency === code && row.valid_from <= on && on < row.valid_to);
  const [own, other] = [perCompany(currency), perCompany(from)];
  if (own === undefined || other === undefined) return null;
  return exact(own.per_company_currency).div(exact(other.per_company_currency));
}
