import * as Plot from "npm:@observablehq/plot";
import { type DealReason, oddsWords, reasonSubject } from "../src/narrative/deal-reasons.js";
import { key } from "./key.js";
import { drawing, ink, wrapped } from "./plotting.js";

interface Bar {
  readonly name: string;
  readonly effect: number;
  readonly label: string;
}

export const reasonKey = (): HTMLElement =>
  key([ink.now, "raises the odds"], [ink.target, "lowers them"]);

/** What each reason does to the odds of winning, halved to the left and doubled to the right. */
export function reasonChart(reasons: readonly DealReason[], width: number): Element {
  const narrow = width < 520;
  const bars = reasons.map((reason): Bar => {
    const subject = reasonSubject(reason);
    return {
      name: wrapped(subject, narrow ? 20 : 34),
      effect: reason.effect,
      label: `${subject}:\n${oddsWords(reason.effect)}`,
    };
  });
  const reach = Math.max(2, ...bars.map(({ effect }) => Math.max(effect, 1 / effect)));
  return drawing(width, {
    height: 62 + 40 * bars.length,
    marginLeft: narrow ? 140 : 230,
    marginTop: 8,
    marginRight: 24,
    marginBottom: 40,
    x: {
      type: "log",
      base: 2,
      domain: [1 / reach, reach],
      label: "odds of winning beside the average open deal",
      tickFormat: timesTick,
      ticks: ticksWithin(reach),
      grid: true,
    },
    y: { domain: bars.map(({ name }) => name), label: null, tickSize: 0 },
    marks: [
      Plot.barX(bars, {
        x1: 1,
        x2: "effect",
        y: "name",
        fill: (bar: Bar) => (bar.effect > 1 ? ink.now : ink.target),
        title: "label",
        tip: true,
        insetTop: 8,
        insetBottom: 8,
      }),
      Plot.ruleX([1], { stroke: ink.muted }),
    ],
  });
}

const timesTick = (times: number) => (times < 1 ? `÷ ${Math.round(1 / times)}` : `× ${times}`);

/** Halves and doubles, or their squares where there would be too many. */
function ticksWithin(reach: number): number[] {
  const step = reach > 8 ? 2 : 1;
  const most = Math.floor(Math.log2(reach) / step);
  return Array.from({ length: 2 * most + 1 }, (_, index) => 2 ** ((index - most) * step));
}
