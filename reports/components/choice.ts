import { html } from "npm:htl";

/** A value a reader may choose and how it reads, under a heading when the list is long. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

/** A list to choose one from; its `value` follows the choice, for `view`. */
export function choice(label: string, options: readonly Option[], initial?: string): HTMLElement {
  const groups = [...new Set(options.map((option) => option.group))];
  const list = html`<select>${groups.flatMap((group) => grouped(group, options, initial))}</select>`;
  const field = html`<label class="choice"><span>${label}</span>${list}</label>`;
  return following(field, list as HTMLSelectElement);
}

function grouped(group: string | undefined, options: readonly Option[], initial?: string) {
  const items = options
    .filter((option) => option.group === group)
    .map(
      ({ value, label }) =>
        html`<option value=${value} selected=${value === initial}>${label}</option>`,
    );
  return group === undefined ? items : [html`<optgroup label=${group}>${items}</optgroup>`];
}

function following(field: HTMLElement, list: HTMLSelectElement): HTMLElement {
  Object.defineProperty(field, "value", { get: () => list.value });
  return field;
}

/** A few values side by side, one of them pressed; its `value` follows, for `view`. */
export function toggle(label: string, options: readonly Option[], initial: string): HTMLElement {
  let value = initial;
  const buttons = options.map(
    (option) => html`<button type="button" aria-pressed=${String(option.value === value)}
      onclick=${() => press(option.value)}>${option.label}</button>`,
  );
  const field = html`<div class="toggle" role="group" aria-label=${label}>
    <span>${label}</span><div>${buttons}</div></div>`;
  Object.defineProperty(field, "value", { get: () => value });
  function press(pressed: string): void {
    value = pressed;
    for (const [index, button] of buttons.entries()) {
      button.setAttribute("aria-pressed", String(options[index]?.value === value));
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return field;
}
