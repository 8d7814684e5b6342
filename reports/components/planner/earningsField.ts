import { html } from "npm:htl";
import { InputError } from "../../src/errors.js";
import { type EarningsFile, earningsOf } from "../../src/scenario/earnings.js";
import { problemOf } from "../draft/problem.js";
import { entryOf } from "./lever.js";
import type { Planner } from "./store.js";

/**
 * Asks for on-target earnings where a guardrail is counted from them: the site holds nobody's pay,
 * and what is loaded stays in this page.
 *
 * @param isCounted whether the plan's own guardrails are
 */
export function earningsField(planner: Planner, isCounted: boolean): HTMLElement {
  const note = html`<p role="status"></p>`;
  const file = html`<input type="file" accept=".json" aria-label="On-target earnings, a file"
    onchange=${() => load(planner, file, note)}>` as HTMLInputElement;
  const element = html`<div class="planner-earnings">${note}${file}</div>`;
  planner.subscribe(() => {
    const count = Object.keys(earningsOf(planner.base)).length;
    element.hidden = count === 0 && !isCounted && !asksForEarnings(planner);
    note.textContent =
      count > 0
        ? `On-target earnings of ${count} reps are loaded, in this page only.`
        : "Guardrails on on-target earnings (OTE) hold nobody here, since this site holds nobody’s pay: quotas may differ from the plan’s. Load the file that “quotabook scenario earnings” prints; it stays in this page.";
  });
  return element;
}

async function load(planner: Planner, field: HTMLInputElement, note: HTMLElement): Promise<void> {
  const [chosen] = field.files ?? [];
  if (!chosen) return;
  try {
    planner.useEarnings(readEarnings(await chosen.text(), chosen.name));
  } catch (error) {
    note.textContent = problemOf(error);
  }
  field.value = "";
}

/** @throws InputError for what the command didn't print */
function readEarnings(text: string, file: string): EarningsFile {
  try {
    const read = JSON.parse(text) as Partial<EarningsFile> | null;
    const amounts = Object.values(read?.earnings ?? {});
    if (amounts.length > 0 && amounts.every((cents) => Number.isInteger(cents) && cents >= 0))
      return read as EarningsFile;
  } catch {
    // told below, as anything else that isn't such a file
  }
  throw new InputError(`unreadable earnings: ${file}`, {
    remedy: "Load what quotabook scenario earnings prints for the workspace.",
  });
}

function asksForEarnings(planner: Planner): boolean {
  const { guardrails = {} } = entryOf(planner);
  const said = [guardrails.least_to_earnings, guardrails.most_to_earnings];
  return said.some((bound) => bound !== undefined && bound !== null);
}
