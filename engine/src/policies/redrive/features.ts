/** Editor features of redrive policies and redrive allow policies, beyond what the schemas say of their fields. */
import { styleOf } from "../../editor/compose.ts";
import { code, paragraphs } from "../../editor/markdown.ts";
import { addProperty } from "../../editor/object-edits.ts";
import { fixActions, ownFixes, type ProblemFix } from "../../editor/quick-fixes.ts";
import type { CodeAction, CodeActionOptions, DocumentSymbol, HoverText, Lens, Selection } from "../../editor/types.ts";
import type { JsonValue } from "../../json.ts";
import type { Problem } from "../../problem.ts";
import { nodeAt, property, valueNode } from "../../text/navigate.ts";
import type { Node, ObjectNode } from "../../text/tree.ts";
import { readQueueArn, typeOf } from "../queues.ts";
import type { RedriveAllowPolicyDocument, RedrivePolicyDocument } from "../types.ts";

type RedriveDocument = RedrivePolicyDocument | RedriveAllowPolicyDocument;

/** What the ARN of a queue says, in words. */
export function arnHover({ parsed }: RedriveDocument, offset: number): HoverText | undefined {
  const node = nodeAt(parsed.root, offset);
  if (node?.kind !== "string" || (node.parent?.kind === "property" && node.parent.key === node)) return undefined;
  const arn = readQueueArn(node.value);
  if (arn === undefined) return undefined;
  const { name, fifo, region, account } = arn;
  const markdown = paragraphs(
    `**${code(name)}**: ${typeOf(fifo)} queue of account ${code(account)} in ${code(region)}`,
    "A dead-letter queue and its sources are of the same type, and best in the same account and Region.",
  );
  return { start: node.start, end: node.end, markdown };
}

/** In the order in which an editor shows them. */
export function codeActions(
  document: RedriveDocument,
  selection: Selection,
  options: CodeActionOptions,
): readonly CodeAction[] {
  return fixActions(selection, options, (problem) => fixesOf(document, problem));
}

/** What is missing is written as the text is laid out; any other problem brings its fixes along. */
function fixesOf(document: RedriveDocument, problem: Problem): readonly ProblemFix[] {
  const { root } = document.parsed;
  if (root.kind !== "object") return ownFixes(problem);
  if (problem.rule === "redrive-missing-field") return missingField(document, root, problem);
  if (problem.rule === "redrive-source-queues") return [...ownFixes(problem), ...sourceQueues(document, root)];
  return ownFixes(problem);
}

const ARN = "arn:aws:sqs:us-east-1:123456789012";

function missingField(document: RedriveDocument, root: ObjectNode, problem: Problem): readonly ProblemFix[] {
  // A misspelt name is only to be mended.
  const renames = ownFixes(problem).filter(({ title }) => title.startsWith("Rename"));
  if (renames.length > 0) return renames;
  return problem.message.startsWith("maxReceiveCount")
    ? adding(document, root, "maxReceiveCount", 5, true)
    : adding(document, root, "deadLetterTargetArn", `${ARN}:dlq`, false);
}

function sourceQueues(document: RedriveDocument, root: ObjectNode): readonly ProblemFix[] {
  const permission = valueNode(root, "redrivePermission");
  if (property(root, "sourceQueueArns") === undefined) {
    return adding(document, root, "sourceQueueArns", [`${ARN}:queue`], false);
  }
  if (permission?.kind !== "string" || permission.value === "byQueue") return [];
  const edit = { start: permission.start, end: permission.end, newText: '"byQueue"' };
  return [{ title: 'Change the permission to "byQueue"', edits: [edit], sure: false }];
}

function adding(
  { parsed }: RedriveDocument,
  root: ObjectNode,
  name: string,
  value: JsonValue,
  sure: boolean,
): readonly ProblemFix[] {
  const edit = addProperty(root, name, value, styleOf(parsed));
  return edit === undefined ? [] : [{ title: `Add "${name}": ${JSON.stringify(value)}`, edits: [edit], sure }];
}

/** Its fields, each with what it says. */
export function symbols({ parsed }: RedriveDocument): readonly DocumentSymbol[] {
  const { root } = parsed;
  if (root.kind !== "object") return [];
  return root.properties.map(({ key, value, start, end }) => ({
    name: key.value === "" ? "(no name)" : key.value,
    detail: detailOf(value),
    type: "field",
    start,
    end,
    nameStart: key.start,
    nameEnd: key.end,
    children: [],
  }));
}

function detailOf(node: Node): string {
  if (node.kind === "string") return readQueueArn(node.value)?.name ?? node.value;
  if (node.kind === "number" || node.kind === "boolean") return String(node.value);
  return node.kind === "array" ? node.items.map(detailOf).join(", ") : "";
}

/** Above the policy's bracket. A subscription's is about deliveries, which no queue counts. */
export function lenses({ parsed: { root }, options }: RedrivePolicyDocument): readonly Lens[] {
  if (root.kind !== "object" || options.redriveOf === "subscription") return [];
  return [
    { start: root.start, end: Math.min(root.start + 1, root.end), title: "Try the redrive", action: "tryRedrive" },
  ];
}
