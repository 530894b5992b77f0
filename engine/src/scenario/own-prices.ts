/** A scenario's own prices: what somebody pays whose Region or contract has others than the table. */
import { closest } from "../schema/suggest.ts";
import { PRICES, type Price } from "../services/prices.ts";
import type { Node } from "../text/tree.ts";
import { thousands } from "./editor/words.ts";
import type { Reading } from "./reading.ts";

/** US dollars by the name of a price, for as many units as the table's price is for. */
export function readPrices(root: Node, reading: Reading): Readonly<Record<string, number>> {
  const prices = reading.members(root, "prices").flatMap(({ key, node }): [string, number][] => {
    if (!Object.hasOwn(PRICES, key)) {
      const near = closest(key, Object.keys(PRICES));
      const hint = near === undefined ? `There are ${Object.keys(PRICES).join(", ")}.` : `Did you mean \`${near}\`?`;
      reading.wrong(node, "scenario-value", `There is no price \`${key}\`. ${hint}`);
      return [];
    }
    if (node.kind === "number" && node.value >= 0) return [[key, node.value]];
    const { usd, per, unit } = PRICES[key] as Price;
    reading.wrong(node, "scenario-value", `A price is US dollars for ${thousands(per)} ${unit}, as ${usd} is.`);
    return [];
  });
  return Object.fromEntries(prices);
}
