import { periodOf } from "../../src/calendar.ts";
import { formatDate, formatPeriod } from "../../src/format.ts";
import { exactMoney } from "../compensation/words.ts";
import type { StatementEdition } from "./edition.ts";
import { type Html, html } from "./html.ts";
import { owedNote, owedOf, owingPlans } from "./owed.ts";
import { ownPays } from "./own-pay.ts";
import { isRunning, sums } from "./paid-words.ts";
import type { PayPeriod, PlanPay } from "./periods.ts";
import type { PaidPerson } from "./person.ts";

/** The fiscal year so far: what was earned and paid in it, what is held and what is owed now. */
export function yearHeadline(
  periods: readonly PayPeriod[],
  person: PaidPerson,
  edition: StatementEdition,
): Html {
  const { asOf, calendar } = edition;
  const year = periodOf(asOf, "year", calendar);
  const inYear = periods.filter(({ fiscalYear }) => fiscalYear === year.fiscalYear);
  const plans = inYear.flatMap((period) => period.plans);
  const running = inYear.find((period) => isRunning(period, asOf));
  const owing = owingPlans(periods);
  const covering = ownPays(person.rep_id, edition).map(({ plan }) => plan);
  const of = (centsOf: (plan: PlanPay) => number) => told(sums(plans, centsOf));
  const cell = (name: string, value: string, note: string) =>
    html`<div><dt>${name}</dt><dd><span class="value">${value}</span><span class="note">${note}</span></dd></div>`;
  const begun = `${formatPeriod(year.label)}, since ${formatDate(year.periodStart)}`;
  const since = running === undefined ? begun : `${begun}, with ${running.title} so far`;
  return html`<dl class="headline">
${cell(
  "Earned and due",
  of(({ statement }) => statement?.earned_cents ?? 0),
  since,
)}
${cell(
  "Paid",
  of(({ statement }) => statement?.paid_cents ?? 0),
  since,
)}
${cell("Earned, not yet due", told(heldOf(person)), "paid once it falls due")}
${cell("Owed", told(sums(owing, owedOf)), owedNote(owing, { covering, hasLeft: person.left_on !== null }))}
</dl>`;
}

function told(amounts: ReadonlyMap<string, number>): string {
  const known = [...amounts].filter(([, cents]) => cents !== 0);
  if (known.length === 0) return "0";
  return known.map(([currency, cents]) => `${exactMoney(cents, currency)} ${currency}`).join(", ");
}

/** What was held and not released yet, of all periods. */
function heldOf({ lines }: PaidPerson): Map<string, number> {
  const held = new Map<string, number>();
  for (const { cause, amount_cents, currency } of lines) {
    if (cause === "hold" || cause === "release")
      held.set(currency, (held.get(currency) ?? 0) - amount_cents);
  }
  return held;
}
