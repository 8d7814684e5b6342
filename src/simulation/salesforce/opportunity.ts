import { field, moneyText } from "../csv.ts";
import { dateText, instantText } from "../days.ts";
import { nameOf } from "../dealnames.ts";
import { descriptionOf, garbledAmount, garbledDrop, ownerIdOf } from "../dirt.ts";
import { at } from "../random.ts";
import { isClosed, isLost, type Version } from "../record.ts";
import { recurringOf } from "../recurring.ts";
import type { Story } from "../story.ts";
import { categories, stagePercents, stages, wonStage } from "../words/deals.ts";
import type { SalesforceExports } from "./exports.ts";

export const opportunityHeader = [
  "Id",
  "AccountId",
  "OwnerId",
  "Name",
  "Description",
  "Type",
  "StageName",
  "Amount",
  "CurrencyIsoCode",
  "Probability",
  "ExpectedRevenue",
  "CloseDate",
  "ForecastCategoryName",
  "NextStep",
  "LeadSource",
  "CampaignId",
  "IsClosed",
  "IsWon",
  "IsDeleted",
  "HasOpportunityLineItem",
  "CreatedDate",
  "LastActivityDate",
  "SystemModstamp",
  "Recurring_Revenue__c",
  "Term_Months__c",
  "Loss_Reason__c",
  "Competitor__c",
] as const;

const types = {
  new: "New Business",
  expansion: "Existing Business - Expansion",
  renewal: "Renewal",
} as const;

/** Writes an opportunity into every drop that would hold it, with its row-level dirt. */
export function writeOpportunity(
  exports: SalesforceExports,
  story: Story,
  dropEnds: readonly number[],
): void {
  const { versions, dirt } = story;
  const times = versions.map(({ time }) => time);
  const parts = constantParts(story);
  const first = exports.dropOf(at(times, 0));
  const garbledIn = garbledDrop(dirt, first, exports.dropOf(at(times, times.length - 1)));
  const row = (version: number, drop: number) =>
    rowOf(story, parts, at(versions, version), at(dropEnds, drop), drop === garbledIn);
  exports.record("Opportunity", times, row);
  if (dirt === "duplicate_row") {
    const inFirst = times.filter((time) => exports.dropOf(time) === first).length;
    exports.repeat("Opportunity", at(times, 0), (drop) => row(inFirst - 1, drop));
  }
}

/** What never changes about an opportunity, put into text once. */
function constantParts({ deal, dirt, versions }: Story) {
  return {
    name: field(nameOf(deal)),
    description: descriptionOf(dirt),
    currency: deal.account.country.currency,
    created: instantText(at(versions, 0).time),
  };
}

function rowOf(
  story: Story,
  parts: ReturnType<typeof constantParts>,
  version: Version,
  dropEnd: number,
  isGarbled: boolean,
): string {
  const { deal, dirt } = story;
  const { stage, amount } = version;
  const isWon = stage === wonStage;
  const percent = at(stagePercents, stage);
  return [
    deal.id,
    deal.account.id,
    ownerIdOf(version.owner, dirt),
    parts.name,
    parts.description,
    types[deal.kind],
    dirt === "stage_blank" ? `${at(stages, stage)} ` : at(stages, stage),
    isGarbled ? garbledAmount(deal.number) : amountText(amount),
    parts.currency,
    percent,
    amount === undefined ? "" : moneyText(Math.round((amount * percent) / 100)),
    dateText(version.close),
    at(categories, version.category),
    version.nextStep.includes(",") ? field(version.nextStep) : version.nextStep,
    deal.leadSource,
    deal.campaign?.id ?? "",
    isClosed(version),
    isWon,
    version.isDeleted,
    version.hasLines,
    parts.created,
    lastActivity(story, dropEnd),
    instantText(version.time),
    amountText(recurringOf(story, amount)),
    deal.termMonths,
    isLost(version) ? story.lossReason : "",
    stage >= 2 ? story.competitor : "",
  ].join();
}

const amountText = (amount: number | undefined) => (amount === undefined ? "" : moneyText(amount));

/** The last activity known when the drop was taken. */
function lastActivity({ activities }: Story, dropEnd: number): string {
  let text = "";
  for (const { day } of activities) {
    if (day > dropEnd) break;
    text = dateText(day);
  }
  return text;
}
