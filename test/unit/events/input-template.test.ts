import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../../engine/src/json.ts";
import { inputTemplateOf } from "../../../engine/src/services/input-template.ts";

const VALUES: Readonly<Record<string, JsonValue | undefined>> = {
  name: "Ada",
  said: 'the "one" \\ only',
  count: 3,
  on: true,
  nothing: null,
  list: ["a", "b"],
  object: { a: "b", c: [1] },
  missing: undefined,
};

function filled(template: string): string | undefined {
  return inputTemplateOf(template, (name) => Object.hasOwn(VALUES, name)).fill((name) => VALUES[name]);
}

describe("an input template", () => {
  it.each([
    // JSON
    ['{"n": <name>}', '{"n": "Ada"}'],
    ['{"n": "<name>"}', '{"n": "Ada"}'],
    ['{"n": "Dear <name>!"}', '{"n": "Dear Ada!"}'],
    ['{"s": <said>, "t": "<said>"}', '{"s": "the \\"one\\" \\\\ only", "t": "the \\"one\\" \\\\ only"}'],
    ['{"c": <count>, "o": <on>, "z": <nothing>}', '{"c": 3, "o": true, "z": null}'],
    ['{"c": "<count>", "o": "<on>"}', '{"c": "3", "o": "true"}'],
    ['{"l": <list>, "x": <object>}', '{"l": ["a","b"], "x": {"a":"b","c":[1]}}'],
    ['{"m": <missing>, "i": "a<missing>b"}', '{"m": "", "i": "ab"}'],
    ['{"q": "\\"<name>\\""}', '{"q": "\\"Ada\\""}'],
    ['{"b": "<b>bold</b> <name>"}', '{"b": "<b>bold</b> Ada"}'],
    ["<object>", '{"a":"b","c":[1]}'],
    ["<name>", '"Ada"'],
    ["[<count>, <count>]", "[3, 3]"],
    // what is no JSON is not delivered
    ['{"l": "<list>"}', undefined],
    ['{"x": "users/<object>"}', undefined],
    ["Hello <name>", undefined],
    ['{"n": <name>', undefined],
    // one text: the quotes stay, those of values go
    ['"Hello <name>"', '"Hello Ada"'],
    ['"<list> and <object>"', '"[a,b] and {a:b,c:[1]}"'],
    ['"<count> <on> <nothing> <missing>."', '"3 true null ."'],
    ['"{[/ <name>"', '"{[/ Ada"'],
    ['"one <name>"\n"two <count>"', '"one Ada"\n"two 3"'],
  ])("%s", (template, wanted) => {
    expect(filled(template)).toBe(wanted);
  });
});
