/** An edited tree is the tree of the edited text, and what was not touched is still the same node. */
import { editText, type Node, nodeAtPointer, parseText } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";

const TEXT = JSON.stringify(
  { StartAt: "A", States: { A: { Type: "Pass", Result: [1, { x: "y" }], Next: "B" }, B: { Type: "Succeed" } } },
  null,
  2,
);

/** The tree as plain data, without the links to parents; those are checked on the way. */
function plain(node: Node): unknown {
  const { parent: _, ...rest } = node;
  if (node.kind === "array") {
    for (const item of node.items) expect(item.parent).toBe(node);
    return { ...rest, items: node.items.map(plain) };
  }
  if (node.kind !== "object") return rest;
  const properties = node.properties.map((property) => {
    expect(property.parent).toBe(node);
    expect(property.key.parent).toBe(property);
    expect(property.value.parent).toBe(property);
    return [property.start, property.end, plain(property.key), plain(property.value)];
  });
  return { ...rest, properties };
}

test("states that were not edited keep their node", () => {
  const parsed = parseText(TEXT, "json");
  const [a, b] = ["/States/A", "/States/B"].map((pointer) => nodeAtPointer(parsed.root, pointer));
  const start = TEXT.indexOf('"y"') + 1;
  const edited = editText(parsed, { start, end: start + 1, newText: "longer" });
  expect(nodeAtPointer(edited.root, "/States/B")).toBe(b);
  expect(nodeAtPointer(edited.root, "/States/A")).not.toBe(a);
  expect(edited.text.slice(b?.start, b?.end)).toBe('{\n      "Type": "Succeed"\n    }');
});

test("any edits give the tree of the new text", () => {
  const newText = fc.constantFrom("", "x", '"', "{", "}", ",", " ", '"k": 1,', "[1, 2]", "\\", "${V}");
  const edit = fc.record({ at: fc.nat(TEXT.length), length: fc.nat(6), newText });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
      let parsed = parseText(TEXT, "json");
      for (const { at, length, newText: inserted } of edits) {
        const start = Math.min(at, parsed.text.length);
        const end = Math.min(start + length, parsed.text.length);
        parsed = editText(parsed, { start, end, newText: inserted });
      }
      const fresh = parseText(parsed.text, "json");
      expect(parsed.problems).toEqual(fresh.problems);
      expect(plain(parsed.root)).toEqual(plain(fresh.root));
    }),
    { numRuns: 1_000 },
  );
});
