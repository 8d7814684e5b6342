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
