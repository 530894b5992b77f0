/** Completion inside an expression: functions, variables, `$states` and the context object. */
import { code, docMarkdown } from "../../editor/markdown.ts";
import type { CompletionEntry, CompletionKind, Surroundings } from "../../editor/types.ts";
import { holdsAt } from "../../schema/docs.ts";
import {
  CONTEXT_FIELDS,
  contextDoc,
  INTRINSICS,
  intrinsicDoc,
  JSONATA_FUNCTIONS,
  jsonataFunctionDoc,
  STATES_MEMBERS,
  signatureOf,
  statesMemberDoc,
} from "../../schema/tables.ts";
import type { FieldDoc, StatesMember } from "../../schema/types.ts";
import { segmentsOf } from "../../text/navigate.ts";
import { offsetInString } from "../../text/string-offset.ts";
import type { StringNode } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import { stateAround } from "../document-index.ts";
import { completeBeginnings, completeSteps } from "./complete-payload.ts";
import { givenToString, NOTHING_GIVEN } from "./payload-at.ts";
import { indexInString, visibleVariables } from "./variables-at.ts";

/** Empty where the string holds no expression, or the cursor is at no word of one. */
export function completeExpression(
  document: AslDocument,
  node: StringNode,
  offset: number,
  surroundings: Surroundings,
): readonly CompletionEntry[] {
  const index = indexInString(document, node, offset);
  const before = node.value.slice(0, index);
  const jsonata = node.value.startsWith("{%");
  if (!jsonata && !holdsAt(node).some((holds) => holds === "jsonpath" || holds === "intrinsic")) return [];
  const word = (jsonata ? /\$[\w.]*$/ : /(?:\$[$\w.]*|[A-Za-z][\w.]*)$/).exec(before)?.[0] ?? "";
  if (jsonata && index < 2) return [];
  const start = offsetInString(document.parsed, node, index - word.length);
  const offers = jsonata ? jsonataOffers(document, node, word) : pathOffers(document, node, word);
  const given = givenToString(document, node, surroundings) ?? NOTHING_GIVEN;
  const steps = completeSteps(document, node, index, given);
  const begun = word.slice(0, word.lastIndexOf(".") + 1);
  const fitting = steps === undefined ? offers : offers.filter(({ text }) => begun !== "" && text.startsWith(begun));
  const entries = fitting.map(
    ({ kind, text, detail, markdown, call }): CompletionEntry => ({
      kind,
      label: text,
      ...(detail === undefined ? {} : { detail }),
      ...(markdown === undefined ? {} : { markdown }),
      start,
      end: offset,
      newText: call ? `${text.replaceAll("$", "\\$")}($1)` : text,
      snippet: call === true,
      filterText: text,
    }),
  );
  const known = new Set(fitting.map(({ text }) => text));
  const learned = steps ?? (jsonata ? [] : completeBeginnings(document, node, index, given));
  return [...learned.filter(({ label }) => !known.has(begun + label)), ...entries];
}

interface Offer {
  readonly kind: CompletionKind;
  readonly text: string;
  readonly detail?: string;
  readonly markdown?: string;
  readonly call?: true;
}

function jsonataOffers(document: AslDocument, node: StringNode, word: string): readonly Offer[] {
  if (word.startsWith("$states.context.")) return contextOffers("$states.context.");
  if (word.startsWith("$states.")) return memberOffers(document, node);
  const functions = JSONATA_FUNCTIONS.filter(({ stepFunctions }) => stepFunctions !== "refused").map(
    (entry): Offer => ({
      kind: "function",
      text: entry.name,
      detail: signatureOf(entry),
      ...documented(jsonataFunctionDoc(entry.name)),
      call: true,
    }),
  );
  return [...localOffers(node), ...variableOffers(document, node), ...memberOffers(document, node), ...functions];
}

/** What the expression binds for itself: `$x := ...`, parameters of its functions. */
function localOffers({ value }: StringNode): readonly Offer[] {
  const names = new Set<string>();
  for (const [, name] of value.matchAll(/(\$\w+)\s*:=/g)) names.add(name as string);
  for (const [, parameters] of value.matchAll(/(?:\bfunction|λ)\s*\(([^()]*)\)/g)) {
    for (const [name] of (parameters as string).matchAll(/\$\w+/g)) names.add(name);
  }
  return [...names].map((text) => ({ kind: "variable", text, detail: "of this expression" }));
}

function pathOffers(document: AslDocument, node: StringNode, word: string): readonly Offer[] {
  if (word.startsWith("$$")) return contextOffers("$$.");
  const intrinsics = holdsAt(node).includes("intrinsic")
    ? INTRINSICS.map(
        (entry): Offer => ({
          kind: "function",
          text: entry.name,
          detail: signatureOf(entry),
          ...documented(intrinsicDoc(entry.name)),
          call: true,
        }),
      )
    : [];
  if (/^[A-Za-z]/.test(word)) return intrinsics;
  return [...variableOffers(document, node), ...contextOffers("$$."), ...intrinsics];
}

function variableOffers(document: AslDocument, node: StringNode): readonly Offer[] {
  const scope = stateAround(document.index, node)?.scope;
  return [...visibleVariables(scope)].map(([name, states]) => ({
    kind: "variable",
    text: `$${name}`,
    detail: `assigned in ${states.map((state) => state.name).join(", ")}`,
    markdown: `Assigned in ${states.map((state) => code(state.name)).join(", ")}.`,
  }));
}

/** Members that have a value in the state and field around the string. */
function memberOffers(document: AslDocument, node: StringNode): readonly Offer[] {
  const type = stateAround(document.index, node)?.type;
  const inCatcher = segmentsOf(node).includes("Catch");
  const isThere = ({ stateTypes, catcher }: StatesMember): boolean =>
    catcher === true ? inCatcher : type === undefined || stateTypes?.includes(type) !== false;
  return STATES_MEMBERS.filter(isThere).map(
    ({ name, type: detail }): Offer => ({
      kind: "member",
      text: `$states.${name}`,
      detail,
      ...documented(statesMemberDoc(name)),
    }),
  );
}

function contextOffers(root: string): readonly Offer[] {
  return CONTEXT_FIELDS.map(
    ({ path, type }): Offer => ({ kind: "member", text: root + path, detail: type, ...documented(contextDoc(path)) }),
  );
}

function documented(doc: FieldDoc | undefined): { readonly markdown?: string } {
  return doc === undefined ? {} : { markdown: docMarkdown(doc) };
}
