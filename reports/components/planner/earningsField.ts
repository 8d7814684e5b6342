import { html } from "npm:htl";
import { earningsOf } from "../../src/scenario/earnings.js";
import type { Field } from "./fields.js";
import { entryOf } from "./lever.js";
import type { Planner } from "./store.js";

/**
 * Asks for on-target earnings where a guardrail is counted from them: the site holds nobody's pay,
 * and what is loaded stays in this page.
 */
export function earningsField(planner: Planner): Field {
  const note = html`<p class="aside" role="status"></p>`;
  const file = html`<input type="file" accept=".json" aria-label="On-target earnings, a file"
    onchange=${async (event: Event) => {
      const [chosen] = (event.target as HTMLInputElement).files ?? [];
      if (chosen) planner.useEarnings(JSON.parse(await chosen.text()) as Record<string, number>);
    }}>`;
  const element = html`<div class="lever earnings">${note}${file}</div>`;
  const show = () => {
    const count = Object.keys(earningsOf(planner.base)).length;
    element.hidden = !asksForEarnings(planner) && count === 0;
    note.textContent =
      count > 0
        ? `On-target earnings of ${count} reps are loaded, in this page only.`
        : "This site holds nobody’s pay, so that guardrails on earnings (OTE) hold nobody here. Load the file that “quotabook scenario earnings” writes to have them hold; it stays in this page.";
  };
  show();
  return { element, show };
}

function asksForEarnings(planner: Planner): boolean {
  const { base } = planner;
  const { guardrails = {} } = entryOf(planner);
  const least = guardrails.least_to_earnings ?? base.guardrails.leastToEarnings;
  const most = guardrails.most_to_earnings ?? base.guardrails.mostToEarnings;
  return least !== null || most !== null;
}
