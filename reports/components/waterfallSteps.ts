import { formatMoney, formatPlural } from "../src/format.js";
import { ink, pale } from "./plotting.js";
import type { Money } from "./quarterChart.js";

/** A level at either end, or what one thing added to it or took. The first and the last are the ends. */
export interface WaterfallBar {
  readonly bar: string;
  readonly cents: number;
  /** Null where no deals are behind it. */
  readonly count: number | null;
  readonly count_without_amount?: number;
}

/** How bars read: their names and what each means. */
export type BarWords = Readonly<
  Record<string, { readonly label: string; readonly meaning: string }>
>;

/** A row of the chart: where its bar begins and ends in major units, and how it reads. */
export interface Step {
  readonly bar: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly fill: string;
  readonly isEnd: boolean;
  readonly amount: string;
  readonly count: number | null;
  readonly tip: string;
}

export interface StepOptions {
  readonly words: BarWords;
  readonly money: Money;
  /** Terms in the colour of the ends. */
  readonly kept?: readonly string[];
}

/** The rows of a waterfall, each bar beginning where the one before ended; terms without deals are left out. */
export function stepsOf(
  bars: readonly WaterfallBar[],
  { words, money, kept = [] }: StepOptions,
): Step[] {
  const scale = 10 ** money.currency_digits;
  const isEndAt = (index: number) => index === 0 || index === bars.length - 1;
  let level = 0;
  return bars.flatMap((row, index) => {
    const { bar, cents, count } = row;
    const isEnd = isEndAt(index);
    if (count === 0 && !isEnd) return [];
    const [start, end] = isEnd ? [0, cents] : [level, level + cents];
    level = end;
    const label = words[bar]?.label ?? bar;
    const amount = `${!isEnd && cents > 0 ? "+" : ""}${formatMoney(cents, money.currency_digits)}`;
    const lines = [`${label}: ${amount}`, dealsOf(row), words[bar]?.meaning ?? ""];
    return [
      {
        bar,
        label,
        start: start / scale,
        end: end / scale,
        isEnd,
        amount,
        count,
        tip: lines.filter((line) => line !== "").join("\n"),
        fill: isEnd || kept.includes(bar) ? barInks.kept : colour(cents),
      },
    ];
  });
}

function dealsOf({ count, count_without_amount = 0 }: WaterfallBar): string {
  if (count === null) return "";
  const without = count_without_amount === 0 ? "" : `, ${count_without_amount} without an amount`;
  return `${formatPlural(count, "deal")}${without}`;
}

/** Colours of bars by what they do, for the chart and its key. */
export const barInks = { kept: ink.now, added: pale(ink.now, 0.55), gone: ink.target } as const;

const colour = (cents: number) => (cents < 0 ? barInks.gone : barInks.added);
