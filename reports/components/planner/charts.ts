import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatRate } from "../../src/format.js";
import { drawing, ink, moneyTick, wrapped } from "../plotting.js";
import type { Money } from "../quarterChart.js";
import type { FairRow, PlannedRow, SpreadRow } from "./planRows.js";
import { signed } from "./summary.js";

/** How many reps are expected at which attainment, before and after. */
export function spreadChart(rows: readonly SpreadRow[], width: number): Element {
  const narrow = width < 520;
  const middle = ({ from, to }: SpreadRow) => (from + to) / 2;
  const reps = (row: SpreadRow) => row.reps;
  const tip = ({ from, reps: count, isBefore }: SpreadRow) =>
    `${count.toFixed(1)} reps at ${from >= 2 ? "200 % and more" : `${formatRate(from)} to ${formatRate(from + 0.1)}`}${isBefore ? ", before" : ""}`;
  const now = rows.filter(({ isBefore }) => !isBefore);
  const before = rows.filter(({ isBefore }) => isBefore);
  return drawing(width, {
    marginBottom: 44,
    marginRight: 16,
    x: {
      label: "attainment of quota",
      domain: [0, 2.1],
      tickFormat: (share: number) => (share >= 2 ? "200 % +" : formatRate(share)),
      ticks: narrow ? 4 : 8,
    },
    y: { label: "reps expected", grid: true, ticks: 5, zero: true },
    marks: [
      Plot.rectY(now, {
        x1: "from",
        x2: "to",
        y: reps,
        fill: ink.now,
        fillOpacity: 0.75,
        insetLeft: 1,
        insetRight: 1,
        title: tip,
        tip: true,
      }),
      Plot.line(before, {
        x: middle,
        y: reps,
        stroke: ink.before,
        strokeWidth: 2.5,
        curve: "monotone-x",
      }),
      Plot.ruleX([1], { stroke: ink.target, strokeWidth: 1.5, strokeDasharray: "6 4" }),
      Plot.ruleY([0], { stroke: ink.muted }),
    ],
  });
}

/** Each rep's odds of attaining, the largest quotas first; before as rings, after as dots. */
export function oddsChart(rows: readonly PlannedRow[], width: number): Element {
  const narrow = width < 520;
  const ordered = rows
    .filter((row) => row.odds !== null)
    .sort((a, b) => (b.quota ?? 0) - (a.quota ?? 0))
    .map((row, place) => ({ ...row, place: place + 1 }));
  const r = ordered.length > 120 || narrow ? 2.5 : 4.5;
  const tip = ({ name, team, odds }: PlannedRow) =>
    `${name}\n${team}\n${formatRate(odds ?? 0)} likely to attain`;
  return drawing(width, {
    marginRight: 16,
    marginBottom: 44,
    x: { label: "reps, the largest quota first", ticks: narrow ? 4 : 8, tickFormat: "d" },
    y: {
      label: "odds of attaining the quota",
      domain: [0, 1],
      tickFormat: formatRate,
      grid: true,
      ticks: 5,
    },
    marks: [
      Plot.dot(
        ordered.filter((row) => row.oddsBefore !== null),
        { x: "place", y: "oddsBefore", stroke: ink.before, strokeWidth: 1.5, r },
      ),
      Plot.dot(ordered, { x: "place", y: "odds", fill: ink.now, r, title: tip, tip: true }),
    ],
  });
}

interface Step {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly isTotal: boolean;
}

