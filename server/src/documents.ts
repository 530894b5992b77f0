/** The open documents as the engine reads them: once for each version, and only those that are definitions. */
import { type AslDocument, languageOf, looksLikeStateMachine, openDocument, type TextLanguage } from "@sluice/engine";
import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

/** One version of a document, as text and as the engine sees it. */
export interface OpenDocument {
  readonly textDocument: TextDocument;
  readonly asl: AslDocument;
}

const LANGUAGES: Readonly<Record<string, TextLanguage>> = {
  asl: "json",
  "asl-yaml": "yaml",
  json: "json",
  jsonc: "json",
  yaml: "yaml",
};

export class Documents {
  readonly #texts = new TextDocuments(TextDocument);
  readonly #opened = new Map<string, OpenDocument>();
  readonly onDidChange = this.#texts.onDidChangeContent;
  readonly onDidClose = this.#texts.onDidClose;

  listen(connection: Connection): void {
    this.#texts.onDidClose(({ document }) => this.#opened.delete(document.uri));
    this.#texts.listen(connection);
  }

  /** Addresses of everything that is open. */
  uris(): readonly string[] {
    return this.#texts.keys();
  }

  version(uri: string): number | undefined {
    return this.#texts.get(uri)?.version;
  }

  /** Undefined where the document is not open, or is no state machine. */
  get(uri: string): OpenDocument | undefined {
    const textDocument = this.#texts.get(uri);
    if (textDocument === undefined) return undefined;
    const known = this.#opened.get(uri);
    if (known?.textDocument === textDocument && known.asl.text === textDocument.getText()) return known;
    const text = textDocument.getText();
    const language = LANGUAGES[textDocument.languageId] ?? languageOf(text, uri);
    if (!isDefinition(textDocument, text, language)) return undefined;
    // The version before is used up by opening this one: should that fail, the next one starts anew.
    this.#opened.delete(uri);
    const opened = { textDocument, asl: openDocument(text, language, known?.asl) };
    this.#opened.set(uri, opened);
    return opened;
  }
}

/** By its language id, by its name, or, where neither says so, by what stands in it. */
function isDefinition({ languageId, uri }: TextDocument, text: string, language: TextLanguage): boolean {
  if (languageId === "asl" || languageId === "asl-yaml") return true;
  return /\.asl(?:\.json|\.ya?ml)?$/i.test(uri) || looksLikeStateMachine(text, language);
}
