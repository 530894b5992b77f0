import { testFixtures } from "./fixtures.ts";
import { RENDERS } from "./renders.ts";

testFixtures("complete", RENDERS.complete);
testFixtures("complete-payload", RENDERS.complete);
