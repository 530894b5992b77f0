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
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(connection: Connection, documents: Documents) {
    this.#connection = connection;
    this.#documents = documents;
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

  #schedule(uri: string, delayMs: number): void {
    clearTimeout(this.#timers.get(uri));
    const run = (): void => {
      this.#timers.delete(uri);
      const document = this.#documents.get(uri);
      const problems = attempt({ connection: this.#connection }, "diagnostics", undefined, () =>
        document === undefined ? [] : diagnosticsOf(document),
      );
      // After a failure the problems of the version before are worth more than none.
      if (problems !== undefined) this.#send(uri, this.#documents.version(uri), problems);
    };
    this.#timers.set(uri, setTimeout(run, delayMs));
  }

  #send(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
    const params = version === undefined ? { uri, diagnostics } : { uri, version, diagnostics };
    void this.#connection.sendDiagnostics(params).catch(() => undefined);
  }
}

export function diagnosticsOf(document: OpenDocument): Diagnostic[] {
  return document.asl.problems.map((problem) => diagnosticOf(document, problem));
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
