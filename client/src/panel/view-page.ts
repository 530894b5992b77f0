/** A webview as every view of Sluice has it: its page, what it may load, the icon of its tab. */
import { type ExtensionContext, Uri, type WebviewPanel } from "vscode";
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

export function showView(
  { extensionUri }: ExtensionContext,
  webviewPanel: WebviewPanel,
  { name, title, workers = {}, first }: ViewPage,
): void {
  const root = Uri.joinPath(extensionUri, "dist/webview");
  const media = Uri.joinPath(extensionUri, "client/media");
  const { webview } = webviewPanel;
  const address = (file: string): string => webview.asWebviewUri(Uri.joinPath(root, file)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [root] };
  webviewPanel.iconPath = {
    light: Uri.joinPath(media, "panel-light.svg"),
    dark: Uri.joinPath(media, "panel-dark.svg"),
  };
  webview.html = panelHtml({
    cspSource: webview.cspSource,
    script: address(`${name}.js`),
    style: address(`${name}.css`),
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
