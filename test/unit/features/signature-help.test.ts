import { testFixtures } from "./fixtures.ts";
import { RENDERS } from "./renders.ts";

testFixtures("signature-help", RENDERS["signature-help"]);
