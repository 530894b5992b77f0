/** Errors as rows expect them. */
import { type Answer, isRefusal } from "@sluice/engine";

/** `null` for both: any rejection. */
export interface ExpectedError {
  readonly code: string | null;
  readonly message?: string | null;
  /** A regular expression. */
  readonly messagePattern?: string;
}

/** What differs; `names`: what stands in the answer for a name that a row writes in brackets. */
export function differsFromError(
  wanted: ExpectedError | null | undefined,
  answer: Answer | undefined,
  names: Readonly<Record<string, string>> = {},
): string | undefined {
  const refused = isRefusal(answer) ? answer : undefined;
  if (wanted == null) return refused && `it is refused: ${refused.code} ${refused.message}`;
  if (refused === undefined) return "it is accepted";
  if (wanted.code !== null && wanted.code !== refused.code) return `${refused.code}: ${refused.message}`;
  const [first = ""] = refused.message.split("\n");
  if (wanted.messagePattern !== undefined) return new RegExp(wanted.messagePattern).test(first) ? undefined : first;
  if (wanted.message == null) return undefined;
  const text = Object.entries(names).reduce((all, [name, value]) => all.replaceAll(name, value), wanted.message);
  return text.split("\n")[0] === first ? undefined : first;
}
