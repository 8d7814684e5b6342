import { exactMoney } from "../compensation/words.ts";
import { type Html, html } from "./html.ts";
import type { PlanPay } from "./periods.ts";

/** What plans pay together, a currency each, as the sentence that opens a page. */
export function paidWords(plans: readonly PlanPay[], ending = "."): Html {
  const amounts = sums(plans, (one) => one.statement?.paid_cents ?? 0);
  const told = [...amounts].map(
    ([currency, cents], at) =>
      html`${at === 0 ? "" : " and "}<span class="number">${exactMoney(cents, currency)} ${currency}</span>`,
  );
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
