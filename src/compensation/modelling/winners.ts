import { type PlanModel, payAt } from "./plan-model.ts";

/** People of drawn years to whom a change of plan does one thing. */
export interface ChangedPeople {
  /** Of all people. */
  readonly share: number;
  /** On average of theirs, in minor units; 0 where there are none. */
  readonly mean: number;
}

/** People about an attainment, and what a change of plan does to their pay. */
export interface ChangeBand {
  readonly from: number;
  readonly to: number;
  /** Of all people. */
  readonly share: number;
  /** On average, in minor units. */
  readonly change: number;
}

/** Who gains, who loses, and who stays within a hundredth of the pay before. */
export interface Winners {
  readonly gain: ChangedPeople;
  readonly lose: ChangedPeople;
  readonly same: ChangedPeople;
  /** Of those who attain anything, in tenths of attainment. */
  readonly bands: readonly ChangeBand[];
}

/** How much pay may change and still be called the same, as a share of the pay before. */
const alike = 0.01;
const width = 0.1;
const lastBand = 25;

/** What a change of plan does to people at the attainments of drawn years. */
export function winnersOf(
  before: PlanModel,
  after: PlanModel,
  years: readonly Float64Array[],
): Winners {
  const groups = { gain: tally(), lose: tally(), same: tally() };
  const bands = Array.from({ length: lastBand }, tally);
  let people = 0;
  for (const attainment of years.flatMap((year) => [...year])) {
    const was = payAt(before, attainment);
    const change = payAt(after, attainment) - was;
    const isSame = Math.abs(change) <= alike * Math.abs(was);
    add(groups[isSame ? "same" : change > 0 ? "gain" : "lose"], change);
    const band = bands[Math.min(lastBand - 1, Math.floor(attainment / width + 1e-9))];
    if (band) add(band, change);
    people += 1;
  }
  const told = ({ count, sum }: Tally): ChangedPeople => ({
    share: count / people,
    mean: count === 0 ? 0 : sum / count,
  });
  return {
    gain: told(groups.gain),
    lose: told(groups.lose),
    same: told(groups.same),
    bands: bands.map((band, index) => ({
      from: index * width,
      to: (index + 1) * width,
      share: told(band).share,
      change: told(band).mean,
    })),
  };
}

interface Tally {
  count: number;
  sum: number;
}

const tally = (): Tally => ({ count: 0, sum: 0 });

function add(to: Tally, change: number): void {
  to.count += 1;
  to.sum += change;
}
