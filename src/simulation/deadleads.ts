import type { Account } from "./accounts.ts";
import type { Company } from "./company.ts";
import { nextWorkday } from "./days.ts";
import { deadLead } from "./leads.ts";
import { createRandom, integer, pick, poisson } from "./random.ts";

const perAccountYear = 0.75;
const sources = ["Web", "Webinar", "Webinar", "Trade Show", "Trade Show", "Paid Search"] as const;

/** Leads that never become anything: about three a year for every four accounts. */
export function writeDeadLeads(company: Company, account: Account): void {
  const { market, options, numbers, crm, findCampaign } = company;
  const random = createRandom(options.seed, "dead leads", account.index);
  const years = (market.asOf - market.start) / 365;
  for (let n = poisson(random, perAccountYear * years); n > 0; n--) {
    const created = nextWorkday(integer(random, market.start, market.asOf - 3));
    const source = pick(random, sources);
    const campaign = findCampaign(source, created, random);
    crm.writeLead(deadLead({ number: numbers.lead++, account, source, campaign, random }, created));
  }
}
