import { field, moneyText } from "../csv.ts";
import { utcDay } from "../days.ts";
import { nameOf } from "../dealnames.ts";
import { type Dirt, descriptionOf, garbledAmount, garbledDrop } from "../dirt.ts";
import type { Person } from "../people.ts";
import { at } from "../random.ts";
import { isClosed, isLost, type Version } from "../record.ts";
import { recurringOf } from "../recurring.ts";
import type { Story } from "../story.ts";
import { wonStage } from "../words/deals.ts";
import type { HubspotExports } from "./exports.ts";
import { hubspotIds, portalId, removedOwnerId } from "./ids.ts";
import { closeInstant, momentText } from "./moments.ts";
import {
  associations,
  categoryCodes,
  dealTypes,
  definedBy,
  pipelineId,
  stageIds,
  stageRates,
} from "./words.ts";

/** Writes a deal into every drop that would hold it, with its row-level dirt, and its company. */
export function writeDeal(
  exports: HubspotExports,
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
  exports.record("deal", times, row);
  if (dirt === "duplicate_row") {
    const inFirst = times.filter((time) => exports.dropOf(time) === first).length;
    exports.repeat("deal", at(times, 0), (drop) => row(inFirst - 1, drop));
  }
  exports.append("deal_company", at(times, 0), () =>
    [parts.company, parts.id, associations.dealToCompany, definedBy].join(),
  );
}

/** What never changes about a deal, put into text once. */
function constantParts({ deal, dirt, versions }: Story) {
  return {
    id: hubspotIds.deal(deal.number),
    company: hubspotIds.company(deal.account.index),
    name: field(nameOf(deal)),
    description: descriptionOf(dirt),
    created: momentText(at(versions, 0).time),
    campaign: field(deal.campaign?.name ?? ""),
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
  return [
    parts.id,
    version.isDeleted,
    pipelineId,
    at(stageIds, stage),
    ownerOf(version.owner, dirt),
    portalId,
    parts.name,
    parts.description,
    isGarbled ? garbledAmount(deal.number) : amountText(amount),
    momentText(closeInstant(version.close, deal.number)),
    parts.created,
    dealTypes[deal.kind][0],
    deal.account.country.currency,
    at(stageRates, stage),
    at(categoryCodes, version.category),
    version.nextStep.includes(",") ? field(version.nextStep) : version.nextStep,
    isClosed(version),
    stage === wonStage,
    parts.company,
    lastActivity(story, dropEnd),
    momentText(version.time),
    deal.leadSource,
    parts.campaign,
    amountText(recurringOf(story, amount)),
    deal.termMonths,
    isLost(version) ? story.lossReason : "",
    stage >= 2 ? story.competitor : "",
  ].join();
}

export const ownerOf = (owner: Person, dirt: Dirt | undefined) =>
  dirt === "unknown_owner" ? removedOwnerId : hubspotIds.owner(owner.index);

export const amountText = (amount: number | undefined) =>
  amount === undefined ? "" : moneyText(amount);

/** The last activity that was logged when the drop was taken. */
function lastActivity({ activities }: Story, dropEnd: number): string {
  let last: number | undefined;
  for (const { time } of activities) {
    if (utcDay(time) > dropEnd) break;
    last = time;
  }
  return last === undefined ? "" : momentText(last);
}
