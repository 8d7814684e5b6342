import { html } from "npm:htl";

/** A field of a lever: its element, and how it follows the scenario. */
export interface Field {
  readonly element: HTMLElement;
  /** Shows what the scenario says, unless the reader is at it. */
  show(): void;
}

interface FieldOptions<Value> {
  readonly label: string;
  readonly read: () => Value | undefined;
  readonly write: (value: Value | undefined, options?: { readonly isPassing?: boolean }) => void;
}

export interface NumberFieldOptions extends FieldOptions<number> {
  /** What the plan says, shown where the scenario says nothing; no number where it says nothing. */
  readonly usual?: (() => number | null) | undefined;
  /** `%` shows a fraction as percent. */
  readonly unit: string;
  readonly step: number;
  readonly min?: number;
  readonly max?: number;
  /** With a slider beside it; needs a least and a most. */
  readonly hasSlider?: boolean;
}

/** A number that a reader types or slides to; empty is as in the plan. */
export function numberField(options: NumberFieldOptions): Field {
  const { label, unit, step, min, max, read, write, usual, hasSlider = false } = options;
  const factor = unit === "%" ? 100 : 1;
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? "" : String(Number((value * factor).toFixed(4)));
  const bounds = { step, min: times(min, factor), max: times(max, factor) };
  const typed =
    html`<input type="number" inputmode="decimal" step="any" min=${bounds.min} max=${bounds.max}
    aria-label=${`${label}${unit === "" ? "" : `, ${unit}`}`} onchange=${() => write(numberIn(typed, factor))}>` as HTMLInputElement;
  const slid = html`<input type="range" step=${bounds.step} min=${bounds.min} max=${bounds.max}
    aria-label=${`${label}, slider`} tabindex="-1"
    oninput=${() => write(numberIn(slid, factor), { isPassing: true })}
    onchange=${() => write(numberIn(slid, factor))}>` as HTMLInputElement;
  const show = () => {
    const value = read();
    const plan = usual?.();
    typed.placeholder = plan === null || plan === undefined ? "none" : shown(plan);
    if (document.activeElement !== typed || value === undefined) typed.value = shown(value);
    if (document.activeElement !== slid) slid.value = shown(value ?? plan ?? 0);
  };
  show();
  const element = html`<label class="lever"><span>${label}</span>
    <span class="entry">${hasSlider ? slid : ""}${typed}<i>${unit}</i></span></label>`;
  return { element, show };
}

const times = (bound: number | undefined, factor: number) =>
  bound === undefined ? null : bound * factor;

function numberIn(field: HTMLInputElement, factor: number): number | undefined {
  const value = Number(field.value);
  if (field.value.trim() === "" || !Number.isFinite(value)) return undefined;
  // 12 % is 0.12 and not the 0.12000000000000001 that a division may give
  return Number((value / factor).toPrecision(12));
}

/** Words that a reader types. */
export function textField({ label, read, write }: FieldOptions<string>): Field {
  const typed = html`<input type="text" aria-label=${label}
    onchange=${() => write(typed.value.trim() === "" ? undefined : typed.value.trim())}>` as HTMLInputElement;
  const show = () => {
    if (document.activeElement !== typed) typed.value = read() ?? "";
  };
  show();
  return { element: html`<label class="lever"><span>${label}</span>${typed}</label>`, show };
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** One of several values; the first stands for nothing said. */
export function selectField(
  { label, read, write }: FieldOptions<string>,
  options: () => readonly SelectOption[],
): Field {
  const list = html`<select aria-label=${label}
    onchange=${() => write(list.value === "" ? undefined : list.value)}></select>` as HTMLSelectElement;
  const show = () => {
    list.replaceChildren(
      ...options().map(({ value, label: text }) => html`<option value=${value}>${text}</option>`),
    );
    list.value = read() ?? "";
  };
  show();
  return { element: html`<label class="lever"><span>${label}</span>${list}</label>`, show };
}
