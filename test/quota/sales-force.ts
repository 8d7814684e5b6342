import type { RepHistory } from "../../src/quota/window.ts";

/** Uniform draws from a fixed seed. */
export function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

/**
 * Reps whose monthly bookings are sums of deals at a rate of their own; every fourth was hired
 * while the data run.
 */
export function salesForce(count: number, months: number, seed = 1): RepHistory[] {
  const draw = uniforms(seed);
  return Array.from({ length: count }, (_, index) => {
    const hired = index % 4 === 3 ? Math.floor(draw() * months) : -24;
    const rate = 0.5 + 3 * draw();
    const monthly = Array.from({ length: months }, (_, month) => {
      if (month < hired) return 0;
      const deals = Math.floor(rate + draw());
      return deals * 3_000_000;
    });
    const patch = { accounts: 30, potential: rate * 1e7 };
    return {
      repId: `rep-${String(index).padStart(2, "0")}`,
      role: null,
      hired,
      left: null,
      monthly,
      patch,
    };
  });
}

export const everyone = (reps: readonly RepHistory[]) => new Set(reps.map(({ repId }) => repId));
