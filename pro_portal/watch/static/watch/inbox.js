/* Sorting from the keyboard: C comments, P publishes, X sets aside. */
import { KeyboardQueue } from "../common/js/keyboard-queue.js";

class WatchInbox extends KeyboardQueue {
  static region = "inbox";
  static opened = ".sorting--open";

  onKey(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest("[data-publish]")) {
      this.press("p");
      event.preventDefault();
    } else {
      super.onKey(event);
    }
  }

  command(key) {
    if (key === "c") this.querySelector("[data-publish] textarea")?.focus();
    else if (key === "p" || key === "x") this.press(key);
    else return false;
    return true;
  }
}

customElements.define("watch-inbox", WatchInbox);
