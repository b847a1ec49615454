/** What WeChat lays over a page: toasts, modals, action sheets, wheels. */

import { make } from "../dom";

let toast: HTMLElement | undefined;

export function showToast(title: string, duration?: number): void {
  hideToast();
  toast = make("div", { className: "wx-toast", textContent: title });
  toast.setAttribute("role", "status");
  document.body.append(toast);
  const shown = toast;
  if (duration !== undefined) setTimeout(() => shown.remove(), duration);
}

export function hideToast(): void {
  toast?.remove();
}

interface Modal {
  title: string;
  content: string;
  showCancel: boolean;
  cancelText: string;
  confirmText: string;
  editable: boolean;
  placeholderText: string;
}

const PLAIN: Modal = { title: "", content: "", showCancel: true, cancelText: "取消", confirmText: "确定", editable: false, placeholderText: "" };

/** Waits for the person's answer. */
export function showModal(given: Partial<Modal>): Promise<{ confirm: boolean; cancel: boolean; content: string | null }> {
  const modal = { ...PLAIN, ...given };
  if (modal.cancelText.length > 4 || modal.confirmText.length > 4) throw new Error("a button of a modal has four characters at most");
  return new Promise((resolve) => {
    const field = make("input", { placeholder: modal.placeholderText, value: modal.content });
    const end = (confirm: boolean) => {
      mask.remove();
      resolve({ confirm, cancel: !confirm, content: modal.editable ? field.value : null });
    };
    const buttons = make("div", { className: "wx-modal-buttons" });
    if (modal.showCancel) buttons.append(make("button", { textContent: modal.cancelText, onclick: () => end(false) }));
    buttons.append(make("button", { className: "wx-confirm", textContent: modal.confirmText, onclick: () => end(true) }));
    const content = modal.editable ? field : make("p", { textContent: modal.content });
    const box = make("div", { className: "wx-modal" }, make("h2", { textContent: modal.title }), content, buttons);
    for (const [name, value] of [["role", "dialog"], ["aria-modal", "true"], ["aria-label", modal.title]] as const) box.setAttribute(name, value);
    const mask = make("div", { className: "wx-mask" }, box);
    document.body.append(mask);
  });
}

/** The index that was tapped. Throws "cancel". */
export function showActionSheet(words: string[]): Promise<{ tapIndex: number }> {
  if (words.length > 6) throw new Error("an action sheet has six lines at most");
  return new Promise((resolve, reject) => {
    const lines = words.map((text, tapIndex) => make("button", { textContent: text, onclick: () => (mask.remove(), resolve({ tapIndex })) }));
    const cancel = make("button", { textContent: "取消", onclick: () => (mask.remove(), reject(new Error("cancel"))) });
    const mask = make("div", { className: "wx-mask wx-at-bottom" }, make("div", { className: "wx-sheet" }, ...lines, cancel));
    document.body.append(mask);
  });
}

/** Columns one chooses a line of each from; null where the person turned away. */
export function wheels(title: string, columns: string[][], start: number[]): Promise<number[] | null> {
  return new Promise((resolve) => {
    const chosen = [...start];
    const end = (answer: number[] | null) => {
      mask.remove();
      resolve(answer);
    };
    const wheel = (words: string[], column: number) => {
      const lines = words.map((text, index) => make("button", { className: "wx-wheel-line", textContent: text, onclick: () => mark(index) }));
      const mark = (index: number) => {
        chosen[column] = index;
        lines.forEach((line, each) => line.setAttribute("aria-pressed", String(each === index)));
      };
      mark(chosen[column] ?? 0);
      return make("div", { className: "wx-wheel" }, ...lines);
    };
    const buttons = make(
      "div",
      { className: "wx-sheet-buttons" },
      make("button", { textContent: "取消", onclick: () => end(null) }),
      make("span", { textContent: title }),
      make("button", { textContent: "确定", onclick: () => end(chosen) }),
    );
    const mask = make("div", { className: "wx-mask wx-at-bottom" }, make("div", { className: "wx-sheet" }, buttons, make("div", { className: "wx-wheels" }, ...columns.map(wheel))));
    document.body.append(mask);
  });
}
