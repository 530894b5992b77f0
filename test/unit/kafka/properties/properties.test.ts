/**
 * Systems of Kafka made from seeds, and what must hold of each: order in every partition, no record skipped while it is kept,
 * commits that never go back, rebalances that lose nothing, the same bytes from the same seed.
 */
import { testSeeds } from "../../sim/properties/seeds.ts";
import { wrongWith } from "./check.ts";

testSeeds("test/unit/kafka/properties/properties.test.ts", 2_000, wrongWith);
