import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  advance,
  balanceTerritories,
  cost,
  result,
  startBalance,
} from "../../src/territory/balance.ts";
import type { BalanceProblem } from "../../src/territory/problem.ts";
import { instance } from "./instances.ts";
import { provedBalance } from "./oracle.ts";

const quick = { seed: 1, iterations: 20_000 };
const anInstance = fc.record({
  accounts: fc.integer({ min: 1, max: 60 }),
  reps: fc.integer({ min: 1, max: 8 }),
  seed: fc.nat(1e6),
  mostMoves: fc.option(fc.integer({ min: 0, max: 12 })),
  moveCost: fc.constantFrom(0, 0.001, 0.02),
  kept: fc.constantFrom(0, 0.3, 1),
  reach: fc.constantFrom(null, 1),
  pools: fc.integer({ min: 1, max: 3 }),
});
const runs = { numRuns: 60, seed: 7 };

/** Two reps with accounts of one measure, which 5 and 3 to 4 and 4 brings to balance. */
const pair: BalanceProblem = {
  measures: [{ name: "potential", weight: 1 }],
  reps: [
    { id: "P1", name: "Ann Lee", capacity: 1, pool: "East" },
    { id: "P2", name: "Bo Roe", capacity: 1, pool: "East" },
  ],
  accounts: ["P1", "P1", "P1", "P1", "P1", "P2", "P2", "P2"].map((repId, index) => ({
    id: `A${index}`,
    name: `Account ${index}`,
    repId,
    loads: [100],
    isKept: index < 4,
    takers: null,
  })),
  limits: { mostMoves: null, moveCost: 0.001 },
};

describe("balanceTerritories", () => {
  test("moves what brings both reps to their targets, and says so", () => {
    expect(balanceTerritories(pair, quick)).toEqual({
      worstBefore: 0.25,
      worstAfter: 0,
      moves: [
        {
          accountId: "A4",
          from: "P1",
          to: "P2",
          reason: "brings Ann Lee from 25 % over to even, and Bo Roe from 25 % under to even",
        },
      ],
      reps: [
        {
          repId: "P1",
          pool: "East",
          accountsBefore: 5,
          accountsAfter: 4,
          deviationBefore: 0.25,
          deviationAfter: 0,
          positionBefore: 0.25,
          positionAfter: 0,
          measures: [{ measure: "potential", before: 1.25, after: 1 }],
        },
        {
          repId: "P2",
          pool: "East",
          accountsBefore: 3,
          accountsAfter: 4,
          deviationBefore: 0.25,
          deviationAfter: 0,
          positionBefore: -0.25,
          positionAfter: 0,
          measures: [{ measure: "potential", before: 0.75, after: 1 }],
        },
      ],
    });
  });

  test("leaves a move that wins less than it costs", () => {
    const dear = { ...pair, limits: { mostMoves: null, moveCost: 0.3 } };
    expect(balanceTerritories(dear, quick).moves).toEqual([]);
  });

  test("measures targets by capacity: half a rep carries half a load", () => {
    const [ann, bo] = pair.reps;
    if (!ann || !bo) throw new Error("no reps");
    const halved = {
      ...pair,
      reps: [
        { ...ann, capacity: 5 },
        { ...bo, capacity: 3 },
      ],
    };
    expect(balanceTerritories(halved, quick)).toMatchObject({ worstBefore: 0, moves: [] });
  });

  test("brings the others to balance where one rep can't be", () => {
    const giant = { id: "A9", name: "Giant", repId: "P9", loads: [9000], isKept: true };
    const stuck = {
      ...pair,
      reps: [...pair.reps, { id: "P9", name: "Cy Poe", capacity: 1, pool: "East" }],
      accounts: [...pair.accounts, { ...giant, takers: null }],
    };
    const { reps } = balanceTerritories(stuck, quick);
    expect(reps.map(({ accountsAfter }) => accountsAfter)).toEqual([4, 4, 1]);
  });

  test("keeps accounts within pools, limits on moves and kept accounts, and gives no rep who may not", () => {
    fc.assert(
      fc.property(anInstance, (options) => {
        const problem = instance(options);
        const pools = new Map(problem.reps.map(({ id, pool }) => [id, pool]));
        const accounts = new Map(problem.accounts.map((account) => [account.id, account]));
        const { moves } = balanceTerritories(problem, quick);
        expect(moves.length).toBeLessThanOrEqual(options.mostMoves ?? options.accounts);
        for (const { accountId, from, to } of moves) {
          const account = accounts.get(accountId);
          expect(account).toMatchObject({ repId: from, isKept: false });
          expect(account?.takers ?? [to]).toContain(to);
          expect(pools.get(to)).toBe(pools.get(from));
        }
        expect(new Set(moves.map(({ accountId }) => accountId)).size).toBe(moves.length);
      }),
      runs,
    );
  });

  test("never leaves the worst rep further from balance", () => {
    fc.assert(
      fc.property(anInstance, (options) => {
        const { worstBefore, worstAfter, reps } = balanceTerritories(instance(options), quick);
        expect(worstAfter).toBeLessThanOrEqual(worstBefore);
        expect(Math.max(...reps.map(({ deviationAfter }) => deviationAfter))).toBe(worstAfter);
      }),
      runs,
    );
  });

  test("leads by its moves to the accounts that it tells", () => {
    fc.assert(
      fc.property(anInstance, (options) => {
        const problem = instance(options);
        const { moves, reps } = balanceTerritories(problem, quick);
        const moved = new Map(moves.map(({ accountId, to }) => [accountId, to]));
        const now = problem.accounts.map((account) => ({
          ...account,
          repId: moved.get(account.id) ?? account.repId,
        }));
        const told = result(startBalance({ ...problem, accounts: now }, quick)).reps;
        for (const [index, rep] of reps.entries()) {
          expect(told[index]?.deviationBefore).toBeCloseTo(rep.deviationAfter, 9);
          expect(told[index]?.accountsBefore).toBe(rep.accountsAfter);
        }
      }),
      runs,
    );
  });

  test("recommends the same moves for the same seed, whatever the order and the slices", () => {
    fc.assert(
      fc.property(anInstance, fc.integer({ min: 1, max: 30_000 }), (options, slice) => {
        const problem = instance(options);
        const turned = {
          ...problem,
          reps: problem.reps.toReversed(),
          accounts: problem.accounts.toReversed(),
        };
        const told = balanceTerritories(problem, quick);
        expect(balanceTerritories(turned, { ...quick, slice })).toEqual(told);
      }),
      { ...runs, numRuns: 20 },
    );
  });

  test("tells how much is done, and the least cost so far falls", () => {
    const balancing = startBalance(instance({ accounts: 60, reps: 6, seed: 3 }), quick);
    const told: { done: number; cost: number }[] = [];
    for (let done = 0; done < 1; ) {
      done = advance(balancing, 4000);
      told.push({ done, cost: cost(balancing) });
    }
    expect(told.map(({ done }) => done)).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
    for (const [index, { cost: next }] of told.entries()) {
      expect(next).toBeLessThanOrEqual(told[index - 1]?.cost ?? Number.POSITIVE_INFINITY);
    }
  });

  test("refuses what can't be balanced", () => {
    const [ann, bo] = pair.reps;
    const [first] = pair.accounts;
    if (!ann || !bo || !first) throw new Error("no pair");
    const said = (problem: BalanceProblem) => () => balanceTerritories(problem, quick);
    expect(said({ ...pair, reps: [ann] })).toThrow('unknown rep: "P2" of account "A5"');
    expect(said({ ...pair, reps: [ann, { ...bo, capacity: 0 }] })).toThrow(
      'invalid capacity: 0 of rep "P2"',
    );
    expect(said({ ...pair, accounts: [first, first] })).toThrow('duplicate account: "A0"');
    expect(said({ ...pair, accounts: [{ ...first, loads: [-1] }] })).toThrow(
      'invalid loads: -1 of account "A0"',
    );
  });
});

