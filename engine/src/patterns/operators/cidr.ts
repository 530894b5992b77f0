/** `cidr`: an IP address in a range. */
import { replaceFix } from "../../schema/fixes.ts";
import type { Node } from "../../text/tree.ts";
import { isFinal } from "../filled-in.ts";
import { isInRange, readCidr } from "../ip.ts";
import type { Test } from "../types.ts";
import {
  ONLY_ONE_KEY,
  type OperatorReader,
  type ReadOperator,
  readString,
  refuseMore,
  unknownTest,
} from "./operator.ts";

export const readCidrOperator: ReadOperator = (operand, reader) => {
  // AWS names the wrong operator here.
  const text = readString(operand, reader, "prefix match pattern must be a string");
  if (text === undefined) return undefined;
  const { value } = operand.property;
  if (value.kind === "string" && !isFinal(value)) return unknownTest("cidr");
  const test = rangeTest(value, text, reader);
  return test === undefined || refuseMore(operand.expression, reader, ONLY_ONE_KEY) ? undefined : test;
};

function rangeTest(node: Node, text: string, reader: OperatorReader): Test | undefined {
  const range = readCidr(text);
  if (typeof range === "string") return refuseRange(node, text, range, reader);
  const [address = ""] = text.split("/");
  return {
    operator: "cidr",
    lookup: { by: "scan" },
    passes: (value) => typeof value === "string" && isInRange(value, range),
    asks: `be an IP address in ${text}`,
    nearest: (value) => (typeof value === "string" && isInRange(value, range) ? value : address),
  };
}

function refuseRange(node: Node, text: string, aws: string, reader: OperatorReader): undefined {
  const single = /^IPv[46] mask/.test(aws);
  const [address = ""] = text.split("/");
  return reader.report({
    rule: "pattern-cidr",
    node,
    message: single
      ? `${aws}. For one address write the address itself instead of cidr.`
      : `${JSON.stringify(text)} is no range of IP addresses, such as "10.0.0.0/24" or "2001:db8::/32": ${aws}.`,
    aws,
    fixes:
      aws.startsWith("Malformed CIDR, one") && /^\d+(\.\d+){3}$/.test(address) && !text.includes("/")
        ? [replaceFix("Make it a block of 256 addresses", node, JSON.stringify(`${text}/24`))]
        : [],
  });
}
