/** Shards of a stream: how much is in each, and the key that most of it has. */
import { isObject, type JsonObject } from "@sluice/engine";
import { Amount } from "./amount.tsx";

/** Of a shard's records: a key that has less heats nothing up. */
const WORTH_SAYING = 0.1;

export function Shards({ shards }: { shards: readonly JsonObject[] }) {
  const most = Math.max(1, ...shards.map(({ records }) => Number(records)));
  return (
    <ul class="bars-list" aria-label="Shards">
      {shards.map(({ id, closed, records, heaviestKey }) => {
        const { key, share } = isObject(heaviestKey) ? heaviestKey : {};
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
              {Number(share) >= WORTH_SAYING
                ? `, ${Math.round(Number(share) * 100)} % of them with the key ${key}`
                : ""}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
