import { html } from "npm:htl";
import type { Option } from "./choice.js";

/** A list to choose one from by typing part of its name; `value` is null until one is chosen. */
export interface SearchChoice extends HTMLElement {
  readonly value: string | null;
  /** Chooses by value, as a click elsewhere does. */
  choose(value: string): void;
}

let lists = 0;

/**
 * A field that offers options as its reader types. A name that several have is told apart by its
 * value behind it.
 */
export function searchChoice(
  label: string,
  options: readonly Option[],
  initial: string | null,
): SearchChoice {
  const names = namesOf(options);
  const valueBy = new Map([...names].map(([value, name]) => [name, value]));
  let value = initial !== null && names.has(initial) ? initial : null;
  const id = `choices-${++lists}`;
  const input = html`<input type="search" list=${id} placeholder="Type a name"
    value=${names.get(value ?? "") ?? ""} autocomplete="off">` as HTMLInputElement;
  const offered = html`<datalist id=${id}>${[...names.values()].map((name) => html`<option value=${name}></option>`)}</datalist>`;
  const note = html`<span class="refused" role="status"></span>`;
  const field = html`<label class="choice search"><span>${label}</span>${input}${offered}${note}</label>`;
  // what is typed asks for nothing until it names one
  input.addEventListener("input", (event) => {
    const found = input.value === "" ? null : valueBy.get(input.value);
    note.textContent = "";
    if (found === undefined) event.stopPropagation();
    else value = found;
  });
  input.addEventListener("change", () => {
    note.textContent = input.value === "" || valueBy.has(input.value) ? "" : "None is called so";
  });
  const choose = (chosen: string) => {
    input.value = names.get(chosen) ?? "";
    value = chosen;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return Object.defineProperty(Object.assign(field, { choose, value }), "value", {
    get: () => value,
  });
}

/** Names by value, no two alike. */
function namesOf(options: readonly Option[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { label } of options) counts.set(label, (counts.get(label) ?? 0) + 1);
  return new Map(
    options.map(({ value, label }) => [
      value,
      (counts.get(label) ?? 0) > 1 ? `${label} (${value})` : label,
    ]),
  );
}
