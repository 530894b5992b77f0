/** Rule: constants that are larger than a payload or a variable may be. */
import { MAX_PAYLOAD_BYTES } from "../../limits.ts";
import { valueNode } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { assignmentsOf } from "../expressions.ts";
import { guide, type StateRule } from "./rule.ts";

const FIELDS = ["Result", "Output", "Parameters", "Arguments", "ItemSelector"];
const LONG = "x".repeat(MAX_PAYLOAD_BYTES);

export const staticSize: StateRule = {
  id: "static-size",
  about: "state",
  severity: "warning",
  summary: "A constant that is larger than what a state may hand on or assign.",
  reason:
    `Input, output and each variable have at most ${MAX_PAYLOAD_BYTES} bytes (256 KiB) of JSON: the state would fail ` +
    "with States.DataLimitExceeded. Put the data into Amazon S3 and hand on where it is.",
  bad: [`{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": «"${LONG}"», "End": true}}}`],
  good: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "x", "Assign": {"y": 1}, "End": true}}}'],
  docs: guide("service-quotas.html"),
  check(state, context) {
    // States are small: most need no second look.
    if (state.node.end - state.node.start <= MAX_PAYLOAD_BYTES) return;
    for (const field of FIELDS) report(valueNode(state.node, field));
    for (const assign of assignmentsOf(state)) for (const { value } of assign.properties) report(value);

    function report(node: Node | undefined): void {
      const size = node === undefined ? 0 : sizeOf(node);
      if (node === undefined || size <= MAX_PAYLOAD_BYTES) return;
      context.report({ node, message: `This alone has more than ${MAX_PAYLOAD_BYTES} bytes, which is AWS's limit.` });
    }
  },
};

/** No more bytes than its JSON has: characters of texts and keys, without white space between them. */
function sizeOf(node: Node): number {
  if (node.kind === "array") return node.items.reduce((sum, item) => sum + sizeOf(item) + 1, 1);
  if (node.kind === "object") {
    return node.properties.reduce((sum, { key, value }) => sum + key.value.length + 4 + sizeOf(value), 1);
  }
  // An expression gives something else than its own text.
  if (node.kind === "string") return node.value.startsWith("{%") ? 0 : node.value.length + 2;
  return 1;
}
