/** The filter bench beside the text, as the extension host sees it: patterns and messages go in, edits come out. */
import { type BenchPattern, editSamples, type NearestChange, type SamplesEdit, type TextEdit } from "@sluice/engine";
import { type ExtensionContext, Uri, ViewColumn, window } from "vscode";
import { askServer } from "../panel/ask-server.ts";
import { DocumentView } from "../panel/document-view.ts";
import { DocumentViews } from "../panel/document-views.ts";
import { editDocument } from "../panel/edit-document.ts";
import { revealRange } from "../panel/editors.ts";
import { fileName, readFile, watchFile } from "../panel/siblings.ts";
import { writeText } from "../panel/write-files.ts";
import type { FilterHostMessage, FilterViewMessage } from "./protocol.ts";

/** As server/src/patterns.ts gives it. */
interface PatternsResult {
  readonly patterns: readonly BenchPattern[];
  readonly messages?: string;
}

export function filterBenches(context: ExtensionContext): DocumentViews<FilterPanel> {
  return new DocumentViews(context, {
    viewType: "sluice.filterBench",
    name: "filter",
    title: "Messages for",
    make: (...parts) => new FilterPanel(...parts),
  });
}

/** The JSON pointer of the pattern at an offset of a document. */
export async function patternAt(uri: Uri, offset: number | undefined): Promise<string | undefined> {
  const { patterns = [] } = (await patternsOf(uri)) ?? {};
  return patterns.find(({ start, end }) => offset !== undefined && start <= offset && offset <= end)?.pointer;
}

function patternsOf(uri: Uri): Promise<PatternsResult | undefined> {
  return askServer<PatternsResult>("sluice/patterns", { uri: uri.toString() });
}

export class FilterPanel extends DocumentView<FilterHostMessage, FilterViewMessage> {
  /** Of the file of messages, as the server names it. */
  #messages: Uri | undefined;

  protected override async receive(message: FilterViewMessage): Promise<void> {
    switch (message.type) {
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

  protected override async send(): Promise<void> {
    const result = await patternsOf(this.uri);
    if (result?.messages !== undefined && !this.#messages) {
      const messages = Uri.parse(result.messages, true);
      this.#messages = messages;
      this.disposables.push(watchFile(messages, () => void this.#sendMessages()));
    }
    await this.#sendMessages();
    const uri = this.uri.toString();
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

  async #changePattern(pointer: string, change: NearestChange): Promise<void> {
    const params = { uri: this.uri.toString(), pointer, change };
    const edits = await askServer<readonly TextEdit[] | null>("sluice/changePattern", params);
    await editDocument(this.uri, edits ?? [], "The policy cannot be edited there as it stands.");
  }
}
