import { describe, expect, test } from "vitest";
import { type TerritoryFacts, territoriesAnswer } from "../../src/narrative/territories.ts";

const rep = (name: string, before: number, after: number) => ({
  rep: name,
  pool: "East (account executive)",
  deviation_before_rate: before,
  deviation_after_rate: after,
});

const facts: TerritoryFacts = {
  reps: [rep("Ann", 0.42, 0.04), rep("Bo", 0.31, 0.06), rep("Cy", 0.08, 0.08)],
  count_moves: 5,
  count_accounts: 120,
  count_territories: 3,
  count_without_rep: 0,
  count_conflicts: 0,
  count_orphans: 0,
  count_holdouts: 2,
  count_expired: 0,
};

const told = (more: Partial<TerritoryFacts>) => territoriesAnswer({ ...facts, ...more });

describe("territories", () => {
  test("tell who is furthest from balance, and what the moves make of it", () => {
    expect(told({}).sentence).toBe(
      "Ann is furthest from balance, 42 % off an equal share of East (account executive); 5 moves of accounts bring the worst rep to 8 %.",
    );
    expect(told({}).details).toEqual([
      "1 of 3 reps is within 10 % of their share today, 3 with the moves.",
      "The plan places accounts in 3 territories.",
    ]);
    expect(told({ count_moves: 1 }).sentence).toMatch(/; 1 move of accounts brings the worst/);
  });

  test("say that no move is worth it, and that nobody has accounts", () => {
    expect(told({ count_moves: 0 }).sentence).toMatch(/no move within the limits is worth/);
    expect(told({ reps: [], count_moves: 0 }).sentence).toMatch(/^0 reps have accounts/);
    expect(told({ reps: [], count_moves: 0 }).figures).toEqual([]);
  });

  test("say that everybody has an equal share", () => {
    const even = [rep("Ann", 0.0001, 0.0001)];
    expect(told({ reps: even, count_moves: 0 }).sentence).toBe(
      "1 rep has an equal share of accounts.",
    );
  });

  test("name what the plan leaves open", () => {
    const open = { count_without_rep: 7, count_conflicts: 1, count_orphans: 12, count_expired: 2 };
    expect(told(open).details.slice(1)).toEqual([
      "The plan places accounts in 3 territories; 7 accounts are in territories that have nobody.",
      "1 account is claimed by several territories, 12 accounts are in no territory and 2 holdouts have ended.",
    ]);
  });

  test("without a plan say whose the accounts are", () => {
    const answer = told({ count_accounts: 0, count_territories: 0 });
    expect(answer.details.at(-1)).toBe(
      "No plans/territories.yaml holds: accounts are counted with the rep who owns them today.",
    );
    expect(answer.figures.map(({ label }) => label)).toEqual([
      "Worst rep today",
      "Worst rep with the moves",
      "Moves",
    ]);
  });
});
