import { html } from "npm:htl";
import { type ModelledDeal, payOfDeal } from "../../src/compensation/modelling/next-deal.js";
import { formatRate } from "../../src/format.js";
import { numberField, selectField } from "../draft/fields.js";
import type { Modelled, Worked } from "./draft.js";
import { basisOf, publishedFor } from "./known.js";
import { told } from "./measure.js";
import type { Modeller } from "./store.js";

/** What one more deal would pay somebody, on the plan before and after: the reader says how far they are. */
export function dealPanel(modeller: Modeller): HTMLElement {
  const deal = { attainment: 0.9, size: 0.15, kind: 0 };
  const answer = html`<p role="status"></p>`;
  const show = () => {
    answer.textContent = wordsOf(modeller, deal);
    for (const field of fields) field.show();
  };
  const number = (label: string, key: "attainment" | "size", most: number) =>
    numberField({
      label,
      unit: "%",
      min: 0,
      max: most,
      slider: [0, most],
      read: () => deal[key],
      write: (value) => {
        deal[key] = value ?? 0;
        show();
      },
    });
  const kinds = html`<div></div>`;
  const fields = [
    number("Attainment so far", "attainment", 2),
    number("The deal, of a year’s quota", "size", 1),
  ];
  let drawn = "";
  modeller.subscribe(({ worked }) => {
    const labels = kindsOf(modeller, worked).map(kindLabel);
    if (labels.join() !== drawn) {
      drawn = labels.join();
      deal.kind = 0;
      kinds.replaceChildren(kindField(labels, deal, show));
    }
    show();
  });
  return html`<section class="planner-levers modeller-deal"><h2>What one more deal pays</h2>
    <div class="modeller-fields">${fields.map(({ element }) => element)}${kinds}</div>${answer}</section>`;
}

function kindField(labels: readonly string[], deal: { kind: number }, show: () => void) {
  const options = labels.map((label, index) => ({ value: String(index), label }));
  const field = selectField(
    {
      label: "Its kind",
      read: () => String(deal.kind),
      write: (value) => {
        deal.kind = Number(value ?? 0);
        show();
      },
    },
    options,
  );
  return labels.length > 1 ? field.element : "";
}

const kindLabel = ({ type, product }: ModelledDeal["kind"]) =>
  [type, product].filter((part) => part !== null).join(", ") || "any deal";

function kindsOf({ known }: Modeller, { draft, after }: Worked): readonly ModelledDeal["kind"][] {
  const published = publishedFor(known, draft.origin, after.terms);
  return [...basisOf(known, draft, after.terms, published).mix].sort((a, b) => b.share - a.share);
}

function wordsOf(
  modeller: Modeller,
  { attainment, size, kind }: { attainment: number; size: number; kind: number },
): string {
  const { worked } = modeller.state();
  const { currency_digits: digits } = modeller.known;
  const deal: ModelledDeal = {
    attainment,
    size,
    kind: kindsOf(modeller, worked)[kind] ?? { type: null, product: null },
  };
  const { draft } = worked;
  const paid = ({ terms }: Modelled) => {
    const published = publishedFor(modeller.known, draft.origin, terms);
    const { before, after } = payOfDeal(
      terms,
      basisOf(modeller.known, draft, terms, published),
      deal,
    );
    return { adds: after - before, after };
  };
  const [was, is] = [paid(worked.before), paid(worked.after)];
  const read = (cents: number) => told(worked.pay, cents, digits);
  const unit = worked.pay.isMoney ? "" : " of target pay";
  return `From ${formatRate(attainment)} to ${formatRate(attainment + size)} of quota: the deal pays ${read(is.adds)}${unit}, the year ${read(is.after)}. Before the change, the deal paid ${read(was.adds)}.`;
}
