/** The filter bench beside the text, as the extension host sees it: patterns and messages go in, edits come out. */
import { type BenchPattern, editSamples, type NearestChange, type SamplesEdit, type TextEdit } from "@sluice/engine";
import {
  Disposable,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { askServer } from "../panel/ask-server.ts";
import { revealRange } from "../panel/editors.ts";
import { fileName, readFile, watchFile } from "../panel/siblings.ts";
import { writeText } from "../panel/write-files.ts";
import type { FilterHostMessage, FilterViewMessage } from "./protocol.ts";

/** Between two keystrokes the server is not asked again. */
const TYPING_PAUSE_MS = 120;

/** As server/src/patterns.ts gives it. */
export interface PatternsResult {
  readonly patterns: readonly BenchPattern[];
  readonly messages?: string;
}

export class FilterPanel implements Disposable {
  readonly webviewPanel: WebviewPanel;
  readonly uri: Uri;
  /** Resolves when the view has drawn for the first time. */
  readonly drawn: Promise<void>;
  #setDrawn: () => void = () => {};
  /** Of the file of messages, as the server names it. */
  #messages: Uri | undefined;
  #ready = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting: FilterHostMessage[] = [];
  readonly #disposables: Disposable[];

  constructor(webviewPanel: WebviewPanel, document: TextDocument, onDispose: () => void) {
    this.webviewPanel = webviewPanel;
    this.uri = document.uri;
    this.drawn = new Promise((resolve) => {
      this.#setDrawn = resolve;
    });
    this.#disposables = [
      webviewPanel.onDidDispose(() => {
        this.dispose();
        onDispose();
      }),
      webviewPanel.webview.onDidReceiveMessage((message: FilterViewMessage) => void this.#receive(message)),
      workspace.onDidChangeTextDocument((event) => {
        if (event.document.uri.toString() === this.uri.toString()) this.#sendSoon();
      }),
    ];
  }

  post(message: FilterHostMessage): void {
    if (this.#ready) void this.webviewPanel.webview.postMessage(message);
    else this.#waiting.push(message);
  }

  dispose(): void {
    clearTimeout(this.#typing);
    this.#setDrawn();
    Disposable.from(...this.#disposables).dispose();
  }

  async #receive(message: FilterViewMessage): Promise<void> {
    switch (message.type) {
      case "ready":
        return this.#begin();
      case "drawn":
        return this.#setDrawn();
      case "reveal":
        return revealRange(this.uri, message, message.focus);
      case "openMessages":
        if (this.#messages) await window.showTextDocument(this.#messages, { viewColumn: ViewColumn.One });
        return;
      case "editMessages":
        return this.#editMessages(message.edit);
      case "changePattern":
        return this.#changePattern(message.pointer, message.change);
    }
  }

  async #begin(): Promise<void> {
    this.#ready = true;
    await this.#sendPatterns();
    for (const message of this.#waiting.splice(0)) this.post(message);
  }

  #sendSoon(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#sendPatterns(), TYPING_PAUSE_MS);
  }

  async #sendPatterns(): Promise<void> {
    const uri = this.uri.toString();
    const result = await askServer<PatternsResult>("sluice/patterns", { uri });
    if (result?.messages !== undefined && !this.#messages) {
      const messages = Uri.parse(result.messages, true);
      this.#messages = messages;
      this.#disposables.push(watchFile(messages, () => void this.#sendMessages()));
    }
    if (this.#messages) await this.#sendMessages();
    this.post({ type: "patterns", uri, name: fileName(this.uri), patterns: result?.patterns ?? [] });
  }

  async #sendMessages(): Promise<void> {
    if (this.#messages) this.post({ type: "messages", ...(await readFile(this.#messages)) });
  }

  async #editMessages(edit: SamplesEdit): Promise<void> {
    const uri = this.#messages;
    if (!uri) return;
    const { name, text } = await readFile(uri);
    const changed = editSamples(text, edit);
    if (changed === undefined) void window.showWarningMessage(`${name} cannot be edited as it stands.`);
    else await writeText(uri, text, changed);
  }

  /** As an edit like any other: to be undone in the editor. */
  async #changePattern(pointer: string, change: NearestChange): Promise<void> {
    const document = await workspace.openTextDocument(this.uri);
    const params = { uri: this.uri.toString(), pointer, change };
    const edits = (await askServer<readonly TextEdit[] | null>("sluice/changePattern", params)) ?? [];
    const edit = new WorkspaceEdit();
    for (const { start, end, newText } of edits) {
      edit.replace(this.uri, new Range(document.positionAt(start), document.positionAt(end)), newText);
    }
    if (edits.length === 0) void window.showWarningMessage("The policy cannot be edited there as it stands.");
    else await workspace.applyEdit(edit);
  }
}
