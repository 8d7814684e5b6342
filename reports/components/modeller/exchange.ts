import { download } from "../download.js";
import { fileField } from "../draft/fileField.js";
import { problemOf } from "../draft/problem.js";
import { copyAddress, type Say } from "../draft/said.js";
import { termsOf } from "./known.js";
import { addressOf, draftInAddress } from "./link.js";
import type { Modeller } from "./store.js";

/** Hands the page's address with the draft to the clipboard; a file of the reader's goes into none. */
export async function copyLink(modeller: Modeller, say: Say): Promise<void> {
  const address = addressOf(modeller.state().draft);
  if (address !== null) await copyAddress(address, "this plan in it", say);
  else
    say(
      "A plan file that you opened goes into no link: it may hold people and their pay. Hand it on by “Download plan”.",
      true,
    );
}

/** Hands the plan to the reader as a file that rebuilds and `quotabook price` read. */
export function save(modeller: Modeller, say: Say): void {
  const { draft, problems } = modeller.state();
  if (problems.length > 0) say("A plan with mistakes isn’t downloaded.", true);
  else
    download(`${draft.name || "plan"}.yaml`, new Blob([draft.text], { type: "application/yaml" }));
}

/** Asks for a plan file, which stays in the page. */
export function openButton(modeller: Modeller, say: Say): HTMLElement {
  const take = async (text: string, file: string) => {
    const name = file.replace(/\.ya?ml$/, "");
    try {
      termsOf(modeller.known, text, name);
      modeller.change({ name, text, origin: { kind: "file", text }, setting: {} });
      if (modeller.state().problems.length === 0)
        say(`${file} is open; it stays in this page, and out of its address.`);
    } catch (error) {
      say(problemOf(error), true);
    }
  };
  return fileField({ label: "Open a plan file", name: "Plan, a YAML file", take });
}

/** A link that is opened while the page is shows its draft, and can be taken back. */
export function followLinks(modeller: Modeller, say: Say): void {
  addEventListener("hashchange", () => {
    try {
      const draft = draftInAddress();
      if (draft) modeller.change(draft);
    } catch (error) {
      say(problemOf(error), true);
    }
  });
}
