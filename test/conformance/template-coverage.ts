/**
 * Of all real templates of ../shared/corpus: how many have every messaging resource simulated, and what the others lack.
 * `node test/conformance/template-coverage.ts [directory] [--verbose]`
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { languageOf, parseText, systemOf } from "@sluice/engine";
import { readScenario } from "../../engine/src/scenario/read.ts";
import { subjectOf } from "../../engine/src/scenario/subject.ts";

export const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");

/** Services that take, hold, hand on or make messages; what stands beside them moves none. */
const MESSAGING =
  /^AWS::(?:SQS|SNS|Events|EventsV2|Scheduler|Pipes|Kinesis|KinesisFirehose|KinesisAnalytics|KinesisAnalyticsV2|KinesisVideo|Lambda|Serverless|StepFunctions|ApiGateway|ApiGatewayV2|S3|DynamoDB|MSK|AmazonMQ|SWF)::/;

export interface Coverage {
  readonly templates: number;
  readonly whole: number;
  /** By type, how many templates lack it. */
  readonly lacking: ReadonlyMap<string, number>;
  readonly files: readonly { readonly file: string; readonly lacks: readonly string[] }[];
}

export function coverageOf(corpus: string): Coverage {
  const { scenario } = readScenario(parseText("{}", "json").root);
  const rows = readFileSync(join(corpus, "index.jsonl"), "utf8").trim().split("\n");
  const files = rows
    .map((row) => JSON.parse(row) as { readonly set: string; readonly file: string })
    .filter(({ set }) => set === "templates")
    .map(({ file }) => {
      const text = readFileSync(join(corpus, "templates", file), "utf8");
      const { notSimulated } = systemOf(subjectOf("template", text, languageOf(text)), scenario);
      return { file, lacks: [...new Set(notSimulated.map(({ type }) => type).filter((type) => MESSAGING.test(type)))] };
    });
  const lacking = new Map<string, number>();
  for (const type of files.flatMap(({ lacks }) => lacks)) lacking.set(type, (lacking.get(type) ?? 0) + 1);
  return { templates: files.length, whole: files.filter(({ lacks }) => lacks.length === 0).length, lacking, files };
}

/** For people: the share, and what is lacked most. */
export function coverageText({ templates, whole, lacking }: Coverage): string {
  const share = ((100 * whole) / templates).toFixed(1);
  const lacks = [...lacking].sort(([, a], [, b]) => b - a).map(([type, count]) => `${type} ${count}`);
  return `real templates  every messaging resource simulated in ${whole}/${templates} (${share} %); the others lack ${lacks.join(", ") || "nothing"}`;
}

if (process.argv[1] === import.meta.filename) {
  const [corpus = CORPUS, ...flags] = process.argv.slice(2);
  if (!existsSync(corpus)) throw new Error(`there are no templates in ${corpus}`);
  const coverage = coverageOf(corpus);
  process.stdout.write(`${coverageText(coverage)}\n`);
  if (flags.includes("--verbose")) {
    for (const { file, lacks } of coverage.files) {
      if (lacks.length > 0) process.stdout.write(`  ${file}: ${lacks.join(", ")}\n`);
    }
  }
}
