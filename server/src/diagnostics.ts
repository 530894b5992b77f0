/**
 * Problems pushed to the editor: at once for a document that was just opened, after a pause in typing for one that
 * changes. Each push carries the version it speaks of, so that an editor can drop one that comes too late.
 */
import type { Problem, Surroundings } from "@sluice/engine";
import {
  type Connection,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver";
import type { Beside } from "./beside.ts";
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
  readonly #beside: Beside;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(connection: Connection, documents: Documents, settings: Settings, beside: Beside) {
    this.#connection = connection;
    this.#documents = documents;
    this.#settings = settings;
    this.#beside = beside;
    const seen = new Set<string>();
    documents.onDidChange(({ document: { uri } }) => {
      this.#schedule(uri, seen.has(uri) ? PAUSE_MS : 0);
      seen.add(uri);
      for (const other of beside.around(uri)) this.#schedule(other, PAUSE_MS);
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
      const loading = Promise.all([this.#beside.of(uri), this.#settings.load(uri)]);
      void loading.then(([surroundings]) => this.#publish(uri, surroundings));
    };
    this.#timers.set(uri, setTimeout(run, delayMs));
  }

  #publish(uri: string, surroundings: Surroundings): void {
    const version = this.#documents.version(uri);
    // Closed, while what belongs to it was read.
    if (version === undefined) return;
    const problems = attempt({ connection: this.#connection }, "diagnostics", undefined, () => {
      const open = this.#documents.get(uri);
      return open === undefined ? [] : diagnosticsOf(open, this.#settings, surroundings);
    });
    // After a failure the problems of the version before are worth more than none.
    if (problems !== undefined) this.#send(uri, version, problems);
  }

  #send(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
    const params = version === undefined ? { uri, diagnostics } : { uri, version, diagnostics };
    void this.#connection.sendDiagnostics(params).catch(() => undefined);
  }
}

export function diagnosticsOf(open: OpenDocument, settings: Settings, surroundings: Surroundings): Diagnostic[] {
  return settings.shown(open, surroundings).map((problem) => diagnosticOf(open, problem));
}

function diagnosticOf(open: OpenDocument, problem: Problem): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(open, problem),
    severity: SEVERITIES[problem.severity],
    source: "sluice",
    code: problem.rule,
    message: problem.message,
  };
  if (problem.docs !== undefined) diagnostic.codeDescription = { href: problem.docs };
  if (problem.related !== undefined) diagnostic.relatedInformation = relatedOf(open, problem.related);
  if (UNNECESSARY.has(problem.rule)) diagnostic.tags = [DiagnosticTag.Unnecessary];
  return diagnostic;
}

function relatedOf(open: OpenDocument, related: NonNullable<Problem["related"]>): DiagnosticRelatedInformation[] {
  const { uri } = open.textDocument;
  return related.map((place) => ({ location: { uri, range: rangeOf(open, place) }, message: place.message }));
}
