/** What is made from the schemas is committed, and is what the schemas say today. */
import { expect, test } from "vitest";
import { stale } from "../../../schemas/generate.ts";

test("generated files are fresh: `npm run generate` changes nothing", async () => {
  expect(await stale()).toEqual([]);
});
