import { html } from "npm:htl";

/** What can be taken back and done again. */
export interface Steps {
  undo(): void;
  redo(): void;
}

/** Whether there is a step back, and one forward. */
export interface Undoable {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Buttons to undo and to redo; `show` closes the one that has nothing to do. */
export function stepButtons(steps: Steps) {
  const [undo, redo] = [stepButton("Undo", steps.undo), stepButton("Redo", steps.redo)];
  const show = ({ canUndo, canRedo }: Undoable) => {
    undo.disabled = !canUndo;
    redo.disabled = !canRedo;
  };
  return { undo, redo, show };
}

const stepButton = (label: string, step: () => void) =>
  html`<button type="button" onclick=${step}>${label}</button>` as HTMLButtonElement;

/** Control or command with Z undoes, with Shift too redoes; within a text it is the text's own. */
export function undoByKeys(steps: Steps): void {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey)) return;
    if (event.target instanceof HTMLInputElement && event.target.type !== "range") return;
    event.preventDefault();
    if (event.shiftKey) steps.redo();
    else steps.undo();
  });
}
