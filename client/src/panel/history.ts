/**
 * Opening an execution history (what `aws stepfunctions get-execution-history` prints, or `sluice run --format history`)
 * on the definition that it belongs to: the one in the workspace that has its states.
 */
import {
  fromHistory,
  type JsonValue,
  looksLikeHistory,
  looksLikeStateMachine,
  shareOfNames,
  type TraceEvent,
} from "@sluice/engine";
import { type ExtensionContext, type QuickPickItem, type Uri, window, workspace } from "vscode";
import { isHistory } from "../documents.ts";
import { openPanel } from "./open.ts";
import type { Panel } from "./panel.ts";
import { fileName } from "./siblings.ts";

const DEFINITIONS = "**/*.{asl,asl.json,asl.yaml,asl.yml}";
const PLAIN_FILES = "**/*.{json,yaml,yml}";
const EXCLUDED = "**/node_modules/**";
/** How many files are read in search of the definition. */
const MAX_FILES = 1_000;

interface Candidate {
  readonly uri: Uri;
  /** Of the history's states, those that the file names: 0 to 1. */
  readonly share: number;
}

/** Opens a history's panel. `uri` undefined: the active document if it is one, else somebody chooses. */
export async function openHistory(context: ExtensionContext, uri?: Uri): Promise<Panel | undefined> {
  const read = await readHistory(uri ?? activeHistory());
  const definition = read && (await chooseDefinition(read.trace, read.name));
  if (!definition) return undefined;
  const panel = await openPanel(context, { uri: definition });
  panel.post({ type: "history", ...read });
  return panel;
}

/** Somebody chooses a history for the definition that a panel shows. */
export async function openHistoryOn(panel: Panel): Promise<void> {
  const read = await readHistory(undefined);
  if (read) panel.post({ type: "history", ...read });
}

/** `file` undefined: somebody chooses. Undefined where nobody did, or where the file is none: that is said. */
async function readHistory(
  file: Uri | undefined,
): Promise<{ readonly name: string; readonly trace: readonly TraceEvent[] } | undefined> {
  const chosen = file ?? (await chooseFile("Open Execution History", ["json"]));
  if (!chosen) return undefined;
  const name = fileName(chosen);
  const trace = readTrace(await readText(chosen));
  if (trace) return { name, trace };
  const wanted = "what `aws stepfunctions get-execution-history` or `sluice run --format history` print";
  void window.showErrorMessage(`${name} is no execution history. One is ${wanted}.`);
  return undefined;
}

function activeHistory(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document && isHistory(document) ? document.uri : undefined;
}

async function chooseFile(title: string, extensions: string[]): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({ title, filters: { [extensions.join(", ")]: extensions } });
  return chosen?.[0];
}

async function readText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

function readTrace(text: string): readonly TraceEvent[] | undefined {
  if (!looksLikeHistory(text.slice(0, 65_536))) return undefined;
  try {
    return fromHistory(JSON.parse(text.replace(/^\uFEFF/, "")) as JsonValue);
  } catch {
    return undefined; // no JSON
  }
}

/** The one definition that has every state of the trace; where there are none or several, somebody chooses. */
async function chooseDefinition(trace: readonly TraceEvent[], name: string): Promise<Uri | undefined> {
  const candidates = await findCandidates(trace);
  const whole = candidates.filter(({ share }) => share === 1);
  if (whole.length === 1) return whole[0]?.uri;
  const items: (QuickPickItem & { readonly uri?: Uri })[] = candidates.map(({ uri, share }) => ({
    label: fileName(uri),
    description: workspace.asRelativePath(uri),
    detail: share === 1 ? "has all states of the history" : `has ${Math.round(share * 100)} % of the history's states`,
    uri,
  }));
  const other = { label: "Choose another file…", alwaysShow: true };
  const title = `The state machine that ${name} belongs to`;
  const chosen = await window.showQuickPick([...items, other], {
    title,
    placeHolder: "Definition",
    matchOnDescription: true,
  });
  if (chosen === other) return chooseFile(title, ["asl", "json", "yaml", "yml"]);
  return items.find((item) => item === chosen)?.uri;
}

/** Those that have any state of the trace, the best first. Plain files count where no definition has them all. */
async function findCandidates(trace: readonly TraceEvent[]): Promise<Candidate[]> {
  const definitions = await workspace.findFiles(DEFINITIONS, EXCLUDED, MAX_FILES);
  const found = await rate(trace, definitions, () => true);
  if (!found.some(({ share }) => share === 1)) {
    const known = new Set(definitions.map(String));
    const plain = (await workspace.findFiles(PLAIN_FILES, EXCLUDED, MAX_FILES)).filter(
      (uri) => !known.has(String(uri)),
    );
    const isMachine = (text: string, uri: Uri): boolean =>
      looksLikeStateMachine(text, /\.json$/i.test(uri.path) ? "json" : "yaml");
    found.push(...(await rate(trace, plain, isMachine)));
  }
  return found.sort((a, b) => b.share - a.share);
}

async function rate(
  trace: readonly TraceEvent[],
  files: readonly Uri[],
  counts: (text: string, uri: Uri) => boolean,
): Promise<Candidate[]> {
  const rated = await Promise.all(
    files.map(async (uri): Promise<Candidate> => {
      const text = await readText(uri).catch(() => ""); // gone since it was found
      return { uri, share: counts(text, uri) ? shareOfNames(trace, text) : 0 };
    }),
  );
  return rated.filter(({ share }) => share > 0);
}
