import { InputError } from "../errors.ts";
import { type Account, firstAccounts } from "./accounts.ts";
import type { Crm, CrmIds } from "./crm.ts";
import type { Deal } from "./deal.ts";
import { createHubspot } from "./hubspot/hubspot.ts";
import type { Organisation } from "./organisation.ts";
import type { RegionName } from "./people.ts";
import { createSalesforce, type SalesforceOptions } from "./salesforce/salesforce.ts";
import { cardOf, matchOf, openMatches, websiteOf } from "./sharedaccounts.ts";

/** The region that was bought with its HubSpot. */
const acquired: RegionName = "EMEA";

const isAcquired = ({ executiveSeat }: Account) => executiveSeat.team.region === acquired;

/**
 * A company with two CRMs: an acquired region works in HubSpot, the rest in Salesforce. A fifth of
 * the region's accounts are in both, and expansions of those are sold in Salesforce, so that only
 * merged accounts give the whole. The region's people have a user in both.
 * `truth/account_matches.csv` tells which account is which.
 *
 * @throws InputError when the company is too small to have the region
 */
export function createAcquired(options: SalesforceOptions & { readonly hasView: boolean }): Crm {
  const { seed, sink, organisation } = options;
  refuseSmall(organisation);
  const match = (account: Account) => (isAcquired(account) ? matchOf(account, seed) : undefined);
  const salesforce = createSalesforce({ ...options, websiteOf });
  const hubspot = createHubspot({
    ...options,
    region: acquired,
    cardOf: (account) => cardOf(account, match(account)),
  });
  const inSalesforce = keepParents(salesforce);
  const inHubspot = keepParents(hubspot);
  const home = (account: Account) => (isAcquired(account) ? hubspot : salesforce);
  const crmOf = ({ account, kind }: Deal) =>
    kind === "expansion" && match(account) ? salesforce : home(account);
  const writeMatch = openMatches(sink);
  return {
    ids: idsOf(home, crmOf, hubspot),
    writeFoundation() {
      salesforce.writeFoundation();
      hubspot.writeFoundation();
    },
    writeAccount(account, contracts) {
      const shared = match(account);
      if (shared || !isAcquired(account)) inSalesforce(account, contracts);
      if (isAcquired(account)) inHubspot(account, contracts);
      if (!shared) return;
      writeMatch(`${salesforce.ids.account(account)},${hubspot.ids.account(account)},${shared}`);
    },
    writeStory: (story) => crmOf(story.deal).writeStory(story),
    writeLead: (lead) => home(lead.account).writeLead(lead),
  };
}

/** Writes accounts with their parent where the same CRM holds it; parents are among the first. */
function keepParents(crm: Crm): Crm["writeAccount"] {
  const held = new Set<number>();
  return (account, contracts) => {
    const { index, parent } = account;
    if (index < firstAccounts) held.add(index);
    const isHeld = parent !== undefined && held.has(parent);
    crm.writeAccount(isHeld ? account : { ...account, parent: undefined }, contracts);
  };
}

function idsOf(home: (account: Account) => Crm, crmOf: (deal: Deal) => Crm, hubspot: Crm): CrmIds {
  return {
    account: (account, deal) => (deal ? crmOf(deal) : home(account)).ids.account(account),
    opportunity: (deal) => crmOf(deal).ids.opportunity(deal),
    user(person) {
      const isTheirs = person.posts.some(({ region }) => region === acquired);
      return isTheirs ? `${person.userId};${hubspot.ids.user(person)}` : person.userId;
    },
  };
}

function refuseSmall({ teams }: Organisation): void {
  if (teams.some(({ region }) => region === acquired)) return;
  throw new InputError(`too few teams for an acquired region: ${teams.length}`, {
    remedy: "Give 19 reps or more: the third team is the first of another region.",
  });
}
