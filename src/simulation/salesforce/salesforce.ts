import type { Account } from "../accounts.ts";
import type { Crm, CrmIds, CrmOptions } from "../crm.ts";
import { createExports } from "../exports.ts";
import { writeAccount } from "./account.ts";
import { writeActivities, writeLeadCall } from "./activities.ts";
import { writeCredit } from "./credit.ts";
import type { SalesforceExports } from "./exports.ts";
import { headers } from "./headers.ts";
import { writeHistory } from "./history.ts";
import { writeLineItems } from "./lineitems.ts";
import { writeCampaign, writeLead } from "./marketing.ts";
import { writeOpportunity } from "./opportunity.ts";
import { writeProducts } from "./products.ts";
import {
  territoryHeaders,
  writeAccountTerritory,
  writeTerritories,
  writeTerritoryUsers,
} from "./territories.ts";
import { writeUserRoles, writeUsers } from "./users.ts";

export interface SalesforceOptions extends CrmOptions {
  /** The website of an account, in an org that keeps them. */
  readonly websiteOf?: (account: Account) => string;
  readonly hasTerritories?: boolean;
}

/** The whole company: the only layout that carries splits, teams of a deal and campaigns' costs. */
export function createSalesforce(options: SalesforceOptions): Crm {
  const { drops, seed, organisation, campaigns, market, websiteOf, hasTerritories } = options;
  const exports = openExports(options);
  const numbers = {
    history: 0,
    fieldHistory: 0,
    line: 0,
    task: 0,
    event: 0,
    split: 1,
    teamMember: 1,
  };
  return {
    ids: salesforceIds,
    writeFoundation() {
      writeUsers(exports, organisation);
      writeUserRoles(exports, organisation, market.start);
      writeProducts(exports, market.start);
      for (const campaign of campaigns) writeCampaign(exports, campaign);
      if (!hasTerritories) return;
      writeTerritories(exports, market.start);
      writeTerritoryUsers(exports, organisation);
    },
    writeAccount(account, contracts) {
      writeAccount({ exports, account, contracts, seed, website: websiteOf?.(account) });
      if (hasTerritories) writeAccountTerritory(exports, account, market, seed);
    },
    writeStory(story) {
      writeOpportunity(exports, story, drops.days);
      writeHistory(exports, story, numbers);
      numbers.line += writeLineItems(exports, story, numbers.line);
      writeActivities(exports, story, numbers);
      if (story.dirt !== "deleted") writeCredit(exports, story, seed, numbers);
    },
    writeLead(lead) {
      writeLead(exports, lead);
      writeLeadCall(exports, lead, numbers);
    },
  };
}

function openExports(options: SalesforceOptions): SalesforceExports {
  const plain = options.websiteOf
    ? { ...headers, Account: [...headers.Account, "Website"] }
    : headers;
  const org = { ...options, source: "salesforce" };
  if (!options.hasTerritories) return createExports({ ...org, headers: plain });
  return createExports({ ...org, headers: { ...plain, ...territoryHeaders } });
}

/** Records carry Salesforce's ids from their making. */
const salesforceIds: CrmIds = {
  account: ({ id }) => id,
  opportunity: ({ id }) => id,
  user: ({ userId }) => userId,
};
