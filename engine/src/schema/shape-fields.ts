/** Fields that an object must not have: unknown ones, those of another query language, of another state type, of another Map mode. */
import type { Problem } from "../problem.ts";
import type { Property } from "../text/tree.ts";
import { removeFix, renameFix } from "./fixes.ts";
import { OBJECTS } from "./generated/tables.ts";
import { fieldOf, isState } from "./locate.ts";
import { article, listOf, subject } from "./names.ts";
import { type ObjectPlace, shapeProblem } from "./shape-finding.ts";
import { closest } from "./suggest.ts";

/** Fields that do the same in the other query language. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  Parameters: "Arguments",
  Arguments: "Parameters",
  ItemsPath: "Items",
  Items: "ItemsPath",
};

/** How to say the same in the other query language, where no field has the same meaning. */
const ADVICE: Readonly<Record<string, string>> = {
  InputPath: "Select from `$states.input` in an expression instead.",
  OutputPath: "Say in `Output` what the state gives.",
  ResultPath: "Say in `Output` what the state gives, from `$states.input` and `$states.result`.",
  ResultSelector: "Say in `Output` what the state gives, from `$states.result`.",
  Output: "In JSONPath, ResultSelector, ResultPath and OutputPath shape the output.",
  Variable: "Write the whole comparison as a JSONata expression in `Condition`.",
  Condition: "In JSONPath, a rule has `Variable` and a comparison operator.",
};

export function misplacedField(place: ObjectPlace, property: Property): Problem {
  const name = property.key.value;
  const other = fieldOf(place.kind, name);
  if (other !== undefined) return wrongLanguage(place, property);
  const types = isState(place.kind) ? stateTypesWith(name) : [];
  return types.length > 0 ? wrongType(place, property, types) : unknownField(place, property);
}

/** The known field that somebody most likely meant: allowed here and not there yet. */
export function meantField(place: ObjectPlace, name: string): string | undefined {
  const present = new Set(place.node.properties.map(({ key }) => key.value));
  return closest(
    name,
    fieldNames(place).filter((field) => !present.has(field)),
  );
}

export function fieldNames({ entry, queryLanguage }: ObjectPlace): string[] {
  const fields = Object.entries(entry.fields);
  return fields.filter(([, field]) => (field.queryLanguage ?? queryLanguage) === queryLanguage).map(([name]) => name);
}

function unknownField(place: ObjectPlace, property: Property): Problem {
  const name = property.key.value;
  const meant = meantField(place, name);
  const hint = meant === undefined ? knownFields(place) : ` Did you mean \`${meant}\`?`;
  return shapeProblem({
    rule: "unknown-field",
    at: property.key,
    message: `${subject(place.node, place.entry.title)} has no field \`${name}\`.${hint}`,
    docs: place.entry.link,
    fixes: [meant === undefined ? undefined : renameFix(property.key, meant), removeFix(property)],
    awsAt: place.node,
    aws: `Field '${name}' is not supported`,
  });
}

function knownFields(place: ObjectPlace): string {
  const names = fieldNames(place);
  if (place.kind.endsWith("choice-rule") && place.queryLanguage === "JSONPath") {
    return " No comparison operator is called that.";
  }
  return names.length > 8 ? " Remove it, or put it where it belongs." : ` It may have ${listOf(names, "and")}.`;
}

function wrongLanguage(place: ObjectPlace, property: Property): Problem {
  const name = property.key.value;
  const field = fieldOf(place.kind, name);
  const needed = field?.queryLanguage ?? "JSONata";
  const counterpart = COUNTERPARTS[name];
  const use =
    counterpart !== undefined && fieldOf(place.kind, counterpart) !== undefined
      ? `Use \`${counterpart}\` instead.`
      : (ADVICE[field?.operand === undefined ? name : "Variable"] ?? "");
  return shapeProblem({
    rule: "wrong-query-language",
    at: property.key,
    message: `\`${name}\` is only for ${needed}, and the query language here is ${place.queryLanguage}. ${use}`.trim(),
    docs: field?.link ?? place.entry.link,
    fixes: [removeFix(property)],
    awsAt: place.node,
    aws: `The QueryLanguage is set to '${place.queryLanguage}', but field '${name}' is only supported for the '${needed}' QueryLanguage`,
  });
}

function wrongType(place: ObjectPlace, property: Property, types: readonly string[]): Problem {
  const name = property.key.value;
  return shapeProblem({
    rule: "wrong-field-for-type",
    at: property.key,
    message: `\`${name}\` is only for ${listOf(types, "and")} states; this is ${article(place.entry.title)}.`,
    docs: place.entry.link,
    fixes: [removeFix(property)],
    awsAt: place.node,
    aws: `Field '${name}' is not supported`,
  });
}

export function distributedOnly(place: ObjectPlace, property: Property): Problem {
  const name = property.key.value;
  return shapeProblem({
    rule: "distributed-only",
    at: property.key,
    message: `\`${name}\` is only for a Distributed Map, whose ProcessorConfig has \`"Mode": "DISTRIBUTED"\`; this one is INLINE.`,
    docs: fieldOf(place.kind, name)?.link ?? place.entry.link,
    fixes: [removeFix(property)],
    awsAt: place.node,
    aws: `Field '${name}' is not supported`,
  });
}

/** "Task", "Map", ...: the state types that have a field, in either query language. */
function stateTypesWith(name: string): string[] {
  return Object.entries(OBJECTS)
    .filter(([kind, entry]) => kind !== "state" && isState(kind) && Object.hasOwn(entry.fields, name))
    .map(([, entry]) => entry.title.replace(" state", ""));
}
