/**
 * ResultWriter: a Distributed Map that exports its results hands on where they are instead of the results.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
import type { QueryLanguage } from "../asl/model.ts";
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import type { Frame } from "./frame.ts";
import { after, type MaybePromise } from "./maybe-promise.ts";
import type { Run } from "./run-port.ts";
import { EvaluationScope } from "./scope.ts";
import { compileValue } from "./values.ts";

export type ResultWriter = (run: Run, frame: Frame, results: readonly JsonValue[]) => MaybePromise<JsonValue>;

/** Undefined where the results stay in the execution. */
export function compileResultWriter(definition: JsonObject, language: QueryLanguage): ResultWriter | undefined {
  const { ResultWriter: writer } = definition;
  if (!isObject(writer) || writer.Resource === undefined) return undefined;
  const destination = compileValue(writer.Arguments ?? writer.Parameters ?? {}, language, "ResultWriter/Arguments");
  return (run, frame) =>
    after(destination(new EvaluationScope(run, frame, frame.input)), (given) => {
      const mapRunArn = run.mapRunArn(frame);
      const { Bucket: bucket = null, Prefix: prefix } = isObject(given) ? given : ({} as JsonObject);
      const folder = [prefix, mapRunArn.slice(mapRunArn.lastIndexOf(":") + 1)].filter((part) => part !== undefined);
      return {
        MapRunArn: mapRunArn,
        ResultWriterDetails: { Bucket: bucket, Key: `${folder.join("/")}/manifest.json` },
      };
    });
}
