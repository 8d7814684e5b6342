/**
 * A rate as a percentage, exact where few digits are, else with those that a base times it needs to come
 * out at the same minor unit: `5.0 %`, `7.292272 %`.
 */
export function formatExactRate(rate: number, baseCents: number): string {
  const percent = Math.abs(rate * 100);
  const missBy = (digits: number) => Math.abs(Number(percent.toFixed(digits)) - percent);
  const few = [1, 2, 3, 4].find((digits) => missBy(digits) < 1e-9);
  const enough = [6, 7, 8].find((digits) => Math.abs(baseCents) * missBy(digits) < 100 * 0.4);
  return `${rate < 0 ? "−" : ""}${percent.toFixed(few ?? enough ?? 9)} %`;
}

/** The shortest percentage by which a base comes to an amount, both in minor units. */
export function formatEffectiveRate(amountCents: number, baseCents: number): string {
  const percent = (100 * amountCents) / baseCents;
  const isEnough = (digits: number) =>
    Math.round(Math.abs((baseCents * Number(percent.toFixed(digits))) / 100)) ===
    Math.abs(amountCents);
  const digits = [1, 2, 3, 4, 5, 6, 7, 8].find(isEnough) ?? 9;
  return `${percent.toFixed(digits).replace("-", "−")} %`;
}
