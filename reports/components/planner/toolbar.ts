import { html } from "npm:htl";
import { choice } from "../choice.js";
import { problemOf } from "../draft/problem.js";
import { type Say, saidLine } from "../draft/said.js";
import { stepButtons, undoByKeys } from "../draft/steps.js";
import { type Draft, type PlannerState, planName, thePlan } from "./draft.js";
import { copyLink, fileButton, followLinks, save } from "./exchange.js";
import { followAddress } from "./link.js";
import type { Planner } from "./store.js";

/**
 * Where the scenario comes from and goes to, what it is held against, and steps back.
 *
 * @param problem what is wrong with the address of the page, to be told
 */
export function toolbar(planner: Planner, problem: string | null): HTMLElement {
  const { element: said, say } = saidLine();
  const name = nameField(planner);
  const paper = html`<pre class="paper"></pre>`;
  planner.subscribe((state) => {
    if (!state.isPassing) followAddress(state.draft, planner.base.label);
    paper.textContent = wordsOf(state.draft);
    name.show(state);
    say(state.problem ?? "", state.problem !== null);
  });
  undoByKeys(planner);
  followLinks(planner, say);
  if (problem !== null) say(problem, true);
  return html`<div class="planner-bar"><div class="controls">
    ${startChoice(planner)}${againstChoice(planner, say)}${name.element}${actions(planner, say)}
  </div>${said}${paper}</div>`;
}

function actions(planner: Planner, say: Say): HTMLElement {
  const { undo, redo, show } = stepButtons(planner);
  planner.subscribe(show);
  return html`<div class="actions">${undo}${redo}
    <button type="button" onclick=${() => copyLink(planner, say)}>Copy link</button>
    <button type="button" onclick=${() => save(planner)}>Download YAML</button>
    ${fileButton(planner, say)}</div>`;
}

/** What the scenario says, for paper: a print without it can't be told from one of another. */
const wordsOf = ({ entry }: Draft) =>
  Object.entries(entry)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join("\n");

function nameField(planner: Planner) {
  const typed =
    html`<input type="text" onchange=${() => planner.change({ name: fileName(typed.value) })}>` as HTMLInputElement;
  const show = ({ draft }: PlannerState) => {
    if (document.activeElement !== typed) typed.value = draft.name;
  };
  return { element: html`<label class="choice"><span>Name</span>${typed}</label>`, show };
}

/** A name that a file may have. */
const fileName = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, "-");

type Chosen = HTMLElement & { value: string };

const optionsOf = (saved: readonly Draft[]) => [
  { value: planName, label: "the plan" },
  ...saved.map(({ name }) => ({ value: name, label: name })),
];

/** Goes back to its first option once it is taken: the same may be taken again. */
function startChoice(planner: Planner): HTMLElement {
  const options = [{ value: "", label: "…" }, ...optionsOf(planner.saved)];
  const field = choice("Start from", options) as Chosen;
  field.addEventListener("input", () => {
    const from = planner.saved.find(({ name }) => name === field.value);
    if (field.value !== "") planner.change(from ?? { name: "scenario", entry: {} });
    const list = field.querySelector("select");
    if (list) list.value = "";
  });
  return field;
}

const thisOne = "this scenario";

/** The plan, a saved scenario, or this one as it is now, to try another beside it. */
function againstChoice(planner: Planner, say: Say): HTMLElement {
  const options = [
    ...optionsOf(planner.saved),
    { value: thisOne, label: "this one, as it is now" },
  ];
  const field = choice("Compare with", options) as Chosen;
  field.addEventListener("input", () => {
    const { worked } = planner.state();
    const held = { name: `${worked.name || "scenario"}, held`, entry: worked.entry };
    const found = planner.saved.find(({ name }) => name === field.value) ?? thePlan;
    try {
      planner.compareWith(field.value === thisOne ? held : found);
    } catch (error) {
      say(problemOf(error), true);
    }
  });
  return field;
}
