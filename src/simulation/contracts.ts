import type { Account } from "./accounts.ts";
import type { Day } from "./days.ts";
import type { World } from "./deal.ts";
import { truth } from "./parameters.ts";
import { at, categorical, chance, integer, lognormal, type Random } from "./random.ts";

/** A running subscription. */
export interface Contract {
  readonly start: Day;
  readonly end: Day;
  readonly termMonths: number;
  /** Recurring US dollars a year, before what is added later. */
  readonly recurring: number;
  /** Runs on without anybody opening a renewal. */
  readonly isEvergreen: boolean;
  /** Expansions signed during the term. */
  readonly added: { readonly day: Day; readonly recurring: number }[];
}

export const daysOf = (months: number) => Math.round(months * 30.4375);

export interface ContractTerms {
  readonly start: Day;
  readonly termMonths: number;
  readonly recurring: number;
}

/** A first contract; a share of them never needs a renewal. */
export function firstContract(terms: ContractTerms, random: Random): Contract {
  return { ...renewedContract(terms), isEvergreen: chance(random, truth.evergreen) };
}

export function renewedContract(terms: ContractTerms): Contract {
  const end = terms.start + daysOf(terms.termMonths) - 1;
  return { ...terms, end, isEvergreen: false, added: [] };
}

/** Contracts signed before the CRM's first day, running out over its first two years. */
export function installedContracts(
  account: Account,
  random: Random,
  { market, fiscal }: World,
): Contract[] {
  const isOld = account.created < market.start - 120;
  if (!isOld || !chance(random, account.truth.installedShare)) return [];
  const median = 1.2 * account.truth.dealSize * account.potential ** 0.45;
  const recurring = lognormal(random, median, 0.5);
  const termMonths = drawTerm(random);
  const end = usualEnd(
    market.start + integer(random, 10, Math.min(daysOf(termMonths), 700)),
    random,
    fiscal,
  );
  const start = end - daysOf(termMonths) + 1;
  return [{ ...firstContract({ start, termMonths, recurring }, random), end }];
}

export const drawTerm = (random: Random): number =>
  at([12, 24, 36], categorical(random, [78, 10, 12]));

/** Recurring dollars a year of a contract on a day. */
export const recurringOn = ({ recurring, added }: Contract, day: Day): number =>
  added.reduce((sum, part) => sum + (part.day <= day ? part.recurring : 0), recurring);

/** Old contracts run out mostly with our fiscal year or quarter: that is when they were signed. */
function usualEnd(day: Day, random: Random, fiscal: World["fiscal"]): Day {
  if (chance(random, 0.35)) return fiscal.yearStart(fiscal.yearOf(day) + 1) - 1;
  return chance(random, 0.5) ? fiscal.quarterEnd(day) : day;
}
