import { html } from "npm:htl";
import {
  formatChance,
  formatDate,
  formatMoney,
  formatPeriod,
  formatPlural,
} from "../src/format.js";
import { dealReasonWords, flagsOf, riskWords } from "../src/narrative/deal-reasons.js";
import { changeWords } from "../src/narrative/deal-timeline.js";
import { capital } from "../src/narrative/initial.js";
import { type Column, date, money, prose, text } from "./column.js";
import type { DealQuarter } from "./dealChoices.js";
import { nameOf } from "./dealList.js";
import type { DealDetails, DealVersion } from "./dealRows.js";
import { repAddress, teamAddress } from "./drill.js";
import { factList } from "./facts.js";
import type { OpenDeal } from "./openDealRows.js";
import type { Money } from "./quarterChart.js";
import { remark } from "./remark.js";
import { table } from "./table.js";

/** A deal's name, what is expected of it and where it stands. */
export function dealFacts(
  deal: OpenDeal,
  quarters: readonly DealQuarter[],
  { currency_digits: digits }: Money,
): HTMLElement {
  const amount = (cents: number | null) =>
    cents === null ? "not told" : formatMoney(cents, digits);
  const day = (value: string | null) => (value === null ? "not told" : formatDate(value));
  return html`<div class="found"><h2>${nameOf(deal)}</h2>${factList([
    ["Account", deal.account ?? "not told"],
    ["Owner", linked(deal.owner ?? "none", deal.rep_id, repAddress)],
    ["Team", linked(deal.team_id, deal.team_id, teamAddress)],
    ["Stage", `${deal.stage ?? "none"}${stay(deal)}`],
    ["Amount", amount(deal.bookings_cents)],
    ["Closes, typed", day(deal.close_date)],
    ["Expected close", day(deal.expected_close_date)],
    ["Chance", chance(deal.win_rate)],
    ["CRM’s chance", chance(deal.probability_rate)],
    ...quarterFacts(deal, quarters),
    ["Expected", amount(deal.expected_cents)],
  ])}</div>`;
}

const chance = (rate: number | null) => (rate === null ? "not known" : formatChance(rate));

const stay = ({ stage_days }: OpenDeal) =>
  stage_days === null ? "" : `, ${formatPlural(stage_days, "day")}`;

const linked = (name: string, id: string, addressOf: (id: string) => string) =>
  id === "unassigned" ? "none" : html`<a href=${addressOf(id)}>${name}</a>`;

function quarterFacts(deal: OpenDeal, quarters: readonly DealQuarter[]): [string, string][] {
  const rates = [deal.win_rate_in_quarter, deal.win_rate_next_quarter];
  return quarters.map(({ label }, index) => [
    `In ${formatPeriod(label)}`,
    chance(rates[index] ?? null),
  ]);
}

/** Its risk flags and reasons as sentences; what is missing is said to be. */
export function dealWords(deal: OpenDeal, { reasons }: DealDetails): HTMLElement {
  const flags = flagsOf(deal.risk_flags).map((flag) => riskWords[flag] ?? flag);
  const lines =
    deal.win_rate === null
      ? ["Nothing is told of its past, so it has no forecast."]
      : reasons.length === 0
        ? ["Nothing sets it apart from the average open deal by much."]
        : reasons.map((reason) => `${capital(dealReasonWords(reason))}.`);
  return html`<div class="reasons">
    <div><h3>Risk</h3>${listed(flags.length === 0 ? ["No flag."] : flags.map((flag) => `${flag}.`))}</div>
    <div><h3>Reasons</h3>${listed(lines)}</div>
  </div>`;
}

const listed = (lines: readonly string[]) =>
  html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

/** A state with what had changed. */
interface Step extends DealVersion {
  readonly change: string;
}

/** The states that a reader can tell apart, the latest first. */
function stepsOf(versions: readonly DealVersion[]): Step[] {
  const steps = versions.map((version, index) => ({
    ...version,
    change: changeWords(versions[index - 1], version),
  }));
  return steps.filter(({ change }) => change !== "").reverse();
}

/** What a deal was before, the latest first. */
export const stepsTable = ({ versions }: DealDetails, money: Money): HTMLElement =>
  table(stepsOf(versions), stepColumns(money), {
    title: "What it was before",
    unit: ["state", "states"],
    none: "Nothing is told of its past.",
    filename: "deal-states",
  });

/** In place of a deal: the address asks for one that isn't open, or none is asked for yet. */
export const noDeal = (asked: string): HTMLElement =>
  remark(
    asked === ""
      ? "Choose a deal here, or by its name in the table: its chances by week, its reasons, its past states and its activities."
      : `No open deal has the id “${asked}”.`,
  );

/** Past states; when a change held, and by which export it was known. */
const stepColumns = ({ currency_digits }: Money): Column<Step>[] => [
  date("From", (step) => step.valid_from),
  prose("What changed", (step) => capital(step.change)),
  text("Stage", (step) => step.stage),
  money("Amount", (step) => step.bookings_cents, currency_digits),
  date("Closes", (step) => step.close_date),
  text("Owner", (step) => step.owner),
  date("Known since", (step) => step.known_from),
];