describe("against what HiGHS proves to be the least", () => {
  test.each([
    { seed: 1, mostMoves: 10, reach: 1, kept: 0.1 },
    { seed: 1, mostMoves: 20, reach: 1, kept: 0.1 },
    { seed: 3, mostMoves: 20, reach: 1, kept: 0.1 },
    { seed: 2, mostMoves: 10, reach: null, kept: 0.1 },
  ])("the worst of 200 accounts × 12 reps is within 2 %: %o", async (options) => {
    const problem = instance({ accounts: 200, reps: 12, ...options });
    const { worstAfter } = balanceTerritories(problem, { seed: 1 });
    const { isProved, bound } = await provedBalance(problem, 120);
    expect(isProved).toBe(true);
    expect(worstAfter).toBeGreaterThan(bound * (1 - 1e-6));
    expect(worstAfter).toBeLessThanOrEqual(bound * 1.02);
  });

  test.each([1, 4])("few moves out of very many are found whatever the seed: %i", (seed) => {
    const problem = instance({ accounts: 200, reps: 12, seed: 4, mostMoves: 10, kept: 0.1 });
    // proved by npm run bench:territory with HiGHS 1.15.3
    const least = 0.198_040_504;
    expect(balanceTerritories(problem, { seed }).worstAfter / least - 1).toBeLessThan(0.002);
  });

  test("the cost of moves of 40 accounts × 5 reps is weighed as it is proved to be best", async () => {
    const problem = instance({ accounts: 40, reps: 5, seed: 2, moveCost: 0.01 });
    const balancing = startBalance(problem, { seed: 1, iterations: 4_000_000 });
    // the rounds that follow bring the others down, whose deviation no solver was asked for
    advance(balancing, 3_400_000);
    const { isProved, bound } = await provedBalance(problem, 120);
    expect(isProved).toBe(true);
    expect(cost(balancing)).toBeLessThanOrEqual(bound * 1.02);
  });
});
