import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auc } from "../../src/statistics/auc.ts";
import { averagePrecision } from "../../src/statistics/average-precision.ts";
import { clusterBootstrap } from "../../src/statistics/bootstrap.ts";
import { calibrationLine, calibrationSlices } from "../../src/statistics/calibration.ts";
import { groupFolds } from "../../src/statistics/folds.ts";
import { isotonicChance } from "../../src/statistics/isotonic-chance.ts";
import { logisticFit } from "../../src/statistics/logistic.ts";
import { oddsOf } from "../../src/statistics/odds.ts";
import { platt } from "../../src/statistics/platt.ts";
import { brierScore, logLoss } from "../../src/statistics/proper-scores.ts";
import { ranked } from "../../src/statistics/ranking.ts";

// ten chances with ties; the expected values are scikit-learn 1.9.1's
const outcomes = [1, 0, 1, 1, 0, 0, 1, 0, 0, 1];
const chances = [0.9, 0.8, 0.8, 0.7, 0.6, 0.4, 0.4, 0.4, 0.2, 0.1];

const scored = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 20 }), won: fc.boolean() }), {
    minLength: 2,
    maxLength: 60,
  })
  .filter((rows) => rows.some(({ won }) => won) && rows.some(({ won }) => !won));
const aucOf = (rows: readonly { score: number; won: boolean }[], sign = 1) =>
  auc(
    ranked(
      rows.map(({ score }) => sign * score),
      rows.map(({ won }) => Number(won)),
    ),
  );

describe("ranking measures", () => {
  test("are scikit-learn's, ties and all", () => {
    // roc_auc_score, average_precision_score
    expect(auc(ranked(chances, outcomes))).toBeCloseTo(0.62, 12);
    expect(averagePrecision(ranked(chances, outcomes))).toBeCloseTo(0.683333333333, 11);
  });

  test("AUC of reversed scores is 1 − AUC", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        expect(aucOf(rows, -1)).toBeCloseTo(1 - aucOf(rows), 12);
      }),
    );
  });

  test("AUC is the share of won–lost pairs in the right order, ties half", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const won = rows.filter((row) => row.won);
        const lost = rows.filter((row) => !row.won);
        const right = won.flatMap((a) =>
          lost.map((b) => (a.score === b.score ? 0.5 : Number(a.score > b.score))),
        );
        const share = right.reduce((total, value) => total + value, 0) / right.length;
        expect(aucOf(rows)).toBeCloseTo(share, 12);
      }),
    );
  });

  test("a weight of two is the row twice", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const twice = rows.flatMap((row) => [row, row]);
        const once = ranked(
          rows.map(({ score }) => score),
          rows.map(({ won }) => Number(won)),
        );
        const both = ranked(
          twice.map(({ score }) => score),
          twice.map(({ won }) => Number(won)),
        );
        const weights = rows.map(() => 2);
        expect(auc(once, weights)).toBeCloseTo(auc(both), 12);
        expect(averagePrecision(once, weights)).toBeCloseTo(averagePrecision(both), 12);
      }),
    );
  });
});

describe("proper scores", () => {
  test("are scikit-learn's", () => {
    // brier_score_loss, log_loss
    expect(brierScore(chances, outcomes)).toBeCloseTo(0.267, 12);
    expect(logLoss(chances, outcomes)).toBeCloseTo(0.767457827893, 11);
  });

  test("a sure and wrong call costs much, but no infinity", () => {
    expect(logLoss([1, 0.5], [0, 1])).toBeLessThan(20);
  });
});

