/** textDocument/semanticTokens: of a whole document, of what changed since the last answer, or of what is in sight. */
import {
  SEMANTIC_TOKEN_MODIFIERS,
  SEMANTIC_TOKEN_TYPES,
  type SemanticToken,
  type SemanticTokenModifier,
  semanticTokens,
} from "@sluice/engine";
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensEdit,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetsOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

const NOTHING: SemanticTokens = { data: [] };

export const semanticTokensFeature: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...SEMANTIC_TOKEN_TYPES], tokenModifiers: [...SEMANTIC_TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  },
  register(server) {
    const answers = new Answers();
    const { semanticTokens: requests } = server.connection.languages;
    server.documents.onDidClose(({ document }) => answers.forget(document.uri));
    requests.on(
      onDocument(server, "semantic tokens", NOTHING, (open, { textDocument }: SemanticTokensParams) =>
        answers.full(textDocument.uri, encode(open, semanticTokens(open.document))),
      ),
    );
    requests.onDelta(
      onDocument(server, "semantic tokens", NOTHING, (open, params: SemanticTokensDeltaParams) =>
        answers.delta(params, encode(open, semanticTokens(open.document))),
      ),
    );
    requests.onRange(
      onDocument(server, "semantic tokens", NOTHING, (open, { range }: SemanticTokensRangeParams) => ({
        data: encode(open, semanticTokens(open.document, offsetsOf(open, range))),
      })),
    );
  },
};

/** The last answer about each document: what the client's next question is the difference to. */
class Answers {
  readonly #last = new Map<string, { readonly id: string; readonly data: number[] }>();
  #count = 0;

  full(uri: string, data: number[]): SemanticTokens {
    this.#count += 1;
    const id = String(this.#count);
    this.#last.set(uri, { id, data });
    return { resultId: id, data };
  }

  delta(
    { textDocument, previousResultId }: SemanticTokensDeltaParams,
    data: number[],
  ): SemanticTokens | SemanticTokensDelta {
    const before = this.#last.get(textDocument.uri);
    const { resultId } = this.full(textDocument.uri, data);
    if (before?.id !== previousResultId || resultId === undefined) return { resultId: resultId ?? "", data };
    return { resultId, edits: difference(before.data, data) };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}

/** One edit: what lies between the common beginning and the common end. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return [{ start, deleteCount: before.length - same - start, data: after.slice(start, after.length - same) }];
}

/** Five numbers a token, its place counted from the token before. */
function encode({ textDocument }: OpenDocument, tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { start, end, type, modifiers } of tokens) {
    const at = textDocument.positionAt(start);
    const column = at.line === line ? at.character - character : at.character;
    data.push(at.line - line, column, end - start, SEMANTIC_TOKEN_TYPES.indexOf(type), bits(modifiers));
    line = at.line;
    character = at.character;
  }
  return data;
}

function bits(modifiers: readonly SemanticTokenModifier[]): number {
  return modifiers.reduce((set, modifier) => set | (1 << SEMANTIC_TOKEN_MODIFIERS.indexOf(modifier)), 0);
}
