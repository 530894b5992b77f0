/** Buffers of a delivery stream: each goes when it has enough bytes, or when its first record is old enough. */
import { isObject, type JsonObject } from "@sluice/engine";
import { durationText } from "../../../ui/format.ts";
import { useFlow } from "../../context.ts";
import { shortNumber } from "../../drawing/node-box.tsx";
import { Amount } from "./amount.tsx";

/** Dynamic partitioning opens one for each value of its keys. */
const MAX_SHOWN = 20;

export function Buffers({ buffers }: { buffers: readonly JsonObject[] }) {
  const { frame } = useFlow("frame");
  const nowMs = frame?.timeMs ?? 0;
  return (
    <>
      <ul class="bars-list" aria-label="Buffers">
        {buffers.slice(0, MAX_SHOWN).map((buffer) => {
          const [bytes, limit, since, until] = [buffer.bytes, buffer.limitBytes, buffer.sinceMs, buffer.untilMs].map(
            Number,
          ) as [number, number, number, number];
          const age = (nowMs - since) / Math.max(1, until - since);
          const name = nameOf(buffer);
          return (
            <li key={name}>
              <code>{name}</code>
              <Amount value={Math.min(1, Math.max(bytes / limit, age))} of={1} />
              <span>
                {String(buffer.records)} records, {kibibytes(bytes)} of {kibibytes(limit)}, goes in{" "}
                {durationText(until - nowMs)} at the latest
              </span>
            </li>
          );
        })}
      </ul>
      {buffers.length > MAX_SHOWN && <p class="muted">and {buffers.length - MAX_SHOWN} more buffers</p>}
    </>
  );
}

function nameOf({ to, keys, type }: JsonObject): string {
  if (isObject(keys)) return Object.values(keys).map(String).join(", ");
  return typeof type === "string" ? type : String(to);
}

function kibibytes(bytes: number): string {
  const kib = bytes / 1024;
  return kib < 1024 ? `${shortNumber(kib)} KiB` : `${Number((kib / 1024).toFixed(1))} MiB`;
}
