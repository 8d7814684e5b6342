import { field, moneyText } from "../csv.ts";
import { type Line, lineTotal } from "../lines.ts";
import { lineStates } from "../linestates.ts";
import { at } from "../random.ts";
import type { Story } from "../story.ts";
import type { HubspotExports } from "./exports.ts";
import { hubspotIds } from "./ids.ts";
import { momentText, syncText } from "./moments.ts";
import { associations, definedBy } from "./words.ts";

/** Writes a deal's line items: when they are added, and again when the price is settled. */
export function writeLineItems(exports: HubspotExports, story: Story, firstNumber: number): number {
  const states = lineStates(story);
  const [first] = states;
  if (!first) return 0;
  const created = first.version.time;
  const times = states.map(({ version }) => version.time);
  const { currency } = story.deal.account.country;
  first.lines.forEach((_, index) => {
    const id = hubspotIds.lineItem(firstNumber + index);
    exports.record("line_item", times, (state) => {
      const { lines, version } = at(states, state);
      const synced = syncText(version.time);
      const changed = momentText(version.time);
      return [
        id,
        false,
        synced,
        lineCells(at(lines, index)),
        currency,
        momentText(created),
        changed,
      ].join();
    });
    exports.append("line_item_deal", created, () =>
      [
        id,
        hubspotIds.deal(story.deal.number),
        syncText(created),
        associations.lineItemToDeal,
        definedBy,
      ].join(),
    );
  });
  return first.lines.length;
}

/** HubSpot keeps the list price and what is taken off a unit; a mark-up is a price of its own. */
function lineCells(line: Line): string {
  const { product, quantity, listCents, unitCents } = line;
  const price = Math.max(listCents, unitCents);
  return [
    hubspotIds.product(product.index),
    field(product.name),
    product.code,
    quantity,
    moneyText(price),
    price > unitCents ? moneyText(price - unitCents) : "",
    moneyText(lineTotal(line)),
  ].join();
}
