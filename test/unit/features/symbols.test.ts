import { type DocumentSymbol, symbols } from "@sluice/engine";
import { testFixtures } from "./fixtures.ts";

testFixtures("symbols", (document) => {
  const lines = (list: readonly DocumentSymbol[], depth: number): string[] =>
    list.flatMap(({ name, detail, children }) => [
      `${"  ".repeat(depth)}${name} (${detail})`,
      ...lines(children, depth + 1),
    ]);
  return lines(symbols(document), 0).join("\n") || "nothing";
});
