import { expect, test } from "vitest";
import { logisticFit } from "../../src/statistics/logistic.ts";
import { uniformStream } from "../../src/statistics/random.ts";
import { linearPredictor, sparseRows, type Trials } from "../../src/statistics/sparse-rows.ts";

/** Groups of rows: columns 0 to 2 are a group's, 3 and 4 a row's own; some rows weigh nothing. */
function grouped() {
  const random = uniformStream(4);
  const groups = Array.from({ length: 60 }, (_, index) => ({
    columns: index % 3 === 0 ? [0, 1, 2] : [1],
    values: index % 3 === 0 ? [random(), random() - 0.5, 1] : [random()],
    rows: Array.from({ length: 1 + (index % 4) }, () => ({
      columns: random() < 0.7 ? [3, 4] : [4],
      value: random() - 0.5,
      successes: random() < 0.4 ? 1 : 0,
      trials: index % 7 === 5 || random() < 0.1 ? 0 : 1,
    })),
  }));
  const own = groups.flatMap(({ rows }) =>
    rows.map((row): Trials => ({ ...row, values: row.columns.map(() => row.value) })),
  );
  const whole = groups.flatMap((group) =>
    group.rows.map(
      ({ value, ...row }): Trials => ({
        ...row,
        columns: [...group.columns, ...row.columns],
        values: [...group.values, ...row.columns.map(() => value)],
      }),
    ),
  );
  const firsts = [0];
  for (const { rows } of groups) firsts.push((firsts.at(-1) ?? 0) + rows.length);
  const shared = sparseRows(
    groups.map((group) => ({ ...group, successes: 0, trials: 0 })),
    5,
  );
  const offsets = Float64Array.from(own, (_, index) => Math.log(1 + (index % 3)));
  return {
    plain: { ...sparseRows(whole, 5), offsets },
    split: {
      ...sparseRows(own, 5),
      offsets,
      shared: { firsts: Uint32Array.from(firsts), rows: shared },
    },
  };
}

test("rows that share columns are fitted as if each had them all", () => {
  const { plain, split } = grouped();
  const [one, other] = [logisticFit(plain), logisticFit(split)];
  for (const [k, coefficient] of one.coefficients.entries()) {
    expect(other.coefficients[k]).toBeCloseTo(coefficient, 8);
    expect(other.covariance[k]?.[k]).toBeCloseTo(one.covariance[k]?.[k] ?? Number.NaN, 8);
  }
  const odds = linearPredictor(plain, one);
  for (const [row, value] of linearPredictor(split, one).entries()) {
    expect(value).toBeCloseTo(odds[row] ?? Number.NaN, 12);
  }
});

test("an offset of log 2 is as good as twice the odds", () => {
  const rows: Trials[] = [{ columns: [], successes: 40, trials: 100 }];
  const design = { ...sparseRows(rows, 0), offsets: Float64Array.of(Math.log(2)) };
  // log(40 / 60) − log 2
  expect(logisticFit(design).intercept).toBeCloseTo(Math.log(1 / 3), 8);
});
