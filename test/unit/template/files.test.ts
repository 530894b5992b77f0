/** A definition in a file of its own and its template know each other. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { definition, documentLinks, filesBeside, hover, openDocument, problemsOf } from "@sluice/engine";
import { expect, test } from "vitest";

const EXAMPLES = path.join(import.meta.dirname, "../../../examples");
const TEMPLATE = readFileSync(path.join(EXAMPLES, "refunds.template.yaml"), "utf8");
const DEFINITION = readFileSync(path.join(EXAMPLES, "refunds.asl.json"), "utf8");

const template = (text = TEMPLATE) => openDocument("template", text, "yaml");
const asl = openDocument("asl", DEFINITION, "json");

/** What lies around a template in file:///shop. */
const withFile = (text = DEFINITION) => ({
  files: { "definition refunds.asl.json": { uri: "file:///shop/refunds.asl.json", text } },
});

test("the template names its file, and leads there", () => {
  expect(filesBeside(template(), "file:///shop/template.yaml")).toEqual({
    "definition refunds.asl.json": "file:///shop/refunds.asl.json",
    messages: "file:///shop/template.messages.json",
  });
  const [place] = definition(template(), TEMPLATE.indexOf("refunds.asl.json") + 3, withFile());
  expect(place?.uri).toBe("file:///shop/refunds.asl.json");
  expect(documentLinks(template(), withFile()).map(({ target }) => target)).toEqual(["file:///shop/refunds.asl.json"]);
});

test("a substitution leads into the file", () => {
  const [place] = definition(template(), TEMPLATE.indexOf("PayFunctionArn:") + 3, withFile());
  expect(place?.uri).toBe("file:///shop/refunds.asl.json");
  expect(DEFINITION.slice(place?.nameStart, place?.nameEnd)).toBe("PayFunctionArn");
});

test("the template knows the file's placeholders", () => {
  expect(problemsOf(template(), withFile())).toEqual([]);
  const changed = DEFINITION.replace("${PayFunctionArn}", "${PayArn}");
  const found = problemsOf(template(), withFile(changed)).map(({ rule, message, start, end }) => {
    return [rule, TEMPLATE.slice(start, end), message];
  });
  expect(found).toEqual([
    [
      "substitution-names-nothing",
      "refunds.asl.json",
      "refunds.asl.json has ${PayArn}, which DefinitionSubstitutions do not replace.",
    ],
    [
      "substitution-names-nothing",
      "PayFunctionArn",
      "refunds.asl.json has no ${PayFunctionArn}: this substitution does nothing.",
    ],
  ]);
});

test("the file knows its template", () => {
  const uri = "file:///shop/machines/refunds.asl.json";
  const around = filesBeside(asl, uri);
  const name = "template.yaml of machines/refunds.asl.json";
  expect(around[name]).toBe("file:///shop/template.yaml");
  const text = TEMPLATE.replace("DefinitionUri: ", "DefinitionUri: ./machines/");
  const files = { [name]: { uri: "file:///shop/template.yaml", text } };
  const offset = DEFINITION.indexOf("${CheckFunctionArn}") + 4;
  expect(hover(asl, offset, { files })?.markdown).toBe(
    "**CheckFunctionArn** is `!GetAtt Check.Arn`\n\nPut in by Refunds in template.yaml.",
  );
  const [place] = definition(asl, offset, { files });
  expect(text.slice(place?.nameStart, place?.nameEnd)).toBe("CheckFunctionArn");
  expect(hover(asl, offset)?.markdown ?? "").not.toContain("template.yaml");
});
