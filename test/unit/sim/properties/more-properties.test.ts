/** What properties.test.ts proves, of another thousand seeds. */
import { wrongWith } from "./check.ts";
import { testSeeds } from "./seeds.ts";

testSeeds("test/unit/sim/properties/more-properties.test.ts", 1_000, wrongWith, 1_000);
