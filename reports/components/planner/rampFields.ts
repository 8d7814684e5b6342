import { html } from "npm:htl";
import type { Field } from "../draft/fields.js";
import { entryOf, writer } from "./lever.js";
import type { Planner } from "./store.js";

/** Months of service that a ramp may have. */
const longest = 24;

/** How fast each role gets going: percent of a ramped rep in each month of service. */
export const rampFields = (planner: Planner): Field[] =>
  planner.base.year.ramps.map((ramp) => rampField(planner, ramp.role, ramp.shares));

function rampField(planner: Planner, role: string, usual: readonly number[]): Field {
  const name = role.replaceAll("_", " ");
  const wrong = html`<span class="refused" role="alert"></span>`;
  const percents = (shares: readonly number[]) =>
    shares.map((share) => String(Math.round(share * 1000) / 10)).join(" ");
  const typed = html`<input type="text" placeholder=${percents(usual)}
    aria-label=${`Ramp of ${name}: percent in each month of service`} onchange=${write}>` as HTMLInputElement;
  function write(): void {
    const shares = sharesIn(typed.value);
    wrong.textContent =
      shares === null ? `Up to ${longest} numbers from 0 to 100, with blanks between them.` : "";
    if (shares === null) return;
    const { [role]: _, ...others } = entryOf(planner).ramp ?? {};
    writer(planner)({ ramp: shares.length === 0 ? others : { ...others, [role]: shares } });
  }
  const show = () => {
    if (document.activeElement === typed) return;
    typed.value = percents(entryOf(planner).ramp?.[role] ?? []);
    wrong.textContent = "";
  };
  show();
  const element = html`<label class="lever wide"><span>Ramp of ${name}, % by month of service</span>${typed}${wrong}</label>`;
  return { element, show };
}

/** Fractions from percents with blanks between them; null where that isn't what is written. */
function sharesIn(text: string): number[] | null {
  const words = text.split(/[\s;]+/).filter((word) => word !== "");
  const shares = words.map((word) => Number((Number(word.replace("%", "")) / 100).toPrecision(12)));
  const isRamp = shares.length <= longest && shares.every((share) => share >= 0 && share <= 1);
  return isRamp ? shares : null;
}
