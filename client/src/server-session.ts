/**
 * The one connection to the language server. It starts with the first state machine that is opened, so that a window
 * of ordinary JSON pays nothing; documents are attached to it one by one.
 */
import { type Disposable, type LogOutputChannel, type TextDocument, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { ASL_LANGUAGES, isAsl } from "./documents.ts";
import { PlainDocuments } from "./plain-documents.ts";

/** Makes the client for where the extension runs: a Node process or a Web Worker behind it. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export class ServerSession implements Disposable {
  readonly #createClient: CreateClient;
  readonly #output: LogOutputChannel;
  #starting: Promise<BaseLanguageClient> | undefined;
  #plain: PlainDocuments | undefined;

  constructor(createClient: CreateClient) {
    this.#createClient = createClient;
    this.#output = window.createOutputChannel("Sluice", { log: true });
  }

  /** Makes sure that the server knows the document: an ASL one by its language, a plain one by registering it. */
  async attach(document: TextDocument): Promise<void> {
    const client = await this.start();
    if (!isAsl(document)) this.#plain?.add(client, document);
  }

  detach(document: TextDocument): void {
    this.#plain?.remove(document);
  }

  /** Starts the server unless it runs already. A failure is logged and shown once; the editor goes on without it. */
  start(): Promise<BaseLanguageClient> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start(): Promise<BaseLanguageClient> {
    const client = await this.#createClient({
      documentSelector: ASL_LANGUAGES.map((language) => ({ language })),
      outputChannel: this.#output,
      diagnosticCollectionName: "sluice",
      synchronize: { configurationSection: "sluice" },
      markdown: { supportHtml: false },
    });
    this.#plain = new PlainDocuments();
    client.onRequest("sluice/readFile", ({ uri }: { uri: string }) => readText(Uri.parse(uri)));
    await client.start();
    return client;
  }

  /** Stops the server and starts it anew with the documents that it had. */
  async restart(): Promise<void> {
    if (!this.#starting) return;
    const client = await this.#starting;
    const documents = this.#plain?.documents ?? [];
    this.#plain?.clear();
    await client.stop();
    await client.start();
    for (const document of documents) this.#plain?.add(client, document);
  }

  showOutput(): void {
    this.#output.show();
  }

  async stop(): Promise<void> {
    const client = await this.#starting?.catch(() => undefined);
    await client?.stop();
  }

  dispose(): void {
    this.#output.dispose();
  }
}

/** Settings beside documents that the server cannot read itself: in a browser, or in a virtual workspace. */
async function readText(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
