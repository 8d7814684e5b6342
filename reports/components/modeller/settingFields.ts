import { html } from "npm:htl";
import { isCount } from "../../src/compensation/credit/measure.js";
import { leadOf } from "../../src/compensation/modelling/basis.js";
import { type Field, numberField } from "../draft/fields.js";
import { leverGroup } from "../draft/leverGroup.js";
import type { ModellerState, Setting } from "./draft.js";
import { chanceOf, publishedFor, usual } from "./known.js";
import type { Modeller } from "./store.js";

/** Whom the plan is modelled on: how many, what they attain, what they earn and carry. */
export function settingFields(modeller: Modeller): HTMLElement {
  const number: NumberOf = (key, options) =>
    numberField({
      min: 0,
      max: 1e12,
      ...options,
      read: () => modeller.state().draft.setting[key],
      write: (value, how) => modeller.change({ setting: settingWith(modeller, key, value) }, how),
    });
  const fields = [...peopleFields(modeller, number), ...moneyFields(modeller, number)];
  const group = leverGroup("Modelled on", fields, {
    isOpen: true,
    note: "What the plan itself says of pay and quota goes before what you type here.",
  });
  modeller.subscribe((state) => {
    group.follow();
    nameUnits(group.element, state);
  });
  return html`<div class="planner-levers">${group.element}</div>`;
}

type NumberOf = (key: keyof Setting, options: Options) => Field;

type Options = Omit<Parameters<typeof numberField>[0], "read" | "write" | "min" | "max"> & {
  readonly min?: number;
  readonly max?: number;
};

function peopleFields(modeller: Modeller, number: NumberOf): Field[] {
  const chance = () => {
    const { draft, worked } = modeller.state();
    const { terms } = worked.after;
    return chanceOf(modeller.known, draft, publishedFor(modeller.known, draft.origin, terms));
  };
  return [
    number("people", {
      label: "People",
      unit: "",
      min: 1,
      max: 1000,
      usual: () => chance().people,
    }),
    number("mean", {
      label: "Attainment, on average",
      unit: "%",
      max: 5,
      slider: [0.3, 1.7],
      usual: () => meanOf(chance().attainments),
    }),
    number("spread", {
      label: "Spread of attainment, times",
      unit: "×",
      max: 5,
      usual: () => usual.spread,
    }),
    number("shared", {
      label: "Luck that all share",
      unit: "%",
      max: 1,
      usual: () => usual.shared,
    }),
  ];
}

const quotaLabel = "Quota of a year";
const budgetLabel = "Budget of a year";

function moneyFields(modeller: Modeller, number: NumberOf): Field[] {
  const { currency, currency_digits } = modeller.known;
  const units = 10 ** currency_digits;
  const pay = () => {
    const { pay: measure, after } = modeller.state().worked;
    const { target } = after.model;
    return measure.isMoney && target > 0 ? rounded(target / units) : null;
  };
  const quota = () => {
    const { isQuotaKnown, after } = modeller.state().worked;
    const per = isCount(leadOf(after.terms).measure) ? 100 : units;
    return isQuotaKnown ? rounded(after.model.quota / per) : null;
  };
  return [
    number("variable_pay", {
      label: `Variable pay of a person, ${currency} a year`,
      unit: "",
      min: 1,
      usual: pay,
    }),
    number("quota", { label: quotaLabel, unit: "", min: 1, usual: quota }),
    number("deal_size", { label: `Size of a deal, ${currency}`, unit: "", min: 1 }),
    number("budget", { label: budgetLabel, unit: "" }),
  ];
}

/** Budget in money or as a share of target pay, quota in money or in units: as the plan is told. */
function nameUnits(element: HTMLElement, { worked }: ModellerState): void {
  const { measure } = leadOf(worked.after.terms);
  const units = new Map([
    [budgetLabel, worked.cost.isMoney ? "" : "× target pay"],
    [quotaLabel, isCount(measure) ? "units" : ""],
  ]);
  for (const field of element.querySelectorAll("label.lever")) {
    const unit = units.get(field.querySelector("span")?.textContent ?? "");
    const shown = field.querySelector("i");
    if (unit !== undefined && shown) shown.textContent = unit;
  }
}

function settingWith(modeller: Modeller, key: keyof Setting, value: number | undefined): Setting {
  const { [key]: _, ...others } = modeller.state().draft.setting;
  return value === undefined ? others : { ...others, [key]: value };
}

const rounded = (value: number) => Math.round(value * 100) / 100;
const meanOf = (values: readonly number[]) =>
  rounded(values.reduce((a, b) => a + b, 0) / values.length);
