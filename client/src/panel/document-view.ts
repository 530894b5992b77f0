/** A view about one document, as the extension host sees it: what is typed is sent to it, what it says is acted on. */
import { Disposable, type TextDocument, type Uri, type WebviewPanel, workspace } from "vscode";

/** Between two keystrokes nothing is read anew. */
const TYPING_PAUSE_MS = 120;

interface Said {
  readonly type: string;
}

export abstract class DocumentView<Host extends object, Message extends Said> implements Disposable {
  readonly webviewPanel: WebviewPanel;
  readonly uri: Uri;
  /** Resolves when the view has drawn for the first time. */
  readonly drawn: Promise<void>;
  protected readonly disposables: Disposable[];
  #setDrawn: () => void = () => {};
  #ready = false;
  #disposed = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting: Host[] = [];

  constructor(webviewPanel: WebviewPanel, document: TextDocument, onDispose: () => void) {
    this.webviewPanel = webviewPanel;
    this.uri = document.uri;
    this.drawn = new Promise((resolve) => {
      this.#setDrawn = resolve;
    });
    this.disposables = [
      webviewPanel.onDidDispose(() => {
        this.dispose();
        onDispose();
      }),
      webviewPanel.webview.onDidReceiveMessage((message: Message) => void this.#hear(message)),
      workspace.onDidChangeTextDocument((event) => {
        if (event.document.uri.toString() === this.uri.toString()) this.#sendSoon();
      }),
    ];
  }

  /** Sends a message, once the view is there to hear it. */
  post(message: Host): void {
    if (this.#disposed) return; // it was closed while the server was asked
    if (this.#ready) void this.webviewPanel.webview.postMessage(message);
    else this.#waiting.push(message);
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#typing);
    this.#setDrawn();
    Disposable.from(...this.disposables).dispose();
  }

  /** Tells the view what the document holds now. */
  protected abstract send(): Promise<void>;
  /** "ready" and "drawn" have been heard already. */
  protected abstract receive(message: Message): Promise<void>;

  async #hear(message: Message): Promise<void> {
    if (message.type === "drawn") this.#setDrawn();
    else if (message.type !== "ready") await this.receive(message);
    else {
      this.#ready = true;
      await this.send();
      for (const waiting of this.#waiting.splice(0)) this.post(waiting);
    }
  }

  #sendSoon(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.send(), TYPING_PAUSE_MS);
  }
}
