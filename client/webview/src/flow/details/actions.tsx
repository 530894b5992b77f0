/** What somebody can do to a resource at the present moment: each becomes a part of the scenario, and is run. */
import type { DrawnNode, JsonValue } from "@sluice/engine";
import { useState } from "preact/hooks";
import { clockText } from "../../ui/format.ts";
import { useFlow, usePanel } from "../context.ts";
import type { Inspected } from "../worker/protocol.ts";

/** Words for what can get messages. */
const TAKES_MESSAGES: ReadonlySet<string> = new Set([
  "Queue",
  "Topic",
  "Function",
  "Stream",
  "Delivery stream",
  "Event bus",
  "State machine",
]);

export function Actions({ node, inspected }: { node: DrawnNode; inspected: Inspected | undefined }) {
  const { frame } = useFlow("frame");
  const at = `${Math.round(frame?.timeMs ?? 0)}ms`;
  if (!node.isSimulated) return null;
  return (
    <section aria-label="Actions">
      <h2>Do at {clockText(frame?.timeMs ?? 0)}</h2>
      {TAKES_MESSAGES.has(node.word) && <SendForm id={node.id} at={at} isFifo={isFifo(inspected)} />}
      {node.word !== "Producer" && <FaultForm id={node.id} at={at} nowMs={frame?.timeMs ?? 0} />}
      <QueueActions node={node} at={at} />
      {node.word === "Stream" && <ShardActions id={node.id} at={at} open={Number(inspected?.view.openShards ?? 1)} />}
    </section>
  );
}

function isFifo(inspected: Inspected | undefined): boolean {
  return (
    inspected?.settings.some(
      ({ label, value }) => (label === "FifoQueue" || label === "FifoTopic") && value === true,
    ) ?? false
  );
}

function SendForm({ id, at, isFifo: hasGroups }: { id: string; at: string; isFifo: boolean }) {
  const panel = usePanel();
  const [body, setBody] = useState('{ "id": "by hand" }');
  const [count, setCount] = useState("1");
  const many = Math.max(1, Math.min(100_000, Number(count) || 1));
  const send = (): void => {
    const ways = hasGroups ? { groupId: "by-hand", deduplicationId: "${uuid}" } : {};
    const when: { readonly [key: string]: JsonValue } = many > 1 ? { burst: { count: many }, from: at } : { at: [at] };
    const value = { name: `ByHand${at}`, to: id, ...when, message: { body: bodyOf(body), ...ways } };
    void panel.changes.make(
      [{ kind: "add", path: ["traffic"], value }],
      many > 1 ? `${many} messages to ${id}` : `a message to ${id}`,
    );
  };
  return (
    <div class="row action">
      <input
        type="text"
        aria-label="Message body"
        spellcheck={false}
        class="wide"
        value={body}
        onInput={(event) => setBody(event.currentTarget.value)}
      />
      <input
        type="number"
        aria-label="How many"
        title="How many: more than one is a burst"
        class="narrow"
        min={1}
        value={count}
        onInput={(event) => setCount(event.currentTarget.value)}
      />
      <button type="button" class="link" onClick={send}>
        {many > 1 ? "Send a burst" : "Send"}
      </button>
    </div>
  );
}

/** JSON where it is JSON. */
function bodyOf(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

const FAULTS: readonly (readonly [kind: string, label: string])[] = [
  ["outage", "Outage"],
  ["throttle", "Throttle all calls"],
  ["slow", "Ten times as slow"],
  ["duplicates", "Duplicates (1 %)"],
];

const LENGTHS: readonly (readonly [ms: number, label: string])[] = [
  [30_000, "30 s"],
  [120_000, "2 min"],
  [600_000, "10 min"],
];

function FaultForm({ id, at, nowMs }: { id: string; at: string; nowMs: number }) {
  const panel = usePanel();
  const [kind, setKind] = useState("outage");
  const [length, setLength] = useState(120_000);
  const begin = (): void => {
    const value = { [kind]: id, from: at, until: `${Math.round(nowMs + length)}ms` };
    void panel.changes.make([{ kind: "add", path: ["faults"], value }], `${kind} of ${id}`);
  };
  return (
    <div class="row action">
      <select aria-label="Fault" value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
        {FAULTS.map(([each, label]) => (
          <option key={each} value={each}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label="How long"
        value={String(length)}
        onChange={(event) => setLength(Number(event.currentTarget.value))}
      >
        {LENGTHS.map(([ms, label]) => (
          <option key={ms} value={String(ms)}>
            {label}
          </option>
        ))}
      </select>
      <button type="button" class="link" onClick={begin}>
        Begin
      </button>
    </div>
  );
}

function QueueActions({ node: { id, word, isDeadLetterQueue }, at }: { node: DrawnNode; at: string }) {
  const panel = usePanel();
  if (word !== "Queue") return null;
  const add = (what: string, value: JsonValue, label: string): void =>
    void panel.changes.make([{ kind: "add", path: ["behavior", id, what], value }], label);
  return (
    <div class="row action">
      {isDeadLetterQueue && (
        <button
          type="button"
          class="link"
          title="Move its messages back to where they came from"
          onClick={() => add("redrives", { at }, `redrive of ${id}`)}
        >
          Redrive
        </button>
      )}
      <button
        type="button"
        class="link"
        title="Delete all its messages"
        onClick={() => add("purges", { at }, `purge of ${id}`)}
      >
        Purge
      </button>
    </div>
  );
}

function ShardActions({ id, at, open }: { id: string; at: string; open: number }) {
  const panel = usePanel();
  const change = (shards: number): void =>
    void panel.changes.make(
      [{ kind: "add", path: ["behavior", id, "reshard"], value: { at, shards } }],
      `${shards} shards of ${id}`,
    );
  return (
    <div class="row action">
      <button
        type="button"
        class="link"
        title="UpdateShardCount: each shard becomes two"
        onClick={() => change(open * 2)}
      >
        Split all shards ({open} → {open * 2})
      </button>
    </div>
  );
}
