/** A stream of uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * A random stream of its own for each (seed, stream, index): sfc32 (Doty-Humphrey's Small Fast
 * Counter), whose state is filled by murmur3's finaliser. Streams don't disturb each other, so one
 * account's life stays the same when another account is added.
 */
export function createRandom(seed: number, stream: string, index = 0): Random {
  let a = mix(seed ^ hashText(stream));
  let b = mix(a ^ index);
  let c = mix(b + 0x9e3779b9);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 12; warm++) next();
  return next;
}

function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

function hashText(text: string): number {
  let hash = 0x811c9dc5; // FNV-1a
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Uniform between two bounds. */
export const uniform = (random: Random, from: number, to: number) => from + (to - from) * random();

/** A whole number from `from` to `to`, both included. */
export const integer = (random: Random, from: number, to: number) =>
  from + Math.floor(random() * (to - from + 1));

export const chance = (random: Random, probability: number) => random() < probability;

/** Standard normal, Box–Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Lognormal by its median and the standard deviation of the logarithm. */
export const lognormal = (random: Random, median: number, sigma: number) =>
  median * Math.exp(sigma * normal(random));

export const exponential = (random: Random, mean: number) => -mean * Math.log(1 - random());

/** Log-logistic by its median and shape. */
export function logLogistic(random: Random, median: number, shape: number): number {
  const u = Math.min(Math.max(random(), 1e-9), 1 - 1e-9);
  return median * (u / (1 - u)) ** (1 / shape);
}

/** Gamma with mean 1, for shapes of 1 and more: Marsaglia and Tsang (2000). */
export function gammaOfMeanOne(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
      return (d * v) / shape;
    }
  }
}

/** Poisson count: Knuth's product of uniforms, in slices of mean 20 so that nothing underflows. */
export function poisson(random: Random, mean: number): number {
  if (mean > 20) return poisson(random, 20) + poisson(random, mean - 20);
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** An element of a list that isn't empty, all equally likely. */
export function pick<T>(random: Random, values: readonly T[]): T {
  return at(values, Math.floor(random() * values.length));
}

/** The index of a weight, drawn in proportion to the weights. */
export function categorical(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length; i++) {
    left -= at(weights, i);
    if (left < 0) return i;
  }
  return weights.length - 1;
}

/**
 * The element at an index that must exist.
 *
 * @throws RangeError when it doesn't
 */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`missing element: ${index} of ${values.length}`);
  return value;
}
