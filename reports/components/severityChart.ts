import * as Plot from "npm:@observablehq/plot";
import { formatCount } from "../src/format.js";
import type { Kind } from "./findings.js";
import { drawing, ink } from "./plotting.js";

const colours: Readonly<Record<string, string>> = {
  refuse: "var(--alert)",
  reject: "var(--alert)",
  warn: ink.target,
  note: ink.before,
};

interface Bar {
  readonly label: string;
  readonly severity: string;
  readonly rows: number;
}

/** How often each kind of finding occurs, worst first; a few rows show beside many. */
export function severityChart(kinds: readonly Kind[], width: number): Element {
  const bars = barsOf(kinds);
  const narrow = width < 520;
  return drawing(width, {
    height: 20 + (narrow ? 36 : 24) * Math.max(bars.length, 1),
    marginLeft: narrow ? 12 : 330,
    marginTop: 8,
    marginBottom: 4,
    marginRight: 48,
    x: { type: "sqrt", label: null, ticks: [], zero: true },
    y: { domain: bars.map(({ label }) => label), label: null, axis: narrow ? null : "left" },
    marks: [
      Plot.barX(bars, {
        x: "rows",
        y: "label",
        fill: (bar: Bar) => colours[bar.severity] ?? ink.before,
        insetTop: narrow ? 17 : 3,
        insetBottom: narrow ? 5 : 3,
        title: (bar: Bar) => `${bar.label}\n${formatCount(bar.rows)}`,
        tip: true,
      }),
      Plot.text(bars, {
        x: "rows",
        y: "label",
        text: (bar: Bar) => formatCount(bar.rows),
        textAnchor: "start",
        dx: 6,
        dy: narrow ? 7 : 0,
        fill: ink.text,
      }),
      ...(narrow ? [labels(bars)] : []),
    ],
  });
}

/** On a phone a bar's name stands over it. */
const labels = (bars: readonly Bar[]) =>
  Plot.text(bars, {
    x: 0,
    y: "label",
    text: "label",
    textAnchor: "start",
    dy: -9,
    fontSize: 11,
    fill: ink.muted,
  });

/** One bar a kind and severity, over all objects. */
function barsOf(kinds: readonly Kind[]): Bar[] {
  const rows = new Map<string, Bar>();
  for (const { meaning, severity, occurrences } of kinds) {
    const key = `${severity} ${meaning}`;
    const before = rows.get(key)?.rows ?? 0;
    rows.set(key, { label: meaning, severity, rows: before + occurrences });
  }
  return [...rows.values()];
}
