/** A number without any rounding: a whole over a whole above 0, in lowest terms. */
export interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

/** A number is read as the decimal that it prints as: 0.1 is one tenth. */
export type Figure = Ratio | number;

export function ratio(over: bigint, under: bigint): Ratio {
  if (under === 0n) throw new RangeError("division by zero");
  const shared = divisor(over < 0n ? -over : over, under < 0n ? -under : under);
  const sign = under < 0n ? -1n : 1n;
  return { over: (sign * over) / shared, under: (sign * under) / shared };
}

function divisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export function exactly(figure: Figure): Ratio {
  if (typeof figure !== "number") return figure;
  if (Number.isSafeInteger(figure)) return { over: BigInt(figure), under: 1n };
  const [digits = "", power = "0"] = String(figure).split("e");
  const [whole = "", decimals = ""] = digits.split(".");
  const places = Number(power) - decimals.length;
  const over = BigInt(whole + decimals);
  return places < 0 ? ratio(over, 10n ** BigInt(-places)) : ratio(over * 10n ** BigInt(places), 1n);
}

export const zero = exactly(0);
export const one = exactly(1);

export function plus(a: Figure, b: Figure): Ratio {
  const [x, y] = [exactly(a), exactly(b)];
  return ratio(x.over * y.under + y.over * x.under, x.under * y.under);
}

export function times(a: Figure, b: Figure): Ratio {
  const [x, y] = [exactly(a), exactly(b)];
  return ratio(x.over * y.over, x.under * y.under);
}

export const minus = (a: Figure, b: Figure): Ratio => plus(a, times(-1, b));

/** @throws RangeError where it is divided by 0 */
export function quotient(a: Figure, b: Figure): Ratio {
  const [x, y] = [exactly(a), exactly(b)];
  return ratio(x.over * y.under, x.under * y.over);
}

/** Below 0 where a is less than b, above where it is more. */
export const compare = (a: Figure, b: Figure): number => sign(minus(a, b));
export const sign = ({ over }: Ratio): number => (over < 0n ? -1 : over > 0n ? 1 : 0);
export const least = (a: Ratio, b: Ratio): Ratio => (compare(a, b) <= 0 ? a : b);
export const most = (a: Ratio, b: Ratio): Ratio => (compare(a, b) >= 0 ? a : b);
export const total = (all: readonly Figure[]): Ratio => all.reduce<Ratio>(plus, zero);

export function floor({ over, under }: Ratio): bigint {
  const cut = over / under;
  return over < cut * under ? cut - 1n : cut;
}

/** The nearest whole number, half away from 0. */
export function round(figure: Figure): number {
  const { over, under } = exactly(figure);
  const size = over < 0n ? -over : over;
  const whole = Number((2n * size + under) / (2n * under));
  return over < 0n && whole > 0 ? -whole : whole;
}
