/** The open documents as the engine reads them: once for each version, and only those that are of a kind it knows. */
import { type Document, type FileAssociations, openDocument, recognize, textLanguageOf } from "@sluice/engine";
import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

/** One version of a document, as text and as the engine sees it. */
export interface OpenDocument {
  readonly textDocument: TextDocument;
  readonly document: Document;
}

export class Documents {
  readonly #filesFor: (uri: string) => FileAssociations;
  readonly #texts = new TextDocuments(TextDocument);
  readonly #opened = new Map<string, OpenDocument>();
  readonly onDidChange = this.#texts.onDidChangeContent;
  readonly onDidClose = this.#texts.onDidClose;

  /** `filesFor`: what the user's settings say that files around an address hold. */
  constructor(filesFor: (uri: string) => FileAssociations) {
    this.#filesFor = filesFor;
  }

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

  /** The text of whatever is open at an address. */
  text(uri: string): string | undefined {
    return this.#texts.get(uri)?.getText();
  }

  /** Reads every document anew when it is asked for: settings may say that it holds something else. */
  forget(): void {
    this.#opened.clear();
  }

  /** Undefined where the document is not open, or is none of ours. */
  get(uri: string): OpenDocument | undefined {
    const textDocument = this.#texts.get(uri);
    if (textDocument === undefined) return undefined;
    const known = this.#opened.get(uri);
    const text = textDocument.getText();
    if (known?.textDocument === textDocument && known.document.text === text) return known;
    const { languageId } = textDocument;
    const found = recognize({ text, uri, languageId, files: this.#filesFor(uri) });
    if (found === undefined) return undefined;
    // The version before is used up by opening this one: should that fail, the next one starts anew.
    this.#opened.delete(uri);
    const language = textLanguageOf({ text, uri, languageId });
    const options = { ...found.options, previous: known?.document };
    const opened = { textDocument, document: openDocument(found.kind, text, language, options) };
    this.#opened.set(uri, opened);
    return opened;
  }
}
