import { companyName } from "./companynames.ts";
import { type Day, nextWorkday } from "./days.ts";
import type { Market } from "./market.ts";
import { type SegmentTruth, segments, segmentTruth } from "./parameters.ts";
import {
  at,
  categorical,
  chance,
  createRandom,
  gammaOfMeanOne,
  integer,
  lognormal,
  pick,
  type Random,
} from "./random.ts";
import { recordId } from "./salesforce/ids.ts";
import type { Seat, Team, TeamKind } from "./teams.ts";
import { type Country, countries, type Industry, industries } from "./words/companies.ts";

export interface Account {
  readonly index: number;
  /** Salesforce's; other layouts number accounts by their index. */
  readonly id: string;
  readonly name: string;
  /** The index of the account that owns it. */
  readonly parent: number | undefined;
  /** Index into the segments. */
  readonly segment: number;
  readonly truth: SegmentTruth;
  readonly industry: Industry;
  readonly country: Country;
  readonly created: Day;
  readonly employees: number;
  readonly annualRevenue: number;
  /** Latent: how much this account could buy, 1 on average within its segment. */
  readonly potential: number;
  /** Latent: how content it is as a customer, 1 on average. */
  readonly health: number;
  readonly executiveSeat: Seat;
  readonly managerSeat: Seat;
}

const segmentWeights: Readonly<Record<TeamKind, readonly number[]>> = {
  enterprise: [48, 42, 10],
  commercial: [6, 50, 44],
  mixed: [26, 40, 34],
};

export interface AccountBook {
  readonly seed: number;
  readonly teams: readonly Team[];
  readonly market: Market;
}

/** The account of a number; always the same one for the same company. */
export function createAccount(book: AccountBook, index: number): Account {
  const random = createRandom(book.seed, "account", index);
  const team = at(book.teams, Math.floor(random() * book.teams.length));
  const segment = categorical(random, segmentWeights[team.kind]);
  const industry = byShare(random, industries);
  const nations = at(
    Object.entries(countries).filter(([region]) => region === team.region),
    0,
  )[1];
  const country = byShare(random, nations);
  const truth = at(segmentTruth, segment);
  const employees = Math.max(8, Math.round(lognormal(random, truth.medianEmployees, 0.7)));
  return {
    index,
    id: accountId(index),
    name: companyName(random, index, industry, country),
    segment,
    truth,
    industry,
    country,
    employees,
    annualRevenue: Math.round(lognormal(random, employees * 0.21, 0.35) * 10) * 100_000,
    potential: gammaOfMeanOne(random, 3) * industry.potential,
    health: gammaOfMeanOne(random, 4),
    executiveSeat: pickSeat(random, team, "account_executive"),
    managerSeat: pickSeat(random, team, "account_manager"),
    ...parentage(book, random, index),
  };
}

function byShare<Item extends { readonly share: number }>(random: Random, items: readonly Item[]) {
  const weights = items.map(({ share }) => share);
  return at(items, categorical(random, weights));
}

export const segmentName = ({ segment }: Account) => at(segments, segment);
/** Salesforce's id of the account of a number. */
export const accountId = (index: number) => recordId("Account", 88_000 + index * 3);

/** Only these have subsidiaries. */
export const firstAccounts = 20;

/** Subsidiaries follow their parent into the CRM. */
function parentage(book: AccountBook, random: Random, index: number) {
  const own = createdOn(book, index);
  if (index < firstAccounts || !chance(random, 0.045)) return { parent: undefined, created: own };
  const parent = integer(random, 0, firstAccounts - 1);
  return { parent, created: Math.max(own, createdOn(book, parent)) };
}

/** Two thirds of the accounts are known on the first day, the rest turn up over the years. */
function createdOn({ seed, market: { start, asOf } }: AccountBook, index: number): Day {
  const random = createRandom(seed, "account created", index);
  if (chance(random, 0.64)) return nextWorkday(start - integer(random, 20, 1500));
  return nextWorkday(integer(random, start, asOf - 60));
}

/** Accounts of a seat that isn't open yet are worked from the team's first seat of that role. */
function pickSeat(random: Random, team: Team, role: Seat["role"]): Seat {
  const seats = team.seats.filter((seat) => seat.role === role);
  return seats.length > 0 ? pick(random, seats) : at(team.seats, 0);
}

export function openSeat(seat: Seat, day: Day, index: number): Seat {
  if (seat.opens <= day) return seat;
  const open = seat.team.seats.filter(({ role, opens }) => role === seat.role && opens === 0);
  return open[index % open.length] ?? seat;
}
