/** How a resource stands just now, in the picture that its service asks for; whatever else it says, as names and values. */
import { isObject, type JsonObject, type JsonValue } from "@sluice/engine";
import { useFlow, usePanel } from "../context.ts";
import type { Inspected } from "../worker/protocol.ts";

export function Picture({ inspected }: { inspected: Inspected }) {
  const { view } = inspected;
  const hidden = objectsIn(view.hidden);
  const groups = objectsIn(view.groups);
  const shards = objectsIn(view.shards);
  const workers = objectsIn(view.workers);
  const drawn = new Set(["hidden", "groups", "shards", "workers"]);
  const plain = Object.entries(view).filter(([name, value]) => !drawn.has(name) && isPlain(value));
  return (
    <section aria-label="State">
      <h2>Just now</h2>
      {plain.length > 0 && (
        <dl class="values">
          {plain.map(([name, value]) => (
            <div key={name}>
              <dt>{wordsOf(name)}</dt>
              <dd>{Array.isArray(value) ? value.join(", ") || "none" : String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {hidden.length > 0 && <Rings hidden={hidden} />}
      {groups.length > 0 && <Groups groups={groups} />}
      {shards.length > 0 && <Shards shards={shards} />}
      {workers.length > 0 && <Workers workers={workers} />}
      {view.concurrency !== undefined && (
        <Slots busy={Number(view.concurrency)} idle={Number(view.idleEnvironments ?? 0)} />
      )}
    </section>
  );
}

function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isPlain(value: JsonValue): boolean {
  return Array.isArray(value)
    ? value.every((each) => typeof each === "string" || typeof each === "number")
    : !isObject(value);
}

/** `openShards` -> "open shards". */
function wordsOf(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

const RADIUS = 13;
const ROUND = 2 * Math.PI * RADIUS;

/** Messages that are hidden: the ring is what is left of the visibility timeout or delay, the number how often received. */
function Rings({ hidden }: { hidden: readonly JsonObject[] }) {
  const panel = usePanel();
  const { frame } = useFlow("frame");
  const nowMs = frame?.timeMs ?? 0;
  return (
    <ul class="rings" aria-label="Messages in flight and delayed">
      {hidden.map(({ message, receiveCount, delayed, sinceMs, untilMs }) => {
        const [since, until] = [Number(sinceMs), Number(untilMs)];
        const left = Math.max(0, Math.min(1, (until - nowMs) / Math.max(1, until - since)));
        const seconds = Math.max(0, Math.round((until - nowMs) / 1000));
        const said = `m${message}: ${delayed ? "delayed" : `in flight, received ${receiveCount} times`}, visible in ${seconds} s`;
        return (
          <li key={String(message)}>
            <button
              type="button"
              class={`ring-message${Number(receiveCount) > 1 ? " again" : ""}`}
              title={said}
              aria-label={said}
              onClick={() => void panel.showLife(Number(message))}
            >
              <svg width="34" height="34" viewBox="-17 -17 34 34" aria-hidden="true">
                <circle class="ring-track" r={RADIUS} />
                <circle
                  class="ring-left"
                  r={RADIUS}
                  transform="rotate(-90)"
                  stroke-dasharray={`${left * ROUND} ${ROUND}`}
                />
                <text y={4}>{delayed ? "…" : String(receiveCount)}</text>
              </svg>
              <span>m{String(message)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Message groups of a FIFO queue, and which message holds each one up. */
function Groups({ groups }: { groups: readonly JsonObject[] }) {
  return (
    <ul class="bars-list" aria-label="Message groups">
      {groups.map(({ id, messages, blockedBy }) => (
        <li key={String(id)} class={blockedBy === null ? "" : "locked"}>
          <code>{String(id)}</code>
          <Amount value={Number(messages)} of={Math.max(...groups.map((group) => Number(group.messages)))} />
          <span>
            {String(messages)} messages{blockedBy === null ? "" : `, locked by m${String(blockedBy)} in flight`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Shards({ shards }: { shards: readonly JsonObject[] }) {
  const most = Math.max(1, ...shards.map(({ records }) => Number(records)));
  return (
    <ul class="bars-list" aria-label="Shards">
      {shards.map(({ id, closed, records, heaviestKey }) => {
        const heavy = isObject(heaviestKey) ? Object.values(heaviestKey).map(String).join(": ") : undefined;
        return (
          <li key={String(id)} class={closed === true ? "closed" : ""}>
            <code>
              {String(id)
                .replace("shardId-", "…")
                .replace(/…0+(?=\d)/, "shard ")}
            </code>
            <Amount value={Number(records)} of={most} />
            <span>
              {String(records)} records{closed === true ? ", closed" : ""}
              {heavy === undefined ? "" : `, heaviest key ${heavy}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Workers({ workers }: { workers: readonly JsonObject[] }) {
  return (
    <ul class="slots" aria-label="Workers">
      {workers.map(({ state, messages }, index) => {
        const own = Array.isArray(messages) ? messages : [];
        const said = `worker ${index + 1}: ${String(state)}${own.length > 0 ? `, works on ${own.map((each) => `m${String(each)}`).join(", ")}` : ""}`;
        return <li key={index} class={own.length > 0 ? "slot busy" : "slot"} title={said} aria-label={said} />;
      })}
    </ul>
  );
}

/** Execution environments of a function. */
const MAX_SLOTS = 120;

function Slots({ busy, idle }: { busy: number; idle: number }) {
  const shown = Math.min(MAX_SLOTS, busy + idle);
  return (
    <div class="slots" role="img" aria-label={`${busy} environments at work, ${idle} idle`}>
      {Array.from({ length: shown }, (_, index) => (
        <span key={index} class={index < busy ? "slot busy" : "slot"} />
      ))}
    </div>
  );
}

function Amount({ value, of }: { value: number; of: number }) {
  return (
    <svg class="amount" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect width={100} height={6} />
      <rect class="amount-value" width={of === 0 ? 0 : (value / of) * 100} height={6} />
    </svg>
  );
}
