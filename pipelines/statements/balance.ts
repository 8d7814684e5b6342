import { exactMoney } from "../compensation/words.ts";
import { type Html, html } from "./html.ts";
import type { PlanPay } from "./periods.ts";

/** A plan's ledger of what is owed of draws and of pay under zero, which stays with the plan; nothing where nothing is. */
export function balanceTable({ balance, currency }: PlanPay): Html | null {
  if (balance === null) return null;
  const row = (name: string, cents: number, kind = "") =>
    html`<tr class="${kind}"><th scope="row">${name}</th><td class="number">${exactMoney(cents, currency)}</td></tr>`;
  return html`<table class="sums"><caption>What you owe of draws and of pay under zero</caption>
<thead><tr><th scope="col">Balance</th><th scope="col" class="number">${currency}</th></tr></thead>
<tbody>
${row("At the beginning", balance.opening_cents)}
${row("Advanced", balance.advanced_cents)}
${row("Recovered", -balance.recovered_cents)}
${row("At the end, to be recovered from later pay of this plan", balance.closing_cents, "sum")}
</tbody></table>`;
}
