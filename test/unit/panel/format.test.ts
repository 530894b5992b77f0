import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNonce, panelHtml } from "../../../client/src/panel/html.ts";
import { clockText, jsonText, jsonTokens } from "../../../client/webview/src/ui/format.ts";

describe("what the panel writes", () => {
  it.each([
    [0, "00:00:00.000"],
    [61_500, "00:01:01.500"],
    [86_400_000 + 3_600_000, "1d 01:00:00.000"],
  ])("%d ms since the start is %s", (ms, text) => {
    expect(clockText(ms)).toBe(text);
  });

  it("loses nothing when it colours JSON", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const pretty = jsonText(JSON.parse(text));
        expect(
          jsonTokens(pretty)
            .map((token) => token.text)
            .join(""),
        ).toBe(pretty);
      }),
    );
  });

  it("tells a name from a string", () => {
    const kinds = jsonTokens('{ "a": "b", "c": [1, true] }').filter(({ kind }) => kind !== "plain");
    expect(kinds.map(({ kind }) => kind)).toEqual(["name", "string", "name", "number", "word"]);
  });

  it("makes a page that lets nothing in but its own files", () => {
    const html = panelHtml({
      cspSource: "https://own",
      script: "s",
      style: "c",
      workers: { worker: "w" },
      title: "t",
      nonce: createNonce(),
    });
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/unsafe-|\*/);
    expect(createNonce()).toMatch(/^[0-9a-f]{48}$/);
  });
});
