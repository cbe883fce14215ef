/* <document-drop>: files are dropped or chosen, several at once, each with its own bar. Without JavaScript one goes with the form. */
class DocumentDrop extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.list = this.querySelector("[data-documents]");
    const input = this.querySelector('input[type="file"]');
    input.removeAttribute("name");
    input.multiple = true;
    input.addEventListener("change", () => {
      this.take(input.files);
      input.value = "";
    });
    const zone = this.querySelector(".drop");
    for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
      zone.addEventListener(name, (event) => {
        event.preventDefault();
        zone.classList.toggle("is-over", name === "dragenter" || name === "dragover");
      });
    }
    zone.addEventListener("drop", (event) => this.take(event.dataTransfer.files));
    this.list.addEventListener("click", (event) => {
      const button = event.target.closest("[data-remove-document]");
      if (!button) return;
      event.preventDefault();
      button.closest("li").remove();
      this.changed();
    });
  }

  take(files) {
    for (const file of files) this.upload(file);
  }

  upload(file) {
    const line = document.createElement("li");
    line.className = "write__file";
    const name = document.createElement("span");
    name.textContent = file.name;
    const bar = document.createElement("progress");
    Object.assign(bar, { max: 100, value: 0 });
    bar.setAttribute("aria-label", file.name);
    line.append(name, bar);
    this.list.append(line);
    const body = new FormData();
    body.set("ticket", this.form.elements.ticket.value);
    body.set("document_file", file);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => this.received(request, line, bar, name));
    request.addEventListener("error", () => this.refused(line, bar, this.dataset.failed));
    request.open("POST", this.dataset.src);
    request.send(body);
  }

  received(request, line, bar, name) {
    let told = {};
    try {
      told = JSON.parse(request.responseText);
    } catch {
      // An answer that is no JSON (a sign-in page, a proxy) is told as a failure below.
    }
    if (request.status !== 200 || !told.id) return this.refused(line, bar, told.problem ?? this.dataset.failed);
    bar.remove();
    name.textContent = told.title;
    for (const field of ["document", "dropped_document"]) {
      const key = document.createElement("input");
      Object.assign(key, { type: "hidden", name: field, value: told.id });
      line.append(key);
    }
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button button--plain", textContent: this.dataset.remove });
    button.dataset.removeDocument = "";
    line.append(button);
    return this.changed();
  }

  refused(line, bar, words) {
    bar.remove();
    const problem = document.createElement("span");
    problem.className = "field__error";
    problem.setAttribute("role", "alert");
    problem.textContent = words;
    line.append(problem);
  }

  changed() {
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

customElements.define("document-drop", DocumentDrop);
