/** JSONPath as AWS means it: a row is a path and what it gives for the document below. */
import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../../engine/src/json.ts";
import { isPathMistake, parsePath } from "../../../engine/src/paths/parse.ts";
import type { CompiledPath } from "../../../engine/src/paths/types.ts";
import { scopeOf } from "./scope-of.ts";

const STORE: JsonValue = {
  book: [
    { title: "Sayings", price: 8.95, tags: ["old", "short"], isbn: null },
    { title: "Sword", price: 12.99, tags: [] },
    { title: "Moby Dick", price: 8.99, tags: ["sea"], isbn: "0-553" },
  ],
  bicycle: { color: "red", price: 19.95 },
  "with space": { "a.b": 1 },
  empty: [],
  nothing: null,
};

function compile(text: string): CompiledPath {
  const path = parsePath(text);
  if (isPathMistake(path)) throw new Error(`${text}: ${path.message} at ${path.index}`);
  return path;
}

const VALUES: readonly (readonly [path: string, value: JsonValue])[] = [
  // definite
  ["$.bicycle.color", "red"],
  ["$['bicycle']['color']", "red"],
  ['$["bicycle"].color', "red"],
  ["$['with space']['a.b']", 1],
  ["$.book[0].title", "Sayings"],
  ["$.book[-1].title", "Moby Dick"],
  ["$.nothing", null],
  ["$.book[0].isbn", null],
  ["$.book.length()", 3],
  ["$.bicycle.keys()", ["color", "price"]],
  ["$.bicycle['color', 'price', 'absent']", { color: "red", price: 19.95 }],
  ["$.book[0].tags.concat('x')", "oldshortx"],
  ["$.book[0].tags.append('new')", ["old", "short", "new"]],
  // indefinite: always a list
  ["$.book[*].title", ["Sayings", "Sword", "Moby Dick"]],
  ["$.book[*].isbn", [null, "0-553"]],
  ["$.book[*].absent", []],
  ["$.bicycle.*", ["red", 19.95]],
  ["$..price", [8.95, 12.99, 8.99, 19.95]],
  ["$..book[0].title", ["Sayings"]],
  ["$..absent", []],
  ["$.book[0,2].title", ["Sayings", "Moby Dick"]],
  ["$.book[0, 9].title", ["Sayings"]],
  ["$.book[:2].price", [8.95, 12.99]],
  ["$.book[1:].price", [12.99, 8.99]],
  ["$.book[-1:].price", [8.99]],
  ["$.book[0:1].price", [8.95]],
  ["$.book[1:-1].price", []],
  ["$.empty[*]", []],
  ["$.book[*]['title', 'price'].absent", []],
  // filters
  ["$.book[?(@.price < 9)].title", ["Sayings", "Moby Dick"]],
  ["$.book[?(@.price<9 && @.isbn)].title", ["Sayings", "Moby Dick"]],
  ["$.book[?(@.isbn == null)].title", ["Sayings"]],
  ["$.book[?(@.price == 12.99 || @.title == 'Sayings')].title", ["Sayings", "Sword"]],
  ["$.book[?(!(@.price < 9))].title", ["Sword"]],
  ["$.book[?(!@.isbn)].title", ["Sword"]],
  ["$.book[?(@.title =~ /s.*/i)].title", ["Sayings", "Sword"]],
  ["$.book[?(@.title =~ /ay/)].title", []],
  ["$.book[?(@.title in ['Sword', 'Moby Dick'])].price", [12.99, 8.99]],
  ["$.book[?(@.title nin ['Sword', 'Moby Dick'])].price", [8.95]],
  ["$.book[?(@.tags contains 'sea')].title", ["Moby Dick"]],
  ["$.book[?(@.tags size 2)].title", ["Sayings"]],
  ["$.book[?(@.tags empty true)].title", ["Sword"]],
  ["$.book[?(@.tags subsetof ['sea', 'sky'])].title", ["Sword", "Moby Dick"]],
  ["$.book[?(@.tags anyof ['old', 'sea'])].title", ["Sayings", "Moby Dick"]],
  ["$.book[?(@.tags.length() > 0)].title", ["Sayings", "Moby Dick"]],
  ["$.book[?(@.price < $.bicycle.price)].title", ["Sayings", "Sword", "Moby Dick"]],
  ["$.book[?(@.price == '12.99')].title", ["Sword"]],
  ["$.book[?(@.price === '12.99')].title", []],
  ["$.book[?(@['price'] >= 12.99)].title", ["Sword"]],
  ["$.book[?(@.title == Sword)].price", [12.99]],
  ["$.book[?(@.isbn==null || @.title==Sword)].price", [8.95, 12.99]],
  ["$.book[?(@.absent != 1)].title", ["Sayings", "Sword", "Moby Dick"]],
  ["$..[?(@.price > 12)].price", [12.99, 19.95]],
  ["$.bicycle[?(@.price > 12)].color", ["red"]],
  // a filter's matches are a list each of whose members is asked for the index
  ["$.book[?(@.price < 9)][0]", []],
  ["$..price.max()", 19.95],
  ["$.book[*].tags.length()", [2, 0, 1]],
];

