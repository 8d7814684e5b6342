import * as Plot from "npm:@observablehq/plot";
import { drawing, ink } from "./plotting.js";
import type { ScoredMetric } from "./scorecard.js";

/** An entity on a metric's axis. */
export interface Dot {
  readonly value: number;
  readonly name: string;
  readonly label: string;
  readonly isFocus: boolean;
}

interface Named {
  readonly metric: ScoredMetric;
  readonly read: (value: number) => string;
  readonly ticks: number;
}

/** A row each for a few, its name before its dot and its value behind it. */
export function namedDots(
  dots: readonly Dot[],
  { metric, read, ticks }: Named,
  width: number,
): Element {
  const sorted = [...dots].sort((a, b) => b.value - a.value);
  const place = { x: "value", y: "name" } as const;
  return drawing(width, {
    height: 72 + sorted.length * 28,
    marginLeft: width < 520 ? 120 : 160,
    marginRight: 70,
    marginTop: 8,
    marginBottom: 40,
    x: { label: metric.label, tickFormat: read, ticks, grid: true, nice: true },
    y: { label: null, tickSize: 0, domain: sorted.map(({ name }) => name) },
    marks: [
      Plot.dot(sorted, {
        ...place,
        r: 5.5,
        fill: (dot: Dot) => (dot.isFocus ? ink.target : ink.now),
        title: "label",
        tip: true,
      }),
      Plot.text(sorted, {
        ...place,
        text: (dot: Dot) => read(dot.value),
        textAnchor: "start",
        dx: 10,
        fill: ink.text,
      }),
    ],
  });
}
