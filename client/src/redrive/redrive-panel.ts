/** The redrive bench beside the text, as the extension host sees it: queues and their attributes go in, edits come out. */
import type { RedriveSubject, TextEdit } from "@sluice/engine";
import type { ExtensionContext, Uri } from "vscode";
import { askServer } from "../panel/ask-server.ts";
import { DocumentView } from "../panel/document-view.ts";
import { DocumentViews } from "../panel/document-views.ts";
import { editDocument } from "../panel/edit-document.ts";
import { revealRange } from "../panel/editors.ts";
import { fileName } from "../panel/siblings.ts";
import type { RedriveHostMessage, RedriveViewMessage } from "./protocol.ts";

export function redriveBenches(context: ExtensionContext): DocumentViews<RedrivePanel> {
  return new DocumentViews(context, {
    viewType: "sluice.redriveBench",
    name: "redrive",
    title: "Redrive of",
    make: (...parts) => new RedrivePanel(...parts),
  });
}

/** The JSON pointer of the queue at an offset of a document. */
export async function queueAt(uri: Uri, offset: number | undefined): Promise<string | undefined> {
  const subjects = await redrivesOf(uri);
  return subjects.find(({ start, end }) => offset !== undefined && start <= offset && offset <= end)?.pointer;
}

async function redrivesOf(uri: Uri): Promise<readonly RedriveSubject[]> {
  return (await askServer<readonly RedriveSubject[]>("sluice/redrives", { uri: uri.toString() })) ?? [];
}

export class RedrivePanel extends DocumentView<RedriveHostMessage, RedriveViewMessage> {
  protected override async send(): Promise<void> {
    const subjects = await redrivesOf(this.uri);
    this.post({ type: "redrives", uri: this.uri.toString(), name: fileName(this.uri), subjects });
  }

  protected override async receive(message: RedriveViewMessage): Promise<void> {
    if (message.type === "reveal") await revealRange(this.uri, message, message.focus);
    if (message.type !== "set") return;
    const { path, value } = message;
    const params = { uri: this.uri.toString(), path, value };
    const edit = await askServer<TextEdit | null>("sluice/changeRedrive", params);
    await editDocument(this.uri, edit ? [edit] : [], "This cannot be written there as the file stands.");
  }
}
