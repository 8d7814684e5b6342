import { formatMoney, formatPlural, formatRate } from "../format.ts";

/** What the odds of a rep rest on; minor units. */
export interface Grounds {
  readonly expected: number;
  readonly accounts: number | null;
  /** What the accounts are expected to buy a year. */
  readonly worth: number | null;
  readonly tenureYears: number | null;
  /** The rep's own ratio to what is expected of such a territory. */
  readonly ratio: number;
  readonly trailing: number | null;
  readonly ramp: number;
  readonly bound: string | null;
}

/**
 * Why a quota is what it is, in a sentence or two: "expects 1.0 M: 38 accounts worth 0.9 M a year,
 * 4.1 years of tenure, 12 % above peers with such accounts; bookings of the last 12 months 0.9 M".
 */
export function reason(grounds: Grounds, currencyDigits: number): string {
  const money = (cents: number) => formatMoney(cents, currencyDigits);
  const { accounts, worth, tenureYears, ratio, ramp, trailing, bound } = grounds;
  const parts = [
    accounts === null || worth === null
      ? "no accounts of its own: as the usual territory of the role"
      : `${formatPlural(accounts, "account")} worth ${money(worth)} a year`,
    tenureYears === null ? null : `${Math.max(0, tenureYears).toFixed(1)} years of tenure`,
    ramp < 0.995 ? `ramping or there for ${formatRate(ramp)} of a full year` : null,
    Math.abs(ratio - 1) < 0.01 ? null : besidePeers(ratio),
  ].filter((part) => part !== null);
  const past = trailing === null ? "" : `; bookings of the last 12 months ${money(trailing)}`;
  const held = bound === null ? "" : `; held by the bound: ${bound}`;
  return `expects ${money(grounds.expected)}: ${parts.join(", ")}${past}${held}`;
}

function besidePeers(ratio: number): string {
  const side = ratio > 1 ? "above" : "below";
  return `${formatRate(Math.abs(ratio - 1))} ${side} peers with such accounts`;
}
