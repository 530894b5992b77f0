/** The redrive bench in Chromium; its host is played with the engine's own functions, as server and extension use them. */
import { changeRedriveSetting, fileBeside, openDocument, redrivesIn } from "@sluice/engine";
import type { Browser } from "playwright-core";
import type { RedriveHostMessage, RedriveViewMessage } from "../../client/src/redrive/protocol.ts";
import { openView, type PageOptions, ViewPage } from "./view-page.ts";

export function openRedrive(browser: Browser, options?: PageOptions): Promise<RedrivePage> {
  return openView(browser, { name: "redrive" }, (page) => new RedrivePage(page), options);
}

export class RedrivePage extends ViewPage<RedriveHostMessage, RedriveViewMessage> {
  name = "";
  text = "";

  /** Waits until the story has been told. */
  async open(name: string, text: string): Promise<void> {
    Object.assign(this, { name, text });
    const after = this.messages.length;
    await this.#tell();
    await this.said("drawn", () => true, after);
  }

  #tell(): Promise<void> {
    const uri = `file:///${this.name}`;
    return this.send({ type: "redrives", uri, name: this.name, subjects: redrivesIn(this.#document, uri) });
  }

  get #document() {
    const { name, text } = this;
    const holds = fileBeside(`file:///${name}`, text).holds;
    if (!holds) throw new Error(`nothing known in ${name}`);
    return openDocument(holds.kind, text, /\.ya?ml$/.test(name) ? "yaml" : "json", holds.options);
  }

  /** Does what the host does with an edit. */
  override hear(message: RedriveViewMessage): void {
    super.hear(message);
    if (message.type !== "set") return;
    const edit = changeRedriveSetting(this.#document, message, message.value);
    if (edit) this.text = this.text.slice(0, edit.start) + edit.newText + this.text.slice(edit.end);
    void this.#tell();
  }

  /** Acts, and waits until the story is told again. */
  async after(act: () => Promise<unknown>, times = 1): Promise<void> {
    let seen = this.messages.length;
    await act();
    for (let drawn = 0; drawn < times; drawn++) {
      const message = await this.said("drawn", () => true, seen);
      seen = this.messages.indexOf(message, seen) + 1;
    }
  }

  story(): Promise<string> {
    return this.page.locator(".story").innerText();
  }
}
