import { describe, expect, test } from "vitest";
import type { Goal } from "../../src/goals/goal.ts";
import { type Outlook, outlookOf } from "../../src/goals/outlook.ts";
import type { Series } from "../../src/goals/series.ts";
import { stepEnd, stepStart } from "../../src/goals/step.ts";
import {
  at,
  createRandom,
  normal,
  poisson,
  type Random,
  uniform,
} from "../../src/simulation/random.ts";
import { goal, monthly, months } from "./goal.ts";

/** A KPI as it really comes about; the season of sums peaks at quarters' ends. */
interface Planted {
  readonly numerator: number[];
  readonly denominator: (number | null)[];
}
type World = (random: Random, length: number) => Planted;

const season = [0.7, 0.8, 1.2, 0.7, 0.8, 1.3, 0.7, 0.8, 1.2, 0.9, 1, 1.9];
const sums = (length: number, value: (month: number) => number): Planted => ({
  numerator: Array.from({ length }, (_, month) => value(month)),
  denominator: Array(length).fill(null),
});

function wins(random: Random, length: number, mean: number, rateOf: () => number): Planted {
  const denominator = Array.from({ length }, () => poisson(random, mean) + 1);
  const won = (deals: number, rate: number) =>
    Array.from({ length: deals }).filter(() => random() < rate).length;
  return { numerator: denominator.map((deals) => won(deals, rateOf())), denominator };
}

/** What a KPI may be like, from deals that don't change to levels that wander. */
const worlds: Readonly<Record<string, World>> = {
  "bookings that grow, with a season": (random, length) => {
    const growth = 0.08 + 0.08 * normal(random);
    const noise = () => 0.2 * normal(random);
    return sums(length, (m) => at(season, m % 12) * Math.exp((growth * m) / 12 + noise()));
  },
  "bookings whose level wanders": (random, length) => {
    let level = 0;
    return sums(length, (m) => {
      level += 0.04 * normal(random);
      return at(season, m % 12) * Math.exp(level + 0.2 * normal(random));
    });
  },
  "few deals": (random, length) => sums(length, () => poisson(random, 3)),
  "a steady win rate": (random, length) => {
    const rate = uniform(random, 0.2, 0.5);
    return wins(random, length, 30, () => rate);
  },
  "a win rate that wanders": (random, length) => {
    let level = -0.7;
    return wins(random, length, 40, () => {
      level += 0.04 * normal(random);
      return 1 / (1 + Math.exp(-level));
    });
  },
};

interface Trial {
  readonly outlook: Outlook;
  readonly isReached: boolean;
  readonly isInside: boolean;
}

/** Months of history, months since the start, months that the goal lasts. */
const spans = [
  [60, 0, 12],
  [66, 6, 12],
  [54, 3, 6],
  [48, 1, 3],
] as const;

/** A goal set on a planted KPI, and what becomes of it. */
function trial(world: World, index: number): Trial | undefined {
  const random = createRandom(7, "goals", index);
  const [history, elapsed, span] = at(spans, index % spans.length);
  const first = history - elapsed;
  const all = world(random, first + span + 1);
  const from = 600; // January 2020
  const measured = (start: number) => measuredOver(all, start, start + span);
  const target = measured(first - 12) * uniform(random, 0.85, 1.3);
  const set: Goal = goal({
    measure: all.denominator[0] === null ? "sum" : "rate",
    baseline: target / 2,
    target,
    start: stepStart(from + first, monthly),
    due: stepEnd(from + first + span - 1, monthly),
  });
  const outlook = outlookOf(
    set,
    known(all, history, from),
    { step: from + history, part: 0 },
    monthly,
  );
  if (!outlook) return undefined;
  const final = measured(first);
  const isInside = final >= outlook.lower && final <= outlook.upper;
  return { outlook, isReached: final >= target, isInside };
}

const known = ({ numerator, denominator }: Planted, length: number, first: number): Series => ({
  first,
  numerator: numerator.slice(0, length),
  denominator: denominator.slice(0, length),
});

