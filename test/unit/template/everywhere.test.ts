/** What an editor offers in a file of its own, it offers of the same text in a template, in each form that it may have. */
import {
  complete,
  type Document,
  type DocumentSymbol,
  hover,
  type JsonValue,
  lenses,
  openDocument,
  problemsOf,
  rename,
  symbols,
} from "@sluice/engine";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../actions/apply-edits.ts";

interface Subject {
  /** The properties of a resource that holds the document. */
  readonly resource: (document: JsonValue) => JsonValue;
  readonly document: JsonValue;
  /** What is wrong with it. */
  readonly rule: string;
  /** A key, and what is said of it. */
  readonly key: string;
  readonly says: RegExp;
  /** A string of the document, and what may stand there instead. */
  readonly completes?: { readonly at: string; readonly offers: string };
  /** A title above it. */
  readonly lens?: RegExp;
  /** A name of the outline. */
  readonly symbol?: string;
  /** A name that can be given another one, with how often it stands. */
  readonly renames?: { readonly name: string; readonly times: number };
}

const resource = (Type: string, property: string) => (document: JsonValue) => ({
  Type,
  Properties: { [property]: document },
});

/** An event of a function, as SAM writes it. */
const event = (Type: string, property: string) => (document: JsonValue) => ({
  Type: "AWS::Serverless::Function",
  Properties: { Events: { Came: { Type, Properties: { [property]: document } } } },
});

const SUBJECTS: Readonly<Record<string, Subject>> = {
  "state machine": {
    resource: (document) =>
      typeof document === "string"
        ? resource("AWS::StepFunctions::StateMachine", "DefinitionString")(document)
        : resource("AWS::StepFunctions::StateMachine", "Definition")(document),
    document: { StartAt: "First", States: { First: { Type: "Pass", Next: "Lastt" }, Last: { Type: "Succeed" } } },
    rule: "unknown-target",
    key: "StartAt",
    says: /state/i,
    completes: { at: "Lastt", offers: "Last" },
    symbol: "First",
    renames: { name: "First", times: 2 },
  },
  "filter policy": {
    resource: resource("AWS::SNS::Subscription", "FilterPolicy"),
    document: { store: [{ prefx: "a" }, { prefix: "b" }] },
    rule: "pattern-unknown-operator",
    key: "prefix",
    says: /prefix/i,
    lens: /try/i,
  },
  "event pattern": {
    resource: resource("AWS::Events::Rule", "EventPattern"),
    document: { source: [{ prefx: "a" }, { prefix: "b" }] },
    rule: "pattern-unknown-operator",
    key: "prefix",
    says: /prefix/i,
    lens: /try/i,
  },
  "filter of an event source mapping": {
    resource: (Pattern) => ({
      Type: "AWS::Lambda::EventSourceMapping",
      Properties: { FilterCriteria: { Filters: [{ Pattern }] } },
    }),
    document: { body: { kind: [{ prefx: "a" }, { prefix: "b" }] } },
    rule: "pattern-unknown-operator",
    key: "prefix",
    says: /prefix/i,
    lens: /try/i,
  },
  "filter policy of a function's event": {
    resource: event("SNS", "FilterPolicy"),
    document: { store: [{ prefx: "a" }, { prefix: "b" }] },
    rule: "pattern-unknown-operator",
    key: "prefix",
    says: /prefix/i,
    lens: /try/i,
  },
  "event pattern of a function's event": {
    resource: event("EventBridgeRule", "Pattern"),
    document: { source: [{ prefx: "a" }, { prefix: "b" }] },
    rule: "pattern-unknown-operator",
    key: "prefix",
    says: /prefix/i,
    lens: /try/i,
  },
  "redrive policy": {
    resource: resource("AWS::SQS::Queue", "RedrivePolicy"),
    document: { deadLetterTargetArn: "arn:aws:sqs:us-east-1:123456789012:failed", maxReceiveCount: 2000 },
    rule: "redrive-count",
    key: "maxReceiveCount",
    says: /1000/,
  },
  "redrive allow policy": {
    resource: resource("AWS::SQS::Queue", "RedriveAllowPolicy"),
    document: { redrivePermission: "denyal" },
    rule: "redrive-permission",
    key: "redrivePermission",
    says: /queue/i,
    completes: { at: "denyal", offers: "denyAll" },
  },
};

