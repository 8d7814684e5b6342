import { html } from "npm:htl";
import type { PaidPlan } from "../../src/scenario/pay/base.js";
import { type Field, numberField } from "../draft/fields.js";
import { type LeverGroup, leverGroup } from "../draft/leverGroup.js";
import { entryOf, writer } from "./lever.js";
import { changedValue, withValue } from "./payChanges.js";
import { type PayParameter, parametersOf } from "./payParameters.js";
import type { Planner } from "./store.js";

/** What compensation plans say otherwise, one plan at a time. */
export function payLevers(planner: Planner): LeverGroup {
  return leverGroup("Pay", [plansField(planner)], {
    note: "The numbers of compensation plans that lead what they cost. Empty is as in the plan. A scenario’s file may change anything else in them too.",
  });
}

/** A list of plans, and the fields of the one that is chosen. */
function plansField(planner: Planner): Field {
  const body = html`<div></div>`;
  const list =
    html`<select aria-label="Compensation plan" onchange=${() => open()}></select>` as HTMLSelectElement;
  const aside = html`<p class="aside">This site holds nobody’s pay: load what “quotabook scenario earnings” prints, above.</p>`;
  const choice = html`<label class="lever"><span>Plan</span>${list}</label>`;
  const element = html`<div class="lever rows">${aside}${choice}${body}</div>`;
  let fields: readonly Field[] = [];
  let listed: unknown = null;
  const open = () => {
    const plan = planner.pay?.plans.find(({ name }) => name === list.value);
    fields = plan ? fieldsOf(planner, plan) : [];
    body.replaceChildren(...(plan ? grouped(plan, fields) : []));
  };
  const show = () => {
    const { pay } = planner;
    [aside.hidden, choice.hidden] = [pay !== null, pay === null];
    if (pay !== null && pay !== listed) {
      listed = pay;
      list.replaceChildren(...pay.plans.map(({ name }) => html`<option>${name}</option>`));
      open();
    }
    for (const field of fields) field.show();
  };
  show();
  return { element, show };
}

const fieldsOf = (planner: Planner, plan: PaidPlan): Field[] =>
  parametersOf(plan).map((parameter) => parameterField(planner, plan, parameter));

function parameterField(planner: Planner, plan: PaidPlan, parameter: PayParameter): Field {
  const { label, unit, max, usual } = parameter;
  const changes = () => entryOf(planner).pay ?? {};
  return numberField({
    label,
    unit,
    min: 0,
    max,
    usual: () => usual,
    read: () => changedValue(changes(), plan.name, parameter),
    write: (value) => writer(planner)({ pay: withValue(changes(), plan, parameter, value) }),
  });
}

/** Fields under the names of the components that they are of. */
function grouped(plan: PaidPlan, fields: readonly Field[]): Node[] {
  const parameters = parametersOf(plan);
  return fields.flatMap(({ element }, at) => {
    const component = parameters[at]?.component ?? null;
    const isFirst = component !== (parameters[at - 1]?.component ?? null);
    return isFirst && component !== null ? [html`<h3>${component}</h3>`, element] : [element];
  });
}
