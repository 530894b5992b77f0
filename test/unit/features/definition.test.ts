import { testFixtures } from "./fixtures.ts";
import { RENDERS } from "./renders.ts";

testFixtures("definition", RENDERS.definition);
