import { accountTimes, type Standing, standingOn } from "../accountlife.ts";
import { type Account, accountId, openSeat, segmentName } from "../accounts.ts";
import type { Contract } from "../contracts.ts";
import { field } from "../csv.ts";
import { type Instant, instantText, utcDay } from "../days.ts";
import { at } from "../random.ts";
import { holderOn } from "../teams.ts";
import type { SalesforceExports } from "./exports.ts";

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

const types: Readonly<Record<Standing, string>> = {
  customer: "Customer - Direct",
  former: "Former Customer",
  prospect: "Prospect",
};

export interface AccountRows {
  readonly exports: SalesforceExports;
  readonly account: Account;
  readonly contracts: readonly Contract[];
  readonly seed: number;
  /** Blank where nobody typed it, undefined in an org that keeps none. */
  readonly website: string | undefined;
}

/** Writes an account when it is created, changes hands, becomes a customer and stops being one. */
export function writeAccount({ exports, account, contracts, seed, website }: AccountRows): void {
  const times = accountTimes(account, contracts, seed);
  exports.record("Account", times, (version) => {
    const cells = row(account, contracts, at(times, version), at(times, 0));
    return (website === undefined ? cells : [...cells, website]).join();
  });
}

function row(account: Account, contracts: readonly Contract[], time: Instant, created: Instant) {
  const day = utcDay(time);
  const seat = openSeat(account.executiveSeat, day, account.index);
  return [
    account.id,
    field(account.name),
    account.parent === undefined ? "" : accountId(account.parent),
    holderOn(seat, day).userId,
    types[standingOn(contracts, day)],
    account.industry.name,
    account.annualRevenue,
    account.employees,
    account.country.name,
    segmentName(account),
    false,
    instantText(created),
    instantText(time),
  ];
}
