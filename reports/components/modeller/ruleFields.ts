import { html } from "npm:htl";
import { type Field, numberField, selectField } from "../draft/fields.js";
import type { RuleName } from "./component.js";
import type { Edited } from "./editor.js";
import { put, putRate } from "./ruleEdit.js";
import { boundUnit, pointRows, tierRows, valueKeys } from "./ruleRows.js";
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
