/* The point of a new place is touched on the map, or typed: both show the same. Without it the two numbers are typed. */
const PLACES = 5; // a metre

class PointChooser extends HTMLElement {
  connectedCallback() {
    this.input = document.getElementById(this.dataset.input);
    this.frame = this.querySelector(".proposal__map");
    this.map = this.querySelector("escale-map");
    this.frame.hidden = false;
    this.input.addEventListener("change", () => this.show());
    new MutationObserver(() => this.ready()).observe(this.map, { attributeFilter: ["data-ready"] });
  }

  ready() {
    this.map.map.on("click", ({ latlng }) => {
      this.input.value = `${latlng.lat.toFixed(PLACES)}, ${latlng.lng.toFixed(PLACES)}`;
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
      this.input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    this.show();
  }

  show() {
    if (!this.map.map) return;
    const [latitude, longitude] = this.input.value.split(/[,;]\s+|\s+/).map((part) => Number(part.replace(",", ".")));
    this.mark?.remove();
    this.mark = null;
    if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return;
    const icon = window.L.divIcon({ className: "map__pin", html: '<span class="marker"></span>', iconSize: [44, 44] });
    this.mark = window.L.marker([latitude, longitude], { icon, title: this.dataset.title, keyboard: false }).addTo(this.map.map);
    if (!this.map.map.getBounds().contains([latitude, longitude])) this.map.map.panTo([latitude, longitude]);
  }
}

customElements.define("point-chooser", PointChooser);
