/** One project a kind of test, so that `npm test` can report them apart and each runs alone: npm run test:unit. */
import { defineConfig } from "vitest/config";

function project(name: string, timeoutMs = 10_000) {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      environment: "node" as const,
      setupFiles: ["test/setup.ts"],
      testTimeout: timeoutMs,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      project("unit"),
      project("structure"),
      project("bundles", 30_000),
      project("lsp", 30_000),
      project("panel", 60_000),
    ],
  },
});
