import { removeProperty } from "../../editor/object-edits.ts";
import { replaceFix } from "../../schema/fixes.ts";
import { closest } from "../../schema/suggest.ts";
import { property, valueNode } from "../../text/navigate.ts";
import type { Node, ObjectNode, Property } from "../../text/tree.ts";
import type { Embedded, EmbeddedFile } from "../embedded.ts";
import { fileKey } from "../file-key.ts";
import { intrinsicOf } from "../intrinsics.ts";
import { placeholdersIn } from "../placeholders.ts";
import type { TemplateContext, TemplateRule } from "./rule.ts";
import { styleIn } from "./settings.ts";

export const substitutionNamesNothing: TemplateRule = {
  id: "substitution-names-nothing",
  kind: "template",
  severity: "warning",
  summary: "A substitution is used nowhere in the definition, or the definition has a placeholder without one.",
  reason:
    "DefinitionSubstitutions replace `${Name}` in the definition as text. One that the definition does not have does nothing; a placeholder that none replaces stays in the definition as it is.",
  bad: [
    `Resources:
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionSubstitutions:
        WorkerArn: arn:aws:lambda:us-east-1:123456789012:function:worker
        «Table»: orders
      Definition:
        StartAt: Work
        States:
          Work: {Type: Task, Resource: "\${WorkerArn}", End: true}
`,
  ],
  good: [
    `Resources:
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionSubstitutions:
        WorkerArn: arn:aws:lambda:us-east-1:123456789012:function:worker
      Definition:
        StartAt: Work
        States:
          Work: {Type: Task, Resource: "\${WorkerArn}", End: true}
`,
  ],
  docs: "https://docs.aws.amazon.com/step-functions/latest/dg/use-with-sam-variables-substitutions.html",
  check(context) {
    if (context.template.isOpen) return;
    for (const embedded of context.document.embedded.documents) {
      if (embedded.holds === "asl") checkOne(context, embedded);
    }
    for (const file of context.document.embedded.files) checkFile(context, file);
  },
};

/** A definition in a file: what it lacks is said where the template names it. */
function checkFile(context: TemplateContext, { path, substitutions, property: holder }: EmbeddedFile): void {
  const text = path && context.surroundings.files[fileKey(path.value)]?.text;
  if (path === undefined || text === undefined) return;
  const given = property(holder.parent, "DefinitionSubstitutions")?.value;
  if (given !== undefined && (substitutions === undefined || intrinsicOf(substitutions) !== undefined)) return;
  const used = new Set([...text.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] as string));
  for (const entry of substitutions?.properties ?? []) {
    if (used.has(entry.key.value)) continue;
    if (entry.key.value.startsWith("Fn::")) return;
    reportUseless(context, entry, `${path.value} has`);
  }
  const missing = [...used].filter((name) => property(substitutions, name) === undefined);
  if (missing.length === 0) return;
  const names = missing.map((name) => `\${${name}}`).join(", ");
  context.report({ at: path, message: `${path.value} has ${names}, which DefinitionSubstitutions do not replace.` });
}

function reportUseless(context: TemplateContext, entry: Property, whoHas: string): void {
  const message = `${whoHas} no \${${entry.key.value}}: this substitution does nothing.`;
  const fixes = [{ title: `Remove ${entry.key.value}`, edits: [removeProperty(entry, styleIn(context))] }];
  context.report({ at: entry.key, message, fixes });
}

function checkOne(context: TemplateContext, embedded: Embedded): void {
  const substitutions = valueNode(embedded.owner, "DefinitionSubstitutions");
  if (substitutions?.kind !== "object" || intrinsicOf(substitutions) !== undefined) return;
  const used = placeholdersIn(embedded);
  if (used === undefined) return;
  const names = new Set(used.map(({ name }) => name));
  for (const entry of substitutions.properties) {
    if (names.has(entry.key.value) || entry.key.value.startsWith("Fn::")) continue;
    reportUseless(context, entry, "The definition has");
  }
  missingOnes(context, substitutions, used);
}

/** Placeholders of an object or a plain text: `Fn::Sub` has filled in its own before. */
function missingOnes(
  context: TemplateContext,
  substitutions: ObjectNode,
  used: readonly { readonly name: string; readonly start: number; readonly end: number; readonly node: Node }[],
): void {
  if (substitutions.properties.some(({ key }) => key.value.startsWith("Fn::"))) return;
  const known = new Set(substitutions.properties.map(({ key }) => key.value));
  for (const { name, start, end, node } of used) {
    if (property(substitutions, name) !== undefined || name.startsWith("AWS::") || !/^\w+$/.test(name)) continue;
    const meant = closest(name, known);
    context.report({
      at: { start, end },
      message: `DefinitionSubstitutions has no ${name}: the placeholder stays as it is.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
      fixes: meant === undefined ? [] : [replaceFix(`Change to ${meant}`, { ...node, start, end }, meant)],
    });
  }
}
