/* Pictures are dropped or chosen, several at once; each has its own bar, and one becomes the picture of the event. */
class PictureDrop extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.input = this.querySelector('input[type="file"]');
    this.chosen = this.querySelector('input[name="picture"]');
    this.list = this.querySelector("[data-pictures]");
    // The file goes by itself, with its bar; without JavaScript it goes with the form.
    this.input.removeAttribute("name");
    this.input.multiple = true;
    this.input.addEventListener("change", () => this.takeChosen());
    const zone = this.querySelector(".drop");
    for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, (event) => this.over(event, zone, true));
    for (const name of ["dragleave", "drop"]) zone.addEventListener(name, (event) => this.over(event, zone, false));
    zone.addEventListener("drop", (event) => this.take(event.dataTransfer.files));
    this.querySelector("[data-remove-picture]")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.clear(event.target.closest("[data-picture]"));
    });
    this.takeChosen(); // chosen before this script had come, on a slow line
  }

  takeChosen() {
    this.take(this.input.files);
    this.input.value = "";
  }

  over(event, zone, isOver) {
    event.preventDefault();
    zone.classList.toggle("is-over", isOver);
  }

  take(files) {
    for (const file of files) this.upload(file);
  }

  upload(file) {
    const line = document.createElement("li");
    line.className = "drop__picture";
    const name = document.createElement("p");
    name.className = "small";
    name.textContent = file.name;
    const bar = document.createElement("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    line.append(name, bar);
    this.list.append(line);
    const body = new FormData();
    body.set("ticket", this.form.elements.ticket.value);
    body.set("picture_file", file);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => this.received(request, line, bar));
    request.addEventListener("error", () => this.refused(line, bar, this.dataset.failed));
    request.open("POST", this.dataset.src);
    request.send(body);
  }

  received(request, line, bar) {
    let told = {};
    try {
      told = JSON.parse(request.responseText);
    } catch {
      // An answer that is no JSON (a sign-in page, a proxy) is told as a failure below.
    }
    if (request.status !== 200 || !told.id) return this.refused(line, bar, told.problem ?? this.dataset.failed);
    bar.remove();
    const image = document.createElement("img");
    Object.assign(image, { src: told.url, alt: "", width: 480, height: 320 });
    const frame = document.createElement("div");
    frame.className = "picture";
    frame.append(image);
    line.prepend(frame);
    line.dataset.picture = told.id;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--plain";
    button.addEventListener("click", () => (line.classList.contains("is-chosen") ? this.clear(line) : this.choose(line, told)));
    line.append(button);
    const kept = document.createElement("input");
    Object.assign(kept, { type: "hidden", name: "dropped", value: told.id });
    this.append(kept);
    if (!this.chosen.value) this.choose(line, told);
    else this.label(line);
    this.tellMany();
    return this.changed();
  }

  refused(line, bar, words) {
    bar.remove();
    const problem = document.createElement("p");
    problem.className = "field__error";
    problem.setAttribute("role", "alert");
    problem.textContent = words;
    line.append(problem);
  }

  choose(line, told) {
    this.chosen.value = told.id;
    this.list.querySelectorAll("[data-picture]").forEach((other) => {
      other.classList.toggle("is-chosen", other === line);
      this.label(other);
    });
    const { picture_credit: credit, picture_licence: licence } = this.form.elements;
    if (told.credit && !credit.value) credit.value = told.credit;
    if (told.licence && !licence.value) licence.value = told.licence;
    this.changed();
  }

  label(line) {
    const button = line.querySelector("button");
    if (button) button.textContent = line.classList.contains("is-chosen") ? this.dataset.remove : this.dataset.choose;
  }

  clear(line) {
    this.chosen.value = "";
    line.classList.remove("is-chosen");
    if (line.querySelector("[data-remove-picture]")) line.remove();
    else this.label(line);
    this.changed();
  }

  tellMany() {
    if (this.many || this.list.querySelectorAll("[data-picture]").length < 2) return;
    this.many = document.createElement("p");
    this.many.className = "field__help";
    this.many.setAttribute("role", "status");
    this.many.textContent = this.dataset.many;
    this.list.after(this.many);
  }

  changed() {
    this.chosen.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

customElements.define("picture-drop", PictureDrop);
