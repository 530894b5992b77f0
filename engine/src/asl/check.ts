/** From a text to its problems: what the language server and `sluice check` show. */
import { MAX_DEFINITION_BYTES } from "../limits.ts";
import type { Problem } from "../problem.ts";
import type { MachineType } from "../run/types.ts";
import { utf8LengthOf } from "../text/byte-length.ts";
import { languageOf, parseText } from "../text/parse.ts";
import type { ParsedText, TextLanguage } from "../text/parsed.ts";
import { analyze } from "./analyze.ts";
import { applyRuleSettings, type RuleSettings } from "./settings/rule-settings.ts";
import { withoutSilenced } from "./settings/silence.ts";

export interface CheckOptions {
  /** Left out: by the ending of `uri`, else by the first character of the text. */
  readonly language?: TextLanguage;
  readonly uri?: string;
  /** Left out: what only concerns Express workflows is not reported. */
  readonly machineType?: MachineType;
  /** How grave each rule is taken; `off` hides it. Left out: as the rules themselves say. */
  readonly rules?: RuleSettings;
}

/**
 * Every problem of a definition in JSON or YAML, sorted by place, one for each mistake. Offsets are UTF-16 units of
 * `text`. Never throws; the time is linear in the length of the text.
 */
export function check(text: string, options: CheckOptions = {}): readonly Problem[] {
  const parsed = parseText(text, options.language ?? languageOf(text, options.uri));
  return applyRuleSettings(checkParsed(parsed, options.machineType), options.rules);
}

/** The same for a text that is read already. */
export function checkParsed(parsed: ParsedText, machineType?: MachineType): readonly Problem[] {
  const { problems } = analyze(parsed, machineType === undefined ? {} : { machineType });
  const tooLong = sizeProblem(parsed);
  return withoutSilenced(tooLong === undefined ? problems : [tooLong, ...problems], parsed);
}

function sizeProblem(parsed: ParsedText): Problem | undefined {
  const { text } = parsed;
  // UTF-8 takes at most three bytes for a UTF-16 unit.
  if (text.length * 3 <= MAX_DEFINITION_BYTES) return undefined;
  const bytes = utf8LengthOf(parsed);
  if (bytes <= MAX_DEFINITION_BYTES) return undefined;
  return {
    rule: "definition-too-long",
    severity: "warning",
    start: 0,
    end: Math.min(1, text.length),
    message: `The text is ${bytes} bytes long; AWS takes definitions of up to ${MAX_DEFINITION_BYTES} bytes.`,
    docs: "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
  };
}
