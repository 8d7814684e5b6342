import { html } from "npm:htl";
import { choice } from "../choice.js";
import { download } from "../download.js";
import { addressOf, followAddress } from "./link.js";
import { type Draft, type Planner, type PlannerState, planName, problemOf } from "./store.js";

/**
 * Where the scenario comes from and goes to, what it is held against, and steps back.
 *
 * @param problem what is wrong with the address of the page, to be told
 */
export function toolbar(planner: Planner, problem: string | null): HTMLElement {
  const said = html`<p class="said" role="status"></p>`;
  const say = (text: string) => {
    said.textContent = text;
  };
  const paper = html`<pre class="paper"></pre>`;
  const name = nameField(planner);
  const [undo, redo] = [stepButton("Undo", planner.undo), stepButton("Redo", planner.redo)];
  planner.subscribe((state) => {
    followAddress(state.draft);
    paper.textContent = wordsOf(state.draft);
    name.show(state);
    undo.disabled = !state.canUndo;
    redo.disabled = !state.canRedo;
    say(state.problem ?? "");
    said.classList.toggle("refused", state.problem !== null);
  });
  undoByKeys(planner);
  if (problem !== null) say(problem);
  return html`<div class="planner-bar"><div class="controls">
    ${startChoice(planner)}${againstChoice(planner)}${name.element}
    <div class="actions">${undo}${redo}
      <button type="button" onclick=${() => copyLink(planner, say)}>Copy link</button>
      <button type="button" onclick=${() => save(planner)}>Download YAML</button>
      ${fileButton(planner, say)}</div>
  </div>${said}${paper}</div>`;
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

const optionsOf = (saved: readonly Draft[]) => [
  { value: planName, label: "the plan" },
  ...saved.map(({ name }) => ({ value: name, label: name })),
];

function startChoice(planner: Planner): HTMLElement {
  const { saved } = planner;
  const field = choice("Start from", optionsOf(saved)) as HTMLElement & { value: string };
  field.addEventListener("input", () => {
    const from = saved.find(({ name }) => name === field.value);
    planner.change(from ?? { name: "scenario", entry: {} });
  });
  return field;
}

function againstChoice(planner: Planner): HTMLElement {
  const field = choice("Compare with", optionsOf(planner.saved)) as HTMLElement & { value: string };
  field.addEventListener("input", () => planner.compareWith(field.value));
  return field;
}

async function copyLink(planner: Planner, say: (text: string) => void): Promise<void> {
  const address = addressOf(planner.state().draft);
  try {
    await navigator.clipboard.writeText(address);
    say("The link is copied: it opens this page with this scenario.");
  } catch {
    say(`The browser keeps the clipboard closed; the link is the address of this page: ${address}`);
  }
}

async function save(planner: Planner): Promise<void> {
  const { draft } = planner.state();
  const { draftText } = await import("./reading.js");
  const text = draftText(draft, planner.base.label);
  download(`${draft.name || "scenario"}.yaml`, new Blob([text], { type: "application/yaml" }));
}

function fileButton(planner: Planner, say: (text: string) => void): HTMLElement {
  const file = html`<input type="file" accept=".yaml,.yml" hidden aria-label="Scenario, a YAML file"
    onchange=${async () => {
      const [chosen] = file.files ?? [];
      if (!chosen) return;
      try {
        const { readDraft } = await import("./reading.js");
        const draft = readDraft(await chosen.text(), chosen.name, planner.saved);
        planner.change(draft);
        if (planner.state().problem === null) say(`${chosen.name} is loaded.`);
      } catch (error) {
        say(problemOf(error));
      }
      file.value = "";
    }}>` as HTMLInputElement;
  return html`<span>${file}<button type="button" onclick=${() => file.click()}>Load YAML</button></span>`;
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
