import { html } from "npm:htl";
import { type Field, numberField, selectField } from "../draft/fields.js";
import { isByAttainment, type WrittenTier } from "./component.js";
import type { Edited } from "./editor.js";
import { insert, put, putRate } from "./ruleEdit.js";
import { accelerated } from "./rules.js";
import { inComponent } from "./written.js";

/** How a bound reads: a share of quota, or an amount. */
export const boundUnit = ({ component }: Edited) => (isByAttainment(component) ? "%" : "");

/** The tiers of a rate, a row each, with one more a press away. */
export function tierRows(edited: Edited, tiers: readonly WrittenTier[]): HTMLElement[] {
  const { modeller, index, problemAt } = edited;
  const list = inComponent(index, "rate", "tiers");
  const rows = tiers.map((tier, place) => {
    const from = numberField({
      label: "From",
      unit: boundUnit(edited),
      min: 0,
      max: 1e9,
      read: () => tier.from,
      write: (value) => putRate(modeller, index, ["tiers", place, "from"], value ?? tier.from),
    });
    const remove = html`<button type="button" aria-label=${`Take out tier ${place + 1}`}
      disabled=${tiers.length === 1}
      onclick=${() => put(modeller, [...list, place], undefined)}>×</button>`;
    return html`<fieldset><legend>Tier ${place + 1}</legend>${from.element}${
      tierValue(edited, tier, place).element
    }${remove}${problemAt("rate", "tiers", place)}</fieldset>`;
  });
  const add = html`<button type="button"
    onclick=${() => insert(modeller, list, tiers.length, accelerated({ tiers }))}>Add an accelerator</button>`;
  return [html`<div class="lever rows">${rows}${add}${problemAt("rate")}</div>`];
}

/** How the numbers that a rate may be given by are asked for. */
export const valueKeys = {
  times: { label: "Times target rate", unit: "×" },
  rate: { label: "Rate", unit: "%" },
  per_unit: { label: "Money each", unit: "" },
} as const;

function tierValue({ modeller, index }: Edited, tier: WrittenTier, place: number): Field {
  const key = tier.rate !== undefined ? "rate" : tier.per_unit !== undefined ? "per_unit" : "times";
  return numberField({
    ...valueKeys[key],
    min: 0,
    max: 1e9,
    read: () => tier[key],
    write: (value) => putRate(modeller, index, ["tiers", place, key], value ?? 0),
  });
}

/** The points of a payout curve, a row each, and how it goes on beyond the last. */
export function pointRows({ modeller, component, index, problemAt }: Edited): HTMLElement[] {
  const { points = [], beyond = "flat" } = component.rate;
  const list = inComponent(index, "rate", "points");
  const field = (label: string, place: number, key: "at" | "pays", value: number) =>
    numberField({
      label,
      unit: "%",
      min: 0,
      max: 100,
      read: () => value,
      write: (next) => putRate(modeller, index, ["points", place, key], next ?? value),
    }).element;
  const rows = points.map(({ at, pays }, place) => {
    const remove = html`<button type="button" aria-label=${`Take out point ${place + 1}`}
      disabled=${points.length <= 2}
      onclick=${() => put(modeller, [...list, place], undefined)}>×</button>`;
    return html`<fieldset><legend>Point ${place + 1}</legend>${field("At attainment", place, "at", at)}${field(
      "Pays, of target",
      place,
      "pays",
      pays,
    )}${remove}${problemAt("rate", "points", place)}</fieldset>`;
  });
  const last = points.at(-1) ?? { at: 1, pays: 1 };
  const next = { at: last.at + 0.25, pays: last.pays + 0.5 };
  const add = html`<button type="button"
    onclick=${() => insert(modeller, list, points.length, next)}>Add a point</button>`;
  const ending = selectField(
    {
      label: "Beyond the last",
      read: () => beyond,
      write: (value) => putRate(modeller, index, ["beyond"], value),
    },
    [
      { value: "flat", label: "pays no more" },
      { value: "extend", label: "goes on as before" },
    ],
  );
  return [html`<div class="lever rows">${rows}${add}${problemAt("rate")}</div>`, ending.element];
}
