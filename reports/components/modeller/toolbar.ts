import { html } from "npm:htl";
import { formatInputError } from "../../src/errors.js";
import { choice, type Option } from "../choice.js";
import { saidLine } from "../draft/said.js";
import { stepButtons, undoByKeys } from "../draft/steps.js";
import type { ModellerState } from "./draft.js";
import { copyLink, followLinks, openButton, save } from "./exchange.js";
import { publishedFor } from "./known.js";
import { followAddress } from "./link.js";
import { draftFrom } from "./open.js";
import type { Modeller } from "./store.js";
import { untoldWords } from "./untold.js";

/**
 * Where the plan comes from and goes to, and steps back.
 *
 * @param problem what is wrong with the address of the page, to be told
 */
export function toolbar(modeller: Modeller, problem: string | null): HTMLElement {
  const { element: said, say } = saidLine();
  const note = html`<p class="aside"></p>`;
  const paper = html`<pre class="paper"></pre>`;
  const { undo, redo, show } = stepButtons(modeller);
  modeller.subscribe((state) => {
    if (!state.isPassing) followAddress(state.draft);
    show(state);
    note.textContent = noteOf(modeller, state);
    paper.textContent = state.draft.text;
    say(state.problems.map(formatInputError).join("\n"), state.problems.length > 0);
  });
  undoByKeys(modeller);
  followLinks(modeller, say);
  if (problem !== null) say(problem, true);
  return html`<div class="planner-bar"><div class="controls">${startChoice(modeller)}
    <div class="actions">${undo}${redo}
    <button type="button" onclick=${() => copyLink(modeller, say)}>Copy link</button>
    ${openButton(modeller, say)}
    <button type="button" onclick=${() => save(modeller, say)}>Download plan</button></div>
  </div>${said}${note}${paper}</div>`;
}

/** Which plan it is, and what of it isn't here. */
function noteOf({ known }: Modeller, { draft, worked }: ModellerState): string {
  const { origin } = draft;
  const name = worked.after.terms.name;
  const open = untoldWords(worked.untold);
  const told = worked.pay.isMoney
    ? ""
    : " Pay is told as a share of target pay; type the variable pay of a person to have it in money.";
  if (origin.kind === "template") return `${name}: a template, of no company.${told}${open}`;
  if (origin.kind === "file") return `${name}: a file of yours.${told}${open}`;
  const left = publishedFor(known, origin, { name })?.left_out ?? [];
  const rest = ["target pay and quotas in money", ...left];
  return `${name}: its shape. Left out: ${rest.join(", ")}; open the plan’s file to model it whole.${told}${open}`;
}

/** Shows what the draft starts from; a file of the reader's is none of the options that can be taken. */
function startChoice(modeller: Modeller): HTMLElement {
  const { plans, templates } = modeller.known;
  const options: Option[] = [
    { value: "", label: "a file of yours" },
    ...plans.map(({ name }) => ({ value: `plan ${name}`, label: name, group: "Plans" })),
    ...templates.map(({ name }) => ({
      value: `template ${name}`,
      label: name,
      group: "Templates",
    })),
  ];
  const field = choice("Start from", options) as HTMLElement & { value: string };
  const list = field.querySelector("select");
  list?.options[0]?.toggleAttribute("hidden", true);
  field.addEventListener("input", () => {
    const [, kind, name] = /^(plan|template) (.*)$/.exec(field.value) ?? [];
    if (kind !== undefined && name !== undefined)
      modeller.change(draftFrom(modeller.known, kind === "plan" ? "plan" : "template", name));
  });
  modeller.subscribe(({ draft: { origin } }) => {
    if (list) list.value = origin.kind === "file" ? "" : `${origin.kind} ${origin.name}`;
  });
  return field;
}
