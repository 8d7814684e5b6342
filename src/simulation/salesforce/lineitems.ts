import { moneyText } from "../csv.ts";
import { dateText, instantText } from "../days.ts";
import { type Line, lineTotal } from "../lines.ts";
import { lineStates } from "../linestates.ts";
import { at } from "../random.ts";
import type { Version } from "../record.ts";
import type { Story } from "../story.ts";
import type { SalesforceExports } from "./exports.ts";
import { recordId } from "./ids.ts";

export const lineItemHeader = [
  "Id",
  "OpportunityId",
  "Product2Id",
  "ProductCode",
  "Quantity",
  "ListPrice",
  "UnitPrice",
  "TotalPrice",
  "CurrencyIsoCode",
  "ServiceDate",
  "SortOrder",
  "CreatedDate",
  "SystemModstamp",
  "IsDeleted",
] as const;

/** Writes a deal's line items: when they are added, and again when the price is settled. */
export function writeLineItems(
  exports: SalesforceExports,
  story: Story,
  firstNumber: number,
): number {
  const states = lineStates(story);
  const [first] = states;
  if (!first) return 0;
  const times = states.map(({ version }) => version.time);
  for (let index = 0; index < first.lines.length; index++) {
    const number = firstNumber + index;
    exports.record("OpportunityLineItem", times, (state) => {
      const { version, lines } = at(states, state);
      return row(story, at(lines, index), version, { number, index, created: first.version });
    });
  }
  return first.lines.length;
}

interface RowPlace {
  readonly number: number;
  readonly index: number;
  readonly created: Version;
}

function row({ deal }: Story, line: Line, version: Version, { number, index, created }: RowPlace) {
  return [
    recordId("OpportunityLineItem", 2_000_000 + number),
    deal.id,
    line.product.id,
    line.product.code,
    line.quantity,
    moneyText(line.listCents),
    moneyText(line.unitCents),
    moneyText(lineTotal(line)),
    deal.account.country.currency,
    line.product.family === "Services" ? dateText(version.close + 14) : "",
    index + 1,
    instantText(created.time),
    instantText(version.time),
    false,
  ].join();
}
