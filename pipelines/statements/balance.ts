import { exactMoney } from "../compensation/words.ts";
import { type Html, html } from "./html.ts";
import type { PlanPay } from "./periods.ts";

/** A plan's ledger of what is owed of draws and of pay under zero, taken over and handed over with it; nothing where nothing is. */
export function balanceTable({ balance, currency }: PlanPay): Html | null {
  if (balance === null) return null;
  const row = (name: string, cents: number, kind = "") =>
    html`<tr class="${kind}"><th scope="row">${name}</th><td class="number">${exactMoney(cents, currency)}</td></tr>`;
  const { taken_over_cents: taken, handed_over_cents: handed } = balance;
  return html`<table class="sums"><caption>What you owe of draws and of pay under zero</caption>
<thead><tr><th scope="col">Balance</th><th scope="col" class="number">${currency}</th></tr></thead>
<tbody>
${row("At the beginning", balance.opening_cents)}
${taken === 0 ? null : row("Taken over from the plan before", taken)}
${row("Advanced", balance.advanced_cents)}
${row("Recovered", -balance.recovered_cents)}
${handed === 0 ? null : row("Handed over to the next plan", -handed)}
${row("At the end, to be recovered from later pay", balance.closing_cents, "sum")}
</tbody></table>`;
}
