/* <rich-text>: an editor in the place of its text area, which then sends HTML. Without it one types light markup. */
const PICTURE = 'img[src^="/images/"]';

class RichText extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector("textarea");
    this.ready = this.start().catch((error) => {
      // The text area with its markup stays; nothing is lost.
      console.error(error);
    });
  }

  disconnectedCallback() {
    this.editor?.destroy();
  }

  async start() {
    const kit = await import(this.dataset.editor);
    const { Editor } = kit;
    const frame = document.createElement("div");
    this.area.before(frame);
    // What the browser kept of an earlier visit of this page is markup: the server has it as saved.
    const label = document.querySelector(`label[for="${this.area.id}"]`);
    this.editor = new Editor({
      element: frame,
      injectCSS: false, // its style element is refused by the content policy; its rules stand in rich-text.css
      extensions: this.extensions(kit),
      content: this.dataset.html,
      editorProps: {
        attributes: {
          class: "prose rich-text__page",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label?.firstChild?.textContent.trim() ?? "",
          id: `${this.area.id}-editor`,
        },
      },
      onUpdate: () => this.changed(),
      onTransaction: () => this.show(),
    });
    this.area.value = this.html();
    this.area.hidden = true;
    this.querySelector(`input[name="${this.area.name}-format"]`).value = "html";
    this.querySelector("[data-markup-help]").hidden = true;
    this.tools = this.querySelector(".rich-text__tools");
    this.tools.hidden = false;
    label?.addEventListener("click", () => this.editor.view.focus());
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-do]");
      if (button) this.act(button.dataset.do);
    });
    this.linkBox = this.querySelector("[data-link]");
    this.linkInput = this.linkBox.querySelector("input");
    this.linkInput.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        this.act("setLink");
      }
      if (event.key === "Escape") this.closeLink();
    });
    this.pictureBox = this.querySelector("[data-picture-words]");
    [this.alternative, this.caption] = this.pictureBox.querySelectorAll("input");
    this.pictureBox.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        this.act("setPicture");
      }
      if (event.key === "Escape") this.closePicture();
    });
    this.show();
    this.dispatchEvent(new CustomEvent("rich-text:ready", { bubbles: true }));
  }

  extensions(kit) {
    const link = kit.Link.extend({ addKeyboardShortcuts: () => ({}), addCommands() { return this.parent?.() ?? {}; } });
    // Only pictures of the house: one pasted from elsewhere would be taken out when the text is saved.
    const image = kit.Image.extend({ parseHTML: () => [{ tag: PICTURE }] });
    // Its own floating button speaks English: ours stands in the toolbar.
    const figure = kit.Figure.extend({ addExtensions: () => [] });
    return [
      kit.Document, kit.Paragraph, kit.Text, kit.Bold, kit.Italic, kit.Strike, kit.HardBreak,
      kit.Heading.configure({ levels: [2, 3, 4] }), kit.BulletList, kit.OrderedList, kit.ListItem, kit.Blockquote,
      kit.HorizontalRule, link.configure({ openOnClick: false, autolink: true, protocols: ["mailto", "tel"] }),
      kit.Table, kit.TableRow, kit.TableHeader, kit.TableCell, figure, kit.Caption, image,
      kit.Dropcursor, kit.Gapcursor, kit.History,
    ].filter(Boolean);
  }

  html() {
    const html = this.editor.getHTML();
    return html === "<p></p>" ? "" : html;
  }

  changed() {
    this.area.value = this.html();
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /* Puts a picture of the house where the cursor is. */
  insertPicture(src, alt) {
    this.chain().insertContent([
      { type: "figure", content: [{ type: "image", attrs: { src, alt } }] },
      { type: "paragraph" },
    ]).scrollIntoView().run();
  }

  /* Puts a link to a file of the house where the cursor is. */
  insertLink(href, words) {
    this.chain().insertContent([
      { type: "text", text: words, marks: [{ type: "link", attrs: { href } }] },
      { type: "text", text: " " },
    ]).scrollIntoView().run();
  }

  /* Commands for the text, which has the focus at once: the editor’s own `focus` waits for the next frame, and what is typed
     before it goes to the button. */
  chain() {
    this.editor.view.focus();
    return this.editor.chain();
  }

  act(name) {
    const chain = this.chain();
    const steps = {
      heading2: () => chain.toggleHeading({ level: 2 }),
      heading3: () => chain.toggleHeading({ level: 3 }),
      bold: () => chain.toggleBold(),
      italic: () => chain.toggleItalic(),
      bulletList: () => chain.toggleBulletList(),
      orderedList: () => chain.toggleOrderedList(),
      blockquote: () => chain.toggleBlockquote(),
      table: () => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
      addRow: () => chain.addRowAfter(),
      addColumn: () => chain.addColumnAfter(),
      removeRow: () => chain.deleteRow(),
      removeColumn: () => chain.deleteColumn(),
      removeTable: () => chain.deleteTable(),
      undo: () => chain.undo(),
    };
    if (steps[name]) steps[name]().run();
    else if (name === "link") this.openLink();
    else if (name === "setLink") this.setLink();
    else if (name === "picture") this.openPicture();
    else if (name === "setPicture") this.setPicture();
    else if (name === "removePicture") this.removePicture();
    else if (name === "closePicture") this.closePicture();
    else if (name === "unsetLink") {
      chain.extendMarkRange("link").unsetLink().run();
      this.closeLink();
    }
  }

  openLink() {
    this.linkBox.hidden = !this.linkBox.hidden;
    this.linkInput.value = this.editor.getAttributes("link").href ?? "";
    if (!this.linkBox.hidden) this.linkInput.focus();
  }

  setLink() {
    const typed = this.linkInput.value.trim();
    if (!typed) return this.closeLink();
    const isMail = /^[^\s/@]+@[^\s/@]+$/.test(typed);
    const href = /^(https?:|mailto:|tel:|\/(?!\/))/i.test(typed) ? typed : `${isMail ? "mailto:" : "https://"}${typed}`;
    const { empty } = this.editor.state.selection;
    if (empty && !this.editor.isActive("link")) this.insertLink(href, typed);
    else this.chain().extendMarkRange("link").setLink({ href }).run();
    return this.closeLink();
  }

  closeLink() {
    this.linkBox.hidden = true;
    this.editor.view.focus();
  }

  /* The picture at the cursor, or selected: its frame and where that stands. */
  pictureAt() {
    const { selection, doc } = this.editor.state;
    let picture = null;
    doc.nodesBetween(selection.from, selection.to, (node, position) => {
      if (node.type.name === "figure") picture ??= { node, position };
      return !picture;
    });
    return picture;
  }

  openPicture() {
    const picture = this.pictureAt();
    if (!picture) return;
    this.pictureBox.hidden = !this.pictureBox.hidden;
    this.alternative.value = picture.node.firstChild.attrs.alt ?? "";
    this.caption.value = picture.node.maybeChild(1)?.textContent ?? "";
    if (!this.pictureBox.hidden) this.alternative.focus();
  }

  setPicture() {
    const picture = this.pictureAt();
    const alt = this.alternative.value.trim();
    const words = this.caption.value.trim();
    if (!picture) return this.closePicture();
    this.editor.chain().command(({ tr, state }) => {
      const image = picture.node.firstChild;
      const caption = picture.node.maybeChild(1);
      const start = picture.position + 1 + image.nodeSize;
      tr.setNodeMarkup(picture.position + 1, undefined, { ...image.attrs, alt });
      // The links of a caption whose words did not change stay.
      if (words === (caption?.textContent ?? "")) return true;
      if (!words) tr.delete(start, start + caption.nodeSize);
      else if (caption) tr.replaceWith(start + 1, start + caption.nodeSize - 1, state.schema.text(words));
      else tr.insert(start, state.schema.nodes.caption.create(null, state.schema.text(words)));
      return true;
    }).run();
    return this.closePicture();
  }

  removePicture() {
    const picture = this.pictureAt();
    if (picture) this.editor.chain().deleteRange({ from: picture.position, to: picture.position + picture.node.nodeSize }).run();
    this.closePicture();
  }

  closePicture() {
    this.pictureBox.hidden = true;
    this.editor.view.focus();
  }

  show() {
    if (!this.tools) return;
    const active = {
      heading2: ["heading", { level: 2 }], heading3: ["heading", { level: 3 }], bold: ["bold"], italic: ["italic"],
      bulletList: ["bulletList"], orderedList: ["orderedList"], blockquote: ["blockquote"], link: ["link"],
    };
    for (const [name, question] of Object.entries(active)) {
      const button = this.tools.querySelector(`[data-do="${name}"]`);
      button.setAttribute("aria-pressed", String(this.editor.isActive(...question)));
    }
    this.tools.querySelector('[data-when="table"]').hidden = !this.editor.isActive("table");
    const isPicture = this.pictureAt() !== null;
    this.tools.querySelector('[data-when="picture"]').hidden = !isPicture;
    if (!isPicture) this.pictureBox.hidden = true;
    this.tools.querySelector('[data-do="table"]').hidden = this.editor.isActive("table");
  }
}

customElements.define("rich-text", RichText);
