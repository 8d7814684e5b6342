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
  /** While it can't be taken into account. */
  readonly isOff?: boolean;
}

/** What holds of a component beside its rule: threshold, caps, gates and multipliers. */
export function termFields(edited: Edited): HTMLElement[] {
  const { component } = edited;
  const { caps = {}, gates = [], multipliers = [] } = component;
  const isOff = !edited.modeller.state().worked.pay.isMoney;
  const own = [
    { label: "Nothing under", unit: "%", path: ["threshold"], value: component.threshold },
    { label: "Cap, attainment", unit: "%", path: ["caps", "attainment"], value: caps.attainment },
    { label: "Cap of a pay period, money", path: ["caps", "period"], value: caps.period, isOff },
    { label: "Cap of a year, money", path: ["caps", "year"], value: caps.year, isOff },
  ].map((term) => termField(edited, { unit: "", ...term }));
  const gated = gates.map(({ component: name, at_least }, place) =>
    termField(edited, {
      label: `Gate: ${name} at least`,
      unit: "%",
      path: ["gates", place, "at_least"],
      value: at_least,
      isNeeded: true,
    }),
  );
  const why = isOff
    ? [html`<p class="aside">Caps in money need the variable pay of a person, typed below.</p>`]
    : [];
  return [
    ...own,
    ...why,
    ...gated,
    ...multipliers.map((_, place) => multiplierRows(edited, place)),
  ];
}

function termField(
  { modeller, index, problemAt }: Edited,
  { label, unit, path, value, isNeeded = false, isOff = false }: Term,
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
  const typed = field.element.querySelector("input");
  if (typed) typed.disabled = isOff;
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
