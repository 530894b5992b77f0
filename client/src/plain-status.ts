/** The items behind the language name in the status bar that say why a plain file has more than JSON's features. */
import { type DocumentKind, titleOf } from "@sluice/engine";
import { type Disposable, type LanguageStatusItem, languages, type TextDocument } from "vscode";

export class PlainStatus implements Disposable {
  readonly #items = new Map<DocumentKind, LanguageStatusItem>();

  /** Shows an item for these documents and no others. */
  show(documents: ReadonlyMap<TextDocument, DocumentKind>): void {
    for (const kind of new Set([...documents.values(), ...this.#items.keys()])) {
      const those = [...documents.keys()].filter((document) => documents.get(document) === kind);
      this.#itemFor(kind).selector = those.map(({ uri }) => ({ scheme: uri.scheme, pattern: uri.fsPath }));
    }
  }

  #itemFor(kind: DocumentKind): LanguageStatusItem {
    const known = this.#items.get(kind);
    if (known) return known;
    const item = languages.createLanguageStatusItem(`sluice.plainFile.${kind}`, []);
    const title = titleOf(kind);
    item.name = "Sluice";
    item.text = title.charAt(0).toUpperCase() + title.slice(1);
    item.detail = "recognised by its name or content";
    item.command = { title: "Settings", command: "workbench.action.openSettings", arguments: ["sluice.plainFiles"] };
    this.#items.set(kind, item);
    return item;
  }

  dispose(): void {
    for (const item of this.#items.values()) item.dispose();
  }
}
