/** Editor features of scenarios; the feature of each case stands in its title. */
import { testFixtures } from "../features/fixtures.ts";
import { renderNamed } from "../features/renders.ts";

testFixtures("features", renderNamed, "scenario");
