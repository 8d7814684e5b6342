import { formatDate, formatPlural } from "../../src/format.ts";
import { exactMoney } from "../compensation/words.ts";
import { balanceTable } from "./balance.ts";
import { componentSection } from "./component-section.ts";
import { sharedEvidence } from "./dispute.ts";
import type { StatementEdition } from "./edition.ts";
import { type Html, html } from "./html.ts";
import { leavingPeriodNote } from "./leaving.ts";
import { page } from "./page.ts";
import { paidWords } from "./paid-words.ts";
import type { PayPeriod, PlanPay } from "./periods.ts";
import type { PaidPerson } from "./person.ts";

/** The page of a pay period: what is paid, and every line of it with its arithmetic and its evidence. */
export function periodPage(
  period: PayPeriod,
  person: PaidPerson,
  edition: StatementEdition,
  { older, newer }: { readonly older: PayPeriod | null; readonly newer: PayPeriod | null },
): string {
  const { title, closedOn, plans } = period;
  const state =
    closedOn === null
      ? "This pay period is open: what comes in late, or is corrected, still changes it."
      : `This pay period was closed as of ${formatDate(closedOn)} and doesn't change any more.`;
  const body = html`<h1>Pay of ${title}</h1>
${paidWords(period, edition.asOf)}
<p class="detail">${state}</p>
${leavingPeriodNote(period, person, edition)}
${plans.map((plan) => planSection(plan, period, person, edition))}
<nav class="around" aria-label="Other pay periods"><a href="index.html">All pay periods</a>${linkTo(older)}${linkTo(newer)}</nav>`;
  const script = edition.scripts.copy;
  return page({ title, payee: person, edition, body, script, home: "index.html" });
}

const linkTo = (period: PayPeriod | null) =>
  period === null ? null : html`<a href="${period.label}.html">${period.title}</a>`;

function planSection(
  pay: PlanPay,
  period: PayPeriod,
  person: PaidPerson,
  edition: StatementEdition,
): Html {
  const { plan, source, components } = pay;
  return html`<section class="plan">
<h2>${plan}</h2>
<p class="source">${source === null ? "Its file is gone." : html`${source.file} <span class="hash">SHA-256 ${source.sha256}</span>`}</p>
${summary(pay)}
${balanceTable(pay)}
<details class="shared"><summary>To dispute a line: what to send with its evidence</summary><pre tabindex="0">${sharedEvidence(pay, period, person, edition)}</pre></details>
${components.map((one) => componentSection(one, pay, period, person, edition))}
</section>`;
}

/** Earnings by component down to what is paid. */
function summary({ components, statement, currency }: PlanPay): Html {
  const money = (cents: number) => exactMoney(cents, currency);
  const earned = components.filter(({ component }) => component !== null);
  const caps = capsOf(components);
  const row = (name: string, cents: number, kind = "") =>
    html`<tr class="${kind}"><th scope="row">${name}</th><td class="number">${money(cents)}</td></tr>`;
  const drawn = (statement?.topped_up_cents ?? 0) + (statement?.advanced_cents ?? 0);
  const recovered = statement?.recovered_cents ?? 0;
  return html`<table class="sums"><caption>Earnings by component</caption>
<thead><tr><th scope="col">Component</th><th scope="col" class="number">${currency}</th></tr></thead>
<tbody>
${earned.map(({ component, cents, lines }) => row(`${component}, ${formatPlural(lines.length, "line")}`, cents))}
${caps === 0 ? null : row("Caps over all components", caps)}
${row("Earned", statement?.earned_cents ?? 0, "sum")}
${drawn === 0 ? null : row("Paid or carried beyond what was earned", drawn)}
${recovered === 0 ? null : row("Recovered of what was owed", -recovered)}
${row("Paid", statement?.paid_cents ?? 0, "sum")}
</tbody></table>`;
}

const capsOf = (components: PlanPay["components"]): number =>
  components
    .filter(({ component }) => component === null)
    .flatMap(({ lines }) => lines)
    .filter(({ cause }) => !["draw", "carried", "recovered"].includes(cause))
    .reduce((sum, { amount_cents }) => sum + amount_cents, 0);
