/** Editor features of policies, by language; the feature of each case stands in its title. */
import { testFixtures } from "../features/fixtures.ts";
import { renderNamed } from "../features/renders.ts";

for (const name of ["redrive-policy"]) testFixtures(name, renderNamed, "policies");
