import { formatDate } from "../../src/format.ts";
import { exactMoney } from "../compensation/words.ts";
import { attainmentTable } from "./attainment.ts";
import type { StatementEdition } from "./edition.ts";
import { type Html, html } from "./html.ts";
import { leavingNote } from "./leaving.ts";
import { nextDealSection } from "./next-deal-section.ts";
import { creditsOf, ownPays } from "./own-pay.ts";
import { page } from "./page.ts";
import { paidWords, sums } from "./paid-words.ts";
import type { PayPeriod, PlanPay } from "./periods.ts";
import type { PaidPerson } from "./person.ts";
import { yearHeadline } from "./year.ts";

/** The first page of a person's statements: the newest open pay period, the year so far, what is next. */
export function indexPage(
  periods: readonly PayPeriod[],
  person: PaidPerson,
  edition: StatementEdition,
): string {
  const first = periods.find(({ closedOn }) => closedOn === null) ?? periods[0];
  if (first === undefined) throw new Error(`statements of ${person.rep_id} without a pay period`);
  const own = ownPays(person.rep_id, edition);
  const recent = creditsOf(person.rep_id, edition.plans);
  const body = html`<h1>What am I paid, and why?</h1>
${paidWords(first, edition.asOf, ` for ${first.title}${first.closedOn === null ? ", which is still open." : "."}`)}
<p class="detail on-screen"><a href="${first.label}.html">Every line of ${first.title}</a>, in words and with its evidence.</p>
${leavingNote(person, edition)}
${yearHeadline(periods, person, edition)}
${componentTable(first)}
${attainmentTable(person, own, edition)}
${own.length === 0 ? uncovered(person, edition) : own.map((one) => nextDealSection(one, recent))}
${periodTable(periods)}
<p class="note on-screen">All lines as a table: <a href="lines.csv" download>lines.csv</a>.</p>`;
  const script = edition.scripts.whatIf;
  return page({ title: "Pay", payee: person, edition, body, script, home: null });
}

/** Who has left is told what deals still pay. */
const uncovered = ({ left_on }: PaidPerson, { asOf }: StatementEdition): Html | null =>
  left_on === null
    ? html`<p class="note">No plan covers you on ${formatDate(asOf)}: another deal would pay nothing.</p>`
    : null;

function componentTable({ title, label, plans }: PayPeriod): Html {
  const rows = plans.flatMap((plan) =>
    plan.components.map(({ component, cents }) => ({ plan, component, cents })),
  );
  const sum = (plan: PlanPay) => plan.statement?.paid_cents ?? 0;
  return html`<h2>${title}</h2>
<table class="sums stacked"><caption class="hidden">Pay of ${title} by component</caption>
<thead><tr><th scope="col">Component</th><th scope="col">Plan</th><th scope="col" class="number">Amount</th></tr></thead>
<tbody>${rows.map(({ plan, component, cents }) => html`<tr><th scope="row">${component ?? "Draws, balances and caps"}</th><td class="state">${plan.plan}</td><td class="number">${exactMoney(cents, plan.currency)} ${plan.currency}</td></tr>`)}</tbody>
<tfoot>${[...sums(plans, sum)].map(([currency, cents]) => html`<tr class="sum"><th scope="row">Paid</th><td><a href="${label}.html">Every line</a></td><td class="number">${exactMoney(cents, currency)} ${currency}</td></tr>`)}</tfoot>
</table>`;
}

/** Every pay period with its page, the latest first. */
function periodTable(periods: readonly PayPeriod[]): Html {
  const rows = periods.flatMap((period) => period.plans.map((plan) => ({ period, plan })));
  return html`<h2>Pay periods</h2>
<table class="stacked"><caption class="hidden">Pay periods, the latest first</caption>
<thead><tr><th scope="col">Period</th><th scope="col">Plan</th><th scope="col" class="number">Earned</th><th scope="col" class="number">Drawn or carried</th><th scope="col" class="number">Recovered</th><th scope="col" class="number">Owed at the end</th><th scope="col" class="number">Paid</th></tr></thead>
<tbody>${rows.map(({ period, plan }) => periodRow(period, plan))}</tbody>
</table>`;
}

function periodRow({ label, title, closedOn }: PayPeriod, pay: PlanPay): Html {
  const { plan, statement, balance, currency } = pay;
  const money = (cents: number) => (cents === 0 ? "–" : exactMoney(cents, currency));
  const drawn = (statement?.topped_up_cents ?? 0) + (statement?.advanced_cents ?? 0);
  const cell = (name: string, cents: number) =>
    html`<td class="${cents === 0 ? "number none" : "number"}" data-label="${name}">${money(cents)}</td>`;
  return html`<tr><th scope="row"><a href="${label}.html">${title}</a> <span class="state">${closedOn === null ? "open" : "closed"}</span></th><td class="state">${plan}</td>${cell("Earned", statement?.earned_cents ?? 0)}${cell("Drawn or carried", drawn)}${cell("Recovered", statement?.recovered_cents ?? 0)}${cell("Owed at the end", balance?.closing_cents ?? 0)}<td class="number">${exactMoney(statement?.paid_cents ?? 0, currency)} ${currency}</td></tr>
`;
}
