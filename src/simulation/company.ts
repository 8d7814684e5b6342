import { type Ledger, openLedger } from "./billing.ts";
import { type Campaign, campaignFinder, createCampaigns } from "./campaigns.ts";
import type { Crm } from "./crm.ts";
import { dayOf } from "./days.ts";
import type { World } from "./deal.ts";
import { createDrops, type Drops } from "./drops.ts";
import { createFiscal } from "./fiscal.ts";
import { createCrm } from "./layouts.ts";
import { createMarket } from "./market.ts";
import type { SimulationOptions } from "./options.ts";
import { createOrganisation, type Organisation } from "./organisation.ts";
import { createResults, type Results } from "./results.ts";
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
  readonly crm: Crm;
  readonly ledger: Ledger;
  readonly truth: TruthBook;
  readonly results: Results;
  readonly numbers: { deal: number; lead: number };
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
  const organisation = createOrganisation({ reps, seed, start, asOf, fiscal });
  const world = { fiscal, market, drops, campaigns, organisation };
  const crm = createCrm(options, { ...world, sink, seed, mode: options.drops });
  return {
    ...world,
    options,
    sink,
    crm,
    findCampaign: campaignFinder(campaigns),
    ledger: openLedger(sink, crm.ids),
    truth: openTruth(sink, crm.ids),
    results: createResults({ market, fiscal }),
    numbers: { deal: 0, lead: 0 },
  };
}
