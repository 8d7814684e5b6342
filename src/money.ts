import { InputError } from "./errors.ts";

/** Minor-unit digits of the ISO 4217 currencies that don't have two (ISO 4217 list one). */
const minorDigits: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** How many decimals a currency's major unit has: 2 for USD, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  return minorDigits[currency] ?? 2;
}

/** The ISO 4217 exceptions as rows, for the warehouse; every other currency has 2 digits. */
export function currencyDigitRows(): { currency: string; digits: number }[] {
  return Object.entries(minorDigits).map(([currency, digits]) => ({ currency, digits }));
}

const amountPattern = /^([+-])?(\d+)(?:\.(\d+))?$/;

/**
 * A decimal amount in major units as whole minor units, half away from zero.
 * Works on the digits, so no binary fraction is ever formed.
 *
 * @throws InputError when the text is no plain decimal number
 */
export function parseMinorUnits(text: string, digits: number): number {
  const match = amountPattern.exec(text.trim());
  if (!match) {
    throw new InputError(`unparsable amount: "${text}"`, {
      remedy: "Write amounts as plain decimals, such as 1234.50.",
    });
  }
  const [, sign, whole = "", fraction = ""] = match;
  const kept = fraction.padEnd(digits, "0").slice(0, digits);
  const magnitude = Number(whole + kept) + (Number(fraction[digits] ?? "0") >= 5 ? 1 : 0);
  return sign === "-" && magnitude !== 0 ? -magnitude : magnitude;
}

/** Whole minor units as a plain decimal in major units, `-12.05`. */
export function formatMinorUnits(minor: number, digits: number): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const cut = text.length - digits;
  const fraction = digits === 0 ? "" : `.${text.slice(cut)}`;
  return `${minor < 0 ? "-" : ""}${text.slice(0, cut)}${fraction}`;
}

/**
 * Splits `total` minor units over `weights` so that the parts are whole and sum to the total
 * exactly: largest remainder (Hamilton), ties to the earlier weight.
 *
 * @param weights non-negative; when all are zero the split is even
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((w) => (sum > 0 ? w / sum : 1 / weights.length));
  const exact = shares.map((share) => Math.abs(total) * share);
  const parts = exact.map(Math.floor);
  const missing = Math.abs(total) - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}
