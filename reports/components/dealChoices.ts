import { html } from "npm:htl";
import { formatMoney, formatPeriod, formatPlural } from "../src/format.js";
import { flagsOf, riskLabels } from "../src/narrative/deal-reasons.js";
import { capital } from "../src/narrative/initial.js";
import { expectedTotals } from "../src/opportunity/expected.js";
import { choice, type Option } from "./choice.js";
import { factList } from "./facts.js";
import type { DealWorth, OpenDeal } from "./openDealRows.js";
import type { Money } from "./quarterChart.js";

/** Which deals are shown; an empty choice is all. */
export interface DealFilter {
  readonly owner: string;
  readonly team: string;
  readonly segment: string;
  readonly flag: string;
}

/** A quarter that deals may be won in. */
export interface DealQuarter {
  readonly label: string;
  readonly period_start: string;
  readonly period_end: string;
}

/** The value of the flag choice that asks for deals with any, or with none. */
const anyFlag = "any";
const noFlag = "none";

export function isShown(deal: DealWorth, { owner, team, segment, flag }: DealFilter): boolean {
  const flags = flagsOf(deal.risk_flags);
  const isFlagged =
    flag === anyFlag
      ? flags.length > 0
      : flag === noFlag
        ? flags.length === 0
        : flags.includes(flag);
  return (
    (owner === "" || deal.rep_id === owner) &&
    (team === "" || deal.team_id === team) &&
    (segment === "" || deal.segment === segment) &&
    (flag === "" || isFlagged)
  );
}

export const ownerChoice = (deals: readonly DealWorth[], asked: string) =>
  filterChoice(
    "Owner",
    optionsOf(deals, (deal) => [deal.rep_id, deal.owner ?? deal.rep_id]),
    asked,
  );

export const teamChoice = (deals: readonly DealWorth[], asked: string) =>
  filterChoice(
    "Team",
    optionsOf(deals, (deal) => [deal.team_id, deal.team_id]),
    asked,
  );

export const segmentChoice = (deals: readonly DealWorth[], asked: string) =>
  filterChoice(
    "Segment",
    optionsOf(deals, (deal) => [deal.segment, deal.segment]),
    asked,
  );

/** Risk flags that some deal has, in the order in which they are told. */
export function flagChoice(deals: readonly DealWorth[], asked: string): HTMLElement {
  const found = new Set(deals.flatMap(({ risk_flags }) => flagsOf(risk_flags)));
  const flags = Object.entries(riskLabels)
    .filter(([value]) => found.has(value))
    .map(([value, label]) => ({ value, label: capital(label) }));
  const ends = [
    { value: anyFlag, label: "Any flag" },
    { value: noFlag, label: "No flag" },
  ];
  return filterChoice("Risk", [...ends, ...flags], asked);
}

const filterChoice = (label: string, options: readonly Option[], asked: string) =>
  choice(label, [{ value: "", label: "All" }, ...options], asked);

function optionsOf(
  deals: readonly DealWorth[],
  of: (deal: DealWorth) => readonly [value: string, label: string],
): Option[] {
  return [...new Map(deals.map(of))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

/** Within what past chances were to come true. */
export const horizons: readonly Option[] = [
  { value: "quarter", label: "The quarter" },
  { value: "year", label: "A year" },
];

/** Deals by name and account, to choose one from. */
export const dealOptions = (deals: readonly OpenDeal[]): Option[] =>
  deals.map(({ opportunity_id, name, account }) => ({
    value: opportunity_id,
    label: [name ?? opportunity_id, account].filter((part) => part !== null).join(", "),
  }));

/** What the deals that are shown come to. */
export function totalFacts(
  deals: readonly DealWorth[],
  [quarter, next]: readonly DealQuarter[],
  { currency_digits }: Money,
): HTMLElement {
  const totals = expectedTotals(deals);
  const money = (cents: number) => formatMoney(cents, currency_digits);
  const untold = totals.without_amount === 0 ? "" : ` (${totals.without_amount} without)`;
  return html`<div class="found">${factList([
    ["Shown", formatPlural(totals.deals, "deal")],
    ["Amount", `${money(totals.amount_cents)}${untold}`],
    ["Expected", money(totals.expected_cents)],
    ...(quarter
      ? [
          [
            `Still in ${formatPeriod(quarter.label)}`,
            money(totals.expected_in_quarter_cents),
          ] as const,
        ]
      : []),
    ...(next
      ? [[`In ${formatPeriod(next.label)}`, money(totals.expected_next_quarter_cents)] as const]
      : []),
    ["With a flag", formatPlural(totals.flagged, "deal")],
  ])}</div>`;
}
