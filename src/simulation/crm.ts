import type { Account } from "./accounts.ts";
import type { Campaign } from "./campaigns.ts";
import type { Contract } from "./contracts.ts";
import type { Deal, World } from "./deal.ts";
import type { Drops } from "./drops.ts";
import type { Lead } from "./leads.ts";
import type { Organisation } from "./organisation.ts";
import type { Person } from "./people.ts";
import type { Sink } from "./sink.ts";
import type { Story } from "./story.ts";

/** Writes the company's business as one layout of exports has it. */
export interface Crm {
  /** Users, products and what else is there whatever is sold. */
  writeFoundation(): void;
  writeAccount(account: Account, contracts: readonly Contract[]): void;
  writeStory(story: Story): void;
  writeLead(lead: Lead): void;
  readonly ids: CrmIds;
}

/** What files beside the CRM, such as invoices and the roster, call its records. */
export interface CrmIds {
  /** `deal` tells which CRM is meant where an account is in two. */
  account(account: Account, deal?: Deal): string;
  opportunity(deal: Deal): string;
  /** Several joined by `;` where a person has a user in two CRMs. */
  user(person: Person): string;
}

export interface CrmOptions extends World {
  readonly sink: Sink;
  readonly drops: Drops;
  readonly mode: "delta" | "full";
  readonly seed: number;
  readonly organisation: Organisation;
  readonly campaigns: readonly Campaign[];
}
