// Giving: files leave in pieces, and what is typed is kept. Accepting: all or none at once.
import { UploadDrop } from "../common/js/upload-drop.js";

class PhotoDrop extends UploadDrop {
  connectedCallback() {
    super.connectedCallback();
    this.form.addEventListener("input", () => this.saveSoon());
  }

  received(row, file) {
    if (file.thumbnail) {
      const picture = document.createElement("img");
      picture.src = file.thumbnail;
      picture.alt = "";
      row.querySelector("[data-picture]").replaceChildren(picture);
    }
    row.querySelector("[data-twin]").textContent = file.twin;
    row.querySelector("[data-author]").textContent = file.author;
  }

  saveSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), 800);
  }

  async save() {
    const fields = new FormData(this.form);
    fields.delete("agreements"); // sent once, with the whole form
    fields.set("action", "save");
    const shown = this.form.querySelector("[data-saved]");
    try {
      const answer = await fetch(this.dataset.save, { method: "POST", body: fields });
      if (answer.ok) shown.textContent = await answer.text();
    } catch {
      // the next change tries again
    }
  }
}

class LotChoice extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.hidden = false;
    this.querySelector("[data-all]").addEventListener("click", () => this.set(true));
    this.querySelector("[data-none]").addEventListener("click", () => this.set(false));
    this.form.addEventListener("change", () => this.count());
    this.count();
  }

  get boxes() {
    return [...this.form.querySelectorAll("input[name=photos]")];
  }

  set(isChosen) {
    for (const box of this.boxes) box.checked = isChosen;
    this.count();
  }

  count() {
    this.querySelector("[data-count]").textContent = this.dataset.words.replace("%s", this.boxes.filter((box) => box.checked).length);
  }
}

customElements.define("photo-drop", PhotoDrop);
customElements.define("lot-choice", LotChoice);
