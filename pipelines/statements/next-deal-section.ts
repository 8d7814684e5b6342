import type { Period } from "../../src/calendar.ts";
import type { Credit, CreditRole } from "../../src/compensation/credit/credit.ts";
import { exactText } from "../../src/compensation/exact-text.ts";
import { type NextTier, nextTiers } from "../../src/compensation/next-deal/next-tier.ts";
import type { OwnPay } from "../../src/compensation/next-deal/own-pay.ts";
import { creditOfSale } from "../../src/compensation/next-deal/sale.ts";
import { type TypicalDeal, typicalDeal } from "../../src/compensation/next-deal/typical-deal.ts";
import { nextDeal } from "../../src/compensation/next-deal.ts";
import { formatCount, formatDate, formatPeriod, formatRate } from "../../src/format.ts";
import { currencyDigits } from "../../src/money.ts";
import { formatMeasured } from "../compensation/measured-words.ts";
import { exactMoney } from "../compensation/words.ts";
import { choicesOf } from "./choices.ts";
import { asHtml, type Html, html } from "./html.ts";
import { toldDeal } from "./next-deal-words.ts";
import { carriedPay, unquotedPeriod } from "./own-pay.ts";

/**
 * What one more deal pays on a plan: a typical one in words, what it takes to reach the next tier, and
 * levers for any other, priced in the page from the person's own credits.
 *
 * @param recent the person's credits on all plans, of which a deal is typical
 */
export function nextDealSection(own: OwnPay, recent: readonly Credit[]): Html {
  const lacking = unquotedPeriod(own);
  if (lacking !== null) return unquotedNote(own, lacking);
  const typical = typicalDeal(recent, own.asOf);
  return html`<section class="next">
<h2>What the next deal would pay</h2>
<p class="source">On the plan ${own.plan.name}, as of ${formatDate(own.asOf)}.</p>
${typical === null ? html`<p>There is no deal of yours in the last twelve months to take for a typical one.</p>` : typicalWords(own, typical)}
${tierList(own)}
${levers(own, typical)}
</section>`;
}

const unquotedNote = ({ plan }: OwnPay, { label }: Period): Html => html`<section class="next">
<h2>What the next deal would pay</h2>
<p class="note">The plan ${plan.name} pays by your quota, and there is none yet for ${formatPeriod(label)}: what another deal pays can’t be told.</p>
</section>`;

/** Of whose deals it is the middle. */
const whose = {
  owner: "your own deals",
  split: "deals that you share",
  overlay: "deals on whose team you are",
  manager: "deals of people under you",
  team: "deals of your team",
  territory: "deals of your territory",
} as const satisfies Record<CreditRole, string>;

function typicalWords(own: OwnPay, typical: TypicalDeal): Html {
  const { plan, person, asOf } = own;
  const credit = creditOfSale({ ...typical, date: asOf }, person.repId);
  const told = toldDeal(plan, nextDeal(own, [credit]));
  const money = `${exactMoney(typical.amountCents, plan.currency)} ${plan.currency}`;
  const kind = typical.type === null ? "" : ` (${typical.type})`;
  const role = whose[typical.role ?? "owner"];
  const of =
    typical.deals === 1
      ? `that of the only one in the last twelve months, of ${role}`
      : `the middle of ${formatCount(typical.deals)} in the last twelve months, of ${role}`;
  return html`<p>One more deal of ${money}${kind} would pay <strong>${told.total}</strong>. That size is ${of}.</p>
<ul class="steps">${told.rows.map(({ component, steps, amount }) => html`<li>${component}: ${amount}${steps.map((step) => html`<span class="part">${step}</span>`)}</li>`)}</ul>
${told.notes.map((note) => html`<p class="note">${note}</p>`)}`;
}

function tierList(own: OwnPay): Html | null {
  const tiers = nextTiers(own);
  if (tiers.length === 0) return null;
  return html`<h3>What the next tier takes</h3>
<ul class="steps">${tiers.map((tier) => html`<li>${tierWords(own, tier)}</li>`)}</ul>`;
}

function tierWords({ plan }: OwnPay, tier: NextTier): string {
  const { component, kind, missing, from, quota, reachingCents, beyondCents, step } = tier;
  const terms = plan.components.find(({ name }) => name === component);
  const amount = (cents: number) => formatMeasured(cents, terms?.measure ?? null, plan.currency);
  const money = (cents: number) => exactMoney(cents, plan.currency);
  const share = quota === null || quota === 0 ? null : formatRate(from / quota);
  const at = share === null ? amount(from) : `${share} of quota`;
  const what =
    kind === "tier"
      ? `reaches the next tier, at ${at}`
      : `reaches ${at}, under which nothing is paid`;
  return `${component}: ${amount(missing)} more of credit ${what}. Getting there pays ${money(reachingCents)}, from there on it is ${money(beyondCents)} for every further ${amount(step)}.`;
}

function levers(own: OwnPay, typical: TypicalDeal | null): Html {
  const { plan, asOf } = own;
  const carried = carriedPay(own);
  const { types, products, roles } = choicesOf(own);
  const digits = currencyDigits(plan.currency);
  const amount = typical === null ? "" : (typical.amountCents / 10 ** digits).toFixed(digits);
  const choice = (name: string, label: string, values: readonly string[], chosen: string | null) =>
    values.length < 2
      ? null
      : html`<label>${label}<select name="${name}">${values.map((value) => html`<option value="${value}"${value === chosen ? asHtml(" selected") : null}>${value === "" ? "another" : value}</option>`)}</select></label>`;
  return html`<div class="what-if" hidden>
<h3>Try another deal</h3>
<div class="levers">
<label>Amount, ${plan.currency}<input name="amount" type="number" inputmode="decimal" min="0" step="${(1 / 10 ** digits).toFixed(digits)}" value="${amount}"></label>
${choice("type", "Kind of deal", types, typical?.type ?? "")}
${choice("product", "Product", products, typical?.product ?? "")}
${choice("role", "Credited as", roles, typical?.role ?? null)}
<label>Booked on<input name="date" type="date" min="${asOf}" max="${carried.until}" value="${asOf}"></label>
</div>
<output></output>
</div>
<script type="application/json" class="own-pay">${asHtml(exactText(carried))}</script>`;
}
