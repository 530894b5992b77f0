/** What is measured: a job as plain data, and the work that it stands for. */
import {
  buildMachine,
  check,
  createExecution,
  type JsonValue,
  layoutMachine,
  parseText,
  runSlice,
} from "@sluice/engine";
import jsonata from "jsonata";
import { type BusJob, busWork } from "./buses.ts";
import { type PatternJob, patternWork } from "./patterns.ts";
import { importPeer } from "./peers.ts";
import { type QueueJob, queueWork } from "./queues.ts";
import {
  definitionText,
  jsonataLoop,
  LOOP_EXPRESSIONS,
  LOOP_ITEMS,
  loopDefinition,
  mapDefinition,
  parallelDefinition,
  type Shape,
} from "./shapes.ts";
import { type StreamJob, streamWork } from "./streams.ts";

export type Job =
  | PatternJob
  | {
      readonly kind: "check";
      readonly who: "sluice" | "asls" | "asl-validator";
      readonly shape: Shape;
      readonly size: number;
    }
  | { readonly kind: "loop" | "map" | "parallel"; readonly who: Runner; readonly size: number }
  | { readonly kind: "jsonata"; readonly who: "sluice-no-history" | "jsonata"; readonly size: number }
  | { readonly kind: "compile"; readonly who: "sluice"; readonly shape: Shape; readonly size: number }
  | { readonly kind: "layout"; readonly who: "sluice"; readonly shape: Shape; readonly size: number }
  | BusJob
  | QueueJob
  | StreamJob;

export type Runner = "sluice" | "sluice-no-history" | "aws-local-stepfunctions";

export type Work = () => unknown | Promise<unknown>;

async function checkWork(who: string, text: string): Promise<Work> {
  if (who === "sluice") return () => `${check(text, { language: "json" }).length} problems`;
  if (who === "asl-validator") {
    const validate = (await importPeer("asl-validator")) as unknown as (definition: unknown) => { errors: unknown[] };
    return () => `${validate(JSON.parse(text)).errors.length} problems`;
  }
  const { getLanguageService, TextDocument } = (await importPeer("amazon-states-language-service")) as {
    getLanguageService: (options: object) => {
      parseJSONDocument(document: unknown): unknown;
      doValidation(document: unknown, json: unknown): Promise<unknown[]>;
    };
    TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
  };
  const service = getLanguageService({});
  return async () => {
    const document = TextDocument.create("file:///bench.asl.json", "asl", 1, text);
    const found = await service.doValidation(document, service.parseJSONDocument(document));
    return `${found.length} problems`;
  };
}

async function runWork(who: string, definition: object, input: JsonValue): Promise<Work> {
  if (who === "aws-local-stepfunctions") {
    const { StateMachine } = (await importPeer("aws-local-stepfunctions")) as {
      StateMachine: new (definition: object, options: object) => { run(input: unknown): { result: Promise<unknown> } };
    };
    const machine = new StateMachine(definition, { validationOptions: { checkPaths: false, checkArn: false } });
    return async () => {
      const output = await machine.run(input).result;
      return `output of ${JSON.stringify(output).length} characters`;
    };
  }
  const history = who !== "sluice-no-history";
  return async () => {
    // Express, which has no limit on the number of events.
    const execution = createExecution(definition as JsonValue, { input, type: "EXPRESS", history });
    await runSlice(execution);
    if (execution.status !== "SUCCEEDED") throw new Error(`${execution.error}: ${execution.cause}`);
    return `output of ${JSON.stringify(execution.output).length} characters, ${execution.eventCount} events`;
  };
}

/** The expressions of the JSONata loop by themselves, with the same data, as often as the machine evaluates them. */
async function bareJsonata(rounds: number): Promise<Work> {
  const [condition, step] = LOOP_EXPRESSIONS.map((text) => jsonata(text)) as [jsonata.Expression, jsonata.Expression];
  return async () => {
    let state: unknown = { n: 0, items: LOOP_ITEMS };
    while ((await condition.evaluate(undefined, { states: { input: state }, limit: rounds })) === true) {
      state = await step.evaluate(undefined, { states: { input: state } });
    }
    return `output of ${JSON.stringify(state).length} characters`;
  };
}

/** Answers what came out as a text, so that nobody compares with a tool that did nothing. */
export async function workOf(job: Job): Promise<Work> {
  switch (job.kind) {
    case "patterns":
      return patternWork(job);
    case "check":
      return checkWork(job.who, definitionText(job.shape, job.size));
    case "loop":
      return runWork(job.who, loopDefinition(job.size), { n: 0 });
    case "parallel":
      return runWork(job.who, parallelDefinition(job.size), { items: Array.from({ length: job.size }, (_, n) => n) });
    case "jsonata":
      if (job.who === "jsonata") return bareJsonata(job.size);
      return runWork(job.who, jsonataLoop(job.size), { n: 0, items: LOOP_ITEMS });
    case "compile": {
      const text = definitionText(job.shape, job.size);
      return () => createExecution(JSON.parse(text) as JsonValue, { input: {} }).status;
    }
    case "map":
      return runWork(job.who, mapDefinition(), { items: Array.from({ length: job.size }, (_, n) => ({ n })) });
    case "layout": {
      const machine = buildMachine(parseText(definitionText(job.shape, job.size), "json").root);
      if (machine === undefined) throw new Error("not a state machine");
      return () => `${layoutMachine(machine).nodes.length} nodes`;
    }
    case "stream":
      return streamWork(job);
    case "buses":
      return busWork(job);
    default:
      return queueWork(job);
  }
}
