import { html } from "npm:htl";
import { formatChance, formatPeriod } from "../src/format.js";
import { flagsOf, riskLabels } from "../src/narrative/deal-reasons.js";
import { type Column, exportRow, money, prose, rate, text } from "./column.js";
import type { DealQuarter } from "./dealChoices.js";
import { dealAddress, repAddress } from "./drill.js";
import type { OpenDeal } from "./openDealRows.js";
import { chanceColumn, closes, expectedClose } from "./openDeals.js";
import type { Money } from "./quarterChart.js";
import { table } from "./table.js";

/** Open deals, searched and sorted; `total` of them are open. */
export const dealTable = (
  deals: readonly OpenDeal[],
  columns: readonly Column<OpenDeal>[],
  total: number,
): HTMLElement =>
  table(deals, columns, {
    title: "Open deals, those most is expected from first",
    unit: ["open deal", "open deals"],
    none: "No open deal is of that kind.",
    total,
    filename: "open-deals",
  });

/** Open deals as they are gone through: chance, time, money, risk and why; a name opens the deal. */
export function dealListColumns(
  { currency_digits: digits }: Money,
  [quarter]: readonly DealQuarter[],
  onChoose: (opportunity_id: string) => void,
): Column<OpenDeal>[] {
  return [
    {
      heading: "Deal",
      value: nameOf,
      format: (name: string, deal: OpenDeal) => opener(name, deal, onChoose),
    },
    money("Amount", (deal) => deal.bookings_cents, digits),
    chanceColumn,
    rate("CRM’s chance", (deal) => deal.probability_rate),
    ...(quarter ? [inQuarter(quarter)] : []),
    expectedClose,
    { ...closes, heading: "Closes, typed" },
    money("Expected", (deal) => deal.expected_cents, digits),
    text("Risk", riskText),
    prose("Main reason", (deal) => deal.reason),
    text<OpenDeal>("Owner", (deal) => deal.owner, ownerLink),
    text("Stage", (deal) => deal.stage),
    text("Account", (deal) => deal.account),
    exportRow(),
  ];
}

export const nameOf = ({ name, opportunity_id }: OpenDeal): string => name ?? opportunity_id;

/** Flags in a word or two each; empty where there is none. */
export const riskText = ({ risk_flags }: OpenDeal): string =>
  flagsOf(risk_flags)
    .map((flag) => riskLabels[flag] ?? flag)
    .join(", ");

const ownerLink = ({ rep_id }: OpenDeal) =>
  rep_id === "unassigned" ? undefined : repAddress(rep_id);

const inQuarter = ({ label }: DealQuarter): Column<OpenDeal> => ({
  ...rate<OpenDeal>(`In ${formatPeriod(label)}`, (deal) => deal.win_rate_in_quarter),
  format: formatChance,
});

/** A link to the deal, which this page follows without loading anew. */
function opener(name: string, { opportunity_id }: OpenDeal, onChoose: (id: string) => void) {
  const choose = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onChoose(opportunity_id);
  };
  return html`<a href=${dealAddress(opportunity_id)} onclick=${choose}>${name}</a>`;
}
