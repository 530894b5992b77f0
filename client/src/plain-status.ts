/** The item behind the language name in the status bar that says why a plain file has more than JSON's features. */
import { type Disposable, type LanguageStatusItem, languages, type TextDocument } from "vscode";

export class PlainStatus implements Disposable {
  #item: LanguageStatusItem | undefined;

  /** Shows the item for these documents and no others. */
  show(documents: ReadonlySet<TextDocument>): void {
    const selector = [...documents].map(({ uri }) => ({ scheme: uri.scheme, pattern: uri.fsPath }));
    if (this.#item) {
      this.#item.selector = selector;
      return;
    }
    this.#item = languages.createLanguageStatusItem("sluice.plainFile", selector);
    this.#item.name = "Sluice";
    this.#item.text = "State machine";
    this.#item.detail = "recognised by its content";
    this.#item.command = {
      title: "Settings",
      command: "workbench.action.openSettings",
      arguments: ["sluice.plainFiles"],
    };
  }

  dispose(): void {
    this.#item?.dispose();
  }
}
