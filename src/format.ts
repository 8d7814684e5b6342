/** How a reader sees numbers, dates and periods. Runs in the batch and in the browser. */

/** Units of a figure, as the metrics have them. */
export type Unit =
  | "money"
  | "money_per_day"
  | "ratio"
  | "multiple"
  | "days"
  | "months"
  | "count"
  | "number"
  | "points"
  | "deals_per_month";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const scales: readonly (readonly [number, string])[] = [
  [1, ""],
  [1e3, " k"],
  [1e6, " M"],
  [1e9, " bn"],
];

/** Groups of three: `1,204`. Rounds half away from zero. */
export function formatCount(count: number): string {
  const digits = String(Math.round(Math.abs(count)));
  const grouped = digits.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return count < 0 && digits !== "0" ? `−${grouped}` : grouped;
}

/** `1,204 deals`, `1 deal`. */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${Math.abs(count) === 1 ? one : many}`;
}

/** A large number in the reader's scale: `18.2 M`, `842 k`, `1.2 bn`, `960`. */
export function formatScaled(value: number): string {
  const size = Math.abs(value);
  const scale = scales.findLast(([from]) => size >= from * 0.99995) ?? ([1, ""] as const);
  const [divisor, suffix] = scale;
  if (divisor === 1) return formatCount(value);
  const scaled = size / divisor;
  const text = scaled >= 99.95 ? formatCount(scaled) : scaled.toFixed(1);
  return `${value < 0 ? "−" : ""}${text}${suffix}`;
}

/**
 * Money in the reader's scale, without its currency, which a page states once.
 *
 * @param cents whole minor units
 * @param digits decimals of the currency's major unit
 */
export function formatMoney(cents: number, digits: number): string {
  return formatScaled(cents / 10 ** digits);
}

/**
 * Money to the last minor unit: `5,607.10`.
 *
 * @param cents whole minor units
 * @param digits decimals of the currency's major unit
 */
export function formatExactMoney(cents: number, digits: number): string {
  const [whole = "0", rest] = (Math.abs(cents) / 10 ** digits).toFixed(digits).split(".");
  const amount = formatCount(Number(whole)) + (rest === undefined ? "" : `.${rest}`);
  return cents < 0 ? `−${amount}` : amount;
}

/** A fraction as a percentage: `43 %`, `4.2 %` under ten, `<0.1 %` when tiny; `99.7 %` short of all. */
export function formatRate(rate: number): string {
  const percent = Math.abs(rate * 100);
  const sign = rate < 0 ? "−" : "";
  if (percent === 0) return "0 %";
  if (percent < 0.1) return `${sign}<0.1 %`;
  if (percent < 9.95) return `${sign}${trimZero(percent.toFixed(1))} %`;
  if (percent >= 99.5 && percent < 100) return `${sign}${shortOfAll(percent).toFixed(1)} %`;
  return `${sign}${formatCount(percent)} %`;
}

/** A fraction to a tenth of a percent, where small steps matter: `39.3 %`. */
export function formatFineRate(rate: number): string {
  const percent = shortOfAll(Math.abs(rate * 100)).toFixed(1);
  return `${rate < 0 && percent !== "0.0" ? "−" : ""}${percent} %`;
}

/** What is short of 100 is never rounded up to it: a quota all but reached isn't reached. */
const shortOfAll = (percent: number) => (percent < 100 ? Math.min(percent, 99.9) : percent);

/** A probability, never a certainty: `95 %`, `over 99 %`, `under 1 %`. */
export function formatChance(chance: number): string {
  if (chance > 0.99) return "over 99 %";
  return chance < 0.01 ? "under 1 %" : `${Math.round(chance * 100)} %`;
}

/** A multiple beyond this says no more than that it is large: what it is divided by is all but nothing. */
const largestMultiple = 20;

/** `2.4×`: a multiple, such as pipeline coverage; `0.06×` under a tenth, `> 20×` beyond 20. */
export function formatMultiple(ratio: number): string {
  if (ratio > largestMultiple) return `> ${largestMultiple}×`;
  const size = Math.abs(ratio);
  return `${ratio < 0 ? "−" : ""}${size.toFixed(size > 0 && size < 0.095 ? 2 : 1)}×`;
}

/** `31 Jul 2026`, from `2026-07-31`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  return `${day} ${monthName(month)} ${year}`;
}

/** `Jul 2026`, from any date of the month. */
export function formatMonth(date: string): string {
  const [year, month] = date.split("-").map(Number);
  return `${monthName(month)} ${year}`;
}

/** A period as a reader says it: `Jul 2026`, `FY27 Q2`, `FY27`; from the label of `fiscal_period`. */
export function formatPeriod(label: string): string {
  return /^\d{4}-\d{2}$/.test(label) ? formatMonth(`${label}-01`) : label.replace("-", " ");
}

/** A value of a metric in its unit; a missing one is a dash. */
export function formatValue(value: number | null | undefined, unit: Unit, digits: number): string {
  if (value === null || value === undefined) return "–";
  return formatters[unit](value, digits);
}

const formatters: Readonly<Record<Unit, (value: number, digits: number) => string>> = {
  money: formatMoney,
  money_per_day: (value, digits) => `${formatMoney(value, digits)} a day`,
  ratio: formatRate,
  days: (value) => formatPlural(Math.round(value), "day"),
  months: (value) => `${value.toFixed(1)} months`,
  count: formatCount,
  number: (value) => value.toFixed(1).replace("-", "−"),
  points: (value) => value.toFixed(0).replace("-", "−"),
  deals_per_month: (value) => `${value.toFixed(1)} a month`,
  multiple: formatMultiple,
};

/**
 * A change as a reader sees it: `+4 %`; of a rate in its own points, `−1.2 pts`; of a multiple
 * `+0.3×`. From nothing there is no share: `from 0`.
 */
export function formatChange(value: number, before: number, unit: Unit): string {
  const difference = value - before;
  if (difference === 0) return "unchanged";
  const sign = difference < 0 ? "−" : "+";
  if (unit === "ratio") return `${sign}${Math.abs(difference * 100).toFixed(1)} pts`;
  if (unit === "points") return `${sign}${Math.abs(difference).toFixed(0)} pts`;
  if (unit === "multiple" && Math.abs(difference) > largestMultiple)
    return `${difference > 0 ? "> +" : "< −"}${largestMultiple}×`;
  if (unit === "multiple") return `${sign}${Math.abs(difference).toFixed(1)}×`;
  return before === 0 ? "from 0" : `${sign}${formatRate(Math.abs(difference / before))}`;
}

const trimZero = (text: string) => text.replace(/\.0$/, "");

const monthName = (month: number | undefined) => months[(month ?? Number.NaN) - 1] ?? "?";
