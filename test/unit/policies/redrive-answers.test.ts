/** Which redrive policies AWS takes: each kind with the shapes and values that people and tools write. */
import { type JsonValue, type RedriveKind, type RedriveSurroundings, redriveRejection } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const arnOf = (name: string): string => `arn:aws:sqs:us-east-1:123456789012:${name}`;
const SOURCE = arnOf("orders");
const FAILED = arnOf("failed");
const AROUND: RedriveSurroundings = {
  queue: { arn: SOURCE, fifo: false },
  queues: [{ arn: FAILED, fifo: false }],
};

function isTaken(policy: JsonValue, kind: RedriveKind, around: RedriveSurroundings): boolean {
  const text = typeof policy === "string" ? policy : JSON.stringify(policy);
  return redriveRejection(text, kind, around) === undefined;
}

describe("maxReceiveCount", () => {
  test.each(["1", "1000", '"42"', '{"Ref": "Receives"}'])("%s is taken", (count) => {
    const policy = `{"deadLetterTargetArn": "${FAILED}", "maxReceiveCount": ${count}}`;
    expect(isTaken(policy, "RedrivePolicy", AROUND)).toBe(true);
  });

  test.each([
    ...["0", "-1", "1001", "3.5", "99999999999999999999", "null", "true", "[3]", "{}"],
    ...['""', '"0"', '"1001"', '"five"', '"3.5"', '"1e2"', '"0x10"', '" 5"'],
  ])("%s is refused", (count) => {
    const policy = `{"deadLetterTargetArn": "${FAILED}", "maxReceiveCount": ${count}}`;
    expect(isTaken(policy, "RedrivePolicy", AROUND)).toBe(false);
  });
});

describe("a dead-letter queue", () => {
  const notArns = ["", "failed", arnOf(""), "arn:aws:sns:us-east-1:123456789012:failed", 5, null, [FAILED], {}];

  test.each(notArns)("is not %j", (target) => {
    expect(isTaken({ deadLetterTargetArn: target, maxReceiveCount: 3 }, "RedrivePolicy", AROUND)).toBe(false);
    expect(isTaken({ deadLetterTargetArn: target }, "SubscriptionRedrivePolicy", {})).toBe(false);
  });

  test.each([FAILED, { "Fn::GetAtt": ["Failed", "Arn"] }, "${FailedArn}"])("is %j", (target) => {
    expect(isTaken({ deadLetterTargetArn: target, maxReceiveCount: 3 }, "RedrivePolicy", AROUND)).toBe(true);
    expect(isTaken({ deadLetterTargetArn: target }, "SubscriptionRedrivePolicy", {})).toBe(true);
  });

  test.each([
    [{ redrivePermission: "allowAll" }, true],
    [{ redrivePermission: "denyAll" }, false],
    [{ redrivePermission: "byQueue", sourceQueueArns: [SOURCE] }, true],
    [{ redrivePermission: "byQueue", sourceQueueArns: [FAILED] }, false],
  ])("with the RedriveAllowPolicy %j: %j", (redriveAllowPolicy, taken) => {
    const around = { ...AROUND, queues: [{ arn: FAILED, fifo: false, redriveAllowPolicy }] };
    expect(isTaken({ deadLetterTargetArn: FAILED, maxReceiveCount: 3 }, "RedrivePolicy", around)).toBe(taken);
  });
});

describe("RedriveAllowPolicy", () => {
  const queues = (count: number): string[] => Array.from({ length: count }, (_, index) => arnOf(`orders-${index}`));

  test.each<[JsonValue, boolean]>([
    [{ redrivePermission: "allowAll" }, true],
    [{ redrivePermission: "denyAll" }, true],
    [{ redrivePermission: "byQueue", sourceQueueArns: queues(1) }, true],
    [{ redrivePermission: "byQueue", sourceQueueArns: queues(10) }, true],
    [{ redrivePermission: "byQueue", sourceQueueArns: [{ "Fn::GetAtt": ["Orders", "Arn"] }] }, true],
    [{ redrivePermission: { Ref: "Permission" } }, true],
    [{ redrivePermission: "byQueue", sourceQueueArns: queues(11) }, false],
    [{ redrivePermission: "byQueue", sourceQueueArns: [] }, false],
    [{ redrivePermission: "byQueue", sourceQueueArns: SOURCE }, false],
    [{ redrivePermission: "byQueue", sourceQueueArns: ["orders"] }, false],
    [{ redrivePermission: "byQueue", sourceQueueArns: [[SOURCE]] }, false],
    [{ redrivePermission: "byQueue", sourceQueueArns: null }, false],
    [{ redrivePermission: "byQueue" }, false],
    [{ redrivePermission: "allowAll", sourceQueueArns: queues(1) }, false],
    [{ redrivePermission: "denyAll", sourceQueueArns: queues(1) }, false],
    [{ redrivePermission: "AllowAll" }, false],
    [{ redrivePermission: {} }, false],
    [{ redrivePermission: ["byQueue"] }, false],
    [{ redrivePermission: null }, false],
    [{ sourceQueueArns: queues(1) }, false],
    [{}, false],
    [[], false],
  ])("%j: %j", (policy, taken) => {
    expect(isTaken(policy, "RedriveAllowPolicy", {})).toBe(taken);
  });
});
