import { html } from "npm:htl";
import { type Field, numberField } from "../draft/fields.js";
import { type LeverGroup, leverGroup } from "../draft/leverGroup.js";
import { entryOf, writer } from "./lever.js";
import type { Planner } from "./store.js";

const rails = [
  { key: "least_change", usual: "leastChange", label: "Least change on last year", unit: "%" },
  { key: "most_change", usual: "mostChange", label: "Most change on last year", unit: "%" },
  { key: "least_to_earnings", usual: "leastToEarnings", label: "Quota at least", unit: "× OTE" },
  { key: "most_to_earnings", usual: "mostToEarnings", label: "Quota at most", unit: "× OTE" },
] as const;

type Rail = (typeof rails)[number];

/** What a quota may not leave, and what it is rounded to. */
export const guardrailLevers = (planner: Planner): LeverGroup =>
  leverGroup("Guardrails", [
    ...rails.flatMap((rail) => [railField(planner, rail), liftedField(planner, rail)]),
    roundingField(planner),
  ]);

function railField(planner: Planner, { key, usual, label, unit }: Rail): Field {
  return numberField({
    label,
    unit,
    min: unit === "%" ? -1 : 0,
    max: unit === "%" ? 10 : 1000,
    usual: () => planner.base.guardrails[usual],
    read: () => entryOf(planner).guardrails?.[key] ?? undefined,
    write: (value, options) => writeRail(planner, key, value, options),
  });
}

/** Lifts a bound that the plan has; there is nothing to lift where it has none. */
function liftedField(planner: Planner, { key, usual, label }: Rail): Field {
  const box = html`<input type="checkbox"
    onchange=${() => writeRail(planner, key, box.checked ? null : undefined)}>` as HTMLInputElement;
  const element = html`<label class="lever"><span>${label}: not bound</span>${box}</label>`;
  const show = () => {
    element.hidden = planner.base.guardrails[usual] === null;
    box.checked = entryOf(planner).guardrails?.[key] === null;
  };
  show();
  return { element, show };
}

function writeRail(
  planner: Planner,
  key: Rail["key"],
  value: number | null | undefined,
  options?: { readonly isPassing?: boolean },
): void {
  const { [key]: _, ...others } = entryOf(planner).guardrails ?? {};
  const own = value === undefined ? {} : { [key]: value };
  writer(planner)({ guardrails: { ...others, ...own } }, options);
}

const roundingField = (planner: Planner): Field =>
  numberField({
    label: "Quotas are multiples of",
    unit: planner.base.currency,
    min: 1,
    max: 1e9,
    usual: () => planner.base.unit / 10 ** planner.base.currencyDigits,
    read: () => entryOf(planner).round_to,
    write: (value, options) =>
      writer(planner)({ round_to: value === undefined ? undefined : Math.round(value) }, options),
  });
