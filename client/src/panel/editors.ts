/** Text editors that show what a panel is about: a range brought into sight, the line where a run stands. */
import {
  type Disposable,
  Range,
  Selection,
  TextEditorRevealType,
  ThemeColor,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { Place, Subject } from "./subject.ts";

/** In the editor that shows the document, or in one beside the panel. `focus` moves the keyboard there. */
export async function revealRange(uri: Uri, { start, end }: Place, focus: boolean): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = visible?.viewColumn ?? ViewColumn.One;
  const editor =
    visible && !focus ? visible : await window.showTextDocument(document, { viewColumn, preserveFocus: !focus });
  const range = new Range(document.positionAt(start), document.positionAt(end));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Marks where a run stands, as the debugger marks its line, in every editor that shows the document. */
export class CurrentLine implements Disposable {
  readonly #subject: Subject;
  readonly #decoration = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor("editor.stackFrameHighlightBackground"),
  });

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  /** Without a range, nowhere. */
  mark(start: number | undefined, end: number | undefined): void {
    const { document, uri } = this.#subject;
    const place = start === undefined || end === undefined ? undefined : this.#subject.outer({ start, end });
    const lines = place ? [new Range(document.positionAt(place.start), document.positionAt(place.end))] : [];
    for (const editor of window.visibleTextEditors) {
      if (editor.document.uri.toString() === uri.toString()) editor.setDecorations(this.#decoration, lines);
    }
  }

  dispose(): void {
    this.#decoration.dispose();
  }
}
