import { type Account, createAccount } from "./accounts.ts";
import { writeSubscription } from "./billing.ts";
import { type Company, createCompany } from "./company.ts";
import { liveAccount } from "./customers.ts";
import { writeDeadLeads } from "./deadleads.ts";
import { playDeal } from "./deals.ts";
import type { SimulationOptions } from "./options.ts";
import { writePlans } from "./plans.ts";
import type { Sink } from "./sink.ts";
import { writeAccountTruth, writeSmallTruth } from "./truthfiles.ts";

/** How far a simulation is. */
export interface SimulationProgress {
  readonly accounts: number;
  readonly opportunities: number;
}

const accountsPerStep = 250;

/**
 * Simulates a company and writes what its systems would export. Account by account, each with its
 * whole life, so memory doesn't grow with the volume; nothing is kept but sums by team and quarter.
 * Same options, same bytes.
 *
 * @param sink takes the files as they grow; must not mind many being open
 * @yields after every few hundred accounts, for progress and for others to run
 */
export function* simulate(options: SimulationOptions, sink: Sink): Generator<SimulationProgress> {
  const company = createCompany(options, sink);
  writeSmallTruth(sink, company.organisation, company);
  company.crm.writeFoundation();
  const book = { seed: options.seed, teams: company.organisation.teams, market: company.market };
  for (let index = 0; index < options.accounts; index++) {
    writeLife(company, createAccount(book, index));
    if ((index + 1) % accountsPerStep === 0) yield progressOf(company, index + 1);
  }
  writePlans(company);
  yield progressOf(company, options.accounts);
}

const progressOf = ({ numbers }: Company, accounts: number) => ({
  accounts,
  opportunities: numbers.deal,
});

function writeLife(company: Company, account: Account): void {
  const { options, crm, truth, market, ledger } = company;
  const contracts = liveAccount({
    ...company,
    account,
    seed: options.seed,
    activity: 1,
    play: (opening) => playDeal(company, account, opening),
  });
  for (const { start, end, recurring } of contracts) {
    if (start >= market.start) continue;
    const euros = account.country.currency === "EUR" ? market.euros(start) : 1;
    const monthly = Math.round((recurring / 12) * euros) * 100;
    writeSubscription(ledger, account, undefined, { start, end, monthly });
  }
  crm.writeAccount(account, contracts);
  writeDeadLeads(company, account);
  writeAccountTruth(truth, account);
}

/** Opportunities an account has a year, by the sample's measure. */
const perAccountYear = 1.81;
const accountsPerRep = 27;

/** Accounts and reps that give about a number of opportunities over some fiscal years. */
export function sizeFor(
  opportunities: number,
  years: number,
): Pick<SimulationOptions, "accounts" | "reps"> {
  const accounts = Math.max(20, Math.round(opportunities / (perAccountYear * (years + 0.42))));
  return { accounts, reps: Math.max(4, Math.round(accounts / accountsPerRep)) };
}
