import { accountTimes, type Standing, standingOn } from "../accountlife.ts";
import { type Account, openSeat, segmentName } from "../accounts.ts";
import type { Contract } from "../contracts.ts";
import { field } from "../csv.ts";
import { utcDay } from "../days.ts";
import { at } from "../random.ts";
import { holderOn } from "../teams.ts";
import type { HubspotExports } from "./exports.ts";
import { hubspotIds } from "./ids.ts";
import { momentText, syncText } from "./moments.ts";

/** What an account is called in HubSpot, and the domain that is known of it, if any. */
export interface Card {
  readonly name: string;
  readonly domain: string;
}

const types: Readonly<Record<Standing, string>> = {
  customer: "CUSTOMER",
  former: "PAST_CUSTOMER",
  prospect: "PROSPECT",
};

export interface CompanyRows {
  readonly exports: HubspotExports;
  readonly account: Account;
  readonly card: Card;
  readonly contracts: readonly Contract[];
  readonly seed: number;
}

/** Writes a company when it is created, changes hands, becomes a customer and stops being one. */
export function writeCompany({ exports, account, card, contracts, seed }: CompanyRows): void {
  const times = accountTimes(account, contracts, seed);
  const created = momentText(at(times, 0));
  const parent = account.parent === undefined ? "" : hubspotIds.company(account.parent);
  exports.record("company", times, (version) => {
    const time = at(times, version);
    const day = utcDay(time);
    const seat = openSeat(account.executiveSeat, day, account.index);
    return [
      hubspotIds.company(account.index),
      false,
      syncText(time),
      field(card.name),
      "",
      created,
      account.industry.name,
      ",,,",
      account.country.name,
      account.annualRevenue,
      "",
      card.domain,
      account.employees,
      hubspotIds.owner(holderOn(seat, day).index),
      types[standingOn(contracts, day)],
      segmentName(account),
      parent,
      momentText(time),
    ].join();
  });
}
