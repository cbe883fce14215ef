/* <late-scripts><template><script …></script></template></late-scripts>: scripts that make better what works without them, and
   that nobody misses before they touch the page. They run at the first sign of a reader: a finger, a pointer, a key, the focus.
   Until then they are only fetched, once the page and its pictures are there, so that the first press finds them at hand. */
const SIGNS = ["pointerover", "pointerdown", "keydown", "focusin", "click", "toggle"];

class LateScripts extends HTMLElement {
  connectedCallback() {
    this.sign = () => this.wake();
    for (const sign of SIGNS) window.addEventListener(sign, this.sign, { capture: true, passive: true });
    // Not before all is there: htmx waits for an event that is over by then, unless the page says that it is complete.
    this.loaded = () => this.stand();
    if (document.readyState === "complete") this.stand();
    else window.addEventListener("load", this.loaded, { once: true });
    // The way back to what they exchanged before this page was read again is theirs to go.
    if (window.history.state) this.wake();
  }

  disconnectedCallback() {
    this.sleep();
    window.removeEventListener("load", this.loaded);
  }

  sleep() {
    for (const sign of SIGNS) window.removeEventListener(sign, this.sign, { capture: true });
  }

  wake() {
    this.sleep();
    this.isAwake = true;
    if (this.isLoaded) this.begin();
  }

  stand() {
    this.isLoaded = true;
    if (this.isAwake) this.begin();
    else this.append(...[...this.scripts].map(prefetched));
  }

  get scripts() {
    return this.querySelector("template")?.content.querySelectorAll("script") ?? []; // none where they run already
  }

  begin() {
    const template = this.querySelector("template");
    if (!template) return;
    this.append(document.importNode(template.content, true));
    template.remove();
  }
}

function prefetched({ src }) {
  const link = document.createElement("link");
  link.rel = "prefetch";
  link.href = src;
  return link;
}
if (!customElements.get("late-scripts")) customElements.define("late-scripts", LateScripts);
