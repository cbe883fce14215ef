/* <consented-video data-src data-title>: nothing is asked of the film's host before the reader presses the button. */
class ConsentedVideo extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    if (!this.button) return;
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.play());
  }

  play() {
    const frame = document.createElement("iframe");
    frame.title = this.dataset.title;
    frame.allow = "fullscreen; picture-in-picture";
    frame.allowFullscreen = true;
    // Hosts refuse to play for a page without a name; the site's own is told, not the page's.
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.src = this.dataset.src;
    frame.className = "film__frame";
    this.replaceChildren(frame);
    frame.focus();
  }
}

customElements.define("consented-video", ConsentedVideo);
