import type { Account } from "./accounts.ts";
import { domainOf } from "./domains.ts";
import type { Card } from "./hubspot/company.ts";
import { at, categorical, chance, createRandom } from "./random.ts";
import type { LineWriter, Sink } from "./sink.ts";

/**
 * By what an account that two CRMs hold can be recognised: by its domain, though one of them
 * writes its name otherwise; by its name alone, since one has no domain; or by nothing.
 */
const matches = ["domain", "name", "none"] as const;
export type Match = (typeof matches)[number];
const weights = [50, 25, 25] as const;
const sharedShare = 0.2;

/** Whether a second CRM holds an account too, and what tells; undefined when it doesn't. */
export function matchOf(account: Account, seed: number): Match | undefined {
  const random = createRandom(seed, "shared account", account.index);
  if (!chance(random, sharedShare)) return undefined;
  return at(matches, categorical(random, weights));
}

/** What the acquired CRM's people typed for an account. */
export function cardOf(account: Account, match: Match | undefined): Card {
  const { name, index } = account;
  switch (match) {
    case "domain":
      return {
        name: index % 2 === 0 ? name : `${firstWord(name)} Group`,
        domain: domainOf(account),
      };
    case "name":
      return { name, domain: "" };
    case "none":
      return { name: `${firstWord(name)} (${account.country.name})`, domain: "" };
    default:
      return { name, domain: domainOf(account) };
  }
}

const firstWord = (name: string) => name.split(/[ ,;]/)[0] ?? name;

export const websiteOf = (account: Account) => `https://www.${domainOf(account)}`;

/** Opens the truth of which account of one CRM is which of the other. */
export const openMatches = (sink: Sink): LineWriter =>
  sink.table("truth/account_matches.csv", "salesforce_id,hubspot_id,match");
