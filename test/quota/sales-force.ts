import type { Records, Seller } from "../../src/quota/seller.ts";

/** Uniform draws from a fixed seed. */
export function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

export interface SalesForceOptions {
  readonly count: number;
  readonly months: number;
  readonly seed?: number;
  /** What each deal is worth, minor units. */
  readonly deal?: number;
}

/** A rep's true ratio to what the territory is worth. */
export interface TrueSeller extends Seller {
  readonly hired: number;
  readonly skill: number;
}

/** Months by which a new rep is ramped, a share more each. */
export const trueRamp = 6;

/**
 * Reps whose monthly bookings are sums of deals, by a territory that is known, a skill that isn't,
 * and a straight ramp; every third was hired while the data run.
 */
export function salesForce({ count, months, seed = 1, deal = 3_000_000 }: SalesForceOptions) {
  const draw = uniforms(seed);
  const sellers = Array.from({ length: count }, (_, index): TrueSeller => {
    const hired = index % 3 === 2 ? Math.floor(draw() * months * 0.8) : -24;
    const worth = 0.5 + 3 * draw();
    const skill = 0.6 + 0.8 * draw();
    const monthly = Array.from({ length: months }, (_, month) => {
      const ramp = Math.min(1, Math.max(0, (month - hired + 1) / trueRamp));
      return month < hired ? 0 : poisson(worth * skill * ramp, draw) * deal;
    });
    const territories = Array.from({ length: Math.floor(months / 3) + 1 }, (_, k) => ({
      month: 3 * k,
      accounts: Math.round(20 * worth),
      potential: 12 * worth * deal,
      expected: 12 * worth * deal,
      pipeline: null,
    })).filter(({ month }) => month + 2 >= hired);
    const repId = `rep-${String(index).padStart(3, "0")}`;
    return { repId, role: "account_executive", hired, left: null, monthly, territories, skill };
  });
  return { sellers, place: 0 } satisfies Records;
}

function poisson(mean: number, draw: () => number): number {
  let [count, product] = [0, draw()];
  const limit = Math.exp(-mean);
  while (product > limit) {
    product *= draw();
    count += 1;
  }
  return count;
}
