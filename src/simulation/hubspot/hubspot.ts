import type { Account } from "../accounts.ts";
import type { Crm, CrmIds, CrmOptions } from "../crm.ts";
import { domainOf } from "../domains.ts";
import { createExports } from "../exports.ts";
import type { RegionName } from "../people.ts";
import { at } from "../random.ts";
import { writeActivities, writeLeadCall } from "./activities.ts";
import { writePipeline, writeProducts } from "./catalogue.ts";
import { type Card, writeCompany } from "./company.ts";
import { writeContact } from "./contact.ts";
import { writeDeal } from "./deal.ts";
import { writePropertyHistory, writeStages } from "./history.ts";
import { hubspotIds } from "./ids.ts";
import { writeLineItems } from "./lineitems.ts";
import { writeOwner, writeTeam } from "./owners.ts";
import { writeReminders } from "./reminders.ts";
import { headers } from "./tables.ts";
import { openView, writeViewRow } from "./view.ts";

export interface HubspotOptions extends CrmOptions {
  /** Whose people have a login: everybody's unless told. */
  readonly region?: RegionName;
  /** What an account is called; as everywhere, with its domain, unless told. */
  readonly cardOf?: (account: Account) => Card;
  /** Whether the deals of the last drop are also written as the view "All deals" exports them. */
  readonly hasView: boolean;
}

/**
 * The company as HubSpot's tables have it, as a connector copies them into a warehouse. Left out,
 * since the layout can't carry it: credit splits and the team of a deal, campaigns with their
 * type and cost (a deal and a contact carry the campaign's name), the reporting line and the roles
 * of people (only their teams), when somebody changed teams, blanks typed around a single deal's
 * stage (deals hold a stage's id), and the description of a lead beyond a contact's properties
 * (industry, country and employees are the company's).
 */
export function createHubspot(options: HubspotOptions): Crm {
  const { sink, drops, seed, market, hasView, cardOf = usualCard } = options;
  const exports = createExports({ ...options, source: "hubspot", headers });
  const lastDrop = at(drops.dates, drops.dates.length - 1);
  const view = hasView ? openView(sink, lastDrop, market) : undefined;
  const numbers = { line: 0, engagement: 0 };
  return {
    ids: numericIds,
    writeFoundation() {
      writePipeline(exports, market.start);
      writeProducts(exports, market.start);
      writePeople(options, exports);
    },
    writeAccount(account, contracts) {
      writeCompany({ exports, account, card: cardOf(account), contracts, seed });
    },
    writeStory(story) {
      writeDeal(exports, story, drops.days);
      writeStages(exports, story);
      writePropertyHistory(exports, story);
      numbers.line += writeLineItems(exports, story, numbers.line);
      writeActivities(exports, story, numbers);
      writeReminders(exports, story, numbers);
      if (view) writeViewRow(view, story, cardOf(story.deal.account).name);
    },
    writeLead(lead) {
      writeContact(exports, lead, domainOf(lead.account));
      writeLeadCall(exports, lead, numbers);
    },
  };
}

const usualCard = (account: Account): Card => ({ name: account.name, domain: domainOf(account) });

function writePeople(
  { organisation, market, region }: HubspotOptions,
  exports: Parameters<typeof writeOwner>[0],
): void {
  const isIn = (name: RegionName) => region === undefined || name === region;
  for (const team of organisation.teams) {
    if (isIn(team.region)) writeTeam(exports, team, market.start - 400);
  }
  for (const person of organisation.people) {
    if (person.posts.some((post) => isIn(post.region))) writeOwner(exports, person);
  }
}

const numericIds: CrmIds = {
  account: ({ index }) => hubspotIds.company(index),
  opportunity: ({ number }) => hubspotIds.deal(number),
  user: ({ index }) => hubspotIds.owner(index),
};
