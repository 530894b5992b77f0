/**
 * Intrinsic functions in JSONata. Where JSONata's own function differs in a way that could show, the expression makes
 * up for it or the conversion is refused.
 * https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
import type { IntrinsicArgument, IntrinsicCall } from "../../intrinsics/ast.ts";
import { isIntrinsicMistake, parseIntrinsic } from "../../intrinsics/parse.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import {
  arrayItem,
  CannotConvert,
  type Expression,
  expression,
  freshName,
  literal,
  operand,
  quoted,
} from "./expression-text.ts";
import { definitePath, expressionOf } from "./path.ts";

/** The expression of `States.Name(...)`; `input` is what `$` stands for. Throws CannotConvert. */
export function intrinsicExpression(text: string, input: Expression): Expression {
  if (hasPlaceholder(text)) throw new CannotConvert(`${text} is only known after deployment`);
  const parsed = parseIntrinsic(text);
  if (isIntrinsicMistake(parsed)) throw new CannotConvert(`${text} is no function call: ${parsed.message}`);
  return callExpression(parsed.call, input);
}

type Maker = (given: readonly Expression[], call: IntrinsicCall) => Expression;

const MAKERS: Readonly<Record<string, Maker>> = {
  Array: (given) => expression(`[${given.map(arrayItem).join(", ")}]`, "array"),
  ArrayPartition: ([array, size]) => expression(`$partition(${text(array)}, ${text(size)})`, "array"),
  ArrayContains: ([array, value], call) => contains(array, value, call),
  ArrayRange: ([first, last, step]) => expression(`[$range(${text(first)}, ${text(last)}, ${text(step)})]`, "array"),
  ArrayGetItem: ([array, index]) => expression(`${array === undefined ? "" : operand(array)}[${text(index)}]`),
  ArrayLength: ([array]) => expression(`$count(${text(array)})`, "integer"),
  ArrayUnique: ([array]) => expression(`$distinct(${text(array)})`, "array"),
  Hash: ([data, algorithm]) => expression(`$hash(${asString(data)}, ${text(algorithm)})`, "string"),
  JsonMerge: ([first, second], call) => merge(first, second, call),
  StringToJson: ([json]) => expression(`$parse(${text(json)})`),
  JsonToString: ([value]) => jsonText(value),
  MathAdd: ([first, second]) => sum(first, second),
  MathRandom: (given) => random(given),
  StringSplit: ([value, delimiters], call) => split(value, delimiters, call),
  UUID: () => expression("$uuid()", "string"),
  Format: (given, call) => format(given, call),
};

function callExpression(call: IntrinsicCall, input: Expression): Expression {
  const make = MAKERS[call.name.replace("States.", "")];
  if (make === undefined) throw new CannotConvert(`JSONata has nothing that does exactly what ${call.name} does`);
  return make(
    call.arguments.map((argument) => argumentExpression(argument, input)),
    call,
  );
}

function argumentExpression(argument: IntrinsicArgument, input: Expression): Expression {
  if (argument.kind === "call") return callExpression(argument, input);
  return argument.kind === "literal" ? literal(argument.value) : expressionOf(definitePath(argument.path.text), input);
}

function text(given: Expression | undefined): string {
  if (given === undefined) throw new CannotConvert("an argument is missing");
  return given.text;
}

function literalAt(call: IntrinsicCall, index: number): IntrinsicArgument & { readonly kind: "literal" } {
  const argument = call.arguments[index];
  if (argument?.kind !== "literal") {
    throw new CannotConvert(`argument ${index + 1} of ${call.name} is only known when the state runs`);
  }
  return argument;
}

/** JSONata's `in` compares objects by identity. */
function contains(array: Expression | undefined, value: Expression | undefined, call: IntrinsicCall): Expression {
  if (call.arguments[1]?.kind === "literal" && value !== undefined) {
    return expression(`${operand(value)} in ${array === undefined ? "" : operand(array)}`, "scalar", true);
  }
  const item = freshName("item", text(value));
  return expression(`$exists($filter(${text(array)}, function(${item}) { ${item} = ${text(value)} }))`, "scalar");
}

