import * as Plot from "npm:@observablehq/plot";
import { formatPlural } from "../src/format.js";
import type { ListedBar } from "../src/opportunity/listing.js";
import { drawing, ink, moneyAxis } from "./plotting.js";
import type { Money } from "./quarterChart.js";
import { type BarWords, type Step, stepsOf } from "./waterfallSteps.js";

export interface WaterfallOptions {
  readonly words: BarWords;
  readonly money: Money;
  /** The bar whose deals are shown. */
  readonly chosen: string;
  readonly onChoose: (bar: string) => void;
}

/** From opening to closing, a row a term; a click on a row asks for its deals. */
export function waterfallChart(
  bars: readonly ListedBar[],
  options: WaterfallOptions,
  width: number,
): Element {
  const narrow = width < 520;
  const steps = stepsOf(bars, options.words, options.money);
  const most = Math.max(0, ...steps.flatMap(({ start, end }) => [start, end]));
  const chart = drawing(width, {
    height: 46 + steps.length * 30,
    marginLeft: narrow ? 104 : 120,
    marginRight: narrow ? 64 : 150,
    marginBottom: 8,
    x: { ...moneyAxis(options.money.currency), axis: "top", ticks: narrow ? 3 : 6, nice: false },
    y: { label: null, tickSize: 0, domain: steps.map(({ label }) => label), padding: 0.3 },
    marks: [
      Plot.barX(
        steps.filter(({ bar }) => bar === options.chosen),
        { ...wholeRow, x2: most, fill: "var(--raised)" },
      ),
      Plot.barX(steps, { y: "label", x1: "start", x2: "end", fill: "fill" }),
      ...joints(steps),
      Plot.ruleX([0], { stroke: ink.muted }),
      ...amountMarks(steps, narrow),
      Plot.barX(steps, {
        ...wholeRow,
        x2: most,
        fill: "transparent",
        title: "tip",
        tip: true,
        className: "row",
      }),
    ],
  });
  return clickable(chart, steps, options.onChoose);
}

/** As wide as the chart, and touching the rows above and below. */
const wholeRow = { y: "label", x1: 0, insetTop: -5, insetBottom: -5 } as const;

/** Amounts behind the bars, those of opening and closing in bold. */
function amountMarks(steps: readonly Step[], narrow: boolean) {
  const mark = (shown: readonly Step[], fontWeight: number) =>
    Plot.text(shown, {
      y: "label",
      x: ({ start, end }) => Math.max(start, end),
      text: ({ amount, count }: Step) =>
        narrow ? amount : `${amount} (${formatPlural(count, "deal")})`,
      textAnchor: "start",
      dx: 6,
      fill: ink.text,
      fontWeight,
    });
  const [ends, terms] = [steps.filter(({ isEnd }) => isEnd), steps.filter(({ isEnd }) => !isEnd)];
  return [mark(ends, 600), mark(terms, 400)];
}

/** Thin lines that lead from where one row ends to where the next begins. */
function joints(steps: readonly Step[]) {
  const pairs = steps.slice(0, -1).map((step, index) => ({
    at: step.end,
    upper: step.label,
    lower: steps[index + 1]?.label ?? step.label,
  }));
  return [
    Plot.link(pairs, {
      x1: "at",
      x2: "at",
      y1: "upper",
      y2: "lower",
      stroke: ink.muted,
      strokeOpacity: 0.6,
    }),
  ];
}

function clickable(
  chart: Element,
  steps: readonly Step[],
  onChoose: (bar: string) => void,
): Element {
  for (const [index, row] of [...chart.querySelectorAll(".row rect")].entries()) {
    row.setAttribute("style", "cursor: pointer");
    const bar = steps[index]?.bar;
    if (bar !== undefined) row.addEventListener("click", () => onChoose(bar));
  }
  return chart;
}
