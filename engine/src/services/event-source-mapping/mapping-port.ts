import type { JsonObject } from "../../json.ts";

/** An event source mapping, for who changes it while it runs. */
export interface MappingPort {
  /** UpdateEventSourceMapping: properties that take the place of those it has. */
  update(properties: JsonObject): void;
  /** GetEventSourceMapping. */
  describe(): JsonObject;
}
