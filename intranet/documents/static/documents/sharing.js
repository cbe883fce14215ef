// Sharing documents: files leave in pieces; what is wrong or already there is said beside each. Who was signed out meanwhile signs
// in beside, and what they wrote is still here.
import { say } from "../common/js/live-region.js";
import { UploadDrop } from "../common/js/upload-drop.js";

class DocumentsDrop extends UploadDrop {
  prepare() {
    super.prepare();
    this.form.addEventListener("submit", (event) => this.check(event));
  }

  received(row, file) {
    row.querySelector("[data-warnings]").textContent = file.warnings;
    if (!file.twin) return;
    const link = document.createElement("a");
    link.href = file.twin_url;
    link.textContent = file.twin;
    row.querySelector("[data-twin]").replaceChildren(link);
  }

  async check(event) {
    if (this.isChecked) return;
    event.preventDefault();
    const button = event.submitter;
    if (await this.isSignedIn()) {
      this.isChecked = true;
      this.form.requestSubmit(button);
    } else {
      this.isLeaving = false;
      const words = this.querySelector("[data-signed-out]");
      words.hidden = false;
      words.scrollIntoView({ block: "center" });
      say(words.textContent);
    }
  }

  /** Whether the form will be taken; its mark is that of the session that is open now. A line that is cut is the browser's to tell. */
  async isSignedIn() {
    try {
      const answer = await fetch(window.location.href);
      if (answer.redirected || !answer.ok) return false;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const mark = page.querySelector("main form [name=csrfmiddlewaretoken], form [name=csrfmiddlewaretoken]");
      if (!mark) return false;
      this.token = mark.value;
      for (const own of document.querySelectorAll("[name=csrfmiddlewaretoken]")) own.value = mark.value;
    } catch {
      return true;
    }
    return true;
  }
}

customElements.define("upload-drop", DocumentsDrop);
