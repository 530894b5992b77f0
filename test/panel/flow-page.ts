/** The panel of flows in Chromium, driven as the host and as a person. */
import { flowSource } from "@sluice/engine";
import type { Browser } from "playwright-core";
import type { FlowHostMessage, FlowReport, FlowViewMessage } from "../../client/src/flow/protocol.ts";
import { openView, type PageOptions, ViewPage } from "./view-page.ts";

const FLOW = { name: "flow", workers: { worker: "flow-worker.js", engine: "engine.js" } };

export class FlowPage extends ViewPage<FlowHostMessage, FlowViewMessage> {
  /** Gives the panel a file with those that it names, and waits until it is drawn. */
  async open(name: string, text: string, files: Readonly<Record<string, string>> = {}): Promise<void> {
    const source = flowSource(name, text, files);
    if (source === undefined) throw new Error(`${name} cannot be simulated`);
    const after = this.messages.length;
    await this.send({ type: "source", uri: `file:///${name}`, name, source });
    await this.said("drawn", () => true, after);
  }

  /** Runs to the end, or to a breakpoint, and gives what came of it. */
  async runToEnd(): Promise<FlowReport> {
    const after = this.messages.length;
    await this.page.getByRole("button", { name: "Run to the next breakpoint or the end" }).click();
    return this.#reported(after, ({ over, halted }) => over || halted !== undefined);
  }

  /** What the run comes to that a change begins. */
  async changed(change: () => Promise<unknown>): Promise<FlowReport> {
    const after = this.messages.length;
    await change();
    return this.#reported(after, () => true);
  }

  async #reported(after: number, isMeant: (report: FlowReport) => boolean): Promise<FlowReport> {
    return (await this.said("report", ({ report }) => isMeant(report), after)).report;
  }

  /** What a screen reader hears of a resource. */
  async node(name: string): Promise<string> {
    return (await this.page.locator(`.node[aria-label^="${name},"]`).getAttribute("aria-label")) ?? "";
  }

  tab(name: string): Promise<void> {
    return this.page.getByRole("tab", { name }).click();
  }
}

export function openFlowPage(browser: Browser, options: PageOptions = {}): Promise<FlowPage> {
  const size = { width: 1280, height: 860 };
  return openView(browser, FLOW, (page) => new FlowPage(page), { ...size, ...options });
}
