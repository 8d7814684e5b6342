import { openSeat } from "./accounts.ts";
import {
  type Contract,
  drawTerm,
  firstContract,
  installedContracts,
  recurringOn,
  renewedContract,
} from "./contracts.ts";
import { type Day, monthOf, monthStart, nextWorkday } from "./days.ts";
import type { LifeOptions } from "./opening.ts";
import { rampOn } from "./people.ts";
import {
  chance,
  createRandom,
  integer,
  lognormal,
  poisson,
  type Random,
  uniform,
} from "./random.ts";
import { holderOn, type Seat } from "./teams.ts";

/** Deals already running when the CRM begins are older than its first day by up to this. */
const warmUp = 240;

interface Life extends LifeOptions {
  readonly random: Random;
  readonly contracts: Contract[];
  /** No second new deal begins before this day. */
  busyUntil: Day;
}

/**
 * An account from its first day to the as-of date, month by month: new deals while it has
 * potential, expansions while it is a customer, a renewal before each contract's end.
 *
 * @returns the contracts it ever had, in order of signing
 */
export function liveAccount(options: LifeOptions): readonly Contract[] {
  const { account, market, seed } = options;
  const random = createRandom(seed, "life", account.index);
  const contracts = installedContracts(account, random, options);
  const life: Life = { ...options, random, contracts, busyUntil: 0 };
  const first = Math.max(account.created, market.start - warmUp);
  for (let month = monthOf(first); month <= monthOf(market.asOf); month++) {
    renewals(life, month);
    newDeals(life, month);
    expansions(life, month);
  }
  return contracts;
}

function dayIn({ account, random, market }: Life, month: number): Day | undefined {
  const day = nextWorkday(integer(random, monthStart(month), monthStart(month + 1) - 1));
  return day > account.created && day <= market.asOf ? day : undefined;
}

const seatFor = (seat: Seat, { account }: Life, day: Day) => openSeat(seat, day, account.index);

/** Ramping reps and empty seats find fewer deals. */
function isFound(seat: Seat, { random }: Life, day: Day): boolean {
  const holder = holderOn(seat, day);
  return chance(
    random,
    holder.posts[0]?.role === "manager" ? 0.4 : 0.3 + 0.7 * rampOn(holder, day),
  );
}

function newDeals(life: Life, month: number): void {
  const { account, market, random, activity } = life;
  const perYear = account.truth.newPerYear * account.potential ** 0.8 * activity;
  const demand = market.demand(monthStart(month));
  for (let n = poisson(random, (perYear * demand) / 12); n > 0; n--) {
    const begun = dayIn(life, month);
    if (begun === undefined || begun < life.busyUntil) continue;
    const seat = seatFor(account.executiveSeat, life, begun);
    if (!isFound(seat, life, begun)) continue;
    const median = account.truth.dealSize * account.potential ** 0.45 * market.price(begun);
    const termMonths = drawTerm(random);
    const recurring = lognormal(random, median, 0.48);
    const opening = {
      kind: "new",
      begun,
      seat,
      recurring,
      termMonths,
      contract: undefined,
    } as const;
    const { isWon, closed, start } = life.play(opening);
    life.busyUntil = Math.max(begun + 45, isWon ? closed + 60 : closed - 30);
    if (isWon) life.contracts.push(firstContract({ start, termMonths, recurring }, random));
  }
}

function expansions(life: Life, month: number): void {
  const { account, market, random, activity } = life;
  const base = runningContract(life, monthStart(month));
  if (!base) return;
  const perYear = account.truth.expansionsPerYear * account.potential ** 0.6 * activity;
  for (let n = poisson(random, (perYear * market.demand(monthStart(month))) / 12); n > 0; n--) {
    const begun = dayIn(life, month);
    if (begun === undefined || begun > base.end - 90) continue;
    const owner = chance(random, 0.65) ? account.executiveSeat : account.managerSeat;
    const recurring = recurringOn(base, begun) * lognormal(random, 0.4, 0.5);
    const termMonths = Math.max(3, Math.round((base.end - begun) / 30.4));
    const seat = seatFor(owner, life, begun);
    const opening = {
      kind: "expansion",
      begun,
      seat,
      recurring,
      termMonths,
      contract: base,
    } as const;
    const { isWon, closed } = life.play(opening);
    if (isWon) base.added.push({ day: closed, recurring });
  }
}

const runningContract = ({ contracts }: Life, day: Day) =>
  contracts.find(({ start, end }) => start <= day && end >= day + 60);

/** Renewals open about 110 days before the end, on the same day for the same contract. */
function renewals(life: Life, month: number): void {
  const { account, random, contracts, market } = life;
  for (const contract of contracts.filter(({ isEvergreen }) => !isEvergreen)) {
    const begun = nextWorkday(contract.end - 105 - (contract.start % 17));
    if (monthOf(begun) !== month || begun > market.asOf || begun < contract.start - 30) continue;
    const recurring = recurringOn(contract, begun) * uniform(random, 0.84, 1.06);
    const termMonths = chance(random, 0.7) ? 12 : contract.termMonths;
    const seat = seatFor(account.managerSeat, life, begun);
    const opening = { kind: "renewal", begun, seat, recurring, termMonths, contract } as const;
    const { isWon, start } = life.play(opening);
    if (isWon) contracts.push(renewedContract({ start, termMonths, recurring }));
  }
}
