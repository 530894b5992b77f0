/** What the schemas say of scenarios is what is read: every field of `behavior` by some node, every name a field. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseText } from "../../../engine/src/index.ts";
import { readScenario } from "../../../engine/src/scenario/read.ts";
import { NODES } from "../../../engine/src/schema/generated/nodes.ts";
import { OBJECTS } from "../../../engine/src/schema/generated/tables.ts";

const FOLDER = new URL("../../../schemas/scenario/", import.meta.url);
const KINDS = readdirSync(FOLDER).map((file) => file.replace(".schema.json", ""));
const source = (file: string): string =>
  readFileSync(new URL(`../../../engine/src/scenario/${file}.ts`, import.meta.url), "utf8");

describe("behavior", () => {
  const said = new Set(Object.values(NODES).flatMap(({ behavior }) => behavior));
  const documented = Object.keys({ ...OBJECTS.behavior?.fields, ...OBJECTS.consumer?.fields });

  test("whatever a service says of its nodes is a field", () => {
    expect([...said].filter((name) => !documented.includes(name))).toEqual([]);
  });

  test.each(Object.keys(OBJECTS.behavior?.fields ?? {}).filter((name) => name !== "handler"))("%s is read", (name) => {
    const written = {
      duration: "1s",
      coldStart: "1s",
      notificationDelay: "1s",
      start: "1s",
      sends: { to: "Queue" },
      returns: 1,
      replays: {},
      topics: { orders: ["billing"] },
      redeliveries: 3,
      redeliveryDelay: "1s",
      expires: "1h",
      deadLetters: "Failed",
      acks: "all",
      replicationLag: "5ms",
      catchUp: "10s",
      reshard: { shards: 2 },
      outages: { from: "1m" },
      lateness: "1m",
      idle: "1m",
      taskToken: "$.token",
      states: { Pay: { returns: 1 } },
      partitions: 2,
    };
    const value = (written as Readonly<Record<string, unknown>>)[name] ?? "50%";
    const { root } = parseText(JSON.stringify({ behavior: { Node: { [name]: value } } }), "json");
    const { scenario, findings } = readScenario(root);
    expect(findings).toEqual([]);
    expect(Object.keys(scenario.behavior[0]?.behavior ?? {})).toHaveLength(1);
  });
});

test.each(KINDS)("every field of %s is read somewhere", (kind) => {
  const all = [
    "behavior",
    "cases",
    "consumers",
    "expectations",
    "fault-list",
    "own-prices",
    "read",
    "sweeps",
    "traffic",
  ].map(source);
  const text = all.join("\n");
  const names = Object.keys(OBJECTS[kind]?.fields ?? {}).filter((name) => !/^p\d+$/.test(name));
  // Distributions are read as they are.
  const own = kind === "distribution" ? [] : names;
  expect(own.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
});