function measuredOver({ numerator, denominator }: Planted, from: number, to: number): number {
  const add = (values: readonly (number | null)[]) =>
    values.slice(from, to).reduce<number>((total, value) => total + (value ?? 0), 0);
  return denominator[0] === null ? add(numerator) : add(numerator) / add(denominator);
}

const trials = 800;

describe.each(Object.entries(worlds))("of goals on %s", (_, world) => {
  const outcomes = Array.from({ length: trials }, (_, index) => trial(world, index)).filter(
    (one) => one !== undefined,
  );
  const share = (found: readonly Trial[], is: (one: Trial) => boolean) =>
    found.filter(is).length / found.length;

  test("those with a chance p are reached about p of the time", () => {
    expect(outcomes.length).toBe(trials);
    for (let third = 0; third < 3; third++) {
      const found = outcomes.filter(
        ({ outlook: { chance } }) => Math.min(2, Math.floor(chance * 3)) === third,
      );
      const stated = found.reduce((sum, { outlook }) => sum + outlook.chance, 0) / found.length;
      expect(found.length).toBeGreaterThan(50);
      // three standard errors, and five points for what a short history can't know
      const allowed = 3 * Math.sqrt((stated * (1 - stated)) / found.length) + 0.05;
      expect(Math.abs(share(found, ({ isReached }) => isReached) - stated)).toBeLessThan(allowed);
    }
  });

  test("the 80 % range holds about 80 % of them", () => {
    const held = share(outcomes, ({ isInside }) => isInside);
    expect(held).toBeGreaterThan(0.72);
    expect(held).toBeLessThan(0.9);
  });
});

describe("a chance", () => {
  const flat = (count: number) => months("2020-01-01", Array(count).fill(10));
  const sum = goal({ measure: "sum", target: 120 });
  const outlook = (count: number, changes: Partial<Goal> = {}) => {
    const series = flat(count);
    return outlookOf({ ...sum, ...changes }, series, { step: 600 + count, part: 0 }, monthly);
  };

  test("of a KPI that never varied is one or none", () => {
    // 72 months of 10 to December 2025: the year to come brings 120
    expect(outlook(72, { target: 119 })).toMatchObject({ chance: 1, n: 49 });
    expect(outlook(72)?.expected).toBeCloseTo(120, 8);
    expect(outlook(72, { target: 121 })?.chance).toBe(0);
    expect(outlook(72, { better: "down", target: 119 })?.chance).toBe(0);
  });

  test("isn't stated with fewer than three stretches without overlap, or eight forecasts", () => {
    // a year to begin with, then stretches of twelve months: 47 months hold fewer than three
    const start = (count: number) => ({
      start: stepStart(600 + count, monthly),
      due: stepEnd(611 + count, monthly),
    });
    expect(outlook(47, start(47))).toBeNull();
    expect(outlook(48, start(48))?.n).toBe(25);
    const short = (count: number) => ({
      start: stepStart(600 + count, monthly),
      due: stepEnd(600 + count, monthly),
    });
    expect(outlook(19, short(19))).toBeNull();
    expect(outlook(20, short(20))?.n).toBe(8);
  });

  test("isn't stated for a figure that is known for one day alone, nor when nothing is to come", () => {
    expect(outlook(72, { measure: "level" })).toBeNull();
    expect(outlook(84)).toBeNull();
  });

  test("counts what is known already", () => {
    const six = outlook(78); // 60 of 120 by June, from six months to come
    expect(six?.expected).toBeCloseTo(120, 8);
    const part = outlookOf(
      sum,
      months("2020-01-01", [...Array(72).fill(10), 4]),
      { step: 672, part: 0.5 },
      monthly,
    );
    expect(part?.expected).toBeCloseTo(4 + 5 + 110, 8); // half of January is to come
  });

  test("has no range below zero where nothing ever was", () => {
    const few = Array.from({ length: 72 }, (_, month) => (month % 5 === 0 ? 30 : 0));
    const rare = goal({ measure: "sum", target: 40, due: "2026-02-28" });
    const range = outlookOf(rare, months("2020-01-01", few), { step: 672, part: 0 }, monthly);
    expect(range?.lower).toBe(0);
    expect(range?.upper).toBeGreaterThan(0);
  });
});
