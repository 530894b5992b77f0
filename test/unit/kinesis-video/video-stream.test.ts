/** Fragments in, what is refused and how, how long they stay, and who gets which. */
import { describe, expect, it } from "vitest";
import { isObject, type JsonObject, type JsonValue } from "../../../engine/src/json.ts";
import { KinesisVideoApi } from "../../../engine/src/services/kinesis-video/api/kinesis-video-api.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import type { Simulation } from "../../../engine/src/sim/simulation.ts";
import { producer } from "../kafka/systems.ts";
import { ran, total } from "../mq/systems.ts";
import { stream, system, viewer } from "./systems.ts";

const HOUR_MS = 3_600_000;

function listed(answer: object, name: string): readonly JsonObject[] {
  const list = (answer as Readonly<Record<string, JsonValue>>)[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** A stream with its API, and a clock to wind on. */
function made(properties: JsonObject = {}): {
  api: KinesisVideoApi;
  simulation: Simulation;
  to(ms: number): Promise<void>;
} {
  const simulation = system([stream(properties)]);
  const api = new KinesisVideoApi(simulation);
  return {
    api,
    simulation,
    async to(ms) {
      await runSimulation(simulation, { untilMs: ms });
      simulation.passTo(ms);
    },
  };
}

const put = (api: KinesisVideoApi, fragment: JsonObject, Session = "camera") =>
  api.call("PutMedia", { StreamName: "Camera", Session, Fragments: [fragment] });

describe("acknowledgements", () => {
  const refused: readonly (readonly [string, JsonObject, JsonObject])[] = [
    ["too large", { FragmentSizeInBytes: 52_428_801 }, { ErrorCode: "MAX_FRAGMENT_SIZE_REACHED", ErrorId: 4001 }],
    [
      "too long",
      { FragmentLengthInMilliseconds: 20_001 },
      { ErrorCode: "MAX_FRAGMENT_DURATION_REACHED", ErrorId: 4002 },
    ],
    ["too short", { FragmentLengthInMilliseconds: 999 }, { ErrorCode: "MIN_FRAGMENT_DURATION_REACHED" }],
    ["without time", { ProducerTimestamp: "noon" }, { ErrorCode: "INVALID_PRODUCER_TIMESTAMP", ErrorId: 4007 }],
    [
      "with too many tags",
      { Tags: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`t${index}`, "x"])) },
      { ErrorCode: "FRAGMENT_METADATA_LIMIT_REACHED", ErrorId: 4009 },
    ],
    ["with a tag of AWS's", { Tags: { AWSx: "y" } }, { ErrorCode: "FRAGMENT_METADATA_LIMIT_REACHED", ErrorId: 4009 }],
  ];

  it.each(refused)("of one that is %s", (_, fragment, error) => {
    expect(listed(put(made().api, fragment), "Acknowledgements")).toEqual([{ EventType: "ERROR", ...error }]);
  });

  it("of one that was recorded before the one before it", () => {
    const { api, simulation } = made();
    const at = (seconds: number): JsonObject => ({ ProducerTimestamp: simulation.epochMs / 1_000 + seconds });
    const answer = api.call("PutMedia", { StreamName: "Camera", Fragments: [at(-60), at(-50), at(-55), at(-40)] });
    expect(listed(answer, "Acknowledgements").at(-1)).toEqual({
      EventType: "ERROR",
      ErrorCode: "FRAGMENT_TIMECODE_LESSER_THAN_PREVIOUS",
      ErrorId: 4004,
    });
  });

  it.each([
    [0, ["BUFFERING", "RECEIVED"]],
    [24, ["BUFFERING", "RECEIVED", "PERSISTED"]],
  ])("with a retention of %i hours", (DataRetentionInHours, kinds) => {
    const answer = put(made({ DataRetentionInHours }).api, { FragmentLengthInMilliseconds: 2_000 });
    expect(listed(answer, "Acknowledgements").map(({ EventType }) => EventType)).toEqual(kinds);
  });

  it("come later where the bandwidth is less than the fragment needs", async () => {
    const { api, simulation, to } = made({ DataRetentionInHours: 1 });
    const fragment = { FragmentLengthInMilliseconds: 1_000, FragmentSizeInBytes: 25_000_000 };
    expect(listed(put(api, fragment), "Acknowledgements")).toEqual([{ EventType: "BUFFERING" }]);
    await to(999);
    expect(total(simulation, "Camera", "incomingFragments")).toBe(0);
    await to(1_001);
    expect(total(simulation, "Camera", "incomingFragments")).toBe(1);
  });
});

