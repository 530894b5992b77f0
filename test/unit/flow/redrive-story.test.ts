/** What becomes of a message that fails, as the simulator has it. */
import { changeRedriveSetting, openDocument, redriveCaseOf, redriveStory, redrivesIn } from "@sluice/engine";
import { describe, expect, it } from "vitest";

const DAY = 86_400;
const queue = { DelaySeconds: 0, VisibilityTimeout: 30, MessageRetentionPeriod: 4 * DAY };
const usual = { queue, deadLetterQueue: queue, maxReceiveCount: 3, handlingSeconds: 2 };

describe("redriveStory", () => {
  it.each([
    ["never fails", { ...usual, failures: 0 }, "processed", 1, 2],
    ["fails twice", { ...usual, failures: 2 }, "processed", 3, 62],
    ["fails as often as is allowed", { ...usual, failures: 3 }, "expired-dead", 3, 4 * DAY],
    [
      "fails for ever without a dead-letter queue",
      { queue, handlingSeconds: 2, failures: 9_000 },
      "expired",
      1_001,
      4 * DAY,
    ],
    [
      "is too old before it has failed often enough",
      { ...usual, queue: { ...queue, MessageRetentionPeriod: 60 }, failures: 9 },
      ...(["expired", 2, 60] as const),
    ],
    ["is delayed first", { ...usual, queue: { ...queue, DelaySeconds: 10 }, failures: 0 }, "processed", 1, 12],
  ] as const)("a message that %s", async (_, given, outcome, receives, endSeconds) => {
    const story = await redriveStory(given);
    expect(story).toMatchObject({ outcome, receives, endMs: endSeconds * 1_000 });
    const { stretches } = story;
    for (const [index, { fromMs, toMs }] of stretches.entries()) {
      expect(toMs).toBeGreaterThan(fromMs);
      if (story.leftOut === 0 && index > 0) expect(fromMs).toBe(stretches[index - 1]?.toMs);
    }
  });

  it("counts retention in the dead-letter queue from the first send", async () => {
    const { deadMs } = await redriveStory({ ...usual, failures: 9 });
    expect(deadMs).toBe(4 * DAY * 1_000 - 90_000);
  });

  it("delivers again what takes longer than the visibility timeout, and says so", async () => {
    const { warnings, receives } = await redriveStory({ ...usual, failures: 9, handlingSeconds: 40 });
    expect(receives).toBe(3);
    expect(warnings.join()).toContain("delivered again");
  });
});

const TEMPLATE = `Parameters: { Keep: { Type: Number, Default: 120 } }
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: !Ref Keep
      RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 7 }
  Dead: { Type: AWS::SQS::Queue }
`;

describe("redrivesIn", () => {
  const document = openDocument("template", TEMPLATE, "yaml");
  const [subject] = redrivesIn(document, "file:///t.yaml");

  it("finds queues with what is set, and leaves out those that are dead-letter queues", () => {
    expect(redrivesIn(document, "file:///t.yaml").map(({ name }) => name)).toEqual(["Jobs"]);
    expect(subject && redriveCaseOf(subject, { failures: 1, handlingSeconds: 2 })).toEqual({
      queue: { DelaySeconds: 0, VisibilityTimeout: 30, MessageRetentionPeriod: 120 },
      deadLetterQueue: { DelaySeconds: 0, VisibilityTimeout: 0, MessageRetentionPeriod: 345_600 },
      maxReceiveCount: 7,
      failures: 1,
      handlingSeconds: 2,
    });
  });

  it("writes numbers where numbers stand or may stand, and no parameter over", () => {
    const written = (subject?.settings ?? []).map((setting) => {
      const edit = changeRedriveSetting(document, setting, 77);
      return edit && TEMPLATE.slice(0, edit.start) + edit.newText + TEMPLATE.slice(edit.end);
    });
    expect(written[2]).toBeUndefined();
    expect(written[3]).toBe(TEMPLATE.replace("maxReceiveCount: 7", "maxReceiveCount: 77"));
    expect(written[0]).toContain("DelaySeconds: 77");
  });
});
