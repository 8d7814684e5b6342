import { formatMoney, formatPlural } from "../src/format.js";
import type { ListedBar } from "../src/opportunity/listing.js";
import { ink, pale } from "./plotting.js";
import type { Money } from "./quarterChart.js";

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
  readonly count: number;
  readonly tip: string;
}

/** Terms that nothing happened in are left out; the ends never are. */
const isShown = ({ bar, count }: ListedBar) => count > 0 || isEndBar(bar);

const isEndBar = (bar: string) => bar === "opening" || bar === "closing";

/** The rows of a waterfall, each bar beginning where the one before ended. */
export function stepsOf(bars: readonly ListedBar[], words: BarWords, money: Money): Step[] {
  const scale = 10 ** money.currency_digits;
  let level = 0;
  return bars.filter(isShown).map(({ bar, cents, count, count_without_amount }) => {
    const isEnd = isEndBar(bar);
    const [start, end] = isEnd ? [0, cents] : [level, level + cents];
    level = end;
    const label = words[bar]?.label ?? bar;
    const sign = !isEnd && cents > 0 ? "+" : "";
    const amount = `${sign}${formatMoney(cents, money.currency_digits)}`;
    const without = count_without_amount === 0 ? "" : `, ${count_without_amount} without an amount`;
    const tip = `${label}: ${amount}\n${formatPlural(count, "deal")}${without}\n${words[bar]?.meaning ?? ""}`;
    return {
      bar,
      label,
      start: start / scale,
      end: end / scale,
      isEnd,
      amount,
      count,
      tip,
      fill: colour(bar, cents),
    };
  });
}

/** Colours of bars by what they do, for the chart and its key. */
export const barInks = { kept: ink.now, added: pale(ink.now, 0.55), gone: ink.target } as const;

function colour(bar: string, cents: number): string {
  if (isEndBar(bar) || bar === "won") return barInks.kept;
  return cents < 0 ? barInks.gone : barInks.added;
}
