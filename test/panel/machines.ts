/** Definitions that the panel is shown with. */

const lambda = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;

/** A bit of everything: retry, catch, choice, parallel, map, wait. */
export const ORDER = {
  Comment: "Takes an order from the basket to the parcel",
  StartAt: "Validate order",
  States: {
    "Validate order": { Type: "Task", Resource: lambda("validate"), Next: "In stock?" },
    "In stock?": {
      Type: "Choice",
      Choices: [{ Variable: "$.total", NumericGreaterThan: 1000, Next: "Ask for approval" }],
      Default: "Charge card",
    },
    "Ask for approval": {
      Type: "Task",
      Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      Parameters: { QueueUrl: "approvals", MessageBody: { "token.$": "$$.Task.Token", "order.$": "$" } },
      ResultPath: "$.approval",
      Next: "Charge card",
    },
    "Charge card": {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Parameters: { FunctionName: "charge", "Payload.$": "$" },
      ResultPath: "$.payment",
      Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 2, MaxAttempts: 2, BackoffRate: 2 }],
      Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.failure", Next: "Release stock" }],
      Next: "Fulfil",
    },
    Fulfil: {
      Type: "Parallel",
      ResultPath: null,
      Branches: [
        {
          StartAt: "Pack each item",
          States: {
            "Pack each item": {
              Type: "Map",
              ItemsPath: "$.items",
              ItemProcessor: {
                StartAt: "Pack",
                States: { Pack: { Type: "Pass", Next: "Label" }, Label: { Type: "Pass", End: true } },
              },
              End: true,
            },
          },
        },
        {
          StartAt: "Cool down",
          States: {
            "Cool down": { Type: "Wait", Seconds: 30, Next: "Send mail" },
            "Send mail": {
              Type: "Task",
              Resource: "arn:aws:states:::sns:publish",
              Parameters: { TopicArn: "orders", "Message.$": "$.id" },
              End: true,
            },
          },
        },
      ],
      Next: "Done",
    },
    "Release stock": { Type: "Task", Resource: lambda("release"), ResultPath: null, Next: "Order failed" },
    "Order failed": { Type: "Fail", Error: "OrderFailed", Cause: "The card was declined." },
    Done: { Type: "Succeed" },
  },
};

export const ORDER_INPUT = { id: "o-1", total: 120, items: [{ sku: "a" }, { sku: "b" }, { sku: "c" }] };

/** More items than lie open at first. */
export const MANY_ITEMS = { ...ORDER_INPUT, items: Array.from({ length: 60 }, (_, index) => ({ sku: `s-${index}` })) };

const mocks = (charge: object) => ({
  validate: { "0": { Return: ORDER_INPUT } },
  charge,
  mail: { "0": { Return: { MessageId: "m-1" } } },
  release: { "0": { Return: {} } },
});

const names = {
  "Validate order": "validate",
  "Charge card": "charge",
  "Send mail": "mail",
  "Release stock": "release",
};

/** Two test cases: all goes well after one retry; the card is declined. */
export const ORDER_MOCKS = {
  StateMachines: {
    machine: {
      TestCases: {
        HappyPath: names,
        Declined: { ...names, "Charge card": "declined" },
      },
    },
  },
  MockedResponses: {
    ...mocks({
      "0": { Throw: { Error: "Busy", Cause: "Try later" } },
      "1": { Return: { Payload: { charged: 120 } } },
    }),
    declined: { "0": { Throw: { Error: "Declined", Cause: "The bank says no." } } },
  },
};

/** Pass states in a row, with choices in between: `count` of them. */
export function longMachine(count: number): object {
  const name = (index: number): string => `State ${index}`;
  const states = Array.from({ length: count }, (_, index): [string, object] => {
    if (index === count - 1) return [name(index), { Type: "Succeed" }];
    if (index % 7 !== 3 || index > count - 4) return [name(index), { Type: "Pass", Next: name(index + 1) }];
    const rule = { Variable: "$.x", NumericEquals: index, Next: name(index + 2) };
    return [name(index), { Type: "Choice", Choices: [rule], Default: name(index + 1) }];
  });
  return { StartAt: name(0), States: Object.fromEntries(states) };
}

/** A JSONata expression that never ends: tail calls go on for ever. */
export const ENDLESS = {
  QueryLanguage: "JSONata",
  StartAt: "Before",
  States: {
    Before: { Type: "Pass", Output: { ok: true }, Next: "Spin" },
    Spin: { Type: "Pass", Output: "{% $match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /^(a+)+$/) %}", End: true },
  },
};

/** Asks, and then hangs in the first of two branches while the other one waits for its turn. */
export const ENDLESS_BRANCH = {
  QueryLanguage: "JSONata",
  StartAt: "Ask",
  States: {
    Ask: { Type: "Task", Resource: "arn:aws:states:::lambda:invoke", Next: "Both" },
    Both: {
      Type: "Parallel",
      Branches: [
        { StartAt: "Spin", States: { Spin: ENDLESS.States.Spin } },
        { StartAt: "Beside", States: { Beside: { Type: "Pass", End: true } } },
      ],
      End: true,
    },
  },
};

/** Written in YAML, with an anchor and a merge. */
export const REMINDER_YAML = `# Reminds once a day
StartAt: Wait a day
States:
  Wait a day:
    Type: Wait
    Seconds: &day 86400
    Next: Send reminder
  Send reminder:
    Type: Task
    Resource: arn:aws:states:::sns:publish
    Parameters:
      TopicArn: reminders
      Message.$: $.text
    TimeoutSeconds: *day
    End: true
`;

/** Names and data that would do harm if any of them became markup. */
export const HOSTILE = {
  StartAt: "<img src=x onerror=alert(1)>",
  States: {
    "<img src=x onerror=alert(1)>": {
      Type: "Pass",
      Comment: "</script><script>alert(2)</script>",
      Result: { "<b>key</b>": "<script>alert(3)</script>" },
      Next: '"><svg onload=alert(4)>',
    },
    '"><svg onload=alert(4)>': { Type: "Fail", Error: "<i>Error</i>", Cause: "<a href='javascript:alert(5)'>x</a>" },
  },
};
