/** Which state machine a command is about: the file's own, or one of those that stand in a template. */
import type { EmbeddedMachine } from "@sluice/engine";
import { Position, type QuickPickItem, type TextDocument, Uri, window, workspace } from "vscode";
import { isAsl, plainKind } from "../documents.ts";
import { fileName } from "./siblings.ts";
import { machinesOf, type SubjectAddress } from "./subject.ts";

/** What a command is called with: a lens gives an address as text, a menu gives a Uri, the palette nothing. */
export type Target = Uri | string | undefined;

export async function documentOf(target: Target): Promise<TextDocument | undefined> {
  if (target === undefined) return window.activeTextEditor?.document;
  return workspace.openTextDocument(typeof target === "string" ? Uri.parse(target, true) : target);
}

/**
 * `place`: a lens in a template gives the range that it stands at, as the protocol writes ranges. Otherwise the machine
 * around the cursor is meant, or the only one; of several somebody chooses. Undefined: there is none, which is said.
 */
export async function chooseSubject(target: Target, place: unknown): Promise<SubjectAddress | undefined> {
  const document = await documentOf(target);
  if (!document) return nothing("Open a state machine first (.asl.json or .asl.yaml), or a template that has one.");
  const { uri } = document;
  if (isAsl(document)) return { uri };
  const machines = await machinesOf(uri);
  if (machines.length === 0 && plainKind(document, {}) === "template") {
    return nothing(`There is no state machine in ${fileName(uri)}.`);
  }
  const offset = offsetOf(document, place);
  const around = offset === undefined ? undefined : machines.find(({ start, end }) => start <= offset && offset <= end);
  const chosen = around ?? (machines.length > 1 ? await choose(machines) : machines[0]);
  if (chosen) return { uri, pointer: chosen.pointer };
  // Whatever it holds, its text may become a state machine.
  return machines.length > 1 ? undefined : { uri };
}

/** Where a lens stands, or else the cursor. */
export function offsetOf(document: TextDocument, place: unknown): number | undefined {
  const { start } = (place ?? {}) as { start?: { line?: unknown; character?: unknown } };
  if (typeof start?.line === "number" && typeof start.character === "number") {
    return document.offsetAt(document.validatePosition(new Position(start.line, start.character)));
  }
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  return editor && document.offsetAt(editor.selection.active);
}

async function choose(machines: readonly EmbeddedMachine[]): Promise<EmbeddedMachine | undefined> {
  const items: (QuickPickItem & { readonly machine: EmbeddedMachine })[] = machines.map((machine) => ({
    label: machine.name,
    description: machine.type === "EXPRESS" ? "Express" : "Standard",
    machine,
  }));
  return (await window.showQuickPick(items, { placeHolder: "Which state machine of the template?" }))?.machine;
}

function nothing(message: string): undefined {
  void window.showInformationMessage(message);
}
