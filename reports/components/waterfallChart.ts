import * as Plot from "npm:@observablehq/plot";
import { formatPlural } from "../src/format.js";
import { drawing, ink, moneyAxis } from "./plotting.js";
import { type Step, type StepOptions, stepsOf, type WaterfallBar } from "./waterfallSteps.js";

export interface WaterfallOptions extends StepOptions {
  /** Draws the ends as lines on an axis that begins where bars do, for parts that are small beside them. */
  readonly isClose?: boolean;
  /** The bar whose deals are shown. */
  readonly chosen: string;
  readonly onChoose: (bar: string) => void;
}

/** From the first end to the last, a row a term; a click on a row asks for what is behind it. */
export function waterfallChart(
  bars: readonly WaterfallBar[],
  options: WaterfallOptions,
  width: number,
): Element {
  const narrow = width < 520;
  const steps = stepsOf(bars, options);
  const domain = domainOf(steps, options.isClose ?? false);
  const whole = { y: "label", x1: domain[0], x2: domain[1], insetTop: -5, insetBottom: -5 };
  const chart = drawing(width, {
    height: 46 + steps.length * 30,
    marginLeft: narrow ? 104 : 120,
    marginRight: narrow ? 64 : 150,
    marginBottom: 8,
    x: {
      ...moneyAxis(options.money.currency),
      axis: "top",
      ticks: narrow ? 3 : 6,
      nice: false,
      zero: false,
      domain,
    },
    y: { label: null, tickSize: 0, domain: steps.map(({ label }) => label), padding: 0.3 },
    marks: [
      Plot.barX(
        steps.filter(({ bar }) => bar === options.chosen),
        { ...whole, fill: "var(--raised)" },
      ),
      ...(options.isClose ? closeMarks(steps) : [stepMark(steps), ruleAtZero]),
      ...joints(steps),
      ...amountMarks(steps, narrow),
      Plot.barX(steps, {
        ...whole,
        fill: "transparent",
        title: "tip",
        tip: true,
        className: "row",
      }),
    ],
  });
  return clickable(chart, steps, options.onChoose);
}

const stepMark = (steps: readonly Step[]) =>
  Plot.barX(steps, { y: "label", x1: "start", x2: "end", fill: "fill" });

const ruleAtZero = Plot.ruleX([0], { stroke: ink.muted });

/** Ends have no length where the axis doesn’t begin at zero. */
const closeMarks = (steps: readonly Step[]) => [
  stepMark(steps.filter(({ isEnd }) => !isEnd)),
  Plot.tickX(
    steps.filter(({ isEnd }) => isEnd),
    { y: "label", x: "end", stroke: "fill", strokeWidth: 4 },
  ),
];

/** From zero, or from below the lowest level that is reached, to the highest. */
function domainOf(steps: readonly Step[], isClose: boolean): [number, number] {
  if (!isClose) {
    const ends = steps.flatMap(({ start, end }) => [start, end]);
    return [Math.min(0, ...ends), Math.max(0, ...ends)];
  }
  const levels = steps.map(({ end }) => end);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const pad = 0.04 * (high - low || Math.abs(high) || 1);
  return [low - pad, high + pad];
}

/** Amounts behind the bars, those of the ends in bold. */
function amountMarks(steps: readonly Step[], narrow: boolean) {
  const mark = (shown: readonly Step[], fontWeight: number) =>
    Plot.text(shown, {
      y: "label",
      x: ({ start, end }) => Math.max(start, end),
      text: ({ amount, count }: Step) =>
        narrow || count === null ? amount : `${amount} (${formatPlural(count, "deal")})`,
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
