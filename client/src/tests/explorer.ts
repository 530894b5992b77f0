/**
 * The Test Explorer: every scenario of the workspace with its expectations and cases, run like any other tests, with the
 * coverage of the state machines that they are about.
 */
import type { Coverage } from "@sluice/engine";
import {
  type CancellationToken,
  type Disposable,
  FileCoverage,
  Location,
  Range,
  StatementCoverage,
  type TestController,
  type TestItem,
  TestMessage,
  type TestRun,
  TestRunProfileKind,
  type TestRunRequest,
  tests,
  Uri,
  workspace,
} from "vscode";
import { callHandler, handlersRefused } from "../flow/handlers.ts";
import type { HandlerCall, TestOutcome } from "../flow/protocol.ts";
import { readSource } from "../flow/source.ts";
import { askServer } from "../panel/ask-server.ts";
import { runTest, type StartTestWorker } from "./test-worker.ts";

const SCENARIOS = "**/*.scenario.{yaml,yml,json}";
const MAX_FILES = 2_000;

export function registerTests(start: StartTestWorker): Disposable[] {
  const controller = tests.createTestController("sluice.scenarios", "Sluice Scenarios");
  const explorer = new Explorer(controller, start);
  controller.resolveHandler = async (item) => {
    if (item === undefined) await explorer.findAll();
    else await explorer.read(item);
  };
  const watcher = workspace.createFileSystemWatcher(SCENARIOS);
  const run = (request: TestRunRequest, token: CancellationToken) => explorer.run(request, token, false);
  controller.createRunProfile("Run", TestRunProfileKind.Run, run, true);
  const covering = controller.createRunProfile("Run with Coverage", TestRunProfileKind.Coverage, (request, token) => {
    return explorer.run(request, token, true);
  });
  covering.loadDetailedCoverage = async (_run, file) => explorer.detailsOf(file);
  return [
    controller,
    watcher,
    watcher.onDidCreate((uri) => void explorer.add(uri)),
    watcher.onDidChange((uri) => void explorer.add(uri)),
    watcher.onDidDelete((uri) => controller.items.delete(uri.toString())),
  ];
}

class Explorer {
  readonly #controller: TestController;
  readonly #start: StartTestWorker;
  readonly #details = new Map<string, readonly StatementCoverage[]>();

  constructor(controller: TestController, start: StartTestWorker) {
    this.#controller = controller;
    this.#start = start;
  }

  async findAll(): Promise<void> {
    const found = await workspace.findFiles(SCENARIOS, "**/node_modules/**", MAX_FILES);
    await Promise.all(found.map((uri) => this.add(uri)));
  }

  async add(uri: Uri): Promise<void> {
    const label = workspace.asRelativePath(uri);
    const item = this.#controller.createTestItem(uri.toString(), label, uri);
    this.#controller.items.add(item);
    await this.read(item);
  }

  /** Its expectations and cases are tests of their own. */
  async read(item: TestItem): Promise<void> {
    if (!item.uri || item.parent) return;
    const document = await workspace.openTextDocument(item.uri);
    const asked = { name: item.uri.path, text: document.getText() };
    const found = await askServer<readonly { title: string; start: number; end: number }[]>(
      "sluice/scenarioTests",
      asked,
    );
    const parts = (found ?? []).map(({ title, start, end }) => {
      const part = this.#controller.createTestItem(`${item.id}#${title}`, title, item.uri);
      part.range = new Range(document.positionAt(start), document.positionAt(end));
      return part;
    });
    item.children.replace(parts);
  }

  async run(request: TestRunRequest, token: CancellationToken, covers: boolean): Promise<void> {
    const run = this.#controller.createTestRun(request);
    const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    if (this.#controller.items.size === 0) await this.findAll();
    for (const [file, wanted] of this.#wanted(request)) {
      if (token.isCancellationRequested) break;
      await this.#runFile(run, file, wanted, cancelled, covers);
    }
    run.end();
  }

  /** By file the tests that are asked for; a file's simulation is the same for all of them. */
  #wanted({ include, exclude = [] }: TestRunRequest): ReadonlyMap<TestItem, readonly TestItem[]> {
    const wanted = new Map<TestItem, TestItem[]>();
    const all = include ?? [...this.#controller.items].map(([, item]) => item);
    for (const item of all) {
      const file = item.parent ?? item;
      const own = item.parent ? [item] : [...item.children].map(([, child]) => child);
      const known = wanted.get(file) ?? [];
      wanted.set(file, [...known, ...own.filter((each) => !exclude.includes(each) && !known.includes(each))]);
    }
    return wanted;
  }

  async #runFile(
    run: TestRun,
    file: TestItem,
    wanted: readonly TestItem[],
    cancelled: Promise<void>,
    covers: boolean,
  ): Promise<void> {
    for (const item of [file, ...wanted]) run.started(item);
    const startedMs = Date.now();
    try {
      const { uri } = file;
      const read = uri && (await readSource(uri));
      if (!uri || !read) throw new Error("It cannot be read.");
      const handlers = { refused: handlersRefused(uri), call: (call: HandlerCall) => callHandler(uri, call) };
      const outcome = await runTest(this.#start, read.source, handlers, cancelled);
      if (outcome.errors.length > 0) throw new Error(outcome.errors.join("\n"));
      this.#tell(run, file, wanted, outcome, Date.now() - startedMs);
      if (covers && outcome.coverage && file.uri) await this.#cover(run, file.uri, outcome.coverage);
    } catch (error) {
      const message = new TestMessage(error instanceof Error ? error.message : String(error));
      for (const item of [file, ...wanted]) run.errored(item, message);
    }
  }

  #tell(
    run: TestRun,
    file: TestItem,
    wanted: readonly TestItem[],
    { verdicts, cases }: TestOutcome,
    tookMs: number,
  ): void {
    const results = new Map([
      ...verdicts.map(({ name, passed, seen }) => [name, { passed, text: seen }] as const),
      ...cases.map(({ name, passed, differences }) => [name, { passed, text: differences.join("\n") }] as const),
    ]);
    for (const item of wanted) {
      const result = results.get(item.label);
      if (!result) run.skipped(item);
      else if (result.passed) run.passed(item);
      else {
        const message = new TestMessage(result.text);
        if (item.uri && item.range) message.location = new Location(item.uri, item.range);
        run.failed(item, message);
      }
    }
    if (wanted.length === 0 || wanted.every((item) => results.get(item.label)?.passed)) run.passed(file, tookMs);
    else run.failed(file, new TestMessage("Not everything is as expected."), tookMs);
  }

  /** States are what is covered of a state machine's file. */
  async #cover(run: TestRun, scenario: Uri, { machine, visited, missed }: Coverage): Promise<void> {
    const uri = Uri.joinPath(scenario, "..", machine);
    const document = await workspace.openTextDocument(uri);
    const text = document.getText();
    const statementOf =
      (count: number) =>
      (name: string): readonly StatementCoverage[] => {
        const found = new RegExp(`^[ \\t]*"?${escapeText(name)}"?\\s*:`, "m").exec(text);
        if (!found) return [];
        return [new StatementCoverage(count, document.positionAt(found.index + found[0].search(/\S/)))];
      };
    const statements = [...visited.flatMap(statementOf(1)), ...missed.flatMap(statementOf(0))];
    this.#details.set(uri.toString(), statements);
    run.addCoverage(FileCoverage.fromDetails(uri, [...statements]));
  }

  detailsOf({ uri }: FileCoverage): StatementCoverage[] {
    return [...(this.#details.get(uri.toString()) ?? [])];
  }
}

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
