/** The panel's stand-in answers the engine's two questions as the package does. */
import fc from "fast-check";
import { JSONPath } from "jsonpath-plus";
import { expect, it } from "vitest";
import { JSONPath as standIn } from "../../../client/webview/src/machine/worker/jsonpath-plus.ts";

const container = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));

it.each(["$.*", "$.."])("%s", (path) => {
  const isContainer = (value: unknown): boolean => typeof value === "object" && value !== null;
  fc.assert(
    fc.property(container, (json) => {
      const real: unknown = JSONPath({ path, json, eval: false, resultType: "value", wrap: true });
      const wanted = (real ?? []) as unknown[];
      const given = standIn({ path, json });
      if (path === "$.*") expect(given).toEqual(wanted);
      else expect(given.filter(isContainer)).toEqual(wanted.filter(isContainer));
    }),
  );
});
