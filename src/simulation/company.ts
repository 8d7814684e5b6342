import { type Ledger, openLedger } from "./billing.ts";
import { type Campaign, campaignFinder, createCampaigns } from "./campaigns.ts";
import { dayOf } from "./days.ts";
import type { World } from "./deal.ts";
import { createDrops, type Drops } from "./drops.ts";
import { createFiscal } from "./fiscal.ts";
import { createMarket } from "./market.ts";
import type { SimulationOptions } from "./options.ts";
import { createOrganisation, type Organisation } from "./organisation.ts";
import { createResults, type Results } from "./results.ts";
import { createExports, type Exports } from "./salesforce/exports.ts";
import { headers } from "./salesforce/headers.ts";
import type { Sink } from "./sink.ts";
import { openTruth, type TruthBook } from "./truthfiles.ts";

/** A simulated company with its files open; the numbers count rows over the whole run. */
export interface Company extends World {
  readonly options: SimulationOptions;
  readonly sink: Sink;
  readonly drops: Drops;
  readonly organisation: Organisation;
  readonly campaigns: readonly Campaign[];
  readonly findCampaign: ReturnType<typeof campaignFinder>;
  readonly exports: Exports;
  readonly ledger: Ledger;
  readonly truth: TruthBook;
  readonly results: Results;
  readonly numbers: {
    deal: number;
    lead: number;
    history: number;
    fieldHistory: number;
    line: number;
    task: number;
    event: number;
    split: number;
    teamMember: number;
  };
}

/** Founds the company: its calendar, market, people and campaigns, and opens its files. */
export function createCompany(options: SimulationOptions, sink: Sink): Company {
  const fiscal = createFiscal(options.fiscalYearStartMonth);
  const asOf = dayOf(options.asOf);
  const start = fiscal.yearStart(fiscal.yearOf(asOf) - options.years);
  const { seed, reps } = options;
  const drops = createDrops(start, asOf);
  const market = createMarket(seed, start, asOf, fiscal);
  const campaigns = createCampaigns({ seed, reps, fiscal, start, asOf });
  return {
    options,
    sink,
    fiscal,
    market,
    drops,
    campaigns,
    organisation: createOrganisation({ reps, seed, start, asOf, fiscal }),
    findCampaign: campaignFinder(campaigns),
    exports: createExports({ sink, drops, mode: options.drops, headers }),
    ledger: openLedger(sink),
    truth: openTruth(sink),
    results: createResults({ market, fiscal }),
    numbers: {
      deal: 0,
      lead: 0,
      history: 0,
      fieldHistory: 0,
      line: 0,
      task: 0,
      event: 0,
      split: 1,
      teamMember: 1,
    },
  };
}
