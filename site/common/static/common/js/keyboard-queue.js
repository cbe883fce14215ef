/* A list emptied from the keyboard: J and K move, ? helps; what the other keys do, each room says. The page works without it. */
import { say } from "./live-region.js";

const WIDE = window.matchMedia("(min-width: 64rem)");
const TYPED_IN = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export class KeyboardQueue extends HTMLElement {
  /* Of the element that every answer of the room holds: another page means that the session ended. */
  static region = "";
  /* What stands in the page while one thing of the list is open. */
  static opened = "";

  connectedCallback() {
    document.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("htmx:afterSettle", () => this.settled());
    document.addEventListener("htmx:beforeSwap", (event) => this.check(event));
    this.addEventListener("submit", (event) => this.once(event), true);
    document.querySelector("[data-keys-help]")?.addEventListener("click", () => this.help());
    this.openFirst();
  }

  /* What the room does with a key; false where it knows none. */
  command() {
    return false;
  }

  onKey(event) {
    if (document.querySelector("dialog[open]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPED_IN)) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") this.move(key === "j" ? 1 : -1);
    else if (key === "?") this.help();
    else if (!this.command(key)) return;
    event.preventDefault();
  }

  move(step) {
    const lines = [...this.querySelectorAll("[data-line]")];
    const now = lines.findIndex((line) => line.hasAttribute("aria-current"));
    const next = lines[now < 0 ? 0 : now + step];
    if (!next) return;
    // At once: whoever types J three times in a row means the third line, before the first has come.
    for (const line of lines) line.removeAttribute("aria-current");
    next.setAttribute("aria-current", "true");
    next.click();
    next.scrollIntoView({ block: "nearest" });
  }

  press(key) {
    this.querySelector(`[data-key="${key}"]`)?.click();
  }

  help() {
    const dialog = document.getElementById("keys");
    if (!dialog.open) dialog.showModal();
  }

  /* A double click must not decide twice: the server would say so, but nothing should flicker. */
  once(event) {
    const form = event.target.closest("[data-once]");
    if (!form) return;
    if (form.dataset.sent) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.sent = "true";
  }

  /* A wide screen has room for the first thing at once. */
  openFirst() {
    if (WIDE.matches && !this.querySelector(`[data-line][aria-current], ${this.constructor.opened}`)) {
      window.setTimeout(() => this.querySelector("[data-line]")?.click());
    }
  }

  /* The session ended, or a page that is not the room's came back: show it whole. After a decision the keys are commands again,
     though they were typed in the words to the one before. */
  check(event) {
    const { xhr, requestConfig } = event.detail;
    if (requestConfig?.verb === "post" && this.contains(document.activeElement)) document.activeElement.blur();
    if (xhr.status < 500 && !xhr.responseText.includes(`id="${this.constructor.region}"`)) {
      event.detail.shouldSwap = false;
      window.location.reload();
    }
  }

  settled() {
    const problem = this.querySelector("[data-problem], #errors");
    const title = this.querySelector("[data-detail] h2");
    if (problem) problem.focus();
    else if (title) say(title.textContent);
  }
}
