/** Deals of one kind that were won, lost or last seen open at an age. */
export interface AgedDeals {
  /** Whole weeks since they were created. */
  readonly age: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
}

/** Deals like all others that a kind is given at each age to start from. */
const prior = 20;

/**
 * The chance of a new deal to be won in each week of its age, losing being the competing risk and
 * open deals censored (Aalen & Johansen 1978, in discrete time). At each age the kind's own hazards
 * are drawn towards those of all kinds, as if 20 more deals had been at risk.
 *
 * @param kind deals of the kind, one entry an age
 * @param all deals of every kind
 * @param weeks how many weeks of age are wanted
 * @returns one chance a week; their sum is the share that is won in that time
 */
export function conversion(
  kind: readonly AgedDeals[],
  all: readonly AgedDeals[],
  weeks: number,
): number[] {
  const own = hazardsOf(kind, weeks);
  const common = hazardsOf(all, weeks);
  let open = 1;
  return own.map(({ atRisk, won, lost }, age) => {
    const usual = common[age] ?? { atRisk: 0, won: 0, lost: 0 };
    const share = (events: number, others: number) =>
      usual.atRisk > 0 ? (events + (prior * others) / usual.atRisk) / (atRisk + prior) : 0;
    const chance = open * share(won, usual.won);
    open -= chance + open * share(lost, usual.lost);
    return chance;
  });
}

function hazardsOf(deals: readonly AgedDeals[], weeks: number) {
  const byAge = new Map(deals.map((deal) => [deal.age, deal]));
  let atRisk = deals.reduce((total, { won, lost, open }) => total + won + lost + open, 0);
  return Array.from({ length: weeks }, (_, age) => {
    const { won, lost, open } = byAge.get(age) ?? { won: 0, lost: 0, open: 0 };
    const hazard = { atRisk, won, lost };
    atRisk -= won + lost + open;
    return hazard;
  });
}
