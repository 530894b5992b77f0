/** Values that a field does not take: of a wrong type, out of range, not in the list. */
import type { Fix, Problem } from "../problem.ts";
import type { Node } from "../text/tree.ts";
import { changeFix, replaceFix } from "./fixes.ts";
import type { ValidationError } from "./generated/validators.js";
import { article, expectation, listOf } from "./names.ts";
import { shapeProblem, type ValuePlace } from "./shape-finding.ts";
import { closest } from "./suggest.ts";

export function valueProblem(place: ValuePlace, error: ValidationError): Problem {
  const { node, field, fieldName } = place;
  const { rule, message, fixes, aws } = describe(place, error);
  return shapeProblem({
    rule,
    at: node.kind === "object" || node.kind === "array" ? opening(node) : node,
    message,
    docs: field.link,
    fixes: fixes ?? [],
    awsAt: node,
    ...(aws === undefined ? {} : { aws: aws(fieldName) }),
  });
}

interface Description {
  readonly rule: string;
  readonly message: string;
  readonly fixes?: readonly (Fix | undefined)[];
  readonly aws?: (field: string) => string;
}

function describe(place: ValuePlace, error: ValidationError): Description {
  switch (error.keyword) {
    case "enum":
    case "const":
    case "discriminator":
      return place.node.kind === "string" ? notInList(place) : wrongType(place);
    case "minimum":
    case "maximum":
      return outOfRange(place);
    case "minItems":
      return {
        rule: "bad-value",
        message: `\`${place.fieldName}\` must not be empty.`,
        aws: () => "Value cannot be empty",
      };
    case "maxItems":
      return {
        rule: "out-of-range",
        message: `\`${place.fieldName}\` may have at most ${error.params.limit} items.`,
      };
    case "maxLength":
      return {
        rule: "bad-value",
        message: `\`${place.fieldName}\` may have at most ${error.params.limit} characters.`,
      };
    case "format":
      return {
        rule: "bad-value",
        message: `\`${place.fieldName}\` must be an RFC 3339 timestamp with a capital \`T\` and an offset or \`Z\`, as in 2030-01-31T08:00:00Z.`,
        aws: () => "String does not match RFC3339 timestamp",
      };
    default:
      return wrongType(place);
  }
}

function notInList({ node, field, fieldName }: ValuePlace): Description {
  const values = (field.enum ?? []).map(({ value }) => value);
  const meant = node.kind === "string" ? closest(node.value, values) : undefined;
  const hint = meant === undefined ? "" : ` Did you mean \`${meant}\`?`;
  return {
    rule: "bad-value",
    message: `\`${fieldName}\` must be ${listOf(values, "or")}.${hint}`,
    fixes: [meant === undefined || node.kind !== "string" ? undefined : changeFix(node, meant)],
    aws: (name) => `The field '${name}' should have one of these values: [${values.join(", ")}]`,
  };
}

function outOfRange(place: ValuePlace): Description {
  const value = place.node.kind === "number" ? `; this is ${place.node.value}` : "";
  return { rule: "out-of-range", message: `\`${place.fieldName}\` must be ${expected(place)}${value}.` };
}

function wrongType(place: ValuePlace): Description {
  const { node, field, fieldName, owner, inside } = place;
  if (isExpression(node) && (field.holds ?? []).includes("jsonata") && owner.queryLanguage === "JSONPath") {
    return {
      rule: "wrong-query-language",
      message: `JSONata expressions need \`"QueryLanguage": "JSONata"\`; here \`${fieldName}\` must be ${expected(place)}.`,
    };
  }
  if (inside)
    return { rule: "wrong-type", message: `${itemName(place)} must be ${itemExpected(place)}${found(place)}.` };
  return {
    rule: "wrong-type",
    message: `\`${fieldName}\` must be ${expected(place)}${found(place)}.`,
    fixes: [quoteFix(place)],
  };
}

function expected({ field, owner }: ValuePlace): string {
  return field.enum === undefined
    ? expectation(field, owner.queryLanguage)
    : listOf(
        field.enum.map(({ value }) => value),
        "or",
      );
}

function itemName({ node, fieldName, field }: ValuePlace): string {
  const { parent } = node;
  if (field.members === undefined || parent?.kind !== "property") return `Each item of \`${fieldName}\``;
  return field.members === "state" ? `State \`${parent.key.value}\`` : `\`${parent.key.value}\``;
}

function itemExpected({ field }: ValuePlace): string {
  if (field.members !== undefined || field.items === "branch") return "an object";
  return article(field.type.replace(/^array of /, "").replace(/s$/, ""));
}

function found({ node, field }: ValuePlace): string {
  const names = { object: "an object", array: "an array", null: "null" } as const;
  if (node.kind in names) return `, not ${names[node.kind as keyof typeof names]}`;
  if (node.kind === "number" && /\binteger\b/.test(field.type)) return `; this is ${node.value}`;
  return node.kind === "string" || node.kind === "number" || node.kind === "boolean" ? `, not a ${node.kind}` : "";
}

/** Takes quotes away from a number or boolean, or puts them around one. */
function quoteFix({ node, field }: ValuePlace): Fix | undefined {
  if (node.kind === "string" && node.end - node.start !== node.value.length) {
    const wantsNumber = /\b(integer|number)\b/.test(field.type) && /^-?\d+(\.\d+)?$/.test(node.value);
    const wantsBoolean = /\bboolean\b/.test(field.type) && /^(true|false)$/.test(node.value);
    return wantsNumber || wantsBoolean ? replaceFix("Remove the quotes", node, node.value) : undefined;
  }
  const scalar = node.kind === "number" || node.kind === "boolean";
  return scalar && /\bstring\b/.test(field.type) ? replaceFix("Put it in quotes", node, `"${node.value}"`) : undefined;
}

function isExpression(node: Node): boolean {
  return node.kind === "string" && node.value.startsWith("{%");
}

function opening(node: Node): { readonly start: number; readonly end: number } {
  return node.end - node.start <= 2 ? node : { start: node.start, end: node.start + 1 };
}
