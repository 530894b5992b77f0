/** What functions were invoked with, compared with what event source mapping cases expect. */
import type { JsonObject } from "@sluice/engine";
import type { Expectation, ExpectedInvocation } from "./mapping-case.ts";
import type { Invoked } from "./mapping-functions.ts";
import type { SourceRecord } from "./mapping-sources.ts";
import { same } from "./recording-target.ts";

/** The first difference, in words. */
export function compareLog(
  log: readonly Invoked[],
  expect: Expectation,
  records: readonly SourceRecord[],
): string | undefined {
  return (
    compareInvocations(log, expect) ??
    compareDeliveries(log, expect) ??
    compareTimes(log, expect) ??
    compareOrder(log, expect, records) ??
    compareWindows(log, expect.windows) ??
    compareShape(log[0], expect.recordShape)
  );
}

function compareInvocations(
  log: readonly Invoked[],
  { invocations, invocationCount, order, maxBatch }: Expectation,
): string | undefined {
  if (invocations !== undefined) {
    const got = log.map(({ records }) => records.join(",")).join(" | ");
    const left = [...log];
    const isOther = invocations.some((wanted, index) => {
      const at = order === "any" ? left.findIndex((each) => isLike(wanted, each)) : 0;
      const [found] = at < 0 ? [] : left.splice(at, 1);
      return found === undefined || !isLike(wanted, order === "any" ? found : (log[index] as Invoked));
    });
    if (isOther || left.length > 0) return `invocations: ${got}`;
  }
  if (invocationCount !== undefined) {
    const { min, max } =
      typeof invocationCount === "number" ? { min: invocationCount, max: invocationCount } : invocationCount;
    if (log.length < min || log.length > max) return `${log.length} invocations`;
  }
  const largest = Math.max(0, ...log.map(({ records }) => records.length));
  return maxBatch !== undefined && largest > maxBatch ? `a batch of ${largest}` : undefined;
}

function isLike({ records, receiveCounts, consumer, target }: ExpectedInvocation, got: Invoked): boolean {
  return (
    records.join() === got.records.join() &&
    (receiveCounts === undefined || receiveCounts.join() === got.receiveCounts.join()) &&
    (consumer === undefined || consumer === got.consumer) &&
    (target === undefined || target === got.target)
  );
}

function compareDeliveries(log: readonly Invoked[], expect: Expectation): string | undefined {
  const { deliveries, deliveriesAtLeast = {}, totalDeliveries } = expect;
  const counts = new Map<string, number>();
  for (const id of log.flatMap(({ records }) => records)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const wrong =
    Object.entries({ ...deliveries, ...totalDeliveries }).find(([id, count]) => (counts.get(id) ?? 0) !== count) ??
    Object.entries(deliveriesAtLeast).find(([id, count]) => (counts.get(id) ?? 0) < count);
  return wrong && `${wrong[0]} was delivered ${counts.get(wrong[0]) ?? 0} times`;
}

function compareTimes(log: readonly Invoked[], expect: Expectation): string | undefined {
  const { minGapSeconds, maxConcurrent, maxConcurrentPerShard, firstInvocationNotBefore } = expect;
  const starts = log.map(({ start }) => start);
  if (minGapSeconds !== undefined) {
    const gap = Math.min(...starts.slice(1).map((start, index) => start - (starts[index] as number)));
    if (gap < minGapSeconds) return `only ${gap} s between starts`;
  }
  if (firstInvocationNotBefore !== undefined && (starts[0] ?? 0) < firstInvocationNotBefore) return `at ${starts[0]} s`;
  const most = mostAtOnce(log);
  if (maxConcurrent !== undefined && most > maxConcurrent) return `${most} at the same time`;
  if (maxConcurrentPerShard === undefined) return undefined;
  const mostOfOne = Math.max(0, ...groupsOf(log, ({ consumer, shard }) => `${consumer} ${shard}`).map(mostAtOnce));
  return mostOfOne > maxConcurrentPerShard ? `${mostOfOne} of one shard at the same time` : undefined;
}

function groupsOf(log: readonly Invoked[], nameOf: (invoked: Invoked) => string): readonly (readonly Invoked[])[] {
  return [...new Set(log.map(nameOf))].map((name) => log.filter((invoked) => nameOf(invoked) === name));
}

function mostAtOnce(log: readonly Invoked[]): number {
  return Math.max(
    0,
    ...log.map(({ start }) => log.filter((other) => other.start <= start && start < other.end).length),
  );
}

function compareOrder(
  log: readonly Invoked[],
  { orderPerKey = {} }: Expectation,
  records: readonly SourceRecord[],
): string | undefined {
  const keyOf = new Map(records.map(({ id, partitionKey, groupId }) => [id, partitionKey ?? groupId]));
  const delivered = log.flatMap((invoked) => invoked.records);
  const wrong = Object.entries(orderPerKey).find(([key, ids]) => {
    return delivered.filter((id) => keyOf.get(id) === key).join() !== ids.join();
  });
  return wrong && `${wrong[0]} in the order ${delivered.filter((id) => keyOf.get(id) === wrong[0])}`;
}

/** What is said of a tumbling window: its records, the sum in its last state, its times in seconds. */
function compareWindows(log: readonly Invoked[], expected: readonly JsonObject[] | undefined): string | undefined {
  if (expected === undefined) return undefined;
  const byStart = groupsOf(log, ({ event }) => String((event.window as JsonObject | undefined)?.start));
  const windows = byStart.map((invoked): JsonObject => {
    const last = invoked.at(-1) as Invoked;
    const seconds = (name: string): number => {
      return (Date.parse(String((last.event.window as JsonObject | undefined)?.[name])) - last.startMs) / 1_000;
    };
    const state = (last.event.state ?? {}) as JsonObject;
    return {
      records: invoked.flatMap(({ records }) => records),
      invocations: invoked.length,
      start: seconds("start"),
      end: seconds("end"),
      state,
      sum: state.sum ?? 0,
      isFinalInvokeForWindow: last.event.isFinalInvokeForWindow ?? false,
    };
  });
  const isLikeThat = (wanted: JsonObject, got: JsonObject | undefined): boolean => {
    const names = Object.keys(wanted).filter((name) => got !== undefined && name in got);
    return names.length > 0 && names.every((name) => same(wanted[name], got?.[name]));
  };
  const isSame = windows.length === expected.length && expected.every((each, at) => isLikeThat(each, windows[at]));
  return isSame ? undefined : `windows ${JSON.stringify(windows)}`;
}

function compareShape(first: Invoked | undefined, shape: JsonObject | undefined): string | undefined {
  if (shape === undefined) return undefined;
  const record = ((first?.event.Records ?? []) as readonly JsonObject[])[0] ?? {};
  const { keys, attributeNames, ...parts } = shape;
  if (keys !== undefined && Object.keys(record).sort().join() !== (keys as string[]).join())
    return `keys ${Object.keys(record)}`;
  const names = Object.keys((record.attributes ?? {}) as JsonObject).sort();
  if (attributeNames !== undefined && names.join() !== (attributeNames as string[]).join())
    return `attributes ${names}`;
  return holds(record, parts) ? undefined : `record ${JSON.stringify(record)}`;
}

/** Whether an object has what another has, names beyond that aside. */
export function holds(got: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null || Array.isArray(wanted)) return same(got, wanted);
  if (typeof got !== "object" || got === null) return false;
  return Object.entries(wanted).every(([name, inner]) => holds((got as JsonObject)[name], inner));
}
