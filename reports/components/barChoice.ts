import { formatMoney, formatPlural } from "../src/format.js";
import { choice } from "./choice.js";
import type { Money } from "./quarterChart.js";
import type { BarWords, WaterfallBar } from "./waterfallSteps.js";

/** What bars are called, and the choice among them. */
export interface BarNaming {
  readonly words: BarWords;
  readonly label?: string;
}

/** The bars that something is behind, chosen the one whose deals changed most; `choose` presses one. */
export function barChoice(
  bars: readonly WaterfallBar[],
  { words, label = "Deals behind" }: BarNaming,
  { currency_digits }: Money,
) {
  const isEnd = (bar: WaterfallBar) => bar === bars[0] || bar === bars.at(-1);
  const filled = bars.filter((bar) => (bar.count === null ? !isEnd(bar) : bar.count > 0));
  const options = filled.map(({ bar, cents, count }) => {
    const deals = count === null ? "" : ` (${formatPlural(count, "deal")})`;
    const amount = formatMoney(cents, currency_digits);
    return { value: bar, label: `${words[bar]?.label ?? bar}: ${amount}${deals}` };
  });
  const changes = filled.filter((bar) => !isEnd(bar));
  const byDeals = changes.filter(({ count }) => count !== null);
  const largest = [...byDeals].sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents))[0];
  const field = choice(label, options, largest?.bar);
  field.hidden = options.length === 0;
  const list = field.querySelector("select");
  const choose = (bar: string) => {
    if (!list || options.every(({ value }) => value !== bar)) return;
    list.value = bar;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return Object.assign(field, { choose });
}
