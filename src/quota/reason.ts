import { formatMoney, formatPlural } from "../format.ts";
import type { Production } from "./production.ts";
import { type RepHistory, recentMonths } from "./window.ts";

/**
 * Why a quota is what it is, in one sentence: "expects 1.0 M a year, given 38 accounts and 4.1
 * years of tenure; bookings of the last 12 months 0.9 M".
 *
 * @param production null when the target was split evenly for want of history
 */
export function reason(
  rep: RepHistory,
  production: Production | null,
  currencyDigits: number,
): string {
  const months = recentMonths(rep, rep.monthly.length);
  const booked = months.reduce((a, b) => a + b, 0);
  const money = (cents: number) => formatMoney(cents, currencyDigits);
  const past =
    months.length === 0
      ? "nothing booked yet"
      : `bookings of the last ${formatPlural(months.length, "month")} ${money(booked)}`;
  if (!production) return `even split: too little history for a regression; ${past}`;
  const grounds = [
    rep.patch === null ? null : formatPlural(rep.patch.accounts, "account"),
    rep.hired === null ? null : tenure((rep.monthly.length - rep.hired) / 12),
  ].filter((ground) => ground !== null);
  const given = grounds.length === 0 ? "" : `, given ${grounds.join(" and ")}`;
  const stand = months.length === 0 ? ", as the average of the role" : "";
  return `expects ${money(production.mean)} a year${given}; ${past}${stand}`;
}

const tenure = (years: number) => `${Math.max(0, years).toFixed(1)} years of tenure`;
