/**
 * What the schemas answer about a place in a definition. Plain data, made from `schemas/` by `npm run generate`.
 * https://states-language.net/spec.html
 */
import type { QueryLanguage } from "../vocabulary.ts";

/** What a value holds, beyond its JSON type: which checker, completion and colouring it gets. */
export type Holds =
  | "jsonpath"
  | "reference-path"
  | "payload-template"
  | "intrinsic"
  | "jsonata"
  | "jsonata-template"
  | "state-name"
  | "error-name"
  | "resource-arn"
  | "role-arn"
  | "timestamp"
  | "json-pointer"
  | "variables"
  | "seconds"
  | "comment"
  | "match-text"
  | "comparison"
  | "ip-range"
  | "queue-arn"
  | ScenarioHolds;

/** What values and keys of scenarios hold. */
export type ScenarioHolds =
  | "time"
  | "rate"
  | "share"
  | "bound"
  | "file"
  | "input-file"
  | "mock-file"
  | "resource-id"
  | "queue-id"
  | "polled-id"
  | "name"
  | "metric-path"
  | "shown-metric"
  | "setting-path"
  | "state-path"
  | "message-text"
  | "event-pattern";

/** One field (or value, error, function) as documentation shows it. */
export interface FieldDoc {
  readonly name: string;
  /** Markdown, a sentence or a few. */
  readonly text: string;
  /** The page of AWS, or of the states language specification, that says so. */
  readonly link: string;
  /** When AWS brought it, "November 2024"; only where people may still meet tools that don't know it. */
  readonly since?: string;
  /** Only in states of this query language. */
  readonly queryLanguage?: QueryLanguage;
  /** In the given query language; every possibility where no language is given. */
  readonly holds?: readonly Holds[];
  /** Summary of its JSON type: "string", "integer 1 to 99999999", "array of Retrier". */
  readonly type: string;
  readonly default?: string;
  readonly required: boolean;
  /** Operators of patterns: as in `FieldEntry`. */
  readonly dialects?: readonly PatternWord[];
  readonly example?: readonly [pattern: string, matches: string, doesNot: string];
}

/** One field that may be added to an object. */
export interface FieldCompletion {
  readonly name: string;
  readonly doc: FieldDoc;
  readonly required: boolean;
  /** Its value as an LSP snippet of JSON: `"$1"`, `{ $1 }`, `"${1|INLINE,DISTRIBUTED|}"`. */
  readonly snippet: string;
}

/** One of a fixed list of values. */
export interface ValueCompletion {
  /** As JSON: `"INLINE"`, `true`. */
  readonly json: string;
  readonly label: string;
  readonly doc: FieldDoc;
}

/** One field of one kind of object, as the schemas write it down. */
export interface FieldEntry {
  readonly text: string;
  readonly link: string;
  readonly type: string;
  readonly since?: string;
  readonly queryLanguage?: QueryLanguage;
  readonly holds?: readonly Holds[];
  readonly default?: string;
  readonly required?: true;
  readonly enum?: readonly EnumEntry[];
  /** Its value is an object of this kind. */
  readonly object?: string;
  /** Its value is an array of objects of this kind. */
  readonly items?: string;
  /** Its value is an object whose members are objects of this kind. */
  readonly members?: string;
  /** Of an object whose keys are the user's: what they name. */
  readonly keys?: Holds;
  /** It says something only beside one of these. */
  readonly with?: readonly string[];
  readonly snippet: string;
  /** Only in a Map whose processor runs DISTRIBUTED. */
  readonly distributed?: true;
  /** Comparison operators of Choice rules: what they compare with. */
  readonly operand?: ChoiceOperand;
  /** Comparison operators: asks for a type or for presence. */
  readonly test?: true;
  /** Operators of patterns: where they may stand; left out: everywhere. */
  readonly dialects?: readonly PatternWord[];
  /** Operators of patterns: how it is written, what matches it, what does not. */
  readonly example?: readonly [pattern: string, matches: string, doesNot: string];
  /** Of objects that have no validator: JSON types and bounds of the value. */
  readonly json?: readonly JsonType[];
  readonly least?: number;
  readonly most?: number;
}

export type JsonType = "object" | "array" | "string" | "number" | "integer" | "boolean";

/** Where patterns are used, as the command line calls it. */
export type PatternWord = "sns" | "eventbridge" | "pipes" | "esm";

