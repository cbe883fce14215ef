/* The square of a picture that becomes the portrait: moved by pointer, finger or arrows, enlarged by a slider, + and −. Where the
   browser cannot show the file (HEIC), the choice of a part stays in its place. */
class PortraitCrop extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector('input[type="file"]');
    this.place = this.querySelector("[data-crop]");
    this.otherwise = this.querySelector("[data-without-crop]");
    this.fields = {};
    for (const name of ["left", "top", "side"]) this.fields[name] = this.querySelector(`input[name="portrait_${name}"]`);
    this.input.addEventListener("change", () => this.take());
    this.take(); // a file chosen before this script had come
  }

  take() {
    this.forget();
    const file = this.input.files[0];
    if (!file) return;
    const image = new Image();
    this.address = URL.createObjectURL(file);
    image.addEventListener("load", () => this.show(image));
    image.addEventListener("error", () => this.forget());
    image.alt = "";
    image.src = this.address;
  }

  forget() {
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = null;
    this.place.hidden = true;
    this.place.replaceChildren();
    this.otherwise.hidden = false;
    for (const field of Object.values(this.fields)) field.value = "";
  }

  show(image) {
    if (!image.naturalWidth || !image.naturalHeight) return this.forget();
    this.image = image;
    this.zoom = 1;
    this.x = 0.5; // the middle of what is kept, in fractions of the picture
    this.y = 0.5;
    this.frame = document.createElement("div");
    this.frame.className = "portrait__frame";
    this.frame.tabIndex = 0;
    this.frame.setAttribute("role", "group");
    this.frame.setAttribute("aria-label", `${this.dataset.frameLabel}. ${this.dataset.frameHelp}`);
    this.frame.append(image);
    const label = document.createElement("label");
    label.className = "portrait__zoom";
    label.textContent = this.dataset.zoomLabel;
    this.slider = document.createElement("input");
    Object.assign(this.slider, { type: "range", min: "1", max: "4", step: "0.05", value: "1" });
    label.append(this.slider);
    const help = document.createElement("p");
    help.className = "field__help";
    help.textContent = this.dataset.frameHelp;
    this.place.replaceChildren(this.frame, label, help);
    this.place.hidden = false;
    this.otherwise.hidden = true;
    this.slider.addEventListener("input", () => this.enlarge(Number(this.slider.value)));
    this.frame.addEventListener("keydown", (event) => this.key(event));
    this.frame.addEventListener("pointerdown", (event) => this.hold(event));
    this.frame.addEventListener("pointermove", (event) => this.drag(event));
    for (const name of ["pointerup", "pointercancel"]) this.frame.addEventListener(name, () => (this.held = null));
    this.draw();
  }

  /* How much of the picture the frame shows, across and down. */
  shares() {
    const { naturalWidth: width, naturalHeight: height } = this.image;
    const side = Math.min(width, height) / this.zoom;
    return [side / width, side / height];
  }

  draw() {
    const [across, down] = this.shares();
    this.x = Math.min(1 - across / 2, Math.max(across / 2, this.x));
    this.y = Math.min(1 - down / 2, Math.max(down / 2, this.y));
    const left = this.x - across / 2;
    const top = this.y - down / 2;
    Object.assign(this.image.style, { width: `${100 / across}%`, height: `${100 / down}%` });
    this.image.style.left = `${(-100 * left) / across}%`;
    this.image.style.top = `${(-100 * top) / down}%`;
    this.fields.left.value = left.toFixed(5);
    this.fields.top.value = top.toFixed(5);
    this.fields.side.value = across.toFixed(5);
  }

  enlarge(zoom) {
    this.zoom = Math.min(4, Math.max(1, zoom));
    this.slider.value = String(this.zoom);
    this.draw();
  }

  /* By fractions of the frame. */
  move(right, down) {
    const [across, along] = this.shares();
    this.x += right * across;
    this.y += down * along;
    this.draw();
  }

  key(event) {
    const step = event.shiftKey ? 0.2 : 0.04;
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (moves[event.key]) this.move(...moves[event.key]);
    else if (event.key === "+" || event.key === "=") this.enlarge(this.zoom + 0.1);
    else if (event.key === "-") this.enlarge(this.zoom - 0.1);
    else return;
    event.preventDefault();
  }

  hold(event) {
    this.held = [event.clientX, event.clientY];
    this.frame.setPointerCapture(event.pointerId);
  }

  drag(event) {
    if (!this.held) return;
    const { width, height } = this.frame.getBoundingClientRect();
    this.move((this.held[0] - event.clientX) / width, (this.held[1] - event.clientY) / height);
    this.held = [event.clientX, event.clientY];
  }
}

customElements.define("portrait-crop", PortraitCrop);
