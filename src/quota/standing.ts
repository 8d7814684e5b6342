import { type Records, type Seller, type Territory, territoryAt } from "./seller.ts";

/** What is usual among the sellers of a role when a territory was told. */
interface Usual {
  /** A territory's expected bookings a year, minor units. */
  readonly expected: number;
  /** Pipeline over expected bookings; null where no pipeline is known. */
  readonly coverage: number | null;
}

/** Columns of the regression for a seller in a month, none of them in money. */
export type StandingOf = (seller: Seller, month: number) => number[];

/** Pipeline tells of the months until it has closed or died. */
const pipelineMonths = 3;
/** Ratios beyond these are odd territories, not better ones. */
const bounds = [1 / 8, 8] as const;
const oldest = -4;

/**
 * What is known of a seller in a month: the territory beside the role's usual one, the pipeline
 * beside what is usual for such a territory, the role, the fiscal month, and how long before
 * `origin` the month lies, in years.
 */
export function standingsOf({ sellers, place }: Records, origin: number): StandingOf {
  const roles = [...new Set(sellers.map(({ role }) => role))].sort();
  const usual = usualTerritories(sellers);
  return (seller, month) => {
    const territory = territoryAt(seller, Math.min(month, origin));
    const beside = territory && usual.get(keyOf(seller.role, territory.month));
    const size = beside && territory ? ratioOf(territory.expected, beside.expected) : null;
    return [
      size ?? 0,
      size === null ? 1 : 0,
      territory && beside ? coverageOf(territory, beside, month) : 0,
      Math.max(oldest, Math.min(0, (month - origin) / 12)),
      ...roles.map((role) => (role === seller.role ? 1 : 0)),
      ...fiscalMonths.map((one) => ((month + place) % 12 === one ? 1 : 0)),
    ];
  };
}

const fiscalMonths = Array.from({ length: 12 }, (_, k) => k);
const keyOf = (role: string, month: number) => `${month} ${role}`;

/** On the log scale; null where there is nothing to sell to. */
function ratioOf(value: number, usual: number): number | null {
  if (!(value > 0) || !(usual > 0)) return null;
  return Math.log(Math.min(bounds[1], Math.max(bounds[0], value / usual)));
}

function coverageOf(territory: Territory, usual: Usual, month: number): number {
  const isFresh = month - territory.month < pipelineMonths;
  if (!isFresh || territory.pipeline === null || !usual.coverage) return 0;
  const ratio = territory.pipeline / Math.max(territory.expected, usual.expected * bounds[0]);
  return Math.log(Math.min(bounds[1], Math.max(bounds[0], ratio / usual.coverage)));
}

function usualTerritories(sellers: readonly Seller[]): Map<string, Usual> {
  const sums = new Map<string, { count: number; expected: number; pipeline: number | null }>();
  for (const { role, territories } of sellers) {
    for (const { month, expected, pipeline } of territories) {
      const key = keyOf(role, month);
      const sum = sums.get(key) ?? { count: 0, expected: 0, pipeline: null };
      sum.count += 1;
      sum.expected += expected;
      if (pipeline !== null) sum.pipeline = (sum.pipeline ?? 0) + pipeline;
      sums.set(key, sum);
    }
  }
  return new Map(
    [...sums].map(([key, { count, expected, pipeline }]) => {
      const coverage = pipeline === null || expected === 0 ? null : pipeline / expected;
      return [key, { expected: expected / count, coverage }];
    }),
  );
}
