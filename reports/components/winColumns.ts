import { formatCount, formatMoney, formatMultiple, formatRate } from "../src/format.js";
import { type Column, count, money, rate, text } from "./column.js";
import type { Money } from "./quarterChart.js";
import { adjustedVerdict, type ValueRow, verdict, type YieldRow, yieldVerdict } from "./winRows.js";

/** Win rates by value, and whether they differ; the words `too few` where deals are. */
export const valueColumns = (heading: string, whole: number): Column<ValueRow>[] => [
  text(heading, (row) => row.label),
  count("Decided", (row) => row.won_count + row.lost_count),
  count("Won", (row) => row.won_count),
  rate("Win rate", (row) => row.rate),
  span("95 % range", (row) => [row.lower, row.upper], formatRate),
  words("Wins", (row) => verdict(row, whole)),
  rate("Win rate, adjusted for few deals", (row) => row.pooled),
  rate("Win rate, all else alike", (row) => (row.is_separable ? row.adjusted : null)),
  multiple("Odds ratio to the rest", (row) => (row.is_separable ? row.odds_ratio : null)),
  words("Wins, all else alike", adjustedVerdict),
];

/** How large and how long won deals are, and what the open ones bring a day. */
export function paceColumns(heading: string, { currency_digits }: Money): Column<ValueRow>[] {
  const read = (cents: number) => formatMoney(cents, currency_digits);
  return [
    text(heading, (row) => row.label),
    words("Won", (row) => (row.status === "too_few" ? "too few" : formatCount(row.won_count))),
    money("Mean size", (row) => row.size_cents, currency_digits),
    span("95 % range of size", (row) => [row.size_lower_cents, row.size_upper_cents], read),
    money("Median size", (row) => row.size_median_cents, currency_digits),
    days("Mean cycle, days", (row) => row.cycle_days),
    span("95 % range of cycle", (row) => [row.cycle_lower_days, row.cycle_upper_days], formatCount),
    count("Open", (row) => row.open_count),
    money("Velocity a day", (row) => row.velocity_cents, currency_digits),
  ];
}

/** What was done for deals decided, and how much of it for each one decided and each one won. */
export function effortColumns(heading: string): Column<ValueRow>[] {
  const each = (part: number | null, deals: number) =>
    part === null || deals === 0 ? null : part / deals;
  const told = (row: ValueRow, value: number | null) => (row.status === "too_few" ? null : value);
  const decided = (row: ValueRow) => row.won_count + row.lost_count;
  return [
    text(heading, (row) => row.label),
    count("Decided", decided),
    count("Won", (row) => row.won_count),
    count("Calls", (row) => told(row, row.call_count)),
    count("Emails", (row) => told(row, row.email_count)),
    count("Meetings and webinars", (row) => told(row, row.meeting_count)),
    tenth("Activities per decided deal", (row) =>
      told(row, each(row.activity_count, decided(row))),
    ),
    tenth("Activities on all decided per won deal", (row) =>
      told(row, each(row.activity_count, row.won_count)),
    ),
    tenth("Rep-days per decided deal", (row) => told(row, each(row.rep_days, decided(row)))),
    tenth("Rep-days on all decided per won deal", (row) =>
      told(row, each(row.rep_days, row.won_count)),
    ),
    words("Enough to tell", enough),
  ];
}

/** What effort brought, by value. */
export const yieldColumns = (heading: string, effort: string): Column<YieldRow>[] => [
  text(heading, (row) => row.label),
  rate(`Share of ${effort}`, (row) => row.effort_rate),
  rate("Share of won value", (row) => row.value_rate),
  multiple("Value for its effort", (row) => row.yield),
  span("95 % range", (row) => [row.yield_lower, row.yield_upper], formatMultiple),
  words("Brings", yieldVerdict),
  count("Decided deals", (row) => row.deal_count),
];

/** Whether a value has enough behind it. */
export const enough = (row: { readonly status: string }): string =>
  row.status === "too_few" ? "too few" : "yes";

/** A few words that stay on one line. */
export const words = <Row>(heading: string, value: (row: Row) => string): Column<Row> => ({
  heading,
  value,
  format: (shown: string) => shown.replaceAll(" ", "\u00a0"),
});

const tenth = <Row>(heading: string, value: (row: Row) => number | null): Column<Row> => ({
  heading,
  value,
  isNumber: true,
  format: (figure: number) => figure.toFixed(1),
});

export const days = <Row>(heading: string, value: (row: Row) => number | null): Column<Row> => ({
  heading,
  value,
  isNumber: true,
  format: (figure: number) => formatCount(figure),
});

const multiple = <Row>(heading: string, value: (row: Row) => number | null): Column<Row> => ({
  heading,
  value,
  isNumber: true,
  format: formatMultiple,
});

/** A range as text, `20 % to 24 %`; it sorts by its words alone, so it stands beside its figure. */
export const span = <Row>(
  heading: string,
  ends: (row: Row) => readonly [number | null, number | null],
  read: (end: number) => string,
): Column<Row> => ({
  heading,
  value: (row) => {
    const [lower, upper] = ends(row);
    return lower === null || upper === null ? null : `${read(lower)} to ${read(upper)}`;
  },
  isNumber: true,
  format: (shown: string) => shown.replaceAll(" ", "\u00a0"),
});
