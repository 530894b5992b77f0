/**
 * Problems pushed to the editor: at once for a document that was just opened, after a pause in typing for one that
 * changes. Each push carries the version it speaks of, so that an editor can drop one that comes too late.
 */
import type { Problem } from "@sluice/engine";
import {
  type Connection,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver";
import type { Documents, OpenDocument } from "./documents.ts";
import { rangeOf } from "./ranges.ts";
import { attempt } from "./safe-call.ts";
import type { Settings } from "./settings.ts";

/** How long the user must pause before the document is checked again, milliseconds. */
const PAUSE_MS = 120;

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** Rules about what never comes to anything: editors show such text faded. */
const UNNECESSARY = new Set(["unreachable-state", "unreachable-retrier", "unreachable-catcher"]);

export class Diagnostics {
  readonly #connection: Connection;
  readonly #documents: Documents;
  readonly #settings: Settings;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(connection: Connection, documents: Documents, settings: Settings) {
    this.#connection = connection;
    this.#documents = documents;
    this.#settings = settings;
    const seen = new Set<string>();
    documents.onDidChange(({ document: { uri } }) => {
      this.#schedule(uri, seen.has(uri) ? PAUSE_MS : 0);
      seen.add(uri);
    });
    documents.onDidClose(({ document: { uri } }) => {
      seen.delete(uri);
      clearTimeout(this.#timers.get(uri));
      this.#timers.delete(uri);
      this.#send(uri, undefined, []);
    });
  }

  /** Sends the problems of every open document anew. */
  refresh(): void {
    for (const uri of this.#documents.uris()) this.#schedule(uri, 0);
  }

  #schedule(uri: string, delayMs: number): void {
    clearTimeout(this.#timers.get(uri));
    const run = (): void => {
      this.#timers.delete(uri);
      const loading = this.#settings.load(uri);
      if (loading === undefined) this.#publish(uri);
      else void loading.then(() => this.#publish(uri));
    };
    this.#timers.set(uri, setTimeout(run, delayMs));
  }

  #publish(uri: string): void {
    const version = this.#documents.version(uri);
    // Closed, while its settings were read.
    if (version === undefined) return;
    const problems = attempt({ connection: this.#connection }, "diagnostics", undefined, () => {
      const document = this.#documents.get(uri);
      return document === undefined ? [] : diagnosticsOf(document, this.#settings);
    });
    // After a failure the problems of the version before are worth more than none.
    if (problems !== undefined) this.#send(uri, version, problems);
  }

  #send(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
    const params = version === undefined ? { uri, diagnostics } : { uri, version, diagnostics };
    void this.#connection.sendDiagnostics(params).catch(() => undefined);
  }
}

export function diagnosticsOf(document: OpenDocument, settings: Settings): Diagnostic[] {
  return settings.shown(document).map((problem) => diagnosticOf(document, problem));
}

function diagnosticOf(document: OpenDocument, problem: Problem): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(document, problem),
    severity: SEVERITIES[problem.severity],
    source: "sluice",
    code: problem.rule,
    message: problem.message,
  };
  if (problem.docs !== undefined) diagnostic.codeDescription = { href: problem.docs };
  if (problem.related !== undefined) diagnostic.relatedInformation = relatedOf(document, problem.related);
  if (UNNECESSARY.has(problem.rule)) diagnostic.tags = [DiagnosticTag.Unnecessary];
  return diagnostic;
}

function relatedOf(document: OpenDocument, related: NonNullable<Problem["related"]>): DiagnosticRelatedInformation[] {
  const { uri } = document.textDocument;
  return related.map((place) => ({ location: { uri, range: rangeOf(document, place) }, message: place.message }));
}
