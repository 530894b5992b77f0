/** What reading a text gives, and the helpers that both readers use to say what is wrong with it. */
import type { Problem, Related } from "../problem.ts";
import type { Node } from "./tree.ts";

export type TextLanguage = "json" | "yaml";

export interface ParsedText {
  readonly text: string;
  readonly language: TextLanguage;
  /** A MissingNode where the text holds no value at all. */
  readonly root: Node;
  /** What keeps the text from being JSON or YAML that AWS reads; sorted by place. */
  readonly problems: readonly Problem[];
  /** Brackets are missing or too many: where a value ends may be a guess. */
  readonly misbracketed?: true;
  /** YAML: there are anchors or aliases, so that what one value says depends on another. */
  readonly anchored?: true;
  /**
   * Of what is a part of a larger text: reads another version of that text, and finds the part again. Left out where
   * `root` is all that the text holds.
   */
  readonly reread?: (text: string) => ParsedText;
}

const BREAKS: ReadonlySet<string> = new Set(["json-syntax", "yaml-syntax", "too-deeply-nested"]);

/** What leaves a part of the text out of the tree; comments and trailing commas don't. */
export function breaksOf({ problems }: ParsedText): readonly Problem[] {
  return problems.filter(({ rule }) => BREAKS.has(rule));
}

/** A whole `${Name}`, as CloudFormation, SAM, CDK and Terraform replace it before AWS reads the text. */
export const PLACEHOLDER = /\$\{([^{}\n]*)\}/y;

/** The name in a text that is wholly one placeholder, or undefined. */
export function wholePlaceholder(text: string): string | undefined {
  PLACEHOLDER.lastIndex = 0;
  const match = PLACEHOLDER.exec(text);
  return match !== null && match[0].length === text.length ? match[1] : undefined;
}

/** True where deployment tools may still put anything into the text. */
export function hasPlaceholder(text: string): boolean {
  const dollar = text.indexOf("${");
  return dollar >= 0 && text.indexOf("}", dollar) > dollar;
}

/** A mistake of the text itself: AWS cannot read the definition at all. */
export function syntaxProblem(
  rule: string,
  start: number,
  end: number,
  message: string,
  related?: readonly Related[],
): Problem {
  const aws = { code: "INVALID_JSON_DESCRIPTION", message };
  return related === undefined
    ? { rule, severity: "error", start, end, message, aws }
    : { rule, severity: "error", start, end, message, related, aws };
}
