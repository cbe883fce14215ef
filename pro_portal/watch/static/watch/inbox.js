/* Sorting from the keyboard: J and K move, C comments, P publishes, X sets aside, ? helps. The page works without it. */
import { say } from "../common/js/live-region.js";

const WIDE = window.matchMedia("(min-width: 64rem)");

class WatchInbox extends HTMLElement {
  connectedCallback() {
    document.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("htmx:afterSettle", () => this.settled());
    document.addEventListener("htmx:beforeSwap", (event) => this.check(event));
    this.addEventListener("submit", (event) => this.once(event), true);
    document.querySelector("[data-keys-help]")?.addEventListener("click", () => this.help());
    this.openFirst();
  }

  onKey(event) {
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest("[data-publish]")) {
      this.press("p");
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || this.isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") this.move(key === "j" ? 1 : -1);
    else if (key === "?") this.help();
    else if (key === "c") this.querySelector("[data-publish] textarea")?.focus();
    else if (key === "p" || key === "x") this.press(key);
    else return;
    event.preventDefault();
  }

  isTyping(target) {
    return target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;
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

  /* A wide screen has room for the first item at once. */
  openFirst() {
    if (WIDE.matches && !this.querySelector("[data-line][aria-current]") && !this.querySelector(".sorting--open")) {
      window.setTimeout(() => this.querySelector("[data-line]")?.click());
    }
  }

  /* The session ended, or a page that is not the inbox came back: show it whole. After a decision the keys are commands again,
     though they were typed in the comment of the item before. */
  check(event) {
    const { xhr, requestConfig } = event.detail;
    if (requestConfig?.verb === "post" && this.contains(document.activeElement)) document.activeElement.blur();
    if (xhr.status < 500 && !xhr.responseText.includes('id="inbox"')) {
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

customElements.define("watch-inbox", WatchInbox);
