import { clusterBootstrap } from "../../../src/statistics/bootstrap.ts";
import { calibrationLine } from "../../../src/statistics/calibration.ts";
import type { Evidence, ToldChances } from "./company/evidence.ts";
import type { Figure } from "./ratio.ts";
import type { Chapter } from "./verdicts.ts";

/** A slope of 1: chances neither too extreme (below) nor too timid (above). */
const within = [0.9, 1.1] as const;
const targets = { wonInQuarter: "won within the quarter", wonAtAll: "won at all" } as const;
/** Each draw is a regression of its own. */
const resamples = 200;

/** How chances of open deals came out: the slope of outcomes on their log-odds (Cox 1958). */
export function calibrationChapter(evidence: readonly Evidence[]): Chapter {
  const chapters = (["wonInQuarter", "wonAtAll"] as const).map((target) => {
    const told = evidence.map((company) => company[target]);
    const slope = slopeOver(told);
    const own = told.map((chances) => slopeOf([chances]).toFixed(2));
    const text = `slope ${slope.value.toFixed(3)} (${slope.lower.toFixed(3)} to ${slope.upper.toFixed(3)})`;
    return {
      lines: [
        `chances to be ${targets[target]}: ${text}, ${expectation(told)}`,
        `  company by company ${own.join(" ")}`,
      ],
      verdict: {
        holds: slope.value >= within[0] && slope.value <= within[1],
        text: `chances to be ${targets[target]} have a slope of ${within.join(" to ")}: ${text}`,
      },
    };
  });
  return {
    lines: chapters.flatMap(({ lines }) => lines),
    verdicts: chapters.map(({ verdict }) => verdict),
  };
}

function expectation(told: readonly (readonly ToldChances[])[]): string {
  const all = told.flat();
  const sum = (of: (chance: ToldChances) => number) =>
    all.reduce((total, one) => total + of(one), 0);
  const expected = sum(({ n, odds }) => n / (1 + Math.exp(-odds)));
  return `${sum(({ won }) => won)} of ${sum(({ n }) => n)} were, ${expected.toFixed(0)} expected`;
}

function slopeOver(told: readonly (readonly ToldChances[])[]): Figure {
  const clusters = told.flatMap((chances, company) => chances.map(() => company));
  const [interval] = clusterBootstrap(
    { clusters, count: told.length },
    (weights) => [slopeOf(told, weights)],
    { resamples },
  );
  return {
    value: slopeOf(told),
    lower: interval?.lower ?? Number.NaN,
    upper: interval?.upper ?? Number.NaN,
  };
}

function slopeOf(told: readonly (readonly ToldChances[])[], weights?: ArrayLike<number>): number {
  const all = told.flat();
  return calibrationLine(
    all.map(({ odds }) => odds),
    all.map(({ n, won }) => won / n),
    all.map(({ n }, row) => n * (weights?.[row] ?? 1)),
  ).slope;
}
