/**
 * Runs what Step Functions Local would run: the definition with a mock configuration file in the place of the services,
 * and compares with what AWS recorded. A mock has only the fields that its author wrote down: those are compared.
 */
import { type JsonValue, type MachineType, mockTasks, parseMockConfig, run } from "@sluice/engine";
import type { Case, Verdict } from "./cases.ts";
import { type Difference, difference, listDifference } from "./compare.ts";

interface LocalMock {
  readonly config: JsonValue;
  readonly testCase: string;
  readonly definition: JsonValue;
  /** JSON text. */
  readonly input: string;
}

interface Expected {
  readonly status: string;
  readonly output?: unknown;
  readonly error?: string;
}

type Event = Readonly<Record<string, unknown>> & { readonly type: string };

/** Undefined where the case has no mock configuration. */
export async function judgeMocks(row: Case): Promise<Verdict | undefined> {
  const mock = row.sfn_local_mock as LocalMock | null | undefined;
  if (mock === null || mock === undefined) return undefined;
  const why = await mockDifference(row, mock);
  return { levels: { mock: why === undefined }, ...(why === undefined ? {} : { why: `mock: ${why}` }) };
}

async function mockDifference(row: Case, mock: LocalMock): Promise<Difference> {
  const config = parseMockConfig(mock.config);
  if ("problems" in config) return `the mock configuration is refused: ${config.problems[0]?.message}`;
  const tasks = mockTasks(config, config.cases[0]?.stateMachine ?? "", mock.testCase);
  if (typeof tasks !== "function") return tasks.message;
  const actual = await run(mock.definition, {
    input: JSON.parse(mock.input) as JsonValue,
    type: row.type as MachineType,
    tasks,
  });
  const expected = row.expected as Expected;
  if (actual.status !== expected.status) return `expected ${expected.status}, got ${actual.status} (${actual.cause})`;
  if (actual.error !== expected.error) return `expected error ${expected.error}, got ${actual.error}`;
  const recorded = (row.events as Event[] | null) ?? [];
  const parallel = ((row.features as string[] | undefined) ?? []).includes("type:Parallel");
  // The recorder has sorted away events of branches: those that are left must be there.
  const types = (events: readonly { readonly type: string }[]): string[] => events.map(({ type }) => type);
  const found = parallel
    ? missingFrom(types(recorded), types(actual.events))
    : listDifference(types(recorded), types(actual.events), true);
  if (found !== undefined) return found;
  const wild = new Set((row.placeholders as string[] | undefined) ?? []);
  if (expected.output === undefined || parallel) return undefined;
  return difference(knownFields(expected.output, actual.output), actual.output, wild);
}

function missingFrom(wanted: readonly string[], given: readonly string[]): Difference {
  const left = [...given];
  for (const type of wanted) {
    const at = left.indexOf(type);
    if (at < 0) return `${type} is missing`;
    left.splice(at, 1);
  }
  return undefined;
}

/** What was recorded, without the fields that the mock does not have. */
function knownFields(recorded: unknown, given: unknown): unknown {
  if (!isRecord(recorded) || !isRecord(given)) return recorded;
  const known = Object.entries(recorded).filter(([name]) => Object.hasOwn(given, name));
  return Object.fromEntries(known.map(([name, value]) => [name, knownFields(value, given[name])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
