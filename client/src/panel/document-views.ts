/** Views about documents being opened, found again, and brought back after a restart of the window. */
import {
  type Disposable,
  type ExtensionContext,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { fileName } from "./siblings.ts";
import { bringToFront, showView } from "./view-page.ts";

interface Shown {
  readonly webviewPanel: WebviewPanel;
  readonly drawn: Promise<void>;
}

export interface DocumentViewKind<V extends Shown> {
  readonly viewType: string;
  /** Of its bundles. */
  readonly name: string;
  /** In front of the file's name, on its tab. */
  readonly title: string;
  make(webviewPanel: WebviewPanel, document: TextDocument, onDispose: () => void): V;
}

export class DocumentViews<V extends Shown> {
  readonly #context: ExtensionContext;
  readonly #kind: DocumentViewKind<V>;
  readonly #open = new Map<string, V>();

  constructor(context: ExtensionContext, kind: DocumentViewKind<V>) {
    this.#context = context;
    this.#kind = kind;
  }

  /**
   * Opens the view of a document beside its editor, or brings the open one to the front and, asked for once more, gives it
   * the keyboard. `first`: said before it draws.
   */
  async open(uri: Uri, first: (view: V) => void = () => {}): Promise<V> {
    let view = this.#open.get(uri.toString());
    if (view) bringToFront(view.webviewPanel, true);
    else {
      const { viewType, title } = this.#kind;
      const document = await workspace.openTextDocument(uri);
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      const options = { retainContextWhenHidden: true };
      view = this.#attach(window.createWebviewPanel(viewType, `${title} ${fileName(uri)}`, place, options), document);
    }
    first(view);
    await view.drawn;
    return view;
  }

  /** The view has remembered its document's address. */
  register(): Disposable {
    return window.registerWebviewPanelSerializer(this.#kind.viewType, {
      deserializeWebviewPanel: async (webviewPanel, state) => {
        const { uri } = (state ?? {}) as { uri?: unknown };
        try {
          if (typeof uri !== "string") throw new Error("it remembers no document");
          this.#attach(webviewPanel, await workspace.openTextDocument(Uri.parse(uri, true)));
        } catch {
          webviewPanel.dispose(); // the file is gone, and with it what the view was about
        }
      },
    });
  }

  #attach(webviewPanel: WebviewPanel, document: TextDocument): V {
    const key = document.uri.toString();
    const view = this.#kind.make(webviewPanel, document, () => {
      if (this.#open.get(key) === view) this.#open.delete(key);
    });
    this.#open.set(key, view);
    void showView(this.#context, webviewPanel, { name: this.#kind.name, title: this.#kind.title });
    return view;
  }
}
