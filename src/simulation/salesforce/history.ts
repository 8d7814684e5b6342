import { moneyText } from "../csv.ts";
import { dateText, instantText } from "../days.ts";
import { ownerIdOf } from "../dirt.ts";
import { at } from "../random.ts";
import type { Version } from "../record.ts";
import type { Story } from "../story.ts";
import { categoryCodes, stagePercents, stages } from "../words/deals.ts";
import type { SalesforceExports } from "./exports.ts";
import { recordId } from "./ids.ts";

export const historyHeader = [
  "Id",
  "OpportunityId",
  "CreatedById",
  "CreatedDate",
  "StageName",
  "Amount",
  "CloseDate",
  "Probability",
  "ForecastCategory",
  "CurrencyIsoCode",
  "IsDeleted",
] as const;

export const fieldHistoryHeader = [
  "Id",
  "OpportunityId",
  "CreatedById",
  "CreatedDate",
  "Field",
  "DataType",
  "OldValue",
  "NewValue",
  "IsDeleted",
] as const;

/** Numbers the rows of the two histories over the whole simulation. */
export interface HistoryNumbers {
  history: number;
  fieldHistory: number;
}

/** One history row for the creation and each change, one field history row per tracked field. */
export function writeHistory(
  exports: SalesforceExports,
  story: Story,
  numbers: HistoryNumbers,
): void {
  let before: Version | undefined;
  for (const version of story.versions) {
    if (!before || isTracked(before, version)) {
      const number = numbers.history++;
      exports.append("OpportunityHistory", version.time, () => historyRow(story, version, number));
    }
    if (before) writeChanges({ exports, story, before, after: version, numbers });
    before = version;
  }
}

/** Salesforce writes history when amount, probability, stage or close date changes. */
const isTracked = (a: Version, b: Version) =>
  a.stage !== b.stage || a.amount !== b.amount || a.close !== b.close || a.category !== b.category;

function historyRow({ deal, dirt }: Story, version: Version, number: number): string {
  const { amount, stage } = version;
  const percent = at(stagePercents, stage);
  return [
    recordId("OpportunityHistory", 900_000 + number),
    deal.id,
    ownerIdOf(version.owner, dirt),
    instantText(version.time),
    at(stages, stage),
    amountText(amount),
    dateText(version.close),
    percent,
    at(categoryCodes, version.category),
    deal.account.country.currency,
    false,
  ].join();
}

interface ChangeOptions {
  readonly exports: SalesforceExports;
  readonly story: Story;
  readonly before: Version;
  readonly after: Version;
  readonly numbers: HistoryNumbers;
}

function writeChanges({ exports, story, before, after, numbers }: ChangeOptions): void {
  for (const [name, type, value] of trackedFields) {
    const from = value(before);
    const to = value(after);
    if (from === to) continue;
    const number = numbers.fieldHistory++;
    exports.append("OpportunityFieldHistory", after.time, () =>
      [
        recordId("OpportunityFieldHistory", 1_200_000 + number),
        story.deal.id,
        ownerIdOf(after.owner, story.dirt),
        instantText(after.time),
        name,
        type,
        from,
        to,
        false,
      ].join(),
    );
  }
}

const amountText = (amount: number | undefined) => (amount === undefined ? "" : moneyText(amount));

const trackedFields: readonly (readonly [string, string, (version: Version) => string])[] = [
  ["StageName", "DynamicEnum", ({ stage }) => at(stages, stage)],
  ["Amount", "Currency", ({ amount }) => amountText(amount)],
  ["CloseDate", "DateOnly", ({ close }) => dateText(close)],
  ["Owner", "EntityId", ({ owner }) => owner.userId],
];
