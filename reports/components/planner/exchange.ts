import { download } from "../download.js";
import { fileField } from "../draft/fileField.js";
import { problemOf } from "../draft/problem.js";
import { copyAddress, type Say } from "../draft/said.js";
import { addressOf, draftInAddress } from "./link.js";
import type { Planner } from "./store.js";

/** Hands the page's address with the scenario to the clipboard. */
export const copyLink = (planner: Planner, say: Say): Promise<void> =>
  copyAddress(addressOf(planner.state().draft, planner.base.label), "this scenario", say);

/** Hands the scenario to the reader as the file that the command line runs. */
export async function save(planner: Planner): Promise<void> {
  const { draft } = planner.state();
  const { draftText } = await import("./reading.js");
  const text = draftText(draft, planner.base.label);
  download(`${draft.name || "scenario"}.yaml`, new Blob([text], { type: "application/yaml" }));
}

/** Asks for such a file. */
export function fileButton(planner: Planner, say: Say): HTMLElement {
  const take = async (text: string, file: string) => {
    try {
      const { readDraft } = await import("./reading.js");
      planner.change(readDraft(text, file, { saved: planner.saved, year: planner.base.label }));
      if (planner.state().problem === null) say(`${file} is loaded.`);
    } catch (error) {
      say(problemOf(error), true);
    }
  };
  return fileField({ label: "Load YAML", name: "Scenario, a YAML file", take });
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
