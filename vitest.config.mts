/** One project a kind of test, so that `npm test` can report them apart and each runs alone: npm run test:unit. */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

interface Options {
  readonly testTimeout?: number;
  /** Files share the modules that they import, which take longer to load than most files to run: for what keeps no state. */
  readonly isolate?: boolean;
}

function project(name: string, options: Options = {}) {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      environment: "node" as const,
      setupFiles: ["test/setup.ts"],
      testTimeout: 10_000,
      hookTimeout: 60_000,
      ...options,
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      project("unit", { isolate: false, testTimeout: 120_000 }),
      project("structure"),
      project("bundles", { testTimeout: 30_000 }),
      project("lsp", { testTimeout: 30_000 }),
      project("panel", { testTimeout: 60_000 }),
    ],
  },
});
