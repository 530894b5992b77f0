/**
 * Systems made from seeds, and what must hold of each: conservation, order, receive counts, deduplication, the same bytes
 * from the same seed, also when it was saved on the way. The other half of 2,000 seeds: more-properties.test.ts
 */
import { wrongWith } from "./check.ts";
import { testSeeds } from "./seeds.ts";

testSeeds("test/unit/sim/properties/properties.test.ts", 1_000, wrongWith);