/** From all quotas before to all after, team by team. */
export function waterfallChart(
  rows: readonly PlannedRow[],
  names: readonly [before: string, after: string],
  { currency, currency_digits: digits }: Money,
  width: number,
): Element {
  const narrow = width < 520;
  const steps = stepsOf(rows, names);
  const scale = 10 ** digits;
  const colour = ({ isTotal, from, to }: Step) =>
    isTotal ? ink.before : to >= from ? ink.now : ink.target;
  const read = (cents: number) => formatMoney(cents, digits);
  const told = ({ isTotal, from, to }: Step) => (isTotal ? read(to) : signed(to - from, read));
  const ends = steps.flatMap(({ from, to, isTotal }) => (isTotal ? [to] : [from, to]));
  const [low, high] = [Math.min(...ends) / scale, Math.max(...ends) / scale];
  const room = Math.max(high - low, high * 0.04);
  return drawing(width, {
    height: 64 + steps.length * 30,
    marginLeft: narrow ? 116 : 190,
    marginRight: narrow ? 52 : 80,
    marginBottom: 44,
    x: {
      label: `quotas, ${currency}; the axis begins near the smallest sum`,
      domain: [low - room * 0.35, high + room * 0.15],
      tickFormat: moneyTick,
      ticks: narrow ? 3 : 6,
      grid: true,
    },
    y: {
      label: null,
      domain: steps.map(({ name }) => name),
      tickSize: 0,
      tickFormat: (name: string) => wrapped(name, narrow ? 15 : 30),
    },
    marks: [
      Plot.barX(steps, {
        y: "name",
        x1: (step: Step) => (step.isTotal ? low - room * 0.35 : step.from / scale),
        x2: (step: Step) => step.to / scale,
        fill: colour,
        insetTop: 4,
        insetBottom: 4,
        title: (step: Step) => `${step.name}\n${told(step)}`,
        tip: true,
      }),
      Plot.text(steps, {
        y: "name",
        x: (step: Step) => Math.max(step.from, step.to) / scale,
        text: told,
        textAnchor: "start",
        dx: 6,
        fill: ink.text,
      }),
    ],
  });
}

function stepsOf(rows: readonly PlannedRow[], [before, after]: readonly [string, string]): Step[] {
  let sum = rows.reduce((total, row) => total + (row.before ?? 0), 0);
  const steps: Step[] = [{ name: `${before}, all teams`, from: 0, to: sum, isTotal: true }];
  for (const { name, quota, before: was } of rows) {
    const to = sum + (quota ?? 0) - (was ?? 0);
    steps.push({ name, from: sum, to, isTotal: false });
    sum = to;
  }
  return [...steps, { name: `${after}, all teams `, from: 0, to: sum, isTotal: true }];
}

const factors: Readonly<Record<FairRow["factor"], string>> = {
  region: "Region",
  team: "Team",
  role: "Role",
  tenure: "Tenure",
  potential: "Potential",
};

/** Mean odds of reps who are alike, with those of the least and the most likely of them. */
export function groupOddsChart(rows: readonly FairRow[], width: number): Element {
  const narrow = width < 520;
  const name = ({ factor, group }: FairRow) => `${factors[factor]}: ${group}`;
  return drawing(width, {
    height: 76 + rows.length * 24,
    marginLeft: narrow ? 132 : 240,
    marginRight: 24,
    marginBottom: 44,
    x: {
      label: "odds of attaining the quota",
      domain: [0, 1],
      tickFormat: formatRate,
      grid: true,
      ticks: narrow ? 3 : 6,
    },
    y: {
      label: null,
      domain: rows.map(name),
      tickSize: 0,
      tickFormat: (label: string) => wrapped(label, narrow ? 19 : 40),
    },
    marks: [
      Plot.ruleY(rows, {
        y: name,
        x1: "lowest",
        x2: "highest",
        stroke: ink.now,
        strokeWidth: 4,
        strokeOpacity: 0.3,
      }),
      Plot.dot(
        rows.filter(({ before }) => before !== null),
        { y: name, x: "before", stroke: ink.before, strokeWidth: 2, r: 4.5 },
      ),
      Plot.dot(rows, {
        y: name,
        x: "odds",
        fill: ink.now,
        r: 4.5,
        tip: true,
        title: (row: FairRow) =>
          `${name(row)}\n${row.reps} reps\nodds ${formatRate(row.odds)}, from ${formatRate(row.lowest)} to ${formatRate(row.highest)}`,
      }),
    ],
  });
}
