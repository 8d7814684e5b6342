import { type Grain, type Period, periodOf } from "../../src/calendar.ts";
import type { OwnPay } from "../../src/compensation/next-deal/own-pay.ts";
import type { PlanTerms } from "../../src/compensation/plan/terms.ts";
import { formatFineRate, formatPeriod } from "../../src/format.ts";
import { formatMeasured } from "../compensation/measured-words.ts";
import type { StatementEdition } from "./edition.ts";
import { type Html, html } from "./html.ts";
import type { PaidPerson } from "./person.ts";

type Attainment = PaidPerson["attainments"][number];

/** How far each component of the plans that hold now has come; nothing where none has. */
export function attainmentTable(
  { attainments }: PaidPerson,
  own: readonly OwnPay[],
  { asOf }: StatementEdition,
): Html | null {
  const rows = own.flatMap(({ plan }) =>
    inOrderOf(plan, attainments)
      .filter((row) => row.plan === plan.name)
      .map((row) => ({
        row,
        plan,
        period: periodOf(row.period_start, row.period as Grain, plan.calendar),
      }))
      .filter(({ period }) => period.periodStart <= asOf && asOf <= period.periodEnd),
  );
  if (rows.length === 0) return null;
  return html`<h2>Attainment</h2>
<table class="stacked"><caption class="hidden">Credit against quota by component</caption>
<thead><tr><th scope="col">Component</th><th scope="col">Period</th><th scope="col" class="number">Credit</th><th scope="col" class="number">Quota</th><th scope="col" class="number">Next tier at</th><th scope="col" class="number">Attainment</th></tr></thead>
<tbody>${rows.map(({ row, plan, period }) => attainmentRow(row, plan, period))}</tbody>
</table>`;
}

function inOrderOf({ components }: PlanTerms, attainments: readonly Attainment[]): Attainment[] {
  const place = ({ component }: Attainment) =>
    components.findIndex(({ name }) => name === component);
  return [...attainments].sort((a, b) => place(a) - place(b));
}

function attainmentRow(row: Attainment, { components }: PlanTerms, { label }: Period): Html {
  const { component, credit_cents, quota_cents, next_tier_cents } = row;
  const terms = components.find(({ name }) => name === component);
  const amount = (cents: number | null) => {
    return cents === null ? "–" : formatMeasured(cents, terms?.measure ?? null, row.currency);
  };
  const reached = quota_cents ? credit_cents / quota_cents : null;
  const cell = (name: string, cents: number | null) =>
    html`<td class="${cents === null ? "number none" : "number"}" data-label="${name}">${amount(cents)}</td>`;
  return html`<tr><th scope="row">${component}</th><td class="state">${formatPeriod(label)}</td>${cell("Credit", credit_cents)}${cell("Quota", quota_cents)}${cell("Next tier at", next_tier_cents)}<td class="number">${reached === null ? "–" : html`${formatFineRate(reached)}${bar(reached)}`}</td></tr>
`;
}

/** Twice the quota wide, the quota a mark in its middle; who is beyond fills it. */
function bar(reached: number): Html {
  const width = Math.min(200, Math.max(0, 100 * reached)).toFixed(1);
  return html`<svg class="bar" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="200" height="10"/><rect class="done" width="${width}" height="10"/><line class="quota" x1="100" x2="100" y1="0" y2="10"/></svg>`;
}
