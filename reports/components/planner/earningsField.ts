import { html } from "npm:htl";
import { InputError } from "../../src/errors.js";
import { type EarningsFile, earningsOf } from "../../src/scenario/earnings.js";
import { problemOf } from "../draft/problem.js";
import { entryOf } from "./lever.js";
import { payWords } from "./payPanel.js";
import type { Planner } from "./store.js";

/**
 * Asks for on-target earnings where a guardrail or the cost of pay is counted from them: the site holds
 * nobody's pay, and what is loaded stays in this page.
 *
 * @param isCounted whether the plan's own guardrails are, or people are paid on plans
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
        ? `On-target earnings of ${count} reps are loaded, in this page only.${payWords(planner.pay?.people.length ?? 0)}`
        : "This site holds nobody’s pay: guardrails on on-target earnings (OTE) hold nobody here, so that quotas may differ from the plan’s, and the cost of pay isn’t shown. Load the file that “quotabook scenario earnings” prints; it stays in this page.";
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
      return {
        ...(read as EarningsFile),
        pay: read?.pay ?? null,
        scenarios: read?.scenarios ?? {},
      };
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
