import { html } from "npm:htl";
import { formatDate } from "../src/format.js";

/** The value of `windowChoice` that asks for dates of the reader's own. */
export const otherDates = "other";

/** A day to choose where other dates are asked for, else hidden with the window's own. */
export function dayChoice(
  label: string,
  value: string,
  { name, first, last }: { readonly name: string; readonly first: string; readonly last: string },
): HTMLElement {
  if (name !== otherDates) return Object.assign(html`<span hidden></span>`, { value });
  const input =
    html`<input type="date" value=${value} min=${first} max=${last} required>` as HTMLInputElement;
  const note = html`<span class="refused" role="status"></span>`;
  const field = html`<label class="choice day"><span>${label}</span>${input}${note}</label>`;
  let valid = value;
  input.addEventListener("input", (event) => {
    // a day in the making, or one that isn't known, asks for nothing
    if (input.validity.valid) valid = input.value;
    else event.stopPropagation();
    note.textContent = input.validity.valid
      ? ""
      : `${refusal(input.validity, first, last)}; shown: ${formatDate(valid)}`;
  });
  Object.defineProperty(field, "value", { get: () => valid });
  return field;
}

function refusal(validity: ValidityState, first: string, last: string): string {
  if (validity.rangeUnderflow) return `History begins ${formatDate(first)}`;
  return validity.rangeOverflow ? `Data end ${formatDate(last)}` : "No whole date";
}
