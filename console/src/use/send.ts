/** Ctrl+Enter sends the form one is in, or that of the sheet that is open: it presses the form's own button, so what bars that bars this. */

import { sends } from "../domain/keys";

function formAt(target: EventTarget | null): HTMLFormElement | null {
  const sheet = document.querySelector("dialog[open]");
  const form = (target as Element | null)?.closest?.("form") ?? null;
  return sheet && !sheet.contains(form) ? sheet.querySelector("form") : form;
}

/** For a whole page; every form has it, and shows `SEND` on its button. */
export function sendFormsByKey(): void {
  window.addEventListener("keydown", (event) => {
    const form = sends(event) ? formAt(event.target) : null;
    if (form === null) return;
    event.preventDefault(); // else a button that has the focus would be pressed, too
    form.querySelector<HTMLButtonElement>("[type=submit]")?.click();
  });
}
