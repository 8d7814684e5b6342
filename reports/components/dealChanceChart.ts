import * as Plot from "npm:@observablehq/plot";
import { formatDate, formatPeriod, formatRate } from "../src/format.js";
import type { DealQuarter } from "./dealChoices.js";
import type { ChanceWeek } from "./dealRows.js";
import { key } from "./key.js";
import { day, drawing, ink, pale } from "./plotting.js";

/** What a deal's chances are set against. */
export interface Dates {
  readonly as_of: string;
  readonly quarters: readonly DealQuarter[];
  /** The close date as typed. */
  readonly close_date: string | null;
}

const inks = { won: ink.now, open: pale(ink.now, 0.12), lost: ink.before } as const;

export const chanceKey = (): HTMLElement =>
  key([inks.won, "won"], [inks.open, "still open"], [inks.lost, "lost"]);

/** The chances of a deal to have been won, to have been lost or to be open still, week by week. */
export function dealChanceChart(
  weeks: readonly ChanceWeek[],
  { as_of, quarters, close_date }: Dates,
  width: number,
): Element {
  const points = [{ week_end: as_of, won_rate: 0, lost_rate: 0 }, ...weeks];
  const last = points.at(-1);
  const x = (week: ChanceWeek) => day(week.week_end);
  const isWithin =
    close_date !== null && close_date >= as_of && close_date <= (last?.week_end ?? "");
  return drawing(width, {
    height: width < 520 ? 260 : 300,
    marginRight: 84,
    x: { type: "utc", label: null, ticks: width < 520 ? 3 : 6 },
    y: { domain: [0, 1], label: null, tickFormat: formatRate, ticks: 5 },
    marks: [
      Plot.areaY(points, { x, y1: 0, y2: 1, fill: inks.open }),
      Plot.areaY(points, { x, y1: 0, y2: "won_rate", fill: inks.won }),
      Plot.areaY(points, {
        x,
        y1: (week: ChanceWeek) => 1 - week.lost_rate,
        y2: 1,
        fill: inks.lost,
      }),
      ...quarterMarks(quarters),
      ...(isWithin ? dateMarks(close_date) : []),
      ...(last ? endMarks(last) : []),
      Plot.tip(points, Plot.pointerX({ x, y: "won_rate", title: tipOf })),
    ],
  });
}

/** Where a quarter ends. */
const quarterMarks = (quarters: readonly DealQuarter[]) => [
  Plot.ruleX(quarters, {
    x: (quarter: DealQuarter) => day(quarter.period_end),
    stroke: ink.muted,
    strokeDasharray: "2 4",
  }),
  Plot.text(quarters, {
    x: (quarter: DealQuarter) => day(quarter.period_end),
    text: ({ label }: DealQuarter) => `end of ${formatPeriod(label)}`,
    frameAnchor: "top",
    dy: -14,
    fill: ink.muted,
  }),
];

const dateMarks = (close_date: string) => [
  Plot.ruleX([day(close_date)], { stroke: ink.target, strokeWidth: 1.75, strokeDasharray: "6 4" }),
  Plot.text([day(close_date)], {
    x: (on: Date) => on,
    text: () => "as typed",
    frameAnchor: "bottom",
    textAnchor: "start",
    dx: 6,
    dy: -8,
    fill: ink.target,
  }),
];

/** Too narrow a part has no room for its name. */
const leastNamed = 0.05;

function endMarks(last: ChanceWeek) {
  const { won_rate: won, lost_rate: lost } = last;
  const ends = [
    { name: "won", share: won, place: won / 2 },
    { name: "open", share: 1 - won - lost, place: (won + 1 - lost) / 2 },
    { name: "lost", share: lost, place: 1 - lost / 2 },
  ].filter(({ share }) => share >= leastNamed);
  return [
    Plot.text(ends, {
      x: () => day(last.week_end),
      y: "place",
      text: ({ name, share }) => `${name} ${formatRate(share)}`,
      textAnchor: "start",
      dx: 8,
      fill: ink.text,
    }),
  ];
}

const tipOf = ({ week_end, won_rate, lost_rate }: ChanceWeek) =>
  [
    `by ${formatDate(week_end)}`,
    `won: ${formatRate(won_rate)}`,
    `lost: ${formatRate(lost_rate)}`,
    `still open: ${formatRate(1 - won_rate - lost_rate)}`,
  ].join("\n");
