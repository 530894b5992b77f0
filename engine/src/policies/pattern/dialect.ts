/**
 * Where a pattern is used. A filter policy does not say itself whether it compares attributes or the body: that is
 * another attribute of the subscription. So it is asked for in this order: what the template or the settings say, the
 * file's name (`orders.body.filter-policy.json`), the samples beside, and last the policy: only the body has keys in keys.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html
 */
import type { Surroundings } from "../../editor/types.ts";
import type { PatternDialect } from "../../patterns/types.ts";
import type { PatternWord } from "../../schema/types.ts";
import type { Node } from "../../text/tree.ts";
import { samplesAround } from "../samples/around.ts";
import type { Scope } from "../samples/read.ts";
import type { PatternDocument } from "../types.ts";
import { isOr } from "./place.ts";

export interface DialectFound {
  readonly dialect: PatternDialect;
  /** What says so, for a person. */
  readonly because: string;
}

export function dialectOf(document: PatternDocument, surroundings: Surroundings): PatternDialect {
  return findDialect(document, samplesAround(surroundings)?.scope).dialect;
}

/** `scope`: as the samples beside say. */
export function findDialect({ kind, options, parsed }: PatternDocument, scope: Scope | undefined): DialectFound {
  if (options.dialect !== undefined) return { dialect: options.dialect, because: BECAUSE_TOLD };
  if (kind === "event-pattern") return { dialect: "eventbridge", because: "an event pattern is a rule's" };
  if (scope !== undefined) {
    return { dialect: scope === "MessageBody" ? "sns-body" : "sns-attributes", because: "as the samples say" };
  }
  return nests(parsed.root)
    ? { dialect: "sns-body", because: "only the body has keys in keys" }
    : { dialect: "sns-attributes", because: "default" };
}

const BECAUSE_TOLD = "as its name, settings or template say";

/** The scope of a filter policy as AWS calls it; undefined for patterns that have none. */
export function scopeOf(dialect: PatternDialect): Scope | undefined {
  if (dialect === "sns-attributes") return "MessageAttributes";
  return dialect === "sns-body" ? "MessageBody" : undefined;
}

/** The dialect as the schemas and the command line call it. */
export function wordOf(dialect: PatternDialect): PatternWord {
  return dialect === "sns-attributes" || dialect === "sns-body" ? "sns" : dialect;
}

/** Some key holds keys. */
function nests(root: Node): boolean {
  if (root.kind !== "object") return false;
  return root.properties.some(({ key, value }) => {
    if (key.value === "$or" && value.kind === "array" && isOr(value)) return value.items.some(nests);
    return value.kind === "object";
  });
}
