/** The commands of the manifest. Lenses, menus and the palette all end here. */
import { commands, type Disposable, type ExtensionContext, Uri, window } from "vscode";
import { filterBenches, patternAt } from "./filter/filter-panel.ts";
import type { FlowCounts } from "./flow/lenses.ts";
import { FLOW_VIEW_TYPE, flowSerializer, openFlowPanel } from "./flow/open.ts";
import { chooseSubject, documentOf, offsetOf, type Target } from "./panel/choose-subject.ts";
import { openHistory } from "./panel/history.ts";
import { openPanel, PANEL_VIEW_TYPE, panelSerializer } from "./panel/open.ts";
import { queueAt, redriveBenches } from "./redrive/redrive-panel.ts";
import type { ServerSession } from "./server-session.ts";
import { openBeside, tryMessage } from "./try-message.ts";

export function registerCommands(context: ExtensionContext, session: ServerSession, counts: FlowCounts): Disposable[] {
  const open = async (target: Target, place: unknown, start?: "run" | "step"): Promise<void> => {
    const address = await chooseSubject(target, place);
    if (address) await openPanel(context, address, start);
  };
  const filters = filterBenches(context);
  const redrives = redriveBenches(context);
  return [
    commands.registerCommand("sluice.openPanel", (target: Target, place: unknown) => open(target, place)),
    commands.registerCommand("sluice.run", (target: Target, place: unknown) => open(target, place, "run")),
    commands.registerCommand("sluice.step", (target: Target, place: unknown) => open(target, place, "step")),
    commands.registerCommand("sluice.openHistory", async (target: Uri | undefined) => {
      await openHistory(context, target);
    }),
    commands.registerCommand("sluice.openFilterBench", async (target: Target, place: unknown) => {
      const document = await documentOf(target);
      if (!document) return;
      const pointer = await patternAt(document.uri, offsetOf(document, place));
      await filters.open(document.uri, (bench) => pointer !== undefined && bench.post({ type: "choose", pointer }));
    }),
    commands.registerCommand("sluice.openRedriveBench", async (target: Target, place: unknown) => {
      const document = await documentOf(target);
      if (!document) return;
      const pointer = await queueAt(document.uri, offsetOf(document, place));
      await redrives.open(document.uri, (bench) => pointer !== undefined && bench.post({ type: "choose", pointer }));
    }),
    commands.registerCommand("sluice.simulate", async (target: Target) => {
      const document = await documentOf(target);
      if (document) await openFlowPanel(context, counts, document.uri, "play");
      else void window.showInformationMessage("Open a template, a scenario, a policy or a state machine first.");
    }),
    window.registerWebviewPanelSerializer(FLOW_VIEW_TYPE, flowSerializer(context, counts)),
    commands.registerCommand("sluice.tryMessage", async (target: Target) => {
      const document = await documentOf(target);
      if (document) await tryMessage(session, document.uri);
    }),
    commands.registerCommand("sluice.openFile", (target: string) => openBeside(Uri.parse(target, true))),
    window.registerWebviewPanelSerializer(PANEL_VIEW_TYPE, panelSerializer(context)),
    filters.register(),
    redrives.register(),
    commands.registerCommand("sluice.restartServer", () => session.restart()),
    commands.registerCommand("sluice.showOutput", () => session.showOutput()),
  ];
}
