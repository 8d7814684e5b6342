import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folded } from "../../pipelines/publish/min-cell.ts";

interface Row {
  readonly name: string;
  readonly people: number;
  readonly cents: number;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

const fold = (rows: readonly Row[], minCell = 5) =>
  folded(rows, {
    minCell,
    sizeOf: ({ people }) => people,
    together: sum,
    merge: (some) => ({
      name: some.map(({ name }) => name).join(" + "),
      people: sum(some.map(({ people }) => people)),
      cents: sum(some.map(({ cents }) => cents)),
    }),
  });

const row = (name: string, people: number, cents = people): Row => ({ name, people, cents });

describe("rows about few people", () => {
  test("stay where all are of enough", () => {
    expect(fold([row("a", 5), row("b", 9)])).toEqual([row("a", 5), row("b", 9)]);
  });

  test("are put together, with the next larger while they are too few", () => {
    expect(fold([row("a", 9), row("b", 3), row("c", 2)])).toEqual([row("a", 9), row("c + b", 5)]);
    expect(fold([row("a", 9), row("b", 1), row("c", 6)])).toEqual([row("a", 9), row("b + c", 7)]);
  });

  test("aren't told where all together are too few", () => {
    expect(fold([row("a", 2), row("b", 1)])).toEqual([]);
  });

  test("never leave a row of too few, nor one that the whole less all others would tell", () => {
    const rows = fc.array(
      fc.record({ people: fc.integer({ min: 1, max: 12 }), cents: fc.nat(1e9) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(rows, (some) => {
        const all = some.map((one, at) => ({ name: String(at), ...one }));
        const kept = fold(all);
        for (const { people } of kept) expect(people).toBeGreaterThanOrEqual(5);
        if (kept.length > 0) {
          expect(sum(kept.map(({ cents }) => cents))).toBe(sum(all.map(({ cents }) => cents)));
          expect(sum(kept.map(({ people }) => people))).toBe(sum(all.map(({ people }) => people)));
        }
      }),
      { seed: 91 },
    );
  });
});
