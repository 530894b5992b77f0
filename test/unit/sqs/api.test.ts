/** What SQS's API answers: AWS's errors and texts as values, and responses in the shape of the SDKs. */
import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { SqsApi } from "../../../engine/src/services/sqs/api/sqs-api.ts";
import { queueUrlOf, worldOf } from "../../../engine/src/services/sqs/api/world.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import type { Simulation } from "../../../engine/src/sim/simulation.ts";
import { arnOf, system } from "./systems.ts";

let simulation: Simulation;
let api: SqsApi;

beforeEach(() => {
  simulation = system([]);
  api = new SqsApi(worldOf(simulation));
  create("q");
  create("f.fifo", { FifoQueue: "true" });
});

function create(name: string, attributes: JsonObject = {}): JsonObject {
  return call("CreateQueue", { QueueName: name, Attributes: attributes });
}

function call(action: string, request: JsonObject): JsonObject {
  return api.call(action, request) as JsonObject;
}

const to = (name: string, request: JsonObject = {}): JsonObject => ({ QueueUrl: queueUrlOf(name), ...request });

const pass = (seconds: number): Promise<unknown> =>
  runSimulation(simulation, { untilMs: simulation.timeMs + seconds * 1_000 });

const INVALID = "InvalidParameterValue";
const SQS = "AWS.SimpleQueueService";
const attribute = (name: string, value: object): JsonObject => ({ MessageAttributes: { [name]: value as JsonObject } });

