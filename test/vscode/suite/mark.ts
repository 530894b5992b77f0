/** Starts each line of the suite's report, to tell it from VS Code's own log. Invisible, and in nobody else's lines. */
export const SUITE_MARK = "\u2063sluice\u2063";
