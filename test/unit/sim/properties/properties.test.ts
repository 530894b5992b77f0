/**
 * Systems made from seeds, and what must hold of each: conservation, order, receive counts, deduplication, the same bytes
 * from the same seed, also when it was saved on the way.
 */
import { wrongWith } from "./check.ts";
import { testSeeds } from "./seeds.ts";

testSeeds("test/unit/sim/properties/properties.test.ts", 2_000, wrongWith);
