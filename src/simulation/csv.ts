const special = /[",\r\n]/;

/** A CSV field: quoted when it holds a quote, a comma or a line break (RFC 4180). */
export function field(text: string): string {
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whole cents as a decimal, without decimals where there are none: `45000`, `45000.50`. */
export function moneyText(cents: number): string {
  const rest = Math.abs(cents) % 100;
  if (rest === 0) return String(cents / 100);
  const whole = Math.trunc(cents / 100);
  const sign = cents < 0 && whole === 0 ? "-" : "";
  return `${sign}${whole}.${rest < 10 ? "0" : ""}${rest}`;
}
