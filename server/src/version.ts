/** The version that the server and the command line name. */
import manifest from "../package.json" with { type: "json" };

export const VERSION: string = manifest.version;
