import { type AgedDeals, conversion } from "./conversion.ts";
import { type PlaceCount, quarterPace } from "./pace.ts";
import { arrivalRate } from "./rate.ts";

/** Deals of one segment and type, as known at a cutoff. */
export interface KindHistory {
  /** Created in each of the weeks before the cutoff, the last one first. */
  readonly created: readonly number[];
  readonly aged: readonly AgedDeals[];
  /** Won deals with an amount, their sum in minor units and that of their squares. */
  readonly priced: number;
  readonly wonCents: number;
  readonly wonSquare: number;
}

/** Where days lie in their fiscal quarters; day 1 is the first after the cutoff, 0 the cutoff. */
export interface QuarterPlaces {
  /** Whole weeks to the quarter's last day; in the last quarter of a fiscal year 14 more. */
  readonly placeOf: (day: number) => number;
  /** Days before the cutoff, it included, that `created` and `won` were counted over. */
  readonly daysCounted: number;
  readonly created: readonly PlaceCount[];
  readonly won: readonly PlaceCount[];
  /** The days after the cutoff that are over without being looked at; deals created in them aren't new. */
  readonly daysPassed?: number;
}

/** What deals that aren't created yet will bring. */
export interface KindOutlook {
  /** Deals created in each week after the cutoff and the days passed. */
  readonly created: readonly number[];
  /** Deals won on each day after it. */
  readonly won: readonly number[];
  /** Expected bookings of each day in minor units. */
  readonly meanCents: readonly number[];
  /** Their variance where deals come and are won independently (compound Poisson). */
  readonly variance: readonly number[];
}

/** Wins of the usual size that a kind is given to start from. */
const pricePrior = 3;

/**
 * Deals created after a cutoff and won within a horizon, for each kind of deal: the rate at which
 * they come by the place in the quarter, the chance to be won by age, and what a won one is worth.
 *
 * @param weeks how many weeks ahead
 * @returns one outlook a kind, in the order given
 */
export function arrivalOutlook(
  kinds: readonly KindHistory[],
  places: QuarterPlaces,
  weeks: number,
): KindOutlook[] {
  const days = daysByPlace(places);
  const { placeOf, daysPassed = 0 } = places;
  const paces = {
    created: quarterPace(places.created, days),
    won: quarterPace(places.won, days),
  };
  const all = kinds.flatMap(({ aged }) => aged);
  const pooled = pooledByAge(all);
  const usual = priceOf(kinds, { mean: 0, square: 0 }, 0);
  return kinds.map((kind) => {
    const weekPace = (from: number) => meanOf(7, (day) => paces.created(placeOf(from + day + 1)));
    const rate = arrivalRate(
      kind.created,
      kind.created.map((_, week) => weekPace(-7 * (week + 1))),
    );
    const arrivals = Array.from(
      { length: weeks },
      (_, week) => rate * weekPace(daysPassed + 7 * week),
    );
    const wins = winsOf(arrivals, conversion(kind.aged, pooled, weeks));
    const price = priceOf([kind], usual, pricePrior);
    const won = Array.from({ length: 7 * weeks }, (_, day) => {
      const pace = paces.won(placeOf(daysPassed + day + 1));
      return ((wins[Math.floor(day / 7)] ?? Number.NaN) / 7) * pace;
    });
    return {
      created: arrivals,
      won,
      meanCents: won.map((count) => count * price.mean),
      variance: won.map((count) => count * price.square),
    };
  });
}

/** Wins in each week from arrivals in that week and those before; half of an age's fall a week later. */
function winsOf(arrivals: readonly number[], chances: readonly number[]): number[] {
  return arrivals.map((_, week) => {
    let wins = 0;
    for (let created = 0; created <= week; created++) {
      const age = week - created;
      const chance = ((chances[age] ?? 0) + (age > 0 ? (chances[age - 1] ?? 0) : 0)) / 2;
      wins += (arrivals[created] ?? 0) * chance;
    }
    return wins;
  });
}

/** The mean amount of a won deal and its mean square, with so many of the usual ones added. */
function priceOf(
  kinds: readonly KindHistory[],
  usual: { readonly mean: number; readonly square: number },
  added: number,
) {
  const sum = (of: (kind: KindHistory) => number) => kinds.reduce((total, k) => total + of(k), 0);
  const count = sum(({ priced }) => priced) + added;
  if (count === 0) return usual;
  return {
    mean: (sum(({ wonCents }) => wonCents) + added * usual.mean) / count,
    square: (sum(({ wonSquare }) => wonSquare) + added * usual.square) / count,
  };
}

function pooledByAge(all: readonly AgedDeals[]): AgedDeals[] {
  const byAge = new Map<number, AgedDeals>();
  for (const { age, won, lost, open } of all) {
    const known = byAge.get(age) ?? { age, won: 0, lost: 0, open: 0 };
    const sum = { age, won: known.won + won, lost: known.lost + lost, open: known.open + open };
    byAge.set(age, sum);
  }
  return [...byAge.values()];
}

function daysByPlace({ placeOf, daysCounted }: QuarterPlaces): number[] {
  const days: number[] = [];
  for (let day = 0; day > -daysCounted; day--) {
    const place = placeOf(day);
    while (days.length <= place) days.push(0);
    days[place] = (days[place] ?? 0) + 1;
  }
  return days;
}

const meanOf = (count: number, value: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => value(index)).reduce((a, b) => a + b, 0) / count;
