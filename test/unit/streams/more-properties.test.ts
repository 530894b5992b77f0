/** The second thousand, so that both cores have something to do. */
import { testSeeds } from "../sim/properties/seeds.ts";
import { wrongWith } from "./check.ts";

testSeeds("test/unit/streams/more-properties.test.ts", 1_000, wrongWith, 1_000);
