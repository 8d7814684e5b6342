import type { CreditRole } from "../../../src/compensation/credit/credit.ts";
import { readExactText } from "../../../src/compensation/exact-text.ts";
import { creditOfSale, type Sale } from "../../../src/compensation/next-deal/sale.ts";
import { dealPricer } from "../../../src/compensation/next-deal.ts";
import { formatDate } from "../../../src/format.ts";
import { currencyDigits } from "../../../src/money.ts";
import { type ToldDeal, toldDeal } from "../next-deal-words.ts";
import { type CarriedPay, ownPayOf } from "../own-pay.ts";

/** Prices the deal that somebody types in, on each of their plans. */
for (const levers of document.querySelectorAll<HTMLElement>(".what-if")) open(levers);

function open(levers: HTMLElement): void {
  const text = levers.nextElementSibling?.textContent;
  const output = levers.querySelector("output");
  if (!text || !output) return;
  const carried = readExactText<CarriedPay>(text);
  const { asOf, until } = carried;
  const own = ownPayOf(carried);
  const priced = dealPricer(own);
  const show = () => {
    const sale = saleOf(levers, carried);
    const words =
      sale === null
        ? [
            paragraph(
              `Give an amount, and a day from ${formatDate(asOf)} to ${formatDate(until)}.`,
              "note",
            ),
          ]
        : tell(toldDeal(own.plan, priced([creditOfSale(sale, own.person.repId)])));
    output.replaceChildren(...words);
  };
  levers.hidden = false;
  levers.addEventListener("input", show);
  show();
}

/** The deal as it is typed in; null where it isn't one. */
function saleOf(levers: HTMLElement, { plan, asOf, until }: CarriedPay): Sale | null {
  const value = (name: string) =>
    levers.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value ?? "";
  const amountCents = Math.round(Number(value("amount")) * 10 ** currencyDigits(plan.currency));
  const date = value("date");
  const isDay = date >= asOf && date <= until;
  if (value("amount") === "" || !Number.isSafeInteger(amountCents) || !isDay) return null;
  return {
    amountCents,
    date,
    type: value("type") || null,
    product: value("product") || null,
    role: (value("role") || null) as CreditRole | null,
  };
}

function tell({ rows, total, notes }: ToldDeal): Node[] {
  const list = document.createElement("ul");
  list.className = "steps";
  for (const { component, steps, amount } of rows) {
    const item = document.createElement("li");
    item.append(`${component}: ${amount}`);
    for (const step of steps) item.append(paragraph(step, "part", "span"));
    list.append(item);
  }
  const sum = document.createElement("p");
  const strong = document.createElement("strong");
  strong.append(total);
  sum.append("It would pay ", strong, ".");
  return [sum, list, ...notes.map((note) => paragraph(note, "note"))];
}

function paragraph(text: string, kind: string, tag: "p" | "span" = "p"): HTMLElement {
  const element = document.createElement(tag);
  element.className = kind;
  element.append(text);
  return element;
}