describe("connections", () => {
  it("one producer at a time; the next when nothing has come for as long as a fragment may last", async () => {
    const { api, to } = made();
    put(api, {}, "first");
    expect(put(api, {}, "second")).toMatchObject({ code: "ConnectionLimitExceededException", retryable: true });
    await to(20_001);
    expect(listed(put(api, {}, "second"), "Acknowledgements")).toHaveLength(2);
  });

  it("five fragments a second", () => {
    const { api } = made();
    const codes = Array.from({ length: 6 }, () => put(api, {})).map((answer) => "code" in answer && answer.code);
    expect(codes).toEqual([false, false, false, false, false, "ClientLimitExceededException"]);
  });

  it("three readers, the fourth when one goes away", async () => {
    const names = ["A", "B", "C", "D"];
    const behavior = { arrivals: { constant: { perSecond: 1 } }, untilMs: 30_000, messages: [{ body: "x" }] };
    const faults = [{ node: "A", outage: true, fromMs: 10_500 }];
    const specs = [stream(), producer("Cam", "Camera", behavior), ...names.map((name) => viewer(name))];
    const simulation = await ran(system(specs, { faults }));
    const processed = names.map((name) => total(simulation, name, "processed"));
    expect(processed.slice(1, 3)).toEqual([30, 30]);
    expect(processed[3]).toBeGreaterThan(15);
    expect(total(simulation, "Camera", "connectionErrors")).toBe(11);
  });
});

describe("retention", () => {
  it("without one: five minutes, and nothing to list", async () => {
    const { api, simulation, to } = made();
    put(api, {});
    await to(299_000 - 1_000);
    expect(
      listed(
        api.call("GetMedia", { StreamName: "Camera", StartSelector: { StartSelectorType: "EARLIEST" } }),
        "Chunks",
      ),
    ).toHaveLength(1);
    expect(api.call("ListFragments", { StreamName: "Camera" })).toEqual({ Fragments: [] });
    await to(299_001);
    expect(total(simulation, "Camera", "trimmed")).toBe(1);
  });

  it("without one: 200 MB", async () => {
    const { api, simulation, to } = made();
    for (let second = 0; second < 50; second += 5) {
      await to(second * 1_000);
      put(api, { FragmentLengthInMilliseconds: 5_000, FragmentSizeInBytes: 50_000_000 });
    }
    await to(60_000);
    expect(simulation.view("Camera")).toMatchObject({ fragments: 4, bytes: 200_000_000 });
  });

  it("as long as it is, and longer after UpdateDataRetention", async () => {
    const { api, simulation, to } = made({ DataRetentionInHours: 1 });
    put(api, {});
    const longer = { StreamName: "Camera", Operation: "INCREASE_DATA_RETENTION", DataRetentionChangeInHours: 1 };
    expect(api.call("UpdateDataRetention", longer)).toEqual({});
    await to(HOUR_MS + 1);
    expect(total(simulation, "Camera", "trimmed")).toBe(0);
    await to(2 * HOUR_MS);
    expect(total(simulation, "Camera", "trimmed")).toBe(1);
  });
});

