import { html } from "npm:htl";
import { choice } from "../choice.js";
import { download } from "../download.js";
import { type Draft, type PlannerState, planName, thePlan } from "./draft.js";
import { addressOf, draftInAddress, followAddress } from "./link.js";
import { type Planner, problemOf } from "./store.js";

/**
 * Where the scenario comes from and goes to, what it is held against, and steps back.
 *
 * @param problem what is wrong with the address of the page, to be told
 */
export function toolbar(planner: Planner, problem: string | null): HTMLElement {
  const said = html`<p class="said" role="status"></p>`;
  const say = (text: string, isWrong = false) => {
    said.textContent = text;
    said.classList.toggle("refused", isWrong);
  };
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

type Say = (text: string, isWrong?: boolean) => void;

function actions(planner: Planner, say: Say): HTMLElement {
  const [undo, redo] = [stepButton("Undo", planner.undo), stepButton("Redo", planner.redo)];
  planner.subscribe(({ canUndo, canRedo }) => {
    undo.disabled = !canUndo;
    redo.disabled = !canRedo;
  });
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

const stepButton = (label: string, step: () => void) =>
  html`<button type="button" onclick=${step}>${label}</button>` as HTMLButtonElement;

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
  const { saved } = planner;
  const options = [{ value: "", label: "…" }, ...optionsOf(saved)];
  const field = choice("Start from", options) as Chosen;
  field.addEventListener("input", () => {
    const from = saved.find(({ name }) => name === field.value);
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

async function copyLink(planner: Planner, say: Say): Promise<void> {
  const address = addressOf(planner.state().draft, planner.base.label);
  try {
    await navigator.clipboard.writeText(address);
    say("The link is copied: it opens this page with this scenario.");
  } catch {
    say(`The browser keeps the clipboard closed; the link is: ${address}`);
  }
}

async function save(planner: Planner): Promise<void> {
  const { draft } = planner.state();
  const { draftText } = await import("./reading.js");
  const text = draftText(draft, planner.base.label);
  download(`${draft.name || "scenario"}.yaml`, new Blob([text], { type: "application/yaml" }));
}

function fileButton(planner: Planner, say: Say): HTMLElement {
  const file = html`<input type="file" accept=".yaml,.yml" hidden aria-label="Scenario, a YAML file"
    onchange=${() => load(planner, file, say)}>` as HTMLInputElement;
  return html`<span>${file}<button type="button" onclick=${() => file.click()}>Load YAML</button></span>`;
}

async function load(planner: Planner, field: HTMLInputElement, say: Say): Promise<void> {
  const [chosen] = field.files ?? [];
  if (!chosen) return;
  try {
    const { readDraft } = await import("./reading.js");
    const known = { saved: planner.saved, year: planner.base.label };
    planner.change(readDraft(await chosen.text(), chosen.name, known));
    if (planner.state().problem === null) say(`${chosen.name} is loaded.`);
  } catch (error) {
    say(problemOf(error), true);
  }
  field.value = "";
}

/** A link that is opened while the page is shows its scenario, and can be taken back. */
function followLinks(planner: Planner, say: Say): void {
  addEventListener("hashchange", async () => {
    try {
      const draft = await draftInAddress(planner.base.label);
      if (draft) planner.change(draft);
    } catch (error) {
      say(problemOf(error), true);
    }
  });
}

/** Control or command with Z undoes, with Shift too redoes; within a text it is the text's own. */
function undoByKeys(planner: Planner): void {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey)) return;
    if (event.target instanceof HTMLInputElement && event.target.type !== "range") return;
    event.preventDefault();
    if (event.shiftKey) planner.redo();
    else planner.undo();
  });
}
