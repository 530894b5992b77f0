/** Reads text with the extension's grammars and the tokenizer that VS Code uses. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const root = new URL("../../../", import.meta.url);

interface GrammarEntry {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

export interface Token {
  readonly line: number;
  readonly text: string;
  /** The innermost scope last. */
  readonly scopes: readonly string[];
}

async function createRegistry(): Promise<textmate.Registry> {
  const wasm = await readFile(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const manifest = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
  const grammars: GrammarEntry[] = manifest.contributes.grammars;
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName) => {
      const entry = grammars.find((grammar) => grammar.scopeName === scopeName);
      if (!entry) return null;
      return textmate.parseRawGrammar(await readFile(new URL(entry.path, root), "utf8"), entry.path);
    },
    getInjections: (scopeName) =>
      grammars.filter(({ injectTo }) => injectTo?.includes(scopeName)).map((grammar) => grammar.scopeName),
  });
}

let registry: Promise<textmate.Registry> | undefined;

export async function tokenize(text: string, scopeName: string): Promise<Token[]> {
  registry ??= createRegistry();
  const grammar = await (await registry).loadGrammar(scopeName);
  if (!grammar) throw new Error(`the manifest has no grammar ${scopeName}`);
  let state = textmate.INITIAL;
  return text.split("\n").flatMap((line, index) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      line: index + 1,
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}
