/**
 * The comparison operators of JSONPath Choice rules in JSONata. There a comparison across types is false; JSONata's `<`
 * and `>` fail on it, so the type is asked for first.
 * https://states-language.net/spec.html#choice-state
 */
import type { JsonValue } from "../../json.ts";
import { choiceOperatorNamed } from "../../schema/tables.ts";
import { valueOf } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { CannotConvert, type Expression, expression, literal, operand } from "./expression-text.ts";
import { definitePath, expressionOf, parentsOf, pathExpression } from "./path.ts";

const ORDERS: Readonly<Record<string, string>> = {
  Equals: "=",
  LessThan: "<",
  LessThanEquals: "<=",
  GreaterThan: ">",
  GreaterThanEquals: ">=",
};

const TYPES: Readonly<Record<string, string>> = { IsNumeric: "number", IsString: "string", IsBoolean: "boolean" };

/** The condition of a rule; `input` is what `$` stands for. Throws CannotConvert. */
export function conditionOf(rule: Node, input: Expression): Expression {
  if (rule.kind !== "object") throw new CannotConvert("a Choice rule is no object");
  for (const { key, value } of rule.properties) {
    const name = key.value;
    if (name === "Not") return expression(`$not(${conditionOf(value, input).text})`, "scalar");
    if (name === "And" || name === "Or") return joined(value, name === "And" ? " and " : " or ", input);
  }
  const variable = rule.properties.find(({ key }) => key.value === "Variable")?.value;
  const operator = rule.properties.find(({ key }) => choiceOperatorNamed(key.value) !== undefined);
  if (variable?.kind !== "string" || operator === undefined) throw new CannotConvert("a Choice rule compares nothing");
  return comparison(operator.key.value, variable.value, valueOf(operator.value), input);
}

function joined(rules: Node, word: string, input: Expression): Expression {
  if (rules.kind !== "array" || rules.items.length === 0) throw new CannotConvert("And or Or has no rules");
  const parts = rules.items.map((rule) => operand(conditionOf(rule, input)));
  return parts.length === 1 ? expression(parts[0] as string, "scalar") : expression(parts.join(word), "scalar", true);
}

function comparison(operator: string, variable: string, given: JsonValue, input: Expression): Expression {
  const actual = pathExpression(variable, input);
  if (operator === "IsPresent") return presence(variable, given === true, input);
  if (operator === "IsNull") return loose(`${actual.text} ${given === true ? "=" : "!="} null`);
  const type = TYPES[operator];
  if (type !== undefined) return loose(`$type(${actual.text}) ${given === true ? "=" : "!="} '${type}'`);
  if (operator === "StringMatches") return matches(actual, String(given));
  const match = /^(String|Numeric|Boolean|Timestamp)(\w+?)(Path)?$/.exec(operator);
  const sign = ORDERS[match?.[2] ?? ""];
  if (operator === "IsTimestamp") return timestampTest(actual, given === true);
  if (match === null || sign === undefined)
    throw new CannotConvert(`no operator of JSONata does what ${operator} does`);
  const byPath = match[3] !== undefined;
  const other = byPath ? pathExpression(String(given), input) : literal(given);
  if (match[1] === "Timestamp") return timestamps(actual, sign, other, byPath ? undefined : given);
  const word = match[1] === "String" ? "string" : match[1] === "Numeric" ? "number" : "boolean";
  // Equality asks for the type by itself, unless both sides may be of another one.
  const guards = sign === "=" && !byPath ? [] : [`$type(${actual.text}) = '${word}'`];
  if (byPath && sign !== "=") guards.push(`$type(${other.text}) = '${word}'`);
  return loose([...guards, `${actual.text} ${sign} ${operand(other)}`].join(" and "));
}

/** With seconds and an offset, as AWS itself writes them. */
const TIMESTAMP = "/^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$/";

function isTimestamp({ text }: Expression): string {
  return `$type(${text}) = 'string' and $contains(${text}, ${TIMESTAMP})`;
}

function timestampTest(actual: Expression, wanted: boolean): Expression {
  return wanted ? loose(isTimestamp(actual)) : expression(`$not(${isTimestamp(actual)})`, "scalar");
}

/** Compared to the millisecond, in whichever zone they are written. */
function timestamps(actual: Expression, sign: string, other: Expression, constant: JsonValue | undefined): Expression {
  if (
    constant !== undefined &&
    (typeof constant !== "string" || !/:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/.test(constant))
  ) {
    throw new CannotConvert(`JSONata's $toMillis does not read ${JSON.stringify(constant)} as Step Functions does`);
  }
  const tests = [isTimestamp(actual), ...(constant === undefined ? [isTimestamp(other)] : [])];
  return loose([...tests, `$toMillis(${actual.text}) ${sign} $toMillis(${other.text})`].join(" and "));
}

function loose(text: string): Expression {
  return expression(text, "scalar", true);
}

/** JSONata looks for a field in every item of an array; JSONPath does not. */
function presence(variable: string, wanted: boolean, input: Expression): Expression {
  const path = definitePath(variable);
  const parents = parentsOf(path, input).map(({ text }) => `$type(${text}) = 'object'`);
  const tests = [...parents, `$exists(${expressionOf(path, input).text})`];
  if (wanted) return expression(tests.join(" and "), "scalar", tests.length > 1);
  return expression(`$not(${tests.join(" and ")})`, "scalar");
}

/** `*` stands for any characters, `\*` and `\\` for themselves. */
function matches(actual: Expression, pattern: string): Expression {
  const source = pattern.replace(/\\([*\\])|\*|[^\w\s]/g, (found: string, escaped: string | undefined) => {
    if (found === "*") return "[\\s\\S]*";
    return `\\${escaped ?? found}`;
  });
  if (/[^\x20-\x7e]/.test(pattern)) throw new CannotConvert("a pattern beyond ASCII has no sure equal in JSONata");
  return loose(`$type(${actual.text}) = 'string' and $contains(${actual.text}, /^${source}$/)`);
}