const FAILURES: readonly (readonly [path: string, failure: string, cause: string])[] = [
  ["$.absent", "not-found", "No results for path: $['absent']"],
  ["$.absent.deeper", "not-found", "Missing property in path $['absent']"],
  ["$.absent[*]", "not-found", "Missing property in path $['absent']"],
  ["$.book[9].title", "not-found", "No results for path: $['book'][9]['title']"],
  ["$.nothing[0]", "not-found", "The path $['nothing'] is null"],
  ["$.bicycle[0]", "error", "Filter: [0] can only be applied to arrays. Current context is: {color=red, price=19.95}"],
  ["$.empty.max()", "not-found", "No results for path: $['empty'].max()"],
  [
    "$.book.constructor",
    "not-found",
    "Expected to find an object with property ['constructor'] in path $['book'] but found 'array'.",
  ],
  ["$.constructor", "not-found", "No results for path: $['constructor']"],
  ["$.__proto__", "not-found", "No results for path: $['__proto__']"],
];

const MISTAKES: readonly (readonly [path: string, index: number])[] = [
  ["", 0],
  ["a.b", 0],
  ["$.", 2],
  ["$..", 3],
  ["$.a.", 4],
  ["$.a[", 3],
  ["$.a[b]", 3],
  ["$.a['b]", 4],
  ["$.a['b'", 7],
  ["$.a b", 4],
  ["$.a[:]", 4],
  ["$.a[1", 5],
  ["$.a[99999999999]", 4],
  ["$.a.nope()", 4],
  ["$.a.length().b", 3],
  ["$.a[?@.b]", 5],
  ["$.a[?(@.b ==)]", 12],
  ["$.a[?(@.b =~ /(/)]", 13],
  ["$.a]", 3],
  ["$ .a", 2],
];

describe("values", () => {
  test.each(VALUES)("%s", (text, value) => {
    expect(compile(text).evaluate(scopeOf(STORE))).toEqual({ value });
  });
});

describe("failures", () => {
  test.each(FAILURES)("%s", (text, failure, cause) => {
    expect(compile(text).evaluate(scopeOf(STORE))).toEqual({ failure, cause });
  });

  test("an index past the end says so", () => {
    expect(compile("$.book[3]").evaluate(scopeOf(STORE))).toMatchObject({ failure: "not-found", pastEnd: true });
  });
});

describe("mistakes", () => {
  test.each(MISTAKES)("%j", (text, index) => {
    expect(parsePath(text)).toMatchObject({ index, message: expect.any(String) });
  });
});

describe("roots", () => {
  const scope = scopeOf({ a: 1 }, { State: { Name: "S" } }, { order: { id: 7 }, flag: false });

  test.each([
    ["$", "input", { a: 1 }],
    ["$$", "context", { State: { Name: "S" } }],
    ["$$.State.Name", "context", "S"],
    ["$$['State'].Name", "context", "S"],
    ["$order.id", "variable", 7],
    ["$order['id']", "variable", 7],
    ["$flag", "variable", false],
  ] as const)("%s", (text, root, value) => {
    const path = compile(text);
    expect(path.root).toBe(root);
    expect(path.evaluate(scope)).toEqual({ value });
  });

  test("an unknown variable is not found", () => {
    expect(compile("$nobody.x").evaluate(scope)).toMatchObject({ failure: "not-found" });
  });
});

test.each([
  ["$", true, true],
  ["$.a.b[0]", true, true],
  ["$.a[-1]", true, true],
  ["$.a['b', 'c']", true, false],
  ["$.a['b', 'c'].d", false, false],
  ["$.a[*]", false, false],
  ["$.a[0:1]", false, false],
  ["$.a[0,1]", false, false],
  ["$..a", false, false],
  ["$.a[?(@.b)]", false, false],
  ["$.a.length()", true, false],
])("%s is definite: %s, a reference path: %s", (text, definite, reference) => {
  expect(compile(text)).toMatchObject({ definite, reference });
});

test("the same text is parsed once", () => {
  expect(parsePath("$.once.and.for.all")).toBe(parsePath("$.once.and.for.all"));
});

test("segments know their places", () => {
  const text = "$order.items[0]['unit price']";
  const places = compile(text).segments.map(({ start, end }) => text.slice(start, end));
  expect(places).toEqual([".items", "[0]", "['unit price']"]);
});

test("a value nested deeper than the stack fails one path and nothing else", () => {
  let deep: JsonValue = 1;
  for (let level = 0; level < 50_000; level++) deep = [deep];
  expect(compile("$..x").evaluate(scopeOf(deep))).toMatchObject({ failure: "error" });
});
