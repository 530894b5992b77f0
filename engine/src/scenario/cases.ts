/** Cases: executions of the state machine that a scenario is about, each with what it must come to. */
import { isObject } from "../json.ts";
import { valueNode, valueOf } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import type { Reading } from "./reading.ts";
import type { Case } from "./types.ts";

export function readCase(node: Node, index: number, reading: Reading): Case {
  const input = reading.value(node, "input") ?? {};
  const inputFile = typeof input === "string" && input.startsWith("@") ? input.slice(1) : undefined;
  return {
    node,
    name: reading.text(node, "name") ?? `case ${index + 1}`,
    input: inputFile === undefined ? input : {},
    ...(inputFile !== undefined && { inputFile }),
    ...readMocks(node, reading),
    expect: readExpected(valueNode(node, "expect"), reading),
  };
}

/** `order.mocks.json#HappyPath`, or mocks by state. */
function readMocks(node: Node, reading: Reading): Pick<Case, "mocks" | "mockFile"> {
  const mocks = valueNode(node, "mocks");
  if (mocks === undefined) return {};
  if (mocks.kind !== "string") {
    const value = valueOf(mocks);
    return isObject(value) ? { mocks: value } : {};
  }
  const [file = "", testCase] = mocks.value.split("#");
  if (testCase !== undefined) return { mockFile: { file, testCase } };
  reading.wrong(mocks, "scenario-value", "Name the test case behind the file: `order.mocks.json#HappyPath`.");
  return {};
}

function readExpected(node: Node | undefined, reading: Reading): Case["expect"] {
  if (node === undefined) return { status: "SUCCEEDED" };
  const [status, error, cause] = (["status", "error", "cause"] as const).map((name) => reading.text(node, name));
  const output = reading.value(node, "output");
  const path = valueNode(node, "path") === undefined ? undefined : reading.texts(node, "path");
  return {
    ...(status !== undefined && { status }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    ...(output !== undefined && { output }),
    ...(path !== undefined && { path }),
  };
}
