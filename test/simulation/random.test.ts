import { describe, expect, it } from "vitest";
import { passChance } from "../../src/simulation/path.ts";
import {
  createRandom,
  gammaOfMeanOne,
  logLogistic,
  lognormal,
  normal,
  poisson,
  type Random,
} from "../../src/simulation/random.ts";

const count = 40_000;

function draws(draw: (random: Random) => number): number[] {
  const random = createRandom(5, "test");
  return Array.from({ length: count }, () => draw(random));
}

function moments(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, variance };
}

const medianOf = (values: number[]) =>
  values.sort((a, b) => a - b)[values.length / 2] ?? Number.NaN;

// tolerances are four standard errors of the estimate at 40,000 draws, rounded up
describe("random streams", () => {
  it("repeat for the same seed, stream and index and differ otherwise", () => {
    const first = (seed: number, stream: string, index: number) =>
      createRandom(seed, stream, index)();
    expect(first(1, "a", 0)).toBe(first(1, "a", 0));
    const others = [first(2, "a", 0), first(1, "b", 0), first(1, "a", 1)];
    expect(new Set([first(1, "a", 0), ...others]).size).toBe(4);
  });

  it("are uniform: mean 1/2, variance 1/12", () => {
    const { mean, variance } = moments(draws((random) => random()));
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.006);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.002);
  });
});

describe("distributions", () => {
  it("normal has mean 0 and variance 1", () => {
    const { mean, variance } = moments(draws(normal));
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  });

  it("gamma of mean one has variance 1 / shape", () => {
    const { mean, variance } = moments(draws((random) => gammaOfMeanOne(random, 2.2)));
    expect(Math.abs(mean - 1)).toBeLessThan(0.014);
    expect(Math.abs(variance - 1 / 2.2)).toBeLessThan(0.025);
  });

  it("Poisson has its mean as variance, beyond the slices too", () => {
    for (const mean of [0.7, 33]) {
      const drawn = moments(draws((random) => poisson(random, mean)));
      expect(Math.abs(drawn.mean / mean - 1)).toBeLessThan(0.025);
      expect(Math.abs(drawn.variance / mean - 1)).toBeLessThan(0.05);
    }
  });

  it("lognormal and log-logistic have the median they are given", () => {
    const bell = medianOf(draws((random) => lognormal(random, 50, 0.5)));
    const tail = medianOf(draws((random) => logLogistic(random, 20, 1.8)));
    expect(Math.abs(bell / 50 - 1)).toBeLessThan(0.02);
    expect(Math.abs(tail / 20 - 1)).toBeLessThan(0.03);
  });

  it("the chance to advance before being lost is what simulated stages give", () => {
    for (const d of [0, 0.5, 1.6, 3]) {
      const random = createRandom(9, "stage");
      const shape = 1.9;
      let advanced = 0;
      for (let i = 0; i < count; i++) {
        const advance = logLogistic(random, 10, shape);
        if (advance < logLogistic(random, 10 * Math.exp(d / shape), shape)) advanced++;
      }
      expect(Math.abs(advanced / count - passChance(d))).toBeLessThan(0.01);
    }
  });
});
