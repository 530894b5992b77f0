/** Editor features of policies, by language; the feature of each case stands in its title. */
import { testFixtures } from "../features/fixtures.ts";
import { renderNamed } from "../features/renders.ts";

for (const name of ["filter-policy", "event-pattern", "redrive-policy", "messages"])
  testFixtures(name, renderNamed, "policies");
