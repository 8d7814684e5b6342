import type { Account } from "./accounts.ts";
import type { Campaign } from "./campaigns.ts";
import { type Day, type Instant, nextWorkday } from "./days.ts";
import type { Deal } from "./deal.ts";
import { instantOn } from "./instants.ts";
import { type Person, peopleNamesOf } from "./people.ts";
import { at, chance, exponential, integer, pick, type Random } from "./random.ts";
import { recordId } from "./salesforce/ids.ts";
import { companyRoots } from "./words/companies.ts";

export interface Lead {
  readonly number: number;
  /** Salesforce's; other layouts number leads. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  readonly company: string;
  readonly account: Account;
  readonly owner: Person;
  readonly source: string;
  readonly campaign: Campaign | undefined;
  /** Status and when it was set; the first one is the creation. */
  readonly statuses: readonly { readonly time: Instant; readonly status: string }[];
  /** The day it was converted and the opportunity that came of it. */
  readonly converted:
    | { readonly day: Day; readonly opportunityId: string; readonly dealNumber: number }
    | undefined;
}

const titles = [
  "VP Operations",
  "IT Director",
  "Head of Data",
  "CFO",
  "Procurement Manager",
  "Analytics Lead",
  "Plant Manager",
  "COO",
] as const;

export interface LeadSeed {
  readonly number: number;
  readonly account: Account;
  readonly source: string;
  readonly campaign: Campaign | undefined;
  readonly random: Random;
}

/** The lead that a deal began with, some days before. */
export function convertedLead(seed: LeadSeed, deal: Deal): Lead {
  const { random } = seed;
  const waited = Math.min(60, 2 + Math.round(exponential(random, 14)));
  const created = nextWorkday(deal.begun - waited);
  return {
    ...contact(seed),
    company: seed.account.name,
    converted: { day: deal.begun, opportunityId: deal.id, dealNumber: deal.number },
    statuses: statuses(seed, [
      [created, "Open - Not Contacted"],
      [Math.min(deal.begun, nextWorkday(created + 1)), "Working - Contacted"],
      [deal.begun, "Closed - Converted"],
    ]),
  };
}

/** A lead that came to nothing, mostly of a company that never became an account. */
export function deadLead(seed: LeadSeed, created: Day): Lead {
  const { random, account } = seed;
  const company = chance(random, 0.25)
    ? account.name
    : `${pick(random, companyRoots)} ${pick(random, account.industry.nouns)}`;
  const worked = nextWorkday(created + integer(random, 0, 6));
  const dropped = nextWorkday(worked + 5 + Math.round(exponential(random, 30)));
  const steps: [Day, string][] = [[created, "Open - Not Contacted"]];
  if (chance(random, 0.8)) steps.push([worked, "Working - Contacted"]);
  if (chance(random, 0.9)) steps.push([dropped, "Closed - Not Converted"]);
  return { ...contact(seed), company, converted: undefined, statuses: statuses(seed, steps) };
}

function contact({ number, account, source, campaign, random }: LeadSeed) {
  const { team } = account.executiveSeat;
  const names = peopleNamesOf(team.region);
  return {
    number,
    id: recordId("Lead", 52_000 + number),
    firstName: pick(random, names.first),
    lastName: pick(random, names.last).replaceAll("-", " "),
    title: pick(random, titles),
    account,
    owner: at(team.developmentReps, 0),
    source,
    campaign,
  };
}

function statuses({ account, random }: LeadSeed, steps: readonly (readonly [Day, string])[]) {
  let last = 0;
  return steps.map(([day, status]) => {
    last = Math.max(last + 90, instantOn(day, account.executiveSeat.team.region, random));
    return { time: last, status };
  });
}
