/* Sends the form to `data-src` when a watched field changes, and shows the answer. data-watch: ends or beginnings of names. */
const PAUSE_MS = 500;

class LiveFragment extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.watched = this.dataset.watch.split(" ");
    this.setAttribute("aria-live", "polite");
    for (const name of ["input", "change"]) this.form.addEventListener(name, (event) => this.heard(event));
    if (this.form.elements["date-0-day"]?.value) this.ask();
  }

  heard({ target }) {
    const name = target.name ?? `${target.dataset?.prefix}-`;
    if (!this.watched.some((part) => name.startsWith(part) || name.endsWith(part))) return;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    this.asking?.abort();
    this.asking = new AbortController();
    const body = new FormData(this.form);
    body.delete("picture_file");
    try {
      const answer = await fetch(this.dataset.src, { method: "POST", body, signal: this.asking.signal, redirect: "manual" });
      if (!answer.ok) return;
      const html = (await answer.text()).trim();
      if (html !== this.shown) this.innerHTML = html;
      this.shown = html;
    } catch {
      // A suggestion that does not come is missed by nobody; the form itself says when it is off line.
    }
  }
}

customElements.define("live-fragment", LiveFragment);