describe("calibration", () => {
  test("its line is an unpenalised regression on log-odds", () => {
    // LogisticRegression(C=1e10) of the outcomes on log(p / (1 - p))
    const line = calibrationLine(chances.map(oddsOf), outcomes);
    expect(line.slope).toBeCloseTo(0.27513153, 4);
    expect(line.intercept).toBeCloseTo(-0.03980653, 4);
  });

  test("Platt's scaling is scikit-learn's", () => {
    // sklearn.calibration._sigmoid_calibration: 1 / (1 + exp(a f + b))
    const chanceAt = platt(chances.map(oddsOf), outcomes);
    expect(oddsOf(chanceAt(0))).toBeCloseTo(-0.02789725, 4);
    expect(oddsOf(chanceAt(1)) - oddsOf(chanceAt(0))).toBeCloseTo(0.19441327, 4);
  });

  test("isotonic chances never fall as log-odds rise, and stay within 0 and 1", () => {
    fc.assert(
      fc.property(scored, (rows) => {
        const chanceAt = isotonicChance(
          rows.map(({ score }) => score),
          rows.map(({ won }) => Number(won)),
        );
        const fitted = Array.from({ length: 45 }, (_, k) => chanceAt(k / 2 - 1));
        expect(fitted).toEqual(fitted.toSorted((a, b) => a - b));
        expect(fitted.every((chance) => chance > 0 && chance < 1)).toBe(true);
      }),
    );
  });

  test("slices hold every deal once, from the lowest chances to the highest", () => {
    const slices = calibrationSlices(chances, outcomes, 3);
    // sorted: 0.1 0.2 0.4 | 0.4 0.4 0.6 | 0.7 0.8 0.8 0.9
    expect(slices.map(({ n }) => n)).toEqual([3, 3, 4]);
    expect(slices[0]?.expected).toBeCloseTo(0.7 / 3, 12);
    expect(slices[2]).toMatchObject({ won: 3 });
  });
});

describe("groupFolds", () => {
  const rows = fc.array(fc.record({ group: fc.integer({ min: 0, max: 30 }), won: fc.boolean() }), {
    minLength: 40,
    maxLength: 200,
  });
  const ranks = Array.from({ length: 31 }, (_, k) => (k * 7919) % 31);

  test("hold every row once, and no group on two sides", () => {
    fc.assert(
      fc.property(rows, (members) => {
        const groups = members.map(({ group }) => group);
        const folds = groupFolds(
          { groups, outcomes: members.map(({ won }) => Number(won)), ranks },
          4,
        );
        expect(folds).toHaveLength(members.length);
        expect([...folds].every((fold) => fold >= 0 && fold < 4)).toBe(true);
        const pairs = new Set(groups.map((group, row) => `${group} ${folds[row]}`));
        expect(pairs.size).toBe(new Set(groups).size);
      }),
    );
  });

  test("share both outcomes evenly where every row is a group of its own", () => {
    const single = Array.from({ length: 100 }, (_, k) => k);
    const won = single.map((k) => Number(k % 4 === 0));
    const folds = groupFolds({ groups: single, outcomes: won, ranks: single }, 5);
    for (let fold = 0; fold < 5; fold++) {
      const members = single.filter((k) => folds[k] === fold);
      expect(members.length).toBe(20);
      expect(members.filter((k) => won[k] === 1).length).toBe(5);
    }
  });
});

test("rows of one cluster are drawn together, and the seed decides", () => {
  const clusters = [0, 0, 1, 1, 2, 2];
  const seen: number[][] = [];
  const draw = () =>
    clusterBootstrap({ clusters, count: 3 }, (weights) => {
      seen.push([...weights]);
      return [weights[0] ?? Number.NaN];
    });
  expect(draw()).toEqual(draw());
  for (const weights of seen) {
    expect(weights[0]).toBe(weights[1]);
    expect(weights.reduce((total, weight) => total + weight, 0)).toBe(6);
  }
});

test("a dense design under a penalty gives scikit-learn's ridge", () => {
  const x = [
    [0.5, -1, 2],
    [1, 0, 0.5],
    [-1, 2, 0],
    [0, 1, 1],
    [2, -0.5, -1],
    [-0.5, 0.5, 0.5],
    [1.5, 1, -2],
    [-2, 0, 1],
  ];
  const design = {
    width: 3,
    starts: Uint32Array.from({ length: 9 }, (_, row) => 3 * row),
    columns: Uint32Array.from({ length: 24 }, (_, k) => k % 3),
    values: Float64Array.from(x.flat()),
    successes: [1, 1, 0, 1, 1, 0, 0, 0],
    trials: Array<number>(8).fill(1),
  };
  // LogisticRegression(C=1/0.7)
  const fit = logisticFit(design, { precision: 0.7 });
  expect(fit.intercept).toBeCloseTo(-0.22904879, 4);
  for (const [k, coefficient] of [1.15629254, -0.50099399, 0.96271218].entries()) {
    expect(fit.coefficients[k]).toBeCloseTo(coefficient, 4);
  }
});
