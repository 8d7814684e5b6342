import * as Plot from "npm:@observablehq/plot";
import { drawing, ink } from "./plotting.js";

/** An entity on a metric's axis. */
export interface Dot {
  readonly value: number;
  readonly name: string;
  readonly tip: string;
  readonly isFocus: boolean;
}

interface Named {
  readonly label: string;
  readonly read: (value: number) => string;
  readonly ticks: number;
}

/** A row each for a few, from zero: its name before its line and its value behind its dot. */
export function namedDots(
  dots: readonly Dot[],
  { label, read, ticks }: Named,
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
    x: { label, tickFormat: read, ticks, grid: true, nice: true, zero: true },
    y: { label: null, tickSize: 0, domain: sorted.map(({ name }) => name) },
    marks: [
      Plot.ruleX([0], { stroke: ink.muted }),
      Plot.ruleY(sorted, { y: "name", x1: 0, x2: "value", stroke: ink.before, strokeWidth: 2 }),
      Plot.dot(sorted, {
        ...place,
        r: 5.5,
        fill: (dot: Dot) => (dot.isFocus ? ink.target : ink.now),
        title: "tip",
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