export interface EnumEntry {
  readonly value: string;
  readonly text: string;
}

/** One kind of object: a machine, a state of one type, a retrier, ... */
export interface ObjectEntry {
  /** "Task state", "retrier": as a message calls it. */
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly fields: Readonly<Record<string, FieldEntry>>;
  readonly groups: readonly FieldGroup[];
  /** It may have other fields than these. */
  readonly open?: true;
}

/** Fields of which at least `min` and at most `max` stand together; the preferred ones first. */
export interface FieldGroup {
  readonly fields: readonly string[];
  readonly min: number;
  readonly max: number;
  /** What a message calls them. */
  readonly name?: string;
}

export interface ErrorEntry {
  readonly name: string;
  readonly text: string;
  readonly link: string;
  /** False where no retrier or catcher can see it. */
  readonly catchable: boolean;
  /** Whether the wildcard States.ALL matches it. */
  readonly matchedByAll: boolean;
}

export interface FunctionParameter {
  readonly name: string;
  /** "string", "number", "array", "any", ... */
  readonly type: string;
  readonly optional?: true;
  /** May be repeated. */
  readonly variadic?: true;
  readonly text: string;
}

export interface FunctionEntry {
  /** "States.Array", "$map". */
  readonly name: string;
  readonly parameters: readonly FunctionParameter[];
  readonly minArguments: number;
  /** Infinity where any number may follow. */
  readonly maxArguments: number;
  readonly returns: string;
  readonly text: string;
  readonly example: string;
  readonly result: string;
  readonly link: string;
  readonly group: string;
  /** JSONata only: added or changed by Step Functions, or refused by it. */
  readonly stepFunctions?: "added" | "changed" | "refused";
}

export interface ContextEntry {
  /** Without `$$` or `$states.context`: "Execution.Input". */
  readonly path: string;
  readonly type: string;
  readonly text: string;
  readonly link: string;
  readonly example: string;
  /** Where it exists, when not everywhere: "Map", "task-token", "redriven". */
  readonly only?: string;
}

/** What there is to say of the nodes of one resource type in a simulation. */
export interface NodeEntry {
  /** What each metric counts, in words. Those that end in `Ms` are milliseconds. */
  readonly metrics: Readonly<Record<string, string>>;
  /** Fields of `behavior` that the node looks at. */
  readonly behavior: readonly string[];
}

/** A way to wait for what a task calls: `.sync`, `.sync:2` beside it, `.waitForTaskToken`. */
export type IntegrationPattern = "sync" | "sync:2" | "token";

/** A service that AWS has made an integration for. */
export interface ServiceIntegration {
  /** As it stands in a Resource: "sqs". */
  readonly service: string;
  readonly title: string;
  readonly text: string;
  readonly link: string;
  /** The list of actions is complete beyond doubt: others are mistakes. */
  readonly closed: boolean;
  readonly actions: readonly IntegrationAction[];
}

export interface IntegrationAction {
  readonly name: string;
  /** Beside request and response, which always works. */
  readonly patterns: readonly IntegrationPattern[];
  /** Parameters without which AWS does not call it. */
  readonly required: readonly string[];
  /** Of each of these lists one must be there. */
  readonly oneOf?: readonly (readonly string[])[];
  /** With the required ones and those of `oneOf` all that there are; left out where the list is not sure. */
  readonly optional?: readonly string[];
}

export interface StatesMember {
  /** "input", "result", "errorOutput", "context". */
  readonly name: string;
  readonly text: string;
  readonly link: string;
  readonly type: string;
  /** State types and fields in which it has a value; left out: everywhere. */
  readonly fields?: readonly string[];
  readonly stateTypes?: readonly string[];
  /** Only inside a catcher. */
  readonly catcher?: true;
}

export type ChoiceOperand = "string" | "number" | "boolean" | "timestamp" | "pattern";

/** One comparison operator of Choice rules. */
export interface ChoiceOperator {
  readonly name: string;
  /** Type of the value it compares with; "path" variants name a value of that type. */
  readonly operand: ChoiceOperand;
  /** The operand is a path to the value. */
  readonly path: boolean;
  /** A test of type or presence; its operand says whether the answer is to be true. */
  readonly test: boolean;
  readonly text: string;
  readonly link: string;
}