describe("reading", () => {
  /** Ten fragments of two seconds each, recorded an hour ago in two halves. */
  async function recorded() {
    const { api, simulation, to } = made({ DataRetentionInHours: 24 });
    const startMs = simulation.epochMs;
    for (let index = 0; index < 10; index++) {
      await to(index * 2_000);
      const ProducerTimestamp = startMs - HOUR_MS + index * 10_000;
      put(api, { FragmentLengthInMilliseconds: 2_000, ProducerTimestamp });
    }
    await to(18_100);
    const all = listed(api.call("ListFragments", { StreamName: "Camera" }), "Fragments");
    const numbers = all.map(({ FragmentNumber }) => String(FragmentNumber));
    const get = (StartSelector: JsonObject) => {
      const chunks = listed(api.call("GetMedia", { StreamName: "Camera", StartSelector }), "Chunks");
      return chunks.map((chunk) => numbers.indexOf(String(chunk.AWS_KINESISVIDEO_FRAGMENT_NUMBER)));
    };
    return { api, numbers, startMs, get };
  }

  it("numbers increase", async () => {
    const { numbers } = await recorded();
    expect(numbers).toEqual([...numbers].sort());
    expect(new Set(numbers.map(({ length }) => length))).toEqual(new Set([47]));
  });

  it("by time and by number", async () => {
    const { get, numbers, startMs } = await recorded();
    expect(get({ StartSelectorType: "EARLIEST" })).toHaveLength(10);
    expect(get({ StartSelectorType: "NOW" })).toEqual([9]);
    const producers = { StartSelectorType: "PRODUCER_TIMESTAMP" };
    expect(get({ ...producers, StartTimestamp: (startMs - HOUR_MS + 81_000) / 1_000 })).toEqual([8, 9]);
    expect(get({ ...producers, StartTimestamp: (startMs - HOUR_MS + 85_000) / 1_000 })).toEqual([9]);
    expect(get({ StartSelectorType: "SERVER_TIMESTAMP", StartTimestamp: (startMs + 17_000) / 1_000 })).toEqual([8, 9]);
    expect(get({ StartSelectorType: "FRAGMENT_NUMBER", AfterFragmentNumber: numbers[6] ?? "" })).toEqual([7, 8, 9]);
    expect(get({ StartSelectorType: "CONTINUATION_TOKEN", ContinuationToken: numbers[8] ?? "" })).toEqual([9]);
    expect(get({ StartSelectorType: "SERVER_TIMESTAMP", StartTimestamp: (startMs + 99_000) / 1_000 })).toEqual([]);
  });

  it("a range, page by page", async () => {
    const { api, numbers, startMs } = await recorded();
    const TimestampRange = { StartTimestamp: startMs / 1_000 + 4, EndTimestamp: startMs / 1_000 + 10 };
    const FragmentSelector = { FragmentSelectorType: "SERVER_TIMESTAMP", TimestampRange };
    const request = { StreamName: "Camera", FragmentSelector, MaxResults: 3 };
    const first = api.call("ListFragments", request) as JsonObject;
    const { NextToken } = first;
    const second = api.call("ListFragments", { ...request, NextToken: NextToken ?? "" });
    const found = [first, second].map((page) => listed(page, "Fragments").map(({ FragmentNumber }) => FragmentNumber));
    expect(found).toEqual([numbers.slice(2, 5), numbers.slice(5, 6)]);
    expect("NextToken" in second).toBe(false);
  });

  it("fragments by their numbers, until one is not there", async () => {
    const { api, numbers } = await recorded();
    const [first = "", second = ""] = numbers;
    const Fragments = [second, "1", first];
    const chunks = listed(api.call("GetMediaForFragmentList", { StreamName: "Camera", Fragments }), "Chunks");
    expect(chunks.map(({ AWS_KINESISVIDEO_FRAGMENT_NUMBER: number }) => number)).toEqual([second, "1"]);
    expect(chunks[1]).toMatchObject({ AWS_KINESISVIDEO_EXCEPTION_ERROR_CODE: "4000" });
  });

  it("no more in a second than the quotas have", async () => {
    const { api } = await recorded();
    const list = () => api.call("ListFragments", { StreamName: "Camera", MaxResults: 1_000 });
    // Listing all of them took 100.
    const answers = Array.from({ length: 10 }, list);
    expect(answers.filter((answer) => "Fragments" in answer)).toHaveLength(9);
    expect(answers.at(-1)).toMatchObject({ code: "ClientLimitExceededException" });
  });

  it.each<readonly [string, JsonObject, string]>([
    ["GetMedia", { StreamName: "Garden" }, "ResourceNotFoundException"],
    ["GetMedia", {}, "InvalidArgumentException"],
    ["GetMedia", { StreamName: "Camera", StreamARN: "x" }, "InvalidArgumentException"],
    ["GetMedia", { StreamName: "Camera", StartSelector: { StartSelectorType: "LATEST" } }, "InvalidArgumentException"],
    [
      "GetMedia",
      { StreamName: "Camera", StartSelector: { StartSelectorType: "FRAGMENT_NUMBER" } },
      "InvalidArgumentException",
    ],
    ["ListFragments", { StreamName: "Camera", MaxResults: 1_001 }, "InvalidArgumentException"],
    [
      "UpdateDataRetention",
      { StreamName: "Camera", Operation: "DECREASE_DATA_RETENTION", DataRetentionChangeInHours: 1 },
      "InvalidArgumentException",
    ],
  ])("%s of %j is refused", (action, request, code) => {
    expect(made().api.call(action, request)).toMatchObject({ code });
  });
});
