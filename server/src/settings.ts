/**
 * The user's settings that concern the server: the section `sluice` of the editor's configuration, and the project's
 * `.sluicerc.json`, which wins where both name a rule.
 */
import {
  applyRuleSettings,
  type Problem,
  problemsOf,
  type RuleSettings,
  readRuleSettings,
  type Surroundings,
} from "@sluice/engine";
import type { Connection, InitializeParams } from "vscode-languageserver";
import { ConfigFiles, type ReadFile } from "./config-files.ts";
import type { OpenDocument } from "./documents.ts";

/** Each with what an editor is asked to do once it changes; one that cannot asks again with the next change. */
const REFRESH = { codeLens: "workspace/codeLens/refresh", inlayHints: "workspace/inlayHint/refresh" } as const;

type Name = keyof typeof REFRESH;

type Section = Partial<Record<Name | "rules", unknown>>;

export class Settings {
  readonly #connection: Connection;
  readonly #files: ConfigFiles;
  readonly #values: Record<Name, boolean> = { codeLens: true, inlayHints: false };
  #rules: RuleSettings = {};

  constructor(connection: Connection, readFile: ReadFile) {
    this.#connection = connection;
    this.#files = new ConfigFiles(connection, readFile);
  }

  /** Whether Run and Step are shown above `StartAt`. */
  get codeLens(): boolean {
    return this.#values.codeLens;
  }

  /** Whether defaults in force and what states are given are shown in the text. */
  get inlayHints(): boolean {
    return this.#values.inlayHints;
  }

  /** The problems of a document that the user wants to see, as gravely as the user takes them. */
  shown({ document, textDocument: { uri } }: OpenDocument, surroundings: Surroundings): readonly Problem[] {
    return applyRuleSettings(problemsOf(document, surroundings), { ...this.#rules, ...this.#files.rulesFor(uri) });
  }

  /** Resolves when a document's settings are known; undefined where they are. */
  load(uri: string): Promise<unknown> | undefined {
    return this.#files.load(uri);
  }

  /** `changed` is called when documents may have other problems to show. */
  listen(params: InitializeParams, changed: () => void): void {
    this.#files.listen(params, changed);
    this.#connection.onDidChangeConfiguration(({ settings }) => {
      const section = (settings as { sluice?: Section } | null)?.sluice;
      for (const [name, request] of Object.entries(REFRESH) as [Name, string][]) {
        const value = section?.[name];
        if (typeof value !== "boolean" || value === this.#values[name]) continue;
        this.#values[name] = value;
        this.#connection.sendRequest(request).catch(() => undefined);
      }
      const rules = readRuleSettings(section?.rules);
      if (JSON.stringify(rules) === JSON.stringify(this.#rules)) return;
      this.#rules = rules;
      changed();
    });
  }
}
