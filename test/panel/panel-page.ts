/** The state machine's panel in Chromium, driven as the host and as a person. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { buildMachine, drawMachine, editMocks, parseText } from "@sluice/engine";
import type { Browser } from "playwright-core";
import type { HostMessage, RunReport, ViewMessage } from "../../client/src/panel/protocol.ts";
import { openView, type PageOptions, ROOT, ViewPage } from "./view-page.ts";

export { launchBrowser, type PageOptions, whyNot } from "./view-page.ts";

export interface DocumentOptions {
  readonly definition: object | string;
  readonly input?: unknown;
  readonly mocks?: unknown;
  readonly name?: string;
  readonly language?: "json" | "yaml";
}

const MACHINE = { name: "machine", workers: { worker: "machine-worker.js", jsonata: "jsonata.js" } };

/** Opens the panel without a document. */
export function openPage(browser: Browser, options?: PageOptions): Promise<PanelPage> {
  return openView(browser, MACHINE, (page) => new PanelPage(page), options);
}

/** What the host puts into the page of a definition, picture and all. */
export function firstOf(definition: object, mocks?: object): readonly HostMessage[] {
  const name = "machine.asl.json";
  const [text, version] = [JSON.stringify(definition, null, 2), 1];
  const parsed = parseText(text, "json");
  const { drawing } = drawMachine(parsed, buildMachine(parsed.root));
  return [
    { type: "input", file: { name: "machine.input.json", text: undefined } },
    { type: "mocks", file: { name: "machine.mocks.json", text: mocks && JSON.stringify(mocks) } },
    { type: "functions", available: false },
    { type: "document", uri: `file:///${name}`, name, language: "json", text, version },
    ...(drawing ? [{ type: "drawing", version, drawing } as const] : []),
  ];
}

export class PanelPage extends ViewPage<HostMessage, ViewMessage> {
  #version = 0;
  #mocks: { readonly name: string; readonly text: string | undefined } = { name: "", text: undefined };

  /** Gives the panel a document and what lies beside it, and waits until it is drawn. */
  async open(options: DocumentOptions): Promise<void> {
    const { input, mocks, name = "machine.asl.json" } = options;
    const file = (kind: string, value: unknown) => ({
      name: name.replace(".asl.json", `.${kind}.json`),
      text: value === undefined ? undefined : JSON.stringify(value, null, 2),
    });
    await this.send({ type: "input", file: file("input", input) });
    this.#mocks = file("mocks", mocks);
    await this.send({ type: "mocks", file: this.#mocks });
    await this.type(options);
  }

  /** Writes the mock file, as the host does. */
  override hear(message: ViewMessage): void {
    super.hear(message);
    if (message.type !== "editMocks") return;
    this.#mocks = { ...this.#mocks, text: editMocks(this.#mocks.text, message.edit) };
    void this.send({ type: "mocks", file: this.#mocks });
  }

  /** Sends the text again, as after a keystroke. */
  async type({ definition, name = "machine.asl.json", language = "json" }: DocumentOptions): Promise<void> {
    this.#version += 1;
    const version = this.#version;
    const text = typeof definition === "string" ? definition : JSON.stringify(definition, null, 2);
    await this.send({ type: "document", uri: `file:///${name}`, name, language, text, version });
    await this.said("drawn", (message) => message.version === version);
  }

  /** Presses a button of the toolbar and waits until the run rests. */
  async press(label: string): Promise<RunReport> {
    const after = this.messages.length;
    await this.page.getByRole("button", { name: label, exact: true }).click();
    return (await this.said("report", () => true, after)).report;
  }

  /** name: what a screen reader hears of it. */
  async states(): Promise<Record<string, string>> {
    const labels = await this.page
      .locator(".state")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    return Object.fromEntries(labels.map((label) => (label ?? "").split(/, (.*)/s).slice(0, 2)));
  }
}

export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}
