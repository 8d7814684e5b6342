import * as Plot from "npm:@observablehq/plot";
import { drawing, ink } from "./plotting.js";
import { type StageMetric, type StageRow, stageMetric } from "./stageRows.js";

interface Stay {
  readonly stage: string;
  readonly kind: "open" | "usual";
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** How long open deals have been in their stage, under how long deals usually stay in it. */
export function stageAgeChart(
  stages: readonly StageRow[],
  metrics: readonly StageMetric[],
  width: number,
): Element {
  const narrow = width < 520;
  const stays = stages.flatMap((row) => [...openStay(row), ...usualStay(row.stage, metrics)]);
  return drawing(width, {
    height: 62 + stages.length * 40,
    marginLeft: narrow ? 140 : 150,
    marginTop: 40,
    marginRight: 24,
    marginBottom: 8,
    x: {
      label: "days",
      labelOffset: 38,
      axis: "top",
      grid: true,
      ticks: narrow ? 3 : 6,
      zero: true,
      nice: true,
    },
    y: { label: null, tickSize: 0, domain: stages.map((row) => row.stage) },
    marks: [...stayMarks(stays, "open"), ...stayMarks(stays, "usual")],
  });
}

/** Deals open now stand above what is usual. */
const looks = {
  open: { stroke: ink.now, dy: -6, symbol: "circle", words: "open now" },
  usual: { stroke: ink.target, dy: 6, symbol: "diamond", words: "usual" },
} as const;

function stayMarks(stays: readonly Stay[], kind: Stay["kind"]) {
  const shown = stays.filter((stay) => stay.kind === kind);
  const { stroke, dy, symbol, words } = looks[kind];
  return [
    Plot.ruleY(shown, {
      y: "stage",
      x1: "lower",
      x2: "upper",
      stroke,
      strokeWidth: 6,
      strokeOpacity: 0.4,
      dy,
    }),
    Plot.dot(shown, {
      y: "stage",
      x: "median",
      fill: stroke,
      r: 5,
      symbol,
      dy,
      title: (stay) =>
        `${stay.stage}\n${words}: median ${Math.round(stay.median)} days\nmiddle half ${Math.round(stay.lower)} to ${Math.round(stay.upper)} days`,
      tip: true,
    }),
  ];
}

function openStay({ stage, stage_days_quartiles }: StageRow): Stay[] {
  const [lower, median, upper] = stage_days_quartiles ?? [];
  if (lower === undefined || median === undefined || upper === undefined) return [];
  return [{ stage, kind: "open", lower, median, upper }];
}

function usualStay(stage: string, metrics: readonly StageMetric[]): Stay[] {
  const found = stageMetric(metrics, "stage_days", stage);
  if (
    !found ||
    found.lower_quartile === null ||
    found.median === null ||
    found.upper_quartile === null
  )
    return [];
  return [
    {
      stage,
      kind: "usual",
      lower: found.lower_quartile,
      median: found.median,
      upper: found.upper_quartile,
    },
  ];
}
