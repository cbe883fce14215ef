/* <late-scripts><template><script …></script></template></late-scripts>: scripts that make better what works without them, and
   that nobody misses before they touch the page. They run at the first sign of a reader: a finger, a pointer, a key, the focus.
   Until then they are only fetched, once the page and its pictures are there, so that the first press finds them at hand. */
const SIGNS = ["pointerover", "pointerdown", "keydown", "focusin", "click", "toggle"];

class LateScripts extends HTMLElement {
  connectedCallback() {
    const template = this.querySelector("template");
    if (!template) return; // they run already
    this.begin = () => {
      this.disconnectedCallback();
      this.append(document.importNode(template.content, true));
      template.remove();
    };
    // The way back to what they exchanged before this page was read again is theirs to go.
    if (window.history.state) return this.begin();
    for (const sign of SIGNS) window.addEventListener(sign, this.begin, { capture: true, passive: true });
    this.fetch = () => template.isConnected && this.append(...[...template.content.querySelectorAll("script")].map(prefetched));
    if (document.readyState === "complete") this.fetch();
    else window.addEventListener("load", this.fetch, { once: true });
  }

  disconnectedCallback() {
    for (const sign of SIGNS) window.removeEventListener(sign, this.begin, { capture: true });
    window.removeEventListener("load", this.fetch);
  }
}

function prefetched({ src }) {
  const link = document.createElement("link");
  link.rel = "prefetch";
  link.href = src;
  return link;
}
if (!customElements.get("late-scripts")) customElements.define("late-scripts", LateScripts);
