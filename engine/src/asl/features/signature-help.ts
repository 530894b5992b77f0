/** The function whose arguments the cursor is in: an intrinsic function or one of JSONata's, and which argument. */
import { stringAt } from "../../editor/completion-site.ts";
import { docLink, paragraphs } from "../../editor/markdown.ts";
import type { SignatureHelp } from "../../editor/types.ts";
import type { Token } from "../../paths/tokens.ts";
import { intrinsicNamed, jsonataFunctionNamed, signatureOf } from "../../schema/tables.ts";
import type { FunctionEntry } from "../../schema/types.ts";
import type { AslDocument } from "../document.ts";
import { type Brackets, bracketsAround, type ExpressionText, expressionText, tokensIn } from "./expression-text.ts";
import { indexInString } from "./variables-at.ts";

/** Undefined where the cursor is in no call of a known function. */
export function signatureHelp(document: AslDocument, offset: number): SignatureHelp | undefined {
  const node = stringAt(document, offset);
  const expression = node === undefined ? undefined : expressionText(node);
  if (node === undefined || expression === undefined) return undefined;
  const index = indexInString(document, node, offset) - expression.index;
  const tokens = tokensIn(expression);
  for (const brackets of bracketsAround(tokens, index)) {
    const entry = calledBy(expression, brackets);
    if (entry === undefined) continue;
    const passed = brackets.commas.filter(({ end }) => end <= index).length;
    return helpFor(entry, passed + (isChained(expression, tokens, brackets.callee) ? 1 : 0));
  }
  return undefined;
}

function calledBy({ kind, text }: ExpressionText, { callee }: Brackets): FunctionEntry | undefined {
  if (callee === undefined) return undefined;
  const name = text.slice(callee.start, callee.end);
  return kind === "jsonata" ? jsonataFunctionNamed(name) : intrinsicNamed(name);
}

/** `value ~> $f(...)` gives the value as the first argument. */
function isChained({ text }: ExpressionText, tokens: readonly Token[], callee: Token | undefined): boolean {
  const before = callee === undefined ? undefined : tokens[tokens.indexOf(callee) - 1];
  return before !== undefined && text.slice(before.start, before.end) === "~>";
}

function helpFor(entry: FunctionEntry, argument: number): SignatureHelp {
  const label = signatureOf(entry);
  const { parameters, text, example, result, link } = entry;
  let from = entry.name.length;
  const places = parameters.map(({ name, type, text: meaning }) => {
    const start = label.indexOf(name, from + 1);
    from = start + name.length;
    return { start, end: from, markdown: `${type}: ${meaning}` };
  });
  const shown = result === "" ? `\`${example}\`` : `\`${example}\` gives \`${result}\``;
  const isVariadic = parameters.at(-1)?.variadic === true;
  return {
    label,
    markdown: paragraphs(text, `Example: ${shown}`, docLink(link)),
    parameters: places,
    activeParameter: isVariadic ? Math.min(argument, parameters.length - 1) : Math.min(argument, parameters.length),
  };
}
