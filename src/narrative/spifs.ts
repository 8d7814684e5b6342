import { formatDate, formatMoney, formatPlural, formatRate } from "../format.ts";
import { type Answer, type Currency, type Figure, formatAmount } from "./answer.ts";

/** A SPIF as far as may be told; money in minor units of its currency. */
export interface SpifFacts {
  readonly component: string;
  readonly state: string;
  readonly from_date: string;
  readonly until_date: string;
  readonly budget_cents: number | null;
  /** Null where few people are paid. */
  readonly spent_cents: number | null;
  readonly deals: number;
}

/** Answers which SPIFs run and what they have spent; of the last that ended where none runs. */
export function spifsAnswer(spifs: readonly SpifFacts[], currency: Currency): Answer {
  const running = spifs.filter(({ state }) => state === "running");
  const coming = spifs.filter(({ state }) => state === "coming");
  const told = running[0] ?? spifs.find(({ state }) => state === "ended") ?? coming[0];
  if (!told) {
    return {
      sentence:
        "No SPIF is on file: no component of a plan in plans/compensation pays between two days.",
      details: [],
      figures: [],
      method,
    };
  }
  return {
    sentence: sentenceOf(told, currency),
    details:
      running.length > 1
        ? [`${formatPlural(running.length, "SPIF runs", "SPIFs run")} in all.`]
        : [],
    figures: figuresOf(told, { running: running.length, coming: coming.length }, currency),
    method,
  };
}

function sentenceOf(spif: SpifFacts, currency: Currency): string {
  const { component: name, budget_cents: budget, spent_cents: spent } = spif;
  if (spif.state === "coming") return `The SPIF ${name} begins on ${formatDate(spif.from_date)}.`;
  const verb = spif.state === "running" ? "has spent" : "spent";
  const until =
    spif.state === "running"
      ? `runs until ${formatDate(spif.until_date)}`
      : `ended on ${formatDate(spif.until_date)}`;
  if (spent === null)
    return `The SPIF ${name} ${until}; too few people are paid to tell what it costs.`;
  const of = budget === null ? "" : ` of ${formatMoney(budget, currency.currency_digits)}`;
  return `The SPIF ${name} ${verb} ${formatAmount(spent, currency)}${of} on ${formatPlural(spif.deals, "deal")} and ${until}.`;
}

function figuresOf(
  { budget_cents: budget, spent_cents: spent, component }: SpifFacts,
  { running, coming }: { readonly running: number; readonly coming: number },
  { currency_digits: digits }: Currency,
): Figure[] {
  const money = (cents: number | null) => (cents === null ? "–" : formatMoney(cents, digits));
  const left = budget === null || spent === null ? null : budget - spent;
  const used =
    budget === null || spent === null ? "no budget" : `${formatRate(spent / budget)} used`;
  return [
    { label: "Running", value: String(running), note: `${coming} coming` },
    { label: "Budget", value: money(budget), note: component },
    { label: "Spent", value: money(spent), note: used },
    { label: "Left", value: money(left), note: "of the budget" },
  ];
}

const method: readonly string[] = [
  "A SPIF is a component of a plan that pays between two days. Spent is what its lines come to, after its budget and after what was taken back; a first-come budget is used up in order of the deals' dates, a pro-rata one is shared out when the SPIF is over. Deals and credits are those that it was asked to pay for.",
  "Bookings before, during and after are of all won deals that the SPIF's conditions name, whoever sold them, over as many days each, and of the same days a year before. They are told side by side and prove nothing: seasons, prices and deals moved to where they pay more move them, too.",
  "No person's pay is published: what fewer people than the company's least cell are paid is told together with others or not at all, so that spending is told in steps of several weeks, the last of which holds what came after it, too. What was taken back for returned deals is told apart where enough people gave it back, else it is off the last step.",
];
