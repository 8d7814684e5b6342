import { html } from "npm:htl";

interface FileOptions {
  readonly label: string;
  /** What the field is called where it isn't seen. */
  readonly name: string;
  /** Takes the file's text. */
  readonly take: (text: string, file: string) => Promise<void>;
}

/** A button that asks for a YAML file of the reader's, which stays in the page. */
export function fileField({ label, name, take }: FileOptions): HTMLElement {
  const load = async () => {
    const [chosen] = field.files ?? [];
    if (chosen) await take(await chosen.text(), chosen.name);
    field.value = "";
  };
  const field = html`<input type="file" accept=".yaml,.yml" hidden aria-label=${name}
    onchange=${load}>` as HTMLInputElement;
  return html`<span>${field}<button type="button" onclick=${() => field.click()}>${label}</button></span>`;
}
