/**
 * InspectionData: which stages of a state's data flow AWS shows for its type and language. A stage that AWS shows is
 * there even when the field that would change the data is absent; one that was not reached is left out.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionData.html
 */
import type { JsonValue } from "../../json.ts";
import type { DataStage } from "../types.ts";
import type { Payloads } from "./payloads.ts";
import type { TestedState } from "./tested-state.ts";
import type { InspectionData } from "./types.ts";

/** The last value of each stage; ItemSelector's are gathered from the inputs of the iterations. */
export type Stages = ReadonlyMap<DataStage | "afterItemSelector" | "afterItemsPointer", JsonValue>;

type ShownStage = DataStage | "afterItemSelector" | "afterItemsPointer";

const MAP_STAGES: readonly ShownStage[] = [
  "afterItemsPointer",
  "afterItemsPath",
  "afterItemSelector",
  "afterItemBatcher",
  "maxConcurrency",
  "toleratedFailureCount",
  "toleratedFailurePercentage",
];
const RESULT_STAGES: readonly ShownStage[] = ["afterResultSelector", "afterResultPath"];

function shownStages({ compiled: { type, language }, definition }: TestedState): readonly ShownStage[] {
  if (language === "JSONata") return type === "Task" ? ["afterArguments", "result"] : type === "Map" ? MAP_STAGES : [];
  switch (type) {
    case "Task":
      return ["afterInputPath", "afterParameters", "result", ...RESULT_STAGES];
    case "Pass":
      // A fixed Result makes nothing of the input.
      return definition.Result === undefined ? ["afterInputPath", "afterParameters", ...RESULT_STAGES] : RESULT_STAGES;
    case "Parallel":
      return RESULT_STAGES;
    case "Map":
      return [...MAP_STAGES, ...RESULT_STAGES];
    default:
      return ["afterInputPath"];
  }
}

/** The data flow; what comes besides (variables, errorDetails, request, response) is added by the caller. */
export function inspect(subject: TestedState, input: JsonValue, stages: Stages, payloads: Payloads): InspectionData {
  const data: Record<string, string | number> = { input: payloads.text(input) };
  for (const stage of shownStages(subject)) {
    const value = isUntouched(subject, stage) ? input : stages.get(stage);
    if (value === undefined) continue;
    data[stage] = typeof value === "number" && NUMBERS.has(stage) ? value : payloads.text(value);
  }
  return data;
}

const NUMBERS: ReadonlySet<string> = new Set(["maxConcurrency", "toleratedFailureCount", "toleratedFailurePercentage"]);

/** Fail has no InputPath; AWS shows its input as if it had passed one. */
function isUntouched({ compiled }: TestedState, stage: ShownStage): boolean {
  return compiled.type === "Fail" && stage === "afterInputPath";
}
