import type { Account } from "./accounts.ts";
import { billDeal, type Span } from "./billing.ts";
import type { Company } from "./company.ts";
import { daysOf } from "./contracts.ts";
import { utcDay } from "./days.ts";
import type { Deal } from "./deal.ts";
import { convertedLead } from "./leads.ts";
import type { Opening, Outcome } from "./opening.ts";
import { truth } from "./parameters.ts";
import { at, categorical, createRandom, gammaOfMeanOne, lognormal, type Random } from "./random.ts";
import { recordId } from "./salesforce/ids.ts";
import { type Story, storyOf } from "./story.ts";
import { holderOn } from "./teams.ts";
import { writeDealTruth } from "./truthfiles.ts";

const sources = [
  "Web",
  "Webinar",
  "Trade Show",
  "Paid Search",
  "Partner Referral",
  "Customer Referral",
  "Outbound",
] as const;
const sourceWeights = [17, 10, 13, 13, 10, 8, 29] as const;

/** Plays a deal, writes all that the company's systems hold of it, and tells how it ended. */
export function playDeal(company: Company, account: Account, opening: Opening): Outcome {
  const deal = dealOf(company, account, opening);
  const story = storyOf(deal, company, company.options.dirt);
  const { isWon, closed } = story.path;
  const start = startOf(opening, closed, deal.number);
  company.results.add(story);
  if (isExported(company, story)) {
    writeStory(company, story);
    const end = opening.kind === "expansion" ? opening.contract?.end : undefined;
    const usual = start + daysOf(deal.termMonths) - 1;
    const span = { start, end: Math.max(start, end ?? usual) };
    if (story.dirt !== "deleted") bill(company, story, span);
  }
  return { isWon, closed, start };
}

/** Only what was open when the CRM began, or came after, and was logged by the last drop. */
function isExported({ market, drops }: Company, { path, versions }: Story): boolean {
  const [first] = versions;
  if (!first || path.closed < market.start) return false;
  return drops.dropOf(utcDay(first.time)) < drops.dates.length;
}

const bill = ({ ledger, options, market }: Company, story: Story, span: Span) =>
  billDeal(ledger, story, span, options.seed, market.asOf);

/** A renewal follows the old contract; everything else starts within three weeks. */
function startOf({ kind, contract }: Opening, closed: number, number: number): number {
  if (kind === "renewal" && contract) return contract.end + 1;
  return closed + 1 + (number % 20);
}

function dealOf(company: Company, account: Account, opening: Opening): Deal {
  const number = company.numbers.deal++;
  const random = createRandom(company.options.seed, "deal", number);
  const leadSource = sourceOf(opening, random);
  const { kind, begun, seat, recurring, termMonths, contract } = opening;
  return {
    number,
    id: recordId("Opportunity", 61_000 + number),
    account,
    kind,
    seat,
    owner: holderOn(seat, begun),
    begun,
    recurring,
    termMonths,
    leadSource,
    campaign: kind === "new" ? company.findCampaign(leadSource, begun - 12, random) : undefined,
    frailty: Math.max(0.02, gammaOfMeanOne(random, truth.frailtyShape)),
    effort: lognormal(random, 0.92, 0.4),
    contractEnd: kind === "renewal" ? contract?.end : undefined,
    random,
  };
}

function sourceOf({ kind }: Opening, random: Random): string {
  return kind === "new" ? at(sources, categorical(random, sourceWeights)) : "Existing Customer";
}

function writeStory(company: Company, story: Story): void {
  const { crm, truth: book } = company;
  crm.writeStory(story);
  if (story.deal.campaign && story.deal.number % 2 === 0) writeOrigin(company, story.deal);
  writeDealTruth(book, story);
}

/** Half of the deals that a campaign brought were a lead first; reps opened the others directly. */
function writeOrigin({ crm, numbers, options }: Company, deal: Deal): void {
  const number = numbers.lead++;
  const random = createRandom(options.seed, "lead", number);
  const { account, leadSource, campaign } = deal;
  const lead = convertedLead({ number, account, source: leadSource, campaign, random }, deal);
  crm.writeLead(lead);
}