function merge(first: Expression | undefined, second: Expression | undefined, call: IntrinsicCall): Expression {
  if (literalAt(call, 2).value !== false) throw new CannotConvert("only shallow merging exists in JSONata");
  return expression(`$merge([${text(first)}, ${text(second)}])`, "scalar");
}

function asString(value: Expression | undefined): string {
  if (value?.kind === "string") return value.text;
  return `$type(${text(value)}) = 'string' ? ${text(value)} : $string(${text(value)})`;
}

/** $string leaves texts as they are, JsonToString quotes them: as the one item of an array they are quoted. */
function jsonText(value: Expression | undefined): Expression {
  const given = text(value);
  if (value?.kind === "array" || value?.kind === "integer") return expression(`$string(${given})`, "string");
  const inArray = `$string([${given}])`;
  const inner = `$substring(${inArray}, 1, $length(${inArray}) - 2)`;
  return expression(`$type(${given}) = 'string' ? ${inner} : $string(${given})`, "string", true);
}

/** MathAdd rounds what it adds, halves upwards. */
function sum(first: Expression | undefined, second: Expression | undefined): Expression {
  const added = /^-\d+$/.exec(text(second));
  const right = added === null ? `+ ${rounded(second)}` : `- ${added[0].slice(1)}`;
  return expression(`${rounded(first)} ${right}`, "integer", true);
}

function rounded(number: Expression | undefined): string {
  if (number?.kind === "integer") return operand(number);
  return `$floor(${number === undefined ? "" : operand(number)} + 0.5)`;
}

function random(given: readonly Expression[]): Expression {
  const [first, bound, seed] = given;
  if (seed !== undefined) throw new CannotConvert("JSONata's $random makes other numbers of a seed");
  if (first?.kind !== "integer" || bound?.kind !== "integer") {
    throw new CannotConvert("the bounds of States.MathRandom are only known when the state runs");
  }
  return expression(`$floor($random() * (${operand(bound)} - ${operand(first)})) + ${operand(first)}`, "integer", true);
}

/** Every character parts by itself, and empty pieces are dropped. */
function split(value: Expression | undefined, _delimiters: Expression | undefined, call: IntrinsicCall): Expression {
  const { value: delimiters } = literalAt(call, 1);
  if (typeof delimiters !== "string" || delimiters === "" || /[^\x20-\x7e]/.test(delimiters)) {
    throw new CannotConvert("these delimiters cannot be written as a JSONata pattern");
  }
  const characters = [...new Set(delimiters)].map((one) => (/[\w ,;:]/.test(one) ? one : `\\${one}`)).join("");
  const piece = freshName("piece", text(value));
  const pieces = `$split(${text(value)}, /[${characters}]/)`;
  return expression(`[$filter(${pieces}, function(${piece}) { ${piece} != '' })]`, "array");
}

const PIECE = /\\(['{}\\])|\{\}/g;

/** Joins with `&`. Objects and arrays, which AWS prints as Java does, are printed as JSON. */
function format(given: readonly Expression[], call: IntrinsicCall): Expression {
  const template = literalAt(call, 0);
  if (typeof template.value !== "string") throw new CannotConvert("the template of States.Format is no text");
  const raw = template.raw ?? template.value;
  const parts: string[] = [];
  let constant = "";
  let taken = 1;
  let copiedTo = 0;
  for (const piece of raw.matchAll(PIECE)) {
    constant += raw.slice(copiedTo, piece.index);
    copiedTo = piece.index + piece[0].length;
    if (piece[1] !== undefined) {
      constant += piece[1];
      continue;
    }
    const value = given[taken++];
    if (value === undefined) throw new CannotConvert("States.Format has more {} than values");
    if (constant !== "") parts.push(quoted(constant));
    constant = "";
    parts.push(operand(value));
  }
  if (taken < given.length) throw new CannotConvert("States.Format has more values than {}");
  constant += raw.slice(copiedTo);
  if (constant !== "" || parts.length === 0) parts.push(quoted(constant));
  if (parts.length > 1) return expression(parts.join(" & "), "string", true);
  return expression(given.length > 1 ? `$string(${parts[0]})` : (parts[0] as string), "string");
}
