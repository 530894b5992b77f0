/** Documents of the scenario language. */
import type { BaseDocument } from "../editor/types.ts";

/** Nothing is known of a scenario beyond its text and the files that it names. */
export interface ScenarioDocument extends BaseDocument {
  readonly kind: "scenario";
}
