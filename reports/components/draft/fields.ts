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
  /** What the plan says, shown where the scenario says nothing; null where it says nothing. */
  readonly usual?: (() => number | null) | undefined;
  /** `%` shows a fraction as percent. */
  readonly unit: string;
  /** What a scenario may say, inclusive. */
  readonly min: number;
  readonly max: number;
  /** From where to where a slider goes; none unless given. */
  readonly slider?: readonly [from: number, to: number];
}

/** A number that a reader types or slides to; empty is as in the plan. */
export function numberField(options: NumberFieldOptions): Field {
  const { label, unit, read, write, usual } = options;
  const shown = (value: number | null | undefined) => textOf(value, unit);
  const typed = html`<input type="number" inputmode="decimal" step="any"
    aria-label=${unit === "" ? label : `${label}, ${unit}`}
    onchange=${() => typeNumber(typed, options, write)}>` as HTMLInputElement;
  const slid = sliderOf(options);
  const show = () => {
    const [value, plan] = [read(), usual?.() ?? null];
    typed.placeholder = plan === null ? "none" : shown(plan);
    if (document.activeElement !== typed || value === undefined) typed.value = shown(value);
    if (slid && !slid.matches(":active")) slid.value = shown(value ?? plan ?? 0);
  };
  show();
  const element = html`<label class="lever"><span>${label}</span>
    <span class="entry">${slid ?? ""}${typed}<i>${unit}</i></span></label>`;
  return { element, show };
}

function sliderOf({ label, unit, slider, write }: NumberFieldOptions): HTMLInputElement | null {
  if (!slider) return null;
  const [from, to] = slider.map((bound) => textOf(bound, unit));
  const slid = html`<input type="range" step="1" min=${from} max=${to} tabindex="-1"
    aria-label=${`${label}, slider`}
    oninput=${() => write(fromText(slid.value, unit), { isPassing: true })}
    onchange=${() => write(fromText(slid.value, unit))}>` as HTMLInputElement;
  return slid;
}

type Bounded = Pick<NumberFieldOptions, "unit" | "min" | "max">;

/** Hands on what was typed, or says what may be and keeps what was there. */
export function typeNumber(
  field: HTMLInputElement,
  { unit, min, max }: Bounded,
  write: (value: number | undefined) => void,
): void {
  const value = fromText(field.value, unit);
  const isBad = field.validity.badInput || (value !== undefined && (value < min || value > max));
  const bounds = `A number from ${textOf(min, unit)} to ${textOf(max, unit)}, without separators.`;
  field.setCustomValidity(isBad ? bounds : "");
  field.reportValidity();
  if (!isBad) write(value);
}

const factorOf = (unit: string) => (unit === "%" ? 100 : 1);

/** A number as a field shows it; nothing where there is none. */
export const textOf = (value: number | null | undefined, unit: string): string =>
  value === null || value === undefined ? "" : String(Number((value * factorOf(unit)).toFixed(4)));

function fromText(text: string, unit: string): number | undefined {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return undefined;
  // 12 % is 0.12 and not the 0.12000000000000001 that a division may give
  return Number((value / factorOf(unit)).toPrecision(12));
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
  options: readonly SelectOption[],
): Field {
  const list = html`<select aria-label=${label}
    onchange=${() => write(list.value === "" ? undefined : list.value)}>${options.map(
      ({ value, label: text }) => html`<option value=${value}>${text}</option>`,
    )}</select>` as HTMLSelectElement;
  const show = () => {
    list.value = read() ?? "";
  };
  show();
  return { element: html`<label class="lever"><span>${label}</span>${list}</label>`, show };
}
