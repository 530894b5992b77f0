/** The filter bench in Chromium; its host is played with the engine's own functions, as server and extension use them. */
import { type BenchPattern, changePattern, editSamples, fileBeside, openDocument, patternsIn } from "@sluice/engine";
import type { Browser } from "playwright-core";
import type { FilterHostMessage, FilterViewMessage } from "../../client/src/filter/protocol.ts";
import { openView, type PageOptions, ViewPage } from "./view-page.ts";

export function openBench(browser: Browser, options?: PageOptions): Promise<BenchPage> {
  return openView(browser, { name: "filter" }, (page) => new BenchPage(page), options);
}

export interface BenchFiles {
  readonly name: string;
  readonly text: string;
  readonly messages?: string | undefined;
}

export class BenchPage extends ViewPage<FilterHostMessage, FilterViewMessage> {
  files: BenchFiles = { name: "", text: "" };
  #drawings = 0;
  /** How often the view has been told all, and who waits for the next time. */
  #tells = 0;
  readonly #told: (() => void)[] = [];

  async open(files: BenchFiles): Promise<void> {
    this.files = files;
    await this.#tell();
  }

  get patterns(): readonly BenchPattern[] {
    return patternsIn(this.#document, `file:///${this.files.name}`);
  }

  get #document() {
    const { name, text } = this.files;
    const holds = fileBeside(`file:///${name}`, text).holds;
    if (!holds) throw new Error(`nothing known in ${name}`);
    return openDocument(holds.kind, text, /\.ya?ml$/.test(name) ? "yaml" : "json", holds.options);
  }

  async #tell(): Promise<void> {
    const { name, messages } = this.files;
    const drawn = this.#drawings + (this.#tells === 0 ? 1 : 2);
    await this.send({ type: "messages", name: "orders.messages.json", text: messages });
    await this.send({ type: "patterns", uri: `file:///${name}`, name, patterns: this.patterns });
    while (this.#drawings < drawn) await this.said("drawn", () => true, this.messages.length);
    this.#tells += 1;
    for (const listener of this.#told.splice(0)) listener();
  }

  /** Does what the host does with an edit. */
  override hear(message: FilterViewMessage): void {
    if (message.type === "drawn") this.#drawings += 1;
    super.hear(message);
    const { files } = this;
    if (message.type === "editMessages") {
      this.files = { ...files, messages: editSamples(files.messages, message.edit) };
    } else if (message.type === "changePattern") {
      const edits = changePattern(this.#document, message.pointer, message.change) ?? [];
      const text = edits.reduceRight(
        (now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end),
        files.text,
      );
      this.files = { ...files, text };
    } else return;
    void this.#tell();
  }

  /** Acts, and waits until the bench has drawn what came of it. */
  async after(act: () => Promise<unknown>): Promise<void> {
    const told = new Promise<void>((resolve) => this.#told.push(resolve));
    await act();
    await told;
  }

  rows(): Promise<string[]> {
    return this.page
      .locator(".message-row")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
  }
}
