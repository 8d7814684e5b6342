import { isOfUnits } from "../../src/compensation/credit/measure.ts";
import { formatDate, formatPlural } from "../../src/format.ts";
import { lineCause } from "../compensation/cause-words.ts";
import { formatExactRate } from "../compensation/exact-rate.ts";
import { lineArithmetic } from "../compensation/line-words.ts";
import { formatMeasured, formatUnitRate } from "../compensation/measured-words.ts";
import { exactMoney } from "../compensation/words.ts";
import type { ExplainedLine, Explanation } from "../explain.ts";
import { lineEvidence } from "./dispute.ts";
import type { StatementEdition } from "./edition.ts";
import { heldDue } from "./held.ts";
import { type Html, html } from "./html.ts";
import { type ComponentPay, explanationOf, type PayPeriod, type PlanPay } from "./periods.ts";
import type { PaidPerson } from "./person.ts";

/** A component's lines of a pay period, each in words, with its evidence to copy. */
export function componentSection(
  pay: ComponentPay,
  plan: PlanPay,
  period: PayPeriod,
  person: PaidPerson,
  edition: StatementEdition,
): Html {
  const { component, lines, cents } = pay;
  const dueOf = heldDue(pay, plan, person, edition);
  const table = html`<table class="lines stacked"><caption class="hidden">Lines of ${component ?? "all components"}</caption>
<thead><tr><th scope="col">Date</th><th scope="col">Deal</th><th scope="col">Why</th><th scope="col" class="number">${plan.currency}</th></tr></thead>
<tbody>
${lines.map((line) => lineRow(explanationOf(line, plan, pay, dueOf(line))))}
</tbody>
<tfoot><tr class="sum"><th scope="row" colspan="3">Sum of ${component ?? "these"}</th><td class="number">${exactMoney(cents, plan.currency)}</td></tr></tfoot>
</table>`;
  const isNothing = lines.every(({ amount_cents }) => amount_cents === 0);
  const count = formatPlural(lines.length, "line");
  return html`<section class="component">
<h3>${component ?? "Over all components"}</h3>
${basisWords(pay, plan, period, person)}
${isNothing ? html`<details class="nothing"><summary>${count} that ${lines.length === 1 ? "pays" : "pay"} nothing</summary>${table}</details>` : table}
</section>`;
}

function lineRow(explanation: Explanation): Html {
  const { line, due } = explanation;
  const { line_id, earned_on, opportunity_id, opportunity, amount_cents, currency } = line;
  const deal =
    opportunity_id === null
      ? due.deal
      : html`${opportunity ?? "Not in the exports any more"} <span class="id">${opportunity_id}</span>`;
  return html`<tr id="line-${line_id}"><td class="date">${formatDate(earned_on)}</td><td class="deal">${deal}</td><td class="why">${whyWords(explanation)}${due.words.map((event, at) => html`<span class="part">${at === 0 ? "due: " : null}${event}</span>`)}
<details><summary>Evidence, to dispute it</summary><pre tabindex="0">${lineEvidence(explanation)}</pre><button type="button" class="copy" hidden>Copy</button></details></td><td class="number">${exactMoney(amount_cents, currency)}</td></tr>
`;
}

/** The arithmetic where there is one; why it is there wherever that isn't plain from it. */
function whyWords({ line, component: terms, due }: Explanation): Html {
  const arithmetic = lineArithmetic(line, terms);
  const late =
    line.late_of === null ? null : `; of the pay period from ${formatDate(line.late_of)}`;
  const cause =
    line.cause === "credit" && arithmetic !== null ? null : (due.cause ?? lineCause(line, terms));
  const words = [arithmetic, cause]
    .filter((part) => part !== null)
    .join(late === null ? ": " : "; ");
  return html`${words}${late}${partWords(line)}`;
}

/** Which part of a deal is credited, and as what, where it isn't all of one's own. */
function partWords(line: ExplainedLine): Html | null {
  const { role, product, credited_cents, deal_cents, currency, cause, rate } = line;
  if (credited_cents === null || deal_cents === null) return null;
  if (cause === "reversal") return rate === null ? takenBackWords(line, credited_cents) : null;
  if (cause !== "credit") return null;
  const part = `${exactMoney(credited_cents, currency)} of the deal's ${exactMoney(deal_cents, currency)}`;
  const parts = [
    product,
    role === "owner" ? null : `credited as ${role}`,
    credited_cents === deal_cents ? null : part,
  ].filter((one) => one !== null);
  return parts.length === 0 ? null : html`<span class="part">${parts.join(", ")}</span>`;
}

/** How much of which deal a reversal is of. */
function takenBackWords({ close_date, currency }: ExplainedLine, creditedCents: number): Html {
  const when = close_date === null ? "" : ` won on ${formatDate(close_date)}`;
  return html`<span class="part">${exactMoney(-creditedCents, currency)} of the deal${when} was taken back</span>`;
}

/** Where the rates come from: quota and target pay of the periods of measurement that this one is in. */
function basisWords(
  { component, terms }: ComponentPay,
  { plan, currency }: PlanPay,
  { periodStart, periodEnd }: PayPeriod,
  { attainments }: PaidPerson,
): Html | null {
  const own = attainments.filter(
    (row) => row.plan === plan && row.component === component && row.period_start <= periodEnd,
  );
  const row = own.at(-1);
  if (!row || row.quota_cents === null || row.quota_cents === 0 || row.period_start > periodStart)
    return null;
  const measure = terms?.measure ?? null;
  const quota = formatMeasured(row.quota_cents, measure, currency);
  const when = `the ${row.period} from ${formatDate(row.period_start)}`;
  if (row.target_cents === null || row.target_cents === 0)
    return html`<p class="basis">Quota of ${when}: ${quota}.</p>`;
  const rate = row.target_cents / row.quota_cents;
  const unit =
    measure !== null && isOfUnits(measure)
      ? `${formatUnitRate(rate, measure, currency)} for each`
      : `${formatExactRate(rate, row.quota_cents / 1000)} of each credit`;
  return html`<p class="basis">Target pay of ${when}: ${exactMoney(row.target_cents, currency)} at a quota of ${quota}, which is ${unit}.</p>`;
}
