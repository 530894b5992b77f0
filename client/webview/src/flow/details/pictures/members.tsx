/** Members of a consumer group, and which shards or partitions each one has; what changes hands is nobody's meanwhile. */
import type { JsonObject, JsonValue } from "@sluice/engine";

export function Members({ members, isRebalancing }: { members: readonly JsonObject[]; isRebalancing: boolean }) {
  return (
    <>
      <ul class="members" aria-label="Members of the group">
        {members.map((member, index) => {
          const own = partsOf(member.partitions ?? member.shards);
          const name = `member ${String(member.number ?? index + 1)}`;
          const state = String(member.state);
          return (
            <li key={name} class={`member member-${state}`}>
              <span>{name}</span>
              <span class="muted">{state}</span>
              <span
                class="parts"
                role="img"
                aria-label={own.length === 0 ? "reads nothing" : `reads ${own.join(", ")}`}
              >
                {own.map((part) => (
                  <span key={part} class="part">
                    {part}
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      {isRebalancing && (
        <p class="rebalancing">
          Partitions are given out anew: until all members have joined, some are read by nobody.
        </p>
      )}
    </>
  );
}

/** `shardId-000000000003` -> "3", `clicks-4` as it is. */
function partsOf(parts: JsonValue | undefined): readonly string[] {
  return Array.isArray(parts) ? parts.map((part) => String(part).replace(/^shardId-0*(?=\d)/, "")) : [];
}
