import { html } from "npm:htl";
import type { Path } from "../../src/workspace/yaml.js";
import { numberField } from "../draft/fields.js";
import type { Edited } from "./editor.js";
import { put } from "./ruleEdit.js";
import { inComponent } from "./written.js";

interface Term {
  readonly label: string;
  readonly unit: string;
  readonly path: Path;
  readonly value: number | undefined;
  /** A number that a list can't do without. */
  readonly isNeeded?: boolean;
}

/** What holds of a component beside its rule: threshold, caps, gates and multipliers. */
export function termFields(edited: Edited): HTMLElement[] {
  const { component } = edited;
  const { caps = {}, gates = [], multipliers = [] } = component;
  const own = [
    { label: "Nothing under", unit: "%", path: ["threshold"], value: component.threshold },
    { label: "Cap, attainment", unit: "%", path: ["caps", "attainment"], value: caps.attainment },
    { label: "Cap of a pay period, money", unit: "", path: ["caps", "period"], value: caps.period },
    { label: "Cap of a year, money", unit: "", path: ["caps", "year"], value: caps.year },
  ].map((term) => termField(edited, term));
  const gated = gates.map(({ component: name, at_least }, place) =>
    termField(edited, {
      label: `Gate: ${name} at least`,
      unit: "%",
      path: ["gates", place, "at_least"],
      value: at_least,
      isNeeded: true,
    }),
  );
  return [...own, ...gated, ...multipliers.map((_, place) => multiplierRows(edited, place))];
}

function termField(
  { modeller, index, problemAt }: Edited,
  { label, unit, path, value, isNeeded = false }: Term,
): HTMLElement {
  const field = numberField({
    label,
    unit,
    min: 0,
    max: 1e9,
    usual: () => null,
    read: () => value,
    write: (next) => {
      if (next !== undefined || !isNeeded) put(modeller, inComponent(index, ...path), next);
    },
  });
  return html`<div>${field.element}${problemAt(...path)}</div>`;
}

function multiplierRows(edited: Edited, place: number): HTMLElement {
  const { by, tiers } = edited.component.multipliers?.[place] ?? { by: "", tiers: [] };
  const rows = tiers.map(({ from, times }, tier) => {
    const path = ["multipliers", place, "tiers", tier];
    const parts = [
      { label: "From", unit: "%", path: [...path, "from"], value: from, isNeeded: true },
      { label: "Times", unit: "×", path: [...path, "times"], value: times, isNeeded: true },
    ];
    return html`<fieldset><legend>Multiplier by ${by}, tier ${tier + 1}</legend>${parts.map(
      (part) => termField(edited, part),
    )}</fieldset>`;
  });
  return html`<div class="lever rows">${rows}</div>`;
}
