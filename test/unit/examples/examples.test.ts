/** The examples are what people see first: no problem in any, and every test case of their mocks runs to its end. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  check,
  createExecution,
  type Document,
  fileBeside,
  filesBeside,
  type JsonObject,
  type JsonValue,
  languageOf,
  mockTasks,
  openDocument,
  parseMockConfig,
  parseText,
  problemsOf,
  recognize,
  run,
  type Surroundings,
  valueOf,
} from "@sluice/engine";
import { describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "../../../examples");
const names = readdirSync(FOLDER)
  .filter((file) => /\.asl\.(json|yaml)$/.test(file))
  .sort();

function read(file: string): string {
  return readFileSync(join(FOLDER, file), "utf8");
}

function readJson(file: string): JsonValue {
  return JSON.parse(read(file)) as JsonValue;
}

/** What each test case of each example must come to: output or error. */
const OUTCOMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "expense-approval": { HappyPath: "SUCCEEDED", EscalatedAndDeclined: "ExpenseDeclined", PaymentRetried: "SUCCEEDED" },
  "invoice-pipeline": { HappyPath: "SUCCEEDED", CustomerReadRetried: "SUCCEEDED", NoNumbersLeft: "NoInvoice" },
  "nightly-backup": { HappyPath: "SUCCEEDED", SnapshotFails: "SnapshotFailed" },
  "order-fulfilment": { HappyPath: "SUCCEEDED", ShipmentFails: "AddressNotServed", OutOfStock: "OrderRejected" },
  "photo-album": { HappyPath: "SUCCEEDED", OneUnreadable: "SUCCEEDED", AccessDenied: "S3.S3Exception" },
  "price-import": {
    HappyPath: "SUCCEEDED",
    OneBatchRejected: "SUCCEEDED",
    TwoBatchesRejected: "PricesNotImported",
  },
  refunds: { HappyPath: "SUCCEEDED", LargeRefund: "SUCCEEDED", PaymentFails: "SUCCEEDED" },
  "sales-report": { HappyPath: "SUCCEEDED", QueryFails: "QueryFailed" },
  "trip-booking": { HappyPath: "SUCCEEDED", HotelFull: "TripNotBooked" },
};

const policies = readdirSync(FOLDER)
  .filter((file) => /\.(filter-policy|event-pattern|redrive-policy|messages)\.json$/.test(file))
  .sort();

/** What lies beside a file in the folder. */
function around(document: Document, file: string): Surroundings {
  const beside = Object.entries(filesBeside(document, file)).filter(([, name]) => existsSync(join(FOLDER, name)));
  return { files: Object.fromEntries(beside.map(([what, name]) => [what, fileBeside(name, read(name))])) };
}

it.each(policies)("%s has no problems, and its samples are as expected", (file) => {
  const found = recognize({ text: read(file), uri: file });
  const document = openDocument(found?.kind ?? "asl", read(file), "json", found?.options);
  expect(problemsOf(document, around(document, file))).toEqual([]);
});

describe.each(names)("%s", (file) => {
  const name = file.replace(/\.asl\.\w+$/, "");
  const text = read(file);
  const definition = valueOf(parseText(text, languageOf(text, file)).root) as JsonValue;
  const config = parseMockConfig(readJson(`${name}.mocks.json`));
  if ("problems" in config) throw new Error(JSON.stringify(config.problems));

  it("has no problems", () => {
    expect(check(text, { uri: file })).toEqual([]);
  });

  it("says what it is for", () => {
    expect((definition as JsonObject).Comment).toMatch(/\w+ \w+ \w+/);
  });

  it.each(config.cases.map(({ stateMachine, testCase }) => [testCase, stateMachine] as const))(
    "runs %s to its end",
    async (testCase, stateMachine) => {
      const tasks = mockTasks(config, stateMachine, testCase);
      if (typeof tasks !== "function") throw new Error(tasks.message);
      const result = await run(definition, { input: readJson(`${name}.input.json`), tasks });
      expect(result.status === "SUCCEEDED" ? result.status : result.error).toBe(OUTCOMES[name]?.[testCase]);
    },
  );

  it("waits for answers where there are no mocks", async () => {
    const execution = createExecution(definition, { input: readJson(`${name}.input.json`) });
    let step = await execution.step();
    while (step === "moved") step = await execution.step();
    expect(step).toBe("blocked");
    expect(execution.pending.length).toBeGreaterThan(0);
  });
});
