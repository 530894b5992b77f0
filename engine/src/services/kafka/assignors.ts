/**
 * Who of a group reads which partitions: Kafka's four ways of giving them out.
 * https://kafka.apache.org/documentation/#consumerconfigs_partition.assignment.strategy
 */

export type Assignment = "range" | "roundrobin" | "sticky" | "cooperative-sticky";

/** What is given out: for each topic, the numbers of its partitions in the group's own numbering. */
export type TopicPartitions = readonly (readonly number[])[];

/** By member: what it had, for the ways that move as little as they can. */
export type Owned = ReadonlyMap<number, readonly number[]>;

/** By member, every partition once. `members` ascending. */
export function assign(
  way: Assignment,
  members: readonly number[],
  topics: TopicPartitions,
  owned: Owned,
): ReadonlyMap<number, readonly number[]> {
  const given = new Map<number, number[]>(members.map((member) => [member, []]));
  if (members.length === 0) return given;
  if (way === "range") byRange(members, topics, given);
  else if (way === "roundrobin") inTurn(members, topics.flat(), given);
  else stickily(members, topics.flat(), owned, given);
  return given;
}

type Given = Map<number, number[]>;

/** Of each topic a run of neighbours; the first members get one more where it does not come out even. */
function byRange(members: readonly number[], topics: TopicPartitions, given: Given): void {
  for (const partitions of topics) {
    const each = Math.floor(partitions.length / members.length);
    const more = partitions.length % members.length;
    let at = 0;
    for (const [index, member] of members.entries()) {
      const count = each + (index < more ? 1 : 0);
      given.get(member)?.push(...partitions.slice(at, at + count));
      at += count;
    }
  }
}

function inTurn(members: readonly number[], partitions: readonly number[], given: Given): void {
  for (const [index, partition] of partitions.entries()) {
    given.get(members[index % members.length] ?? -1)?.push(partition);
  }
}

/** Even shares, and each member keeps of what it has as much as its share is. */
function stickily(members: readonly number[], partitions: readonly number[], owned: Owned, given: Given): void {
  const each = Math.floor(partitions.length / members.length);
  let more = partitions.length % members.length;
  const free = new Set(partitions);
  // Those who have most keep the larger shares.
  const byCount = [...members].sort((a, b) => countOf(owned, b) - countOf(owned, a) || a - b);
  const shares = new Map<number, number>();
  for (const member of byCount) {
    shares.set(member, each + (more > 0 ? 1 : 0));
    more -= 1;
  }
  for (const member of byCount) {
    const kept = (owned.get(member) ?? []).filter((partition) => free.has(partition)).slice(0, shares.get(member));
    for (const partition of kept) free.delete(partition);
    given.get(member)?.push(...kept);
  }
  for (const member of members) {
    const mine = given.get(member) ?? [];
    for (const partition of free) {
      if (mine.length >= (shares.get(member) ?? 0)) break;
      mine.push(partition);
      free.delete(partition);
    }
    mine.sort((a, b) => a - b);
  }
}

function countOf(owned: Owned, member: number): number {
  return owned.get(member)?.length ?? 0;
}
