import { testFixtures } from "./fixtures.ts";
import { RENDERS } from "./renders.ts";

testFixtures("selection-range", RENDERS["selection-range"]);
