/** Message groups of a FIFO queue, and which message holds each one up. */
import type { JsonObject } from "@sluice/engine";
import { usePanel } from "../../context.ts";
import { Amount } from "./amount.tsx";

export function Groups({ groups }: { groups: readonly JsonObject[] }) {
  const panel = usePanel();
  return (
    <ul class="bars-list" aria-label="Message groups">
      {groups.map(({ id, messages, blockedBy }) => (
        <li key={String(id)} class={blockedBy === null ? "" : "locked"}>
          <code>{String(id)}</code>
          <Amount value={Number(messages)} of={Math.max(...groups.map((group) => Number(group.messages)))} />
          <span>
            {String(messages)} {messages === 1 ? "message" : "messages"}
            {blockedBy !== null && (
              <>
                , locked by{" "}
                <button type="button" class="link" onClick={() => void panel.showLife(Number(blockedBy))}>
                  m{String(blockedBy)}
                </button>{" "}
                in flight
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
