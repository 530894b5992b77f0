/** Filter benches being opened, found again, and brought back after a restart of the window. */
import {
  type ExtensionContext,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
  workspace,
} from "vscode";
import { askServer } from "../panel/ask-server.ts";
import { fileName } from "../panel/siblings.ts";
import { showView } from "../panel/view-page.ts";
import { FilterPanel, type PatternsResult } from "./filter-panel.ts";

export const FILTER_VIEW_TYPE = "sluice.filterBench";

const benches = new Map<string, FilterPanel>();

/** The JSON pointer of the pattern at an offset of a document. */
export async function patternAt(uri: Uri, offset: number | undefined): Promise<string | undefined> {
  const { patterns = [] } = (await askServer<PatternsResult>("sluice/patterns", { uri: uri.toString() })) ?? {};
  const around = patterns.find(({ start, end }) => offset !== undefined && start <= offset && offset <= end);
  return around?.pointer;
}

/** Opens the bench of a document beside its editor, or brings the open one to the front. `pointer`: of one pattern in it. */
export async function openFilterBench(context: ExtensionContext, uri: Uri, pointer?: string): Promise<FilterPanel> {
  let bench = benches.get(uri.toString());
  if (bench) bench.webviewPanel.reveal(undefined, true);
  else {
    const document = await workspace.openTextDocument(uri);
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const title = `Messages for ${fileName(uri)}`;
    const panel = window.createWebviewPanel(FILTER_VIEW_TYPE, title, place, { retainContextWhenHidden: true });
    bench = attach(context, panel, document);
  }
  if (pointer !== undefined) bench.post({ type: "choose", pointer });
  await bench.drawn;
  return bench;
}

export function filterSerializer(context: ExtensionContext): WebviewPanelSerializer {
  return {
    async deserializeWebviewPanel(webviewPanel, state) {
      const { uri } = (state ?? {}) as { uri?: unknown };
      try {
        if (typeof uri !== "string") throw new Error("not ours");
        attach(context, webviewPanel, await workspace.openTextDocument(Uri.parse(uri, true)));
      } catch {
        webviewPanel.dispose(); // the file is gone, and with it what the bench was about
      }
    },
  };
}

function attach(context: ExtensionContext, webviewPanel: WebviewPanel, document: TextDocument): FilterPanel {
  const key = document.uri.toString();
  const bench = new FilterPanel(webviewPanel, document, () => {
    if (benches.get(key) === bench) benches.delete(key);
  });
  benches.set(key, bench);
  showView(context, webviewPanel, { name: "filter", title: "Filter bench" });
  return bench;
}
