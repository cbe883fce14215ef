// Sharing documents: files leave in pieces; what is wrong or already there is said beside each.
import { UploadDrop } from "../common/js/upload-drop.js";

class DocumentsDrop extends UploadDrop {
  received(row, file) {
    row.querySelector("[data-warnings]").textContent = file.warnings;
    if (!file.twin) return;
    const link = document.createElement("a");
    link.href = file.twin_url;
    link.textContent = file.twin;
    row.querySelector("[data-twin]").replaceChildren(link);
  }
}

customElements.define("upload-drop", DocumentsDrop);
