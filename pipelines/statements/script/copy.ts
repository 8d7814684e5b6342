/** Puts a line's evidence on the clipboard, after what all lines share; who has none finds it selected. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const text = button.previousElementSibling;
  if (text === null) return;
  const shared = button.closest(".plan")?.querySelector(".shared pre")?.textContent ?? "";
  getSelection()?.selectAllChildren(text);
  try {
    await navigator.clipboard.writeText(`${shared}\n${text.textContent ?? ""}`);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Selected: copy it with the keyboard";
  }
}
