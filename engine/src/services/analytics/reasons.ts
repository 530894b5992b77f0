/** What applications that compute over streams say of why something happened. */
import { duration, type Sentence } from "../sentences.ts";

export const ANALYTICS_REASONS: Readonly<Record<string, Sentence>> = {
  "analytics.not-read": ({ text }) => `nothing is computed: ${text}`,
  "analytics.late": ({ behindMs }) => `it is ${duration(behindMs)} behind the watermark, and its window has been given`,
  "analytics.not-json": () => "its data is not a JSON object, or has no event time",
  "analytics.passed-over": () => "it does not match WHERE",
  "analytics.result": ({ key, start, end, rows, update }) =>
    `${update === undefined ? "" : "again, with a late row: "}${key} from ${start} to ${end}, ${rows} rows`,
  "analytics.refused": ({ refusal }) => `the result was refused: ${refusal}`,
};
