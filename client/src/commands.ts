/** The commands of the manifest. Lenses, menus and the palette all end here. */
import { commands, type Disposable, type ExtensionContext, type TextDocument, Uri, window, workspace } from "vscode";
import { openHistory } from "./panel/history.ts";
import { openPanel, PANEL_VIEW_TYPE, panelSerializer } from "./panel/panel.ts";
import type { ServerSession } from "./server-session.ts";
import { openBeside, tryMessage } from "./try-message.ts";

/** What a command is called with: a lens gives an address as text, a menu gives a Uri, the palette nothing. */
type Target = Uri | string | undefined;

export function registerCommands(context: ExtensionContext, session: ServerSession): Disposable[] {
  const open = async (target: Target, start?: "run" | "step"): Promise<void> => {
    const document = await documentOf(target);
    if (!document) {
      void window.showInformationMessage("Open a state machine first (.asl.json or .asl.yaml).");
      return;
    }
    await openPanel(context, document, start);
  };
  return [
    commands.registerCommand("sluice.openPanel", (target: Target) => open(target)),
    commands.registerCommand("sluice.run", (target: Target) => open(target, "run")),
    commands.registerCommand("sluice.step", (target: Target) => open(target, "step")),
    commands.registerCommand("sluice.openHistory", async (target: Uri | undefined) => {
      await openHistory(context, target);
    }),
    commands.registerCommand("sluice.tryMessage", async (target: Target) => {
      const document = await documentOf(target);
      if (document) await tryMessage(session, document.uri);
    }),
    commands.registerCommand("sluice.openFile", (target: string) => openBeside(Uri.parse(target, true))),
    window.registerWebviewPanelSerializer(PANEL_VIEW_TYPE, panelSerializer(context)),
    commands.registerCommand("sluice.restartServer", () => session.restart()),
    commands.registerCommand("sluice.showOutput", () => session.showOutput()),
  ];
}

async function documentOf(target: Target): Promise<TextDocument | undefined> {
  if (target === undefined) return window.activeTextEditor?.document;
  return workspace.openTextDocument(typeof target === "string" ? Uri.parse(target, true) : target);
}
