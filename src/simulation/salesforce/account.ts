import { type Account, openSeat, segmentName } from "../accounts.ts";
import type { Contract } from "../contracts.ts";
import { field } from "../csv.ts";
import { type Day, type Instant, instantText, utcDay } from "../days.ts";
import { instantOn } from "../instants.ts";
import { at, createRandom } from "../random.ts";
import { handovers, holderOn } from "../teams.ts";
import type { Exports } from "./exports.ts";

export const accountHeader = [
  "Id",
  "Name",
  "ParentId",
  "OwnerId",
  "Type",
  "Industry",
  "AnnualRevenue",
  "NumberOfEmployees",
  "BillingCountry",
  "Segment__c",
  "IsDeleted",
  "CreatedDate",
  "SystemModstamp",
] as const;

export interface AccountRows {
  readonly exports: Exports;
  readonly account: Account;
  readonly contracts: readonly Contract[];
  readonly seed: number;
}

/** Writes an account when it is created, changes hands, becomes a customer and stops being one. */
export function writeAccount({ exports, account, contracts, seed }: AccountRows): void {
  const random = createRandom(seed, "account rows", account.index);
  const { region } = account.executiveSeat.team;
  let last = 0;
  const times = changeDays(account, contracts).map((day): Instant => {
    last = Math.max(last + 61, instantOn(day, region, random));
    return last;
  });
  exports.record("Account", times, (version) => {
    const time = at(times, version);
    return row(account, contracts, time, at(times, 0));
  });
}

function changeDays(account: Account, contracts: readonly Contract[]): Day[] {
  const { created } = account;
  const seat = openSeat(account.executiveSeat, created, account.index);
  const days = [created, ...handovers(seat, created, 40_000).map(({ from }) => from)];
  for (const { start, end } of contracts) days.push(Math.max(start, created + 1), end + 1);
  if (account.executiveSeat.opens > created) days.push(account.executiveSeat.opens);
  return [...new Set(days)].sort((a, b) => a - b);
}

function row(account: Account, contracts: readonly Contract[], time: Instant, created: Instant) {
  const day = utcDay(time);
  const seat = openSeat(account.executiveSeat, day, account.index);
  return [
    account.id,
    field(account.name),
    account.parentId,
    holderOn(seat, day).userId,
    typeOn(contracts, day),
    account.industry.name,
    account.annualRevenue,
    account.employees,
    account.country.name,
    segmentName(account),
    false,
    instantText(created),
    instantText(time),
  ].join();
}

function typeOn(contracts: readonly Contract[], day: Day): string {
  if (contracts.some(({ start, end }) => start <= day && end >= day)) return "Customer - Direct";
  return contracts.some(({ end }) => end < day) ? "Former Customer" : "Prospect";
}
