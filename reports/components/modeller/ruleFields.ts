import { html } from "npm:htl";
import { type Field, numberField, selectField } from "../draft/fields.js";
import { isByAttainment, type RuleName, type WrittenTier } from "./component.js";
import type { Edited } from "./editor.js";
import { insert, put, putRate } from "./ruleEdit.js";
import { accelerated, asRule, ruleNames } from "./rules.js";
import { inComponent } from "./written.js";

/** The rate rule of a component: which one, and its numbers. */
export function ruleFields(edited: Edited): HTMLElement[] {
  const { component } = edited;
  const { rate } = component;
  return [
    ruleChoice(edited).element,
    ...(rate.tiers ? tierRows(edited, rate.tiers) : []),
    ...(rate.points ? pointRows(edited) : []),
    ...(rate.rule === "cliff" ? [thresholdField(edited).element] : []),
    ...(rate.rule === "flat" || rate.rule === "cliff" ? rateFields(edited) : []),
  ];
}

function ruleChoice({ modeller, component, index }: Edited): Field {
  const options = Object.entries(ruleNames).map(([value, label]) => ({ value, label }));
  return selectField(
    {
      label: "Rate",
      read: () => component.rate.rule,
      write: (value) =>
        put(
          modeller,
          inComponent(index, "rate"),
          asRule(component.rate, (value ?? "flat") as RuleName),
        ),
    },
    options,
  );
}

/** How a bound reads: a share of quota, or an amount. */
const boundUnit = ({ component }: Edited) => (isByAttainment(component) ? "%" : "");

function tierRows(edited: Edited, tiers: readonly WrittenTier[]): HTMLElement[] {
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

const valueKeys = {
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

function pointRows({ modeller, component, index, problemAt }: Edited): HTMLElement[] {
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

const thresholdField = (edited: Edited): Field =>
  numberField({
    label: "Threshold",
    unit: boundUnit(edited),
    min: 0,
    max: 1e9,
    read: () => edited.component.rate.threshold,
    write: (value) => putRate(edited.modeller, edited.index, ["threshold"], value ?? 0),
  });

/** The one rate of a flat rule or a cliff, with tiers a press away. */
function rateFields({ modeller, component, index, problemAt }: Edited): HTMLElement[] {
  const { rate } = component;
  const key = rate.per_unit !== undefined ? "per_unit" : rate.rate === "target" ? "times" : "rate";
  const field = numberField({
    ...valueKeys[key],
    min: 0,
    max: 1e9,
    read: () => (key === "times" ? (rate.times ?? 1) : Number(rate[key])),
    write: (value) => putRate(modeller, index, [key], value ?? 0),
  });
  // a cliff at target pay has no number of its own
  const own = rate.rule === "cliff" && key === "times" ? [] : [field.element];
  const tiered = () => {
    const { tiers = [], ...rest } = asRule(rate, "marginal");
    const next = { ...rest, tiers: [...tiers, accelerated({ tiers })] };
    put(modeller, inComponent(index, "rate"), next);
  };
  const add = html`<div class="lever rows"><button type="button" onclick=${tiered}>Add an accelerator</button>${problemAt("rate")}</div>`;
  return rate.rule === "flat" ? [...own, add] : own;
}