const template = (one: JsonValue) => ({ Resources: { Held: one } });
const asJson = (value: JsonValue) => openDocument("template", JSON.stringify(value, null, 2), "json");
/** JSON is YAML between braces. */
const asFlow = (value: JsonValue) => openDocument("template", JSON.stringify(value, null, 2), "yaml");
const asBlock = (value: JsonValue) => openDocument("template", block(value, ""), "yaml");

function block(value: JsonValue, indent: string): string {
  if (typeof value === "string" && value.startsWith("{")) return ` |\n${indent}${value}`;
  if (typeof value !== "object" || value === null) return ` ${JSON.stringify(value)}`;
  const lines = Array.isArray(value)
    ? value.map((item) => `${indent}-\n${indent}  ${block(item, `${indent}  `).trim()}`)
    : Object.entries(value).map(([key, inner]) => `${indent}${key}:${block(inner, `${indent}  `)}`);
  return `\n${lines.join("\n")}`;
}

const FORMS: Readonly<Record<string, (subject: Subject) => Document>> = {
  "an object in JSON": ({ resource, document }) => asJson(template(resource(document))),
  "an object in YAML": ({ resource, document }) => asBlock(template(resource(document))),
  "an object between braces in YAML": ({ resource, document }) => asFlow(template(resource(document))),
  "a string in JSON": ({ resource, document }) => asJson(template(resource(JSON.stringify(document)))),
  "a block scalar in YAML": ({ resource, document }) => asBlock(template(resource(JSON.stringify(document)))),
  "a block scalar of !Sub": ({ resource, document }) => {
    const yaml = block(template(resource(JSON.stringify(document))), "");
    return openDocument("template", yaml.replace(": |\n", ": !Sub |\n"), "yaml");
  },
  "Fn::Join, as CDK writes it": ({ resource, document }) =>
    asJson(template(resource(joined(JSON.stringify(document))))),
};

function joined(text: string): JsonValue {
  const middle = text.indexOf(":") + 1;
  return { "Fn::Join": ["", [text.slice(0, middle), text.slice(middle)]] };
}

describe.each(Object.entries(SUBJECTS))("%s", (_name, subject) => {
  test.each(Object.entries(FORMS))("%s", (_form, open) => {
    const document = open(subject);
    const { text } = document;
    const key = text.indexOf(subject.key) + 1;
    expect
      .soft(
        problemsOf(document).map(({ rule }) => rule),
        "problems",
      )
      .toContain(subject.rule);
    expect.soft(hover(document, key)?.markdown, "hover").toMatch(subject.says);
    if (subject.lens !== undefined)
      expect
        .soft(
          lenses(document)
            .map(({ title }) => title)
            .join("; "),
          "lenses",
        )
        .toMatch(subject.lens);
    const { symbol, renames } = subject;
    if (symbol !== undefined) expect.soft(names(symbols(document)), "symbols").toContain(symbol);
    if (renames !== undefined) {
      const renamed = rename(document, text.indexOf(renames.name) + 1, "Begin");
      const edits = "edits" in renamed ? renamed.edits : [];
      expect.soft(applyEdits(text, edits).split("Begin"), "rename").toHaveLength(renames.times + 1);
    }
    const found = problemsOf(document).find(({ rule }) => rule === subject.rule);
    const [fix] = found?.fixes ?? [];
    const mended = openDocument(document.kind, applyEdits(text, fix?.edits ?? []), document.language);
    expect
      .soft(
        problemsOf(mended).map(({ rule }) => rule),
        "fix",
      )
      .not.toContain(subject.rule);
    if (subject.completes === undefined) return;
    const offered = complete(document, text.indexOf(subject.completes.at) + 1).map(({ label }) => label);
    expect.soft(offered, "completion").toContain(subject.completes.offers);
  });
});

function names(all: readonly DocumentSymbol[]): readonly string[] {
  return all.flatMap(({ name, children }) => [name, ...names(children ?? [])]);
}
