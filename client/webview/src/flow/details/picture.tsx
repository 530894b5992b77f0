/** How a resource stands just now, in the picture that its service asks for; whatever else it says, as names and values. */
import { isObject, type JsonObject, type JsonValue } from "@sluice/engine";
import type { ComponentChildren } from "preact";
import type { Inspected } from "../worker/protocol.ts";
import { Buffers } from "./pictures/buffers.tsx";
import { DeadLetters } from "./pictures/dead-letters.tsx";
import { Groups } from "./pictures/groups.tsx";
import { Members } from "./pictures/members.tsx";
import { Rings } from "./pictures/rings.tsx";
import { Shards } from "./pictures/shards.tsx";
import { Slots, Workers } from "./pictures/slots.tsx";
import { Windows } from "./pictures/windows.tsx";

/** By the name that a service's view has for them. */
const PICTURES: Readonly<Record<string, (items: readonly JsonObject[], view: JsonObject) => ComponentChildren>> = {
  hidden: (items) => <Rings hidden={items} />,
  groups: (items) => <Groups groups={items} />,
  // A mapping's shards are no shards of a stream: it knows how far it has come in each.
  shards: (items) => items[0]?.id !== undefined && <Shards shards={items} />,
  buffers: (items) => <Buffers buffers={items} />,
  windows: (items) => <Windows windows={items} />,
  members: (items, view) => <Members members={items} isRebalancing={view.isRebalancing === true} />,
  workers: (items) =>
    items[0]?.shards === undefined ? <Workers workers={items} /> : <Members members={items} isRebalancing={false} />,
};

export function Picture({ inspected: { view, deadLetters } }: { inspected: Inspected }) {
  const plain = Object.entries(view).filter(([name, value]) => PICTURES[name] === undefined && isPlain(value));
  return (
    <section aria-label="State">
      <h2>Just now</h2>
      {plain.length > 0 && (
        <dl class="values">
          {plain.map(([name, value]) => (
            <div key={name}>
              <dt>{wordsOf(name)}</dt>
              <dd>{textOf(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {Object.entries(PICTURES).map(([name, picture]) => {
        const items = objectsIn(view[name]);
        return items.length > 0 && <div key={name}>{picture(items, view)}</div>;
      })}
      {view.concurrency !== undefined && (
        <Slots busy={Number(view.concurrency)} idle={Number(view.idleEnvironments ?? 0)} />
      )}
      {deadLetters.length > 0 && <DeadLetters letters={deadLetters} />}
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

function textOf(value: JsonValue): string {
  if (Array.isArray(value)) return value.join(", ") || "none";
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

/** `openShards` -> "open shards". */
function wordsOf(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
