/* <late-scripts><template><script …></script></template></late-scripts>: scripts that make better what is there already, and that
   nobody misses before the page and its pictures are shown. They wait for that rather than share the line with it. */
class LateScripts extends HTMLElement {
  connectedCallback() {
    if (document.readyState === "complete") this.begin();
    else window.addEventListener("load", () => this.begin(), { once: true });
  }

  begin() {
    const template = this.querySelector("template");
    if (!template) return; // they run already
    this.append(document.importNode(template.content, true));
    template.remove();
  }
}
if (!customElements.get("late-scripts")) customElements.define("late-scripts", LateScripts);
