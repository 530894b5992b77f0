/**
 * The user's settings that concern the server: the section `sluice` of the editor's configuration, and the project's
 * `.sluicerc.json`, which wins where both name a rule.
 */
import {
  applyRuleSettings,
  type FileAssociations,
  type Problem,
  problemsOf,
  type RuleSettings,
  readFileAssociations,
  readRuleSettings,
  type Surroundings,
} from "@sluice/engine";
import type { Connection, InitializeParams } from "vscode-languageserver";
import { ConfigFiles, type ReadFile } from "./config-files.ts";
import type { OpenDocument } from "./documents.ts";

/** Each with what an editor is asked to do once it changes; one that cannot asks again with the next change. */
const REFRESH = {
  codeLens: "workspace/codeLens/refresh",
  inlayHints: "workspace/inlayHint/refresh",
  sampleVerdicts: "workspace/inlayHint/refresh",
} as const;

type Name = keyof typeof REFRESH;

type Section = Partial<Record<Name | "rules" | "files", unknown>>;

export class Settings {
  readonly #connection: Connection;
  readonly #files: ConfigFiles;
  readonly #values: Record<Name, boolean> = { codeLens: true, inlayHints: false, sampleVerdicts: true };
  #rules: RuleSettings = {};
  #associations: FileAssociations = {};

  constructor(connection: Connection, readFile: ReadFile) {
    this.#connection = connection;
    this.#files = new ConfigFiles(connection, readFile);
  }

  /** Whether what can be done, and what is to be known, is shown above machines and policies. */
  get codeLens(): boolean {
    return this.#values.codeLens;
  }

  /** Whether defaults in force and what states are given are shown in the text. */
  get inlayHints(): boolean {
    return this.#values.inlayHints;
  }

  /** Whether samples show in the text whether they match. */
  get sampleVerdicts(): boolean {
    return this.#values.sampleVerdicts;
  }

  /** What the user says that files hold; the project's settings are known once they are loaded. */
  filesFor(uri: string): FileAssociations {
    return { ...this.#associations, ...this.#files.configFor(uri).files };
  }

  /** The problems of a document that the user wants to see, as gravely as the user takes them. */
  shown({ document, textDocument: { uri } }: OpenDocument, surroundings: Surroundings): readonly Problem[] {
    return applyRuleSettings(problemsOf(document, surroundings), {
      ...this.#rules,
      ...this.#files.configFor(uri).rules,
    });
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
      const files = readFileAssociations(section?.files);
      if (JSON.stringify([rules, files]) === JSON.stringify([this.#rules, this.#associations])) return;
      this.#rules = rules;
      this.#associations = files;
      changed();
    });
  }
}
