/** TestState of a Map, inline and distributed: its items on their way to the iterations, which the mock stands for. */
import { expect, test } from "vitest";
import { ask, farParcels, parcels, type Row, read } from "./requests.ts";

const outcomes: readonly Row[] = [
  [
    "an inline Map: items, their selection, and the mocked results in their place",
    {
      Type: "Map",
      ItemsPath: "$.parcels",
      ItemSelector: { "parcel.$": "$$.Map.Item.Value", "number.$": "$$.Map.Item.Index", "to.$": "$.to" },
      MaxConcurrency: 1,
      ItemProcessor: parcels,
      ResultPath: "$.packed",
      End: true,
    },
    { input: '{"to":"home","parcels":["a","b"]}', inspectionLevel: "DEBUG", mock: { result: "[1,2]" } },
    {
      status: "SUCCEEDED",
      output: { to: "home", parcels: ["a", "b"], packed: [1, 2] },
      inspectionData: {
        input: { to: "home", parcels: ["a", "b"] },
        afterItemsPath: ["a", "b"],
        afterItemSelector: [
          { parcel: "a", number: 0, to: "home" },
          { parcel: "b", number: 1, to: "home" },
        ],
        maxConcurrency: 1,
        afterResultSelector: [1, 2],
        afterResultPath: { to: "home", parcels: ["a", "b"], packed: [1, 2] },
      },
    },
  ],
  [
    "a Distributed Map over CSV text, in batches",
    {
      Type: "Map",
      QueryLanguage: "JSONata",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW", CSVDelimiter: "SEMICOLON" },
        Arguments: { Bucket: "b", Key: "k" },
      },
      ItemBatcher: { MaxItemsPerBatch: 2 },
      ItemProcessor: farParcels,
      End: true,
    },
    {
      inspectionLevel: "DEBUG",
      mock: { result: "[1,2]" },
      stateConfiguration: { mapItemReaderData: 'id;note\n1;"a ""b"";\nc"\n2;\r\n3;d' },
    },
    {
      status: "SUCCEEDED",
      output: [1, 2],
      inspectionData: {
        input: {},
        afterItemBatcher: [
          {
            Items: [
              { id: "1", note: 'a "b";\nc' },
              { id: "2", note: "" },
            ],
          },
          { Items: [{ id: "3", note: "d" }] },
        ],
        maxConcurrency: 0,
      },
    },
  ],
  [
    "what is selected from each item is what comes in batches",
    {
      Type: "Map",
      ItemsPath: "$.list",
      ItemSelector: { "n.$": "$$.Map.Item.Value" },
      ItemBatcher: { MaxItemsPerBatch: 1, BatchInput: { "to.$": "$.to" } },
      ItemProcessor: farParcels,
      ToleratedFailureCount: 1,
      ResultPath: null,
      End: true,
    },
    {
      input: '{"to":"home","list":[7,8]}',
      inspectionLevel: "DEBUG",
      mock: { result: "[]" },
      stateConfiguration: { mapIterationFailureCount: 1 },
    },
    expect.objectContaining({
      status: "SUCCEEDED",
      inspectionData: expect.objectContaining({
        afterItemsPath: [7, 8],
        afterItemSelector: [{ n: 7 }, { n: 8 }],
        afterItemBatcher: [
          { BatchInput: { to: "home" }, Items: [{ n: 7 }] },
          { BatchInput: { to: "home" }, Items: [{ n: 8 }] },
        ],
        toleratedFailureCount: 1,
      }),
    }),
  ],
  [
    "a dataset that cannot be read fails the Map",
    {
      Type: "Map",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "JSONL" },
        Parameters: { Bucket: "b", Key: "k" },
      },
      ItemProcessor: farParcels,
      End: true,
    },
    { mock: { result: "[]" }, stateConfiguration: { mapItemReaderData: '{"a":1}\n{"a":' } },
    expect.objectContaining({ status: "FAILED", error: "States.ItemReaderFailed" }),
  ],
  [
    "ItemsPointer names a part of the reader's data",
    {
      Type: "Map",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "JSON", ItemsPointer: "/data/0/a~1b" },
        Parameters: { Bucket: "b", Key: "k" },
      },
      ItemProcessor: farParcels,
      ResultPath: null,
      End: true,
    },
    {
      inspectionLevel: "DEBUG",
      mock: { result: "[]" },
      stateConfiguration: { mapItemReaderData: '{"data":[{"a/b":[1]}]}' },
    },
    {
      status: "SUCCEEDED",
      output: {},
      inspectionData: {
        input: {},
        afterItemsPointer: [1],
        maxConcurrency: 0,
        afterResultSelector: [],
        afterResultPath: {},
      },
    },
  ],
  [
    "too many failed iterations",
    {
      Type: "Map",
      QueryLanguage: "JSONata",
      Items: [1, 2, 3, 4],
      ToleratedFailurePercentage: 25,
      ItemProcessor: farParcels,
      Catch: [
        {
          ErrorEquals: ["States.ExceedToleratedFailureThreshold"],
          Output: "{% $states.errorOutput.Error %}",
          Next: "Sort",
        },
      ],
      End: true,
    },
    { inspectionLevel: "DEBUG", mock: { result: "[1,2,3,4]" }, stateConfiguration: { mapIterationFailureCount: 2 } },
    {
      status: "CAUGHT_ERROR",
      error: "States.ExceedToleratedFailureThreshold",
      cause: "The specified tolerated failure threshold was exceeded",
      output: "States.ExceedToleratedFailureThreshold",
      nextState: "Sort",
      inspectionData: {
        input: {},
        maxConcurrency: 0,
        toleratedFailurePercentage: 25,
        errorDetails: { catchIndex: 0 },
      },
    },
  ],
];

test.each(outcomes)("%s", async (_title, definition, request, expected) => {
  expect(read(await ask(definition, request))).toEqual(expected);
});