describe("errors", () => {
  const entries = (count: number): JsonObject[] =>
    Array.from({ length: count }, (_, index) => ({ Id: `e${index}`, MessageBody: "x" }));
  const rows: readonly [string, string, JsonObject, string, string?][] = [
    ["no such action", "SendMessages", to("q"), "InvalidAction"],
    [
      "no such queue",
      "SendMessage",
      to("none", { MessageBody: "x" }),
      `${SQS}.NonExistentQueue`,
      "The specified queue does not exist.",
    ],
    [
      "no queue named",
      "SendMessage",
      { MessageBody: "x" },
      "MissingParameter",
      "The request must contain the parameter QueueUrl.",
    ],
    [
      "a name with a dot",
      "CreateQueue",
      { QueueName: "a.b" },
      INVALID,
      "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length",
    ],
    ["a long name", "CreateQueue", { QueueName: "a".repeat(81) }, INVALID],
    [
      "a FIFO name that is too long",
      "CreateQueue",
      { QueueName: `${"a".repeat(76)}.fifo`, Attributes: { FifoQueue: "true" } },
      INVALID,
    ],
    [
      "an unknown attribute",
      "CreateQueue",
      { QueueName: "a", Attributes: { Colour: "red" } },
      "InvalidAttributeName",
      "Unknown Attribute Colour.",
    ],
    [
      "an attribute that is no number",
      "SetQueueAttributes",
      to("q", { Attributes: { DelaySeconds: "1.5" } }),
      "InvalidAttributeValue",
    ],
    [
      "scope of a FIFO queue",
      "SetQueueAttributes",
      to("f.fifo", { Attributes: { DeduplicationScope: "group" } }),
      "InvalidAttributeValue",
    ],
    [
      "high throughput without the scope",
      "SetQueueAttributes",
      to("f.fifo", { Attributes: { FifoThroughputLimit: "perMessageGroupId" } }),
      "InvalidAttributeValue",
    ],
    [
      "a dead-letter queue that is none",
      "SetQueueAttributes",
      to("q", { Attributes: { RedrivePolicy: '{"deadLetterTargetArn":"dummy","maxReceiveCount":4}' } }),
      INVALID,
      'Value {"deadLetterTargetArn":"dummy","maxReceiveCount":4} for parameter RedrivePolicy is invalid. Reason: Invalid value for deadLetterTargetArn.',
    ],
    [
      "a dead-letter queue of the other type",
      "SetQueueAttributes",
      to("q", {
        Attributes: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf("f.fifo"), maxReceiveCount: 4 }) },
      }),
      INVALID,
    ],
    ["a body of illegal characters", "SendMessage", to("q", { MessageBody: "\u0001" }), "InvalidMessageContents"],
    ["a lone surrogate", "SendMessage", to("q", { MessageBody: "\ud800" }), "InvalidMessageContents"],
    [
      "a long delay",
      "SendMessage",
      to("q", { MessageBody: "x", DelaySeconds: 901 }),
      INVALID,
      "Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.",
    ],
    [
      "deduplication in a standard queue",
      "SendMessage",
      to("q", { MessageBody: "x", MessageDeduplicationId: "d" }),
      INVALID,
      "Value d for parameter MessageDeduplicationId is invalid. Reason: The request include parameter that is not valid for this queue type.",
    ],
    [
      "no group",
      "SendMessage",
      to("f.fifo", { MessageBody: "x" }),
      "MissingParameter",
      "The request must contain the parameter MessageGroupId.",
    ],
    [
      "no deduplication",
      "SendMessage",
      to("f.fifo", { MessageBody: "x", MessageGroupId: "g" }),
      INVALID,
      "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly",
    ],
    [
      "a long deduplication id",
      "SendMessage",
      to("f.fifo", { MessageBody: "x", MessageGroupId: "g", MessageDeduplicationId: "d".repeat(129) }),
      INVALID,
      `Value ${"d".repeat(129)} for parameter MessageDeduplicationId is invalid. Reason: MessageDeduplicationId can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
    ],
    [
      "an empty attribute",
      "SendMessage",
      to("q", { MessageBody: "x", ...attribute("a", { DataType: "String", StringValue: "" }) }),
      INVALID,
      "Message (user) attribute 'a' must contain a non-empty value of type 'String'.",
    ],
    [
      "a number that is none",
      "SendMessage",
      to("q", { MessageBody: "x", ...attribute("a", { DataType: "Number", StringValue: "many" }) }),
      INVALID,
      "Can't cast the value of message (user) attribute 'a' to a number.",
    ],
    [
      "an unknown type",
      "SendMessage",
      to("q", { MessageBody: "x", ...attribute("a", { DataType: "Text", StringValue: "x" }) }),
      INVALID,
    ],
    [
      "a reserved name",
      "SendMessage",
      to("q", { MessageBody: "x", ...attribute("AWS.a", { DataType: "String", StringValue: "x" }) }),
      INVALID,
    ],
    [
      "an empty batch",
      "SendMessageBatch",
      to("q", { Entries: [] }),
      `${SQS}.EmptyBatchRequest`,
      "There should be at least one SendMessageBatchRequestEntry in the request.",
    ],
    [
      "eleven entries",
      "SendMessageBatch",
      to("q", { Entries: entries(11) }),
      `${SQS}.TooManyEntriesInBatchRequest`,
      "Maximum number of entries per request are 10. You have sent 11.",
    ],
    [
      "an id twice",
      "SendMessageBatch",
      to("q", { Entries: [...entries(1), ...entries(1)] }),
      `${SQS}.BatchEntryIdsNotDistinct`,
      "Id e0 repeated.",
    ],
    [
      "a batch that is too large",
      "SendMessageBatch",
      to("q", { Entries: entries(2).map((entry) => ({ ...entry, MessageBody: "x".repeat(600_000) })) }),
      `${SQS}.BatchRequestTooLong`,
      "Batch requests cannot be longer than 1048576 bytes. You have sent 1200000 bytes.",
    ],
    [
      "a FIFO batch without groups",
      "SendMessageBatch",
      to("f.fifo", { Entries: [{ Id: "a", MessageBody: "x", MessageDeduplicationId: "d" }] }),
      "MissingParameter",
    ],
    [
      "eleven messages",
      "ReceiveMessage",
      to("q", { MaxNumberOfMessages: 11 }),
      INVALID,
      "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.",
    ],
    ["no messages", "ReceiveMessage", to("q", { MaxNumberOfMessages: 0 }), INVALID],
    ["a long visibility timeout", "ReceiveMessage", to("q", { VisibilityTimeout: 43_201 }), INVALID],
    [
      "what is no handle",
      "DeleteMessage",
      to("q", { ReceiptHandle: "x" }),
      "ReceiptHandleIsInvalid",
      'The input receipt handle "x" is not a valid receipt handle.',
    ],
    ["no handle", "ChangeMessageVisibility", to("q", { VisibilityTimeout: 1 }), "MissingParameter"],
    [
      "moves from no dead-letter queue",
      "StartMessageMoveTask",
      { SourceArn: arnOf("q") },
      INVALID,
      "Source queue must be configured as a Dead Letter Queue.",
    ],
    ["moves from nowhere", "StartMessageMoveTask", { SourceArn: arnOf("none") }, "ResourceNotFoundException"],
    ["an unknown task", "CancelMessageMoveTask", { TaskHandle: "x" }, INVALID],
    [
      "an unknown attribute asked for",
      "GetQueueAttributes",
      to("q", { AttributeNames: ["Colour"] }),
      "InvalidAttributeName",
    ],
  ];
  it.each(rows)("%s: %s", (_, action, request, code, message) => {
    const answer = api.call(action, request);
    expect(answer).toMatchObject(message === undefined ? { code } : { code, message });
  });

  it("another queue of the same name", () => {
    expect(create("q")).toEqual({ QueueUrl: queueUrlOf("q") });
    expect(create("q", { DelaySeconds: "3" })).toMatchObject({
      code: "QueueAlreadyExists",
      message: "A queue already exists with the same name and a different value for attribute DelaySeconds",
    });
  });

  it("a queue that was deleted a moment ago", async () => {
    call("DeleteQueue", to("q"));
    expect(create("q")).toMatchObject({ code: `${SQS}.QueueDeletedRecently` });
    await pass(60);
    expect(create("q")).toEqual({ QueueUrl: queueUrlOf("q") });
  });

  it("a FIFO receipt whose time is over", async () => {
    call("SendMessage", to("f.fifo", { MessageBody: "x", MessageGroupId: "g", MessageDeduplicationId: "d" }));
    const [message] = call("ReceiveMessage", to("f.fifo")).Messages as JsonObject[];
    await pass(30);
    const ReceiptHandle = message?.ReceiptHandle ?? "";
    expect(call("DeleteMessage", to("f.fifo", { ReceiptHandle })).message).toBe(
      `Value ${ReceiptHandle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.`,
    );
  });

  it("more than twelve hours of one receive", async () => {
    call("SendMessage", to("q", { MessageBody: "x" }));
    const [message] = call("ReceiveMessage", to("q", { VisibilityTimeout: 43_200 })).Messages as JsonObject[];
    const ReceiptHandle = message?.ReceiptHandle ?? "";
    expect(call("ChangeMessageVisibility", to("q", { ReceiptHandle, VisibilityTimeout: 43_200 }))).toEqual({});
    await pass(10);
    expect(call("ChangeMessageVisibility", to("q", { ReceiptHandle, VisibilityTimeout: 43_195 })).message).toBe(
      "Value 43195 for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for the message is beyond the limit [43200 seconds]",
    );
  });
});

describe("responses", () => {
  it("of a message: ids, digests, attributes that are asked for", async () => {
    const attributes = {
      kind: { DataType: "String", StringValue: "order" },
      "kind.sub": { DataType: "Number", StringValue: "7" },
      blob: { DataType: "Binary", BinaryValue: "AAEC" },
    };
    const sent = call("SendMessage", to("q", { MessageBody: "hello", MessageAttributes: attributes }));
    expect(sent).toEqual({
      MessageId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      MD5OfMessageBody: "5d41402abc4b2a76b9719d911017c592",
      MD5OfMessageAttributes: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    await pass(1.5);
    const received = call("ReceiveMessage", to("q", { AttributeNames: ["All"], MessageAttributeNames: ["kind.*"] }));
    expect(received.Messages).toEqual([
      {
        MessageId: sent.MessageId,
        ReceiptHandle: expect.any(String),
        MD5OfBody: "5d41402abc4b2a76b9719d911017c592",
        Body: "hello",
        Attributes: {
          SenderId: expect.any(String),
          SentTimestamp: "1767225600000",
          ApproximateReceiveCount: "1",
          ApproximateFirstReceiveTimestamp: "1767225601500",
        },
        MD5OfMessageAttributes: expect.any(String),
        MessageAttributes: { kind: attributes.kind, "kind.sub": attributes["kind.sub"] },
      },
    ]);
    expect(call("ReceiveMessage", to("q"))).toEqual({});
  });

  it("digests attributes as AWS says: lengths, names, types, values", () => {
    const length = (text: string): string => `\0\0\0${String.fromCharCode(text.length)}${text}`;
    const wanted = `${length("a")}${length("String")}\u0001${length("x")}${length("b")}${length("Number")}\u0001${length("1")}`;
    const MessageAttributes = {
      b: { DataType: "Number", StringValue: "1" },
      a: { DataType: "String", StringValue: "x" },
    };
    const sent = call("SendMessage", to("q", { MessageBody: "x", MessageAttributes }));
    expect(sent.MD5OfMessageAttributes).toBe(createHash("md5").update(wanted, "latin1").digest("hex"));
  });

  it("of a batch: what went well, and what did not", () => {
    const answer = call(
      "SendMessageBatch",
      to("q", {
        Entries: [
          { Id: "good", MessageBody: "x" },
          { Id: "bad", MessageBody: "\u0001" },
        ],
      }),
    );
    expect(answer).toMatchObject({
      Successful: [{ Id: "good" }],
      Failed: [{ Id: "bad", Code: "InvalidMessageContents", SenderFault: true }],
    });
    const [message] = call("ReceiveMessage", to("q")).Messages as JsonObject[];
    const deleted = call(
      "DeleteMessageBatch",
      to("q", {
        Entries: [
          { Id: "a", ReceiptHandle: message?.ReceiptHandle ?? "" },
          { Id: "b", ReceiptHandle: "x" },
        ],
      }),
    );
    expect(deleted).toMatchObject({ Successful: [{ Id: "a" }], Failed: [{ Id: "b", Code: "ReceiptHandleIsInvalid" }] });
  });

  it("of a queue: attributes, given and default", () => {
    call("SendMessage", to("q", { MessageBody: "x", DelaySeconds: 5 }));
    call(
      "SetQueueAttributes",
      to("q", { Attributes: { VisibilityTimeout: "7", RedriveAllowPolicy: '{"redrivePermission":"denyAll"}' } }),
    );
    expect(call("GetQueueAttributes", to("q", { AttributeNames: ["All"] })).Attributes).toMatchObject({
      QueueArn: arnOf("q"),
      VisibilityTimeout: "7",
      MessageRetentionPeriod: "345600",
      ApproximateNumberOfMessages: "0",
      ApproximateNumberOfMessagesDelayed: "1",
      RedriveAllowPolicy: '{"redrivePermission":"denyAll"}',
    });
    call("SetQueueAttributes", to("q", { Attributes: { RedriveAllowPolicy: "" } }));
    expect(call("GetQueueAttributes", to("q", { AttributeNames: ["RedriveAllowPolicy"] }))).toEqual({});
  });

  it("lists queues, and the sources of dead letters", () => {
    create("q-dead");
    create("q-two", { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf("q-dead"), maxReceiveCount: "3" }) });
    expect(call("ListQueues", { QueueNamePrefix: "q-" }).QueueUrls).toEqual([
      queueUrlOf("q-dead"),
      queueUrlOf("q-two"),
    ]);
    expect(call("ListDeadLetterSourceQueues", to("q-dead")).queueUrls).toEqual([queueUrlOf("q-two")]);
    expect(call("GetQueueUrl", { QueueName: "q" })).toEqual({ QueueUrl: queueUrlOf("q") });
  });
});
