import { field } from "../csv.ts";
import { at } from "../random.ts";
import type { Version } from "../record.ts";
import type { Story } from "../story.ts";
import { amountText, ownerOf } from "./deal.ts";
import type { HubspotExports } from "./exports.ts";
import { hubspotIds } from "./ids.ts";
import { closeInstant, momentText, stampBefore, stampText, syncText } from "./moments.ts";
import { categoryCodes, stageIds, stageRates } from "./words.ts";

/** How a change came about: by hand, by the owner of the time. */
const changeSource = "CRM_UI";
const changedBy = ({ owner }: Version) => `userId:${hubspotIds.user(owner.index)}`;
/** The connector's end of what still holds. */
const openEnd = "2050-01-01 00:00:00";

/** One row a stage that a deal is in: open while it is, closed when it leaves. */
export function writeStages(exports: HubspotExports, { deal, versions }: Story): void {
  const entered = versions.filter((version, index) => versions[index - 1]?.stage !== version.stage);
  const id = hubspotIds.deal(deal.number);
  entered.forEach((version, index) => {
    const { time, stage } = version;
    const left = entered[index + 1]?.time;
    exports.record("deal_stage", left === undefined ? [time] : [time, left], (state) =>
      [
        stampText(time),
        id,
        state === 0 ? "TRUE" : "FALSE",
        state === 0 ? openEnd : stampBefore(left ?? time),
        syncText(state === 0 ? time : (left ?? time)),
        momentText(time),
        changeSource,
        changedBy(version),
        at(stageIds, stage),
      ].join(),
    );
  });
}

/** The properties whose changes are kept, each with its value; a blank that was never filled has no row. */
const tracked: readonly (readonly [string, (version: Version, story: Story) => string])[] = [
  ["dealstage", ({ stage }) => at(stageIds, stage)],
  ["amount", ({ amount }) => amountText(amount)],
  ["closedate", ({ close }, { deal }) => closeText(close, deal.number)],
  ["hubspot_owner_id", ({ owner }, { dirt }) => ownerOf(owner, dirt)],
  ["hs_manual_forecast_category", ({ category }) => at(categoryCodes, category)],
  ["hs_deal_stage_probability", ({ stage }) => at(stageRates, stage)],
  ["hs_next_step", ({ nextStep }) => nextStep],
];

const closeText = (close: number, number: number) => momentText(closeInstant(close, number));

/** One row for each property that a version sets or changes. */
export function writePropertyHistory(exports: HubspotExports, story: Story): void {
  const id = hubspotIds.deal(story.deal.number);
  const values = tracked.map(() => "");
  for (const version of story.versions) {
    tracked.forEach(([name, valueIn], index) => {
      const value = valueIn(version, story);
      if (value === at(values, index)) return;
      values[index] = value;
      exports.append("deal_property_history", version.time, () =>
        [
          id,
          stampText(version.time),
          syncText(version.time),
          changeSource,
          name,
          changedBy(version),
          value.includes(",") ? field(value) : value,
        ].join(),
      );
    });
  }
}
