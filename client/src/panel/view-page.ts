/** A webview as every view of Sluice has it: its page, what it may load, the icon of its tab. */
import { type ExtensionContext, Uri, type WebviewPanel, workspace } from "vscode";
import { createNonce, panelHtml } from "./html.ts";

export interface ViewPage {
  /** Its bundles are dist/webview/<name>.js and .css. */
  readonly name: string;
  readonly title: string;
  /** Scripts in dist/webview that it starts workers from, by the names that it knows them by. */
  readonly workers?: Readonly<Record<string, string>>;
  /** Messages that it hears before it draws for the first time. */
  readonly first?: readonly object[];
}

/** By name of the view. */
let preloads: Promise<Readonly<Record<string, readonly string[]>>> | undefined;

/** As the build has listed them; without the list, the scripts are found one after the other. */
async function readPreloads(root: Uri): Promise<Readonly<Record<string, readonly string[]>>> {
  try {
    return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(root, "preloads.json"))));
  } catch {
    return {};
  }
}

/** Resolves when the webview has its page, or has been closed before. */
export async function showView(
  { extensionUri }: ExtensionContext,
  webviewPanel: WebviewPanel,
  { name, title, workers = {}, first }: ViewPage,
): Promise<void> {
  const root = Uri.joinPath(extensionUri, "dist/webview");
  const media = Uri.joinPath(extensionUri, "client/media");
  const { webview } = webviewPanel;
  const address = (file: string): string => webview.asWebviewUri(Uri.joinPath(root, file)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [root] };
  webviewPanel.iconPath = {
    light: Uri.joinPath(media, "panel-light.svg"),
    dark: Uri.joinPath(media, "panel-dark.svg"),
  };
  let isOpen = true;
  webviewPanel.onDidDispose(() => {
    isOpen = false;
  });
  preloads ??= readPreloads(root);
  const { [name]: imported = [] } = await preloads;
  if (!isOpen) return;
  webview.html = panelHtml({
    cspSource: webview.cspSource,
    script: address(`${name}.js`),
    style: address(`${name}.css`),
    preloads: imported.map(address),
    workers: Object.fromEntries(Object.entries(workers).map(([key, file]) => [key, address(file)])),
    title,
    ...(first && { first }),
    nonce: createNonce(),
  });
}

/** Asked for again while it is in sight, a view takes the keyboard, if it may; the text keeps it otherwise. */
export function bringToFront(webviewPanel: WebviewPanel, mayFocus: boolean): void {
  webviewPanel.reveal(undefined, !(mayFocus && webviewPanel.visible));
}
