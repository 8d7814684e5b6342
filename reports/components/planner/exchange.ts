import { html } from "npm:htl";
import { download } from "../download.js";
import { addressOf, draftInAddress } from "./link.js";
import { type Planner, problemOf } from "./store.js";

/** Tells the reader something, at the bar of the page. */
export type Say = (text: string, isWrong?: boolean) => void;

/** Hands the page's address with the scenario to the clipboard. */
export async function copyLink(planner: Planner, say: Say): Promise<void> {
  const address = addressOf(planner.state().draft, planner.base.label);
  try {
    await navigator.clipboard.writeText(address);
    say("The link is copied: it opens this page with this scenario.");
  } catch {
    say(`The browser keeps the clipboard closed; the link is: ${address}`);
  }
}

/** Hands the scenario to the reader as the file that the command line runs. */
export async function save(planner: Planner): Promise<void> {
  const { draft } = planner.state();
  const { draftText } = await import("./reading.js");
  const text = draftText(draft, planner.base.label);
  download(`${draft.name || "scenario"}.yaml`, new Blob([text], { type: "application/yaml" }));
}

/** Asks for such a file. */
export function fileButton(planner: Planner, say: Say): HTMLElement {
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
export function followLinks(planner: Planner, say: Say): void {
  addEventListener("hashchange", async () => {
    try {
      const draft = await draftInAddress(planner.base.label);
      if (draft) planner.change(draft);
    } catch (error) {
      say(problemOf(error), true);
    }
  });
}
