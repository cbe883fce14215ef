/* <document-drop>: files are dropped or chosen, several at once, each with its own bar. Without JavaScript one goes with the form.
   <document-choices> inside it: files that are there already, searched by title; without JavaScript its buttons send the form. */
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
    const [line, name] = this.line(file.name);
    const bar = document.createElement("progress");
    Object.assign(bar, { max: 100, value: 0 });
    bar.setAttribute("aria-label", file.name);
    line.append(bar);
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
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // An answer that is no JSON (a sign-in page, a proxy) is shown as a failure below.
    }
    if (request.status !== 200 || !answer.id) return this.refused(line, bar, answer.problem ?? this.dataset.failed);
    bar.remove();
    name.textContent = answer.title;
    return this.join(line, answer.id, ["document", "dropped_document"]);
  }

  /* Joins a file that is there already, once. */
  add(key, title) {
    if (this.list.querySelector(`input[name="document"][value="${key}"]`)) return;
    const [line] = this.line(title);
    this.join(line, key, ["document"]);
  }

  /* A new line of the list, and the element of its name. */
  line(title) {
    const line = document.createElement("li");
    line.className = "documents__file";
    const name = document.createElement("span");
    name.textContent = title;
    line.append(this.querySelector("[data-icon]").content.cloneNode(true), name);
    this.list.append(line);
    return [line, name];
  }

  join(line, key, fields) {
    for (const name of fields) {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value: key });
      line.append(input);
    }
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button button--plain", textContent: this.dataset.remove });
    button.dataset.removeDocument = "";
    line.append(button);
    this.changed();
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

class DocumentChoices extends HTMLElement {
  connectedCallback() {
    this.words = this.querySelector('input[type="search"]');
    this.results = this.querySelector("[data-choices]");
    this.querySelector("details").addEventListener("toggle", (event) => event.target.open && this.search());
    this.words.addEventListener("input", (event) => {
      event.stopPropagation(); // what is searched is no part of the text
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.search(), 250);
    });
    this.words.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.search();
    });
    this.addEventListener("click", (event) => {
      const button = event.target.closest('button[name="action"]');
      if (!button) return;
      event.preventDefault();
      if (button.value === "find_documents") this.search();
      else this.join(button);
    });
  }

  async search() {
    const words = this.words.value;
    const answer = await fetch(`${this.dataset.src}?${new URLSearchParams({ q: words })}`);
    if (answer.ok && words === this.words.value) this.results.innerHTML = await answer.text();
  }

  join(button) {
    this.closest("document-drop").add(button.value.split("-")[1], button.dataset.title);
    button.disabled = true;
    button.textContent = button.dataset.done;
  }
}

customElements.define("document-drop", DocumentDrop);
customElements.define("document-choices", DocumentChoices);
