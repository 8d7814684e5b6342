import { html } from "npm:htl";
import { formatPlace } from "../../src/errors.js";
import type { Path } from "../../src/workspace/yaml.js";
import { choice } from "../choice.js";
import type { WrittenComponent } from "./component.js";
import type { ModellerState } from "./draft.js";
import { ruleFields } from "./ruleFields.js";
import type { Modeller } from "./store.js";
import { termFields } from "./termFields.js";
import { inComponent, writtenPlan } from "./written.js";

/** A component as the editor shows it. */
export interface Edited {
  readonly modeller: Modeller;
  readonly component: WrittenComponent;
  readonly index: number;
  /** What is wrong at a part of it, as it is shown beside it. */
  problemAt(...path: Path): HTMLElement | string;
}

/** Which component the editor and the chart beside it show. */
export interface Chosen {
  index(): number;
  subscribe(follow: () => void): void;
  choose(index: number): void;
}

export function chosenComponent(): Chosen {
  const followers = new Set<() => void>();
  let chosen = 0;
  return {
    index: () => chosen,
    subscribe: (follow) => followers.add(follow),
    choose(index) {
      chosen = index;
      for (const follow of followers) follow();
    },
  };
}

/** Choose a component, and change its rule and terms by typing. */
export function editor(modeller: Modeller, chosen: Chosen): HTMLElement {
  const head = html`<div></div>`;
  const body = html`<div></div>`;
  let [names, drawn] = ["", ""];
  const draw = () => {
    const state = modeller.state();
    const { components } = writtenPlan(state.draft.text);
    if (chosen.index() >= components.length) chosen.choose(0);
    const all = JSON.stringify([components.map(({ name }) => name), chosen.index()]);
    if (all !== names) head.replaceChildren(componentChoice(components, chosen));
    names = all;
    const component = components[chosen.index()];
    const { isMoney } = state.worked.pay;
    const now = JSON.stringify([component, chosen.index(), state.problems.map(String), isMoney]);
    if (component === undefined || now === drawn) return;
    drawn = now;
    const place = fieldsOf(body).indexOf(document.activeElement as HTMLElement);
    body.replaceChildren(...partsOf(editedOf(modeller, state, component, chosen.index())));
    // the reader stays where they were, though the fields are drawn anew
    if (place >= 0) fieldsOf(body)[place]?.focus();
  };
  modeller.subscribe(draw);
  chosen.subscribe(draw);
  return html`<div class="planner-levers modeller-editor">${head}${body}</div>`;
}

const fieldsOf = (body: HTMLElement) => [
  ...body.querySelectorAll<HTMLElement>("input, select, button, summary"),
];

function componentChoice(components: readonly WrittenComponent[], chosen: Chosen): HTMLElement {
  const options = components.map(({ name }, index) => ({ value: String(index), label: name }));
  const field = choice("Component", options, String(chosen.index())) as HTMLElement & {
    value: string;
  };
  field.addEventListener("input", () => chosen.choose(Number(field.value)));
  return field;
}

const partsOf = (edited: Edited): HTMLElement[] => [...ruleFields(edited), ...termFields(edited)];

/** Problems stand beside what is on their line of the file. */
function editedOf(
  modeller: Modeller,
  { draft, problems }: ModellerState,
  component: WrittenComponent,
  index: number,
): Edited {
  const { placeOf } = writtenPlan(draft.text);
  const problemAt = (...path: Path) => {
    const { line } = placeOf(inComponent(index, ...path));
    const own = problems.filter(({ place }) => line !== undefined && place.line === line);
    if (own.length === 0) return "";
    return html`<p class="refused">${own.map(
      ({ message, remedy, place }) => `${message} (${formatPlace({ ...place })}). ${remedy} `,
    )}</p>`;
  };
  return { modeller, component, index, problemAt };
}
