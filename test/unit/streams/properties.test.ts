/** Streams and their readers from seeds; `SLUICE_SEEDS=20000` more. */
import { testSeeds } from "../sim/properties/seeds.ts";
import { wrongWith } from "./check.ts";

testSeeds("test/unit/streams/properties.test.ts", 1_000, wrongWith);
