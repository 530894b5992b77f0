/** Every problem of a definition. */
import { MAX_DEFINITION_BYTES } from "../limits.ts";
import type { Problem } from "../problem.ts";
import { utf8LengthOf } from "../text/byte-length.ts";
import type { ParsedText } from "../text/parsed.ts";
import { analyze } from "./analyze.ts";
import type { AslDocument } from "./document.ts";
import { definitionTooLong } from "./rules/definition-too-long.ts";

/** Sorted by place, one for each mistake; linear in the length of the text. */
export function problems({ parsed, options }: AslDocument): readonly Problem[] {
  const { problems: found } = analyze(parsed, options);
  const tooLong = sizeProblem(parsed);
  return tooLong === undefined ? found : [tooLong, ...found];
}

/** A definition inside of a larger text is as long as nobody knows before it is taken out. */
function sizeProblem(parsed: ParsedText): Problem | undefined {
  const { text, reread } = parsed;
  // UTF-8 takes at most three bytes for a UTF-16 unit.
  if (reread !== undefined || text.length * 3 <= MAX_DEFINITION_BYTES) return undefined;
  const bytes = utf8LengthOf(parsed);
  if (bytes <= MAX_DEFINITION_BYTES) return undefined;
  const { id, severity, docs } = definitionTooLong;
  return {
    rule: id,
    severity,
    start: 0,
    end: Math.min(1, text.length),
    message: `The text is ${bytes} bytes long; AWS takes definitions of up to ${MAX_DEFINITION_BYTES} bytes.`,
    docs,
  };
}
