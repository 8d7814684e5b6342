import { html } from "npm:htl";

/** Tells the reader something, at the bar of the page. */
export type Say = (text: string, isWrong?: boolean) => void;

/** The line in which a page tells what was done and what is wrong. */
export function saidLine(): { readonly element: HTMLElement; readonly say: Say } {
  const element = html`<p class="said" role="status"></p>`;
  const say = (text: string, isWrong = false) => {
    element.textContent = text;
    element.classList.toggle("refused", isWrong);
  };
  return { element, say };
}

/** Hands an address to the clipboard; what it opens is told in a few words. */
export async function copyAddress(address: string, what: string, say: Say): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    say(`The link is copied: it opens this page with ${what}.`);
  } catch {
    say(`The browser keeps the clipboard closed; the link is: ${address}`);
  }
}
