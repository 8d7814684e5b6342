import type { PlainDate } from "../../src/calendar.ts";
import { formatDate } from "../../src/format.ts";
import { exactMoney } from "../compensation/words.ts";
import { type Html, html } from "./html.ts";
import type { PayPeriod, PlanPay } from "./periods.ts";

/** Whether a pay period goes on after a day: nobody is paid for it yet. */
export const isRunning = ({ periodEnd }: PayPeriod, asOf: PlainDate): boolean => periodEnd > asOf;

/** What plans pay together in a pay period, a currency each, as the sentence that opens a page. */
export function paidWords(period: PayPeriod, asOf: PlainDate, ending = "."): Html {
  const { title, periodEnd, plans } = period;
  const amounts = sums(plans, (one) => one.statement?.paid_cents ?? 0);
  const told = [...amounts].map(
    ([currency, cents], at) =>
      html`${at === 0 ? "" : " and "}<span class="number">${exactMoney(cents, currency)} ${currency}</span>`,
  );
  if (isRunning(period, asOf)) {
    return html`<p class="answer">So far ${told} for ${title}, which runs until ${formatDate(periodEnd)}.</p>`;
  }
  return html`<p class="answer">You are paid ${told}${ending}</p>`;
}

/** Sums of plans by currency; minor units. */
export function sums(
  plans: readonly PlanPay[],
  centsOf: (plan: PlanPay) => number,
): Map<string, number> {
  const byCurrency = new Map<string, number>();
  for (const plan of plans) {
    byCurrency.set(plan.currency, (byCurrency.get(plan.currency) ?? 0) + centsOf(plan));
  }
  return byCurrency;
}
