import { buildMachine, layoutMachine, parseText, renderMermaid, renderSvg } from "@sluice/engine";
import { describe, expect, it } from "vitest";
// Not part of the façade: sizes are the layout's own affair.
import { shorten, textWidth } from "../../../engine/src/layout/metrics.ts";

const NASTY = `<b>"x" & 'y'</b>]\u0007 end`;

function machineNamed(name: string) {
  const definition = { StartAt: name, States: { [name]: { Type: "Pass", Next: "end" }, end: { Type: "Succeed" } } };
  const machine = buildMachine(parseText(JSON.stringify(definition), "json").root);
  if (machine === undefined) throw new Error("not a state machine");
  return machine;
}

describe("renderSvg", () => {
  it("escapes every text and has a title", () => {
    const svg = renderSvg(layoutMachine(machineNamed(NASTY)), { title: "A & B" });
    expect(svg).toContain("<title>A &amp; B</title>");
    expect(svg).not.toContain("<b>");
    expect(svg).not.toContain("\u0007");
    expect(svg.match(/<g\b/g)?.length).toBe(svg.match(/<\/g>/g)?.length);
  });

  it("loads nothing from anywhere", () => {
    const svg = renderSvg(layoutMachine(machineNamed("A")));
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|url\(|href|<script|@import/);
  });

  it("follows the reader's colours unless told otherwise", () => {
    const layout = layoutMachine(machineNamed("A"));
    expect(renderSvg(layout)).toContain("prefers-color-scheme:dark");
    expect(renderSvg(layout, { theme: "dark" })).not.toContain("prefers-color-scheme");
  });
});

describe("renderMermaid", () => {
  it("never lets a name out of its quotes", () => {
    const text = renderMermaid(machineNamed(NASTY));
    expect(text).toContain("flowchart TD");
    const label = /s1\["(.*)"\]/.exec(text)?.[1];
    expect(label).toMatch(/^[^"<>[\]&]+$/);
  });

  it("nests the scopes of containers", () => {
    const definition = {
      StartAt: "Each",
      States: {
        Each: {
          Type: "Map",
          ItemProcessor: { StartAt: "One", States: { One: { Type: "Pass", End: true } } },
          Catch: [{ ErrorEquals: ["States.ALL"], Next: "Failed" }],
          End: true,
        },
        Failed: { Type: "Fail" },
      },
    };
    const machine = buildMachine(parseText(JSON.stringify(definition), "json").root);
    expect(renderMermaid(machine as NonNullable<typeof machine>)).toMatchInlineSnapshot(`
      "flowchart TD
        start0((" "))
        end0(((" ")))
        subgraph s1 ["Each"]
          start1((" "))
          end1(((" ")))
          s2["One"]
        end
        s3{{"Failed"}}
        start0 --> s1
        s1 -.->|"States.ALL"| s3
        s1 --> end0
        start1 --> s2
        s2 --> end1
      "
    `);
  });
});

describe("text width", () => {
  it("grows with the text and knows wide characters", () => {
    expect(textWidth("WW", 13)).toBeGreaterThan(textWidth("ii", 13) * 2);
    expect(textWidth("状態", 13)).toBeGreaterThan(textWidth("ab", 13));
  });

  it("cuts what does not fit, and only that", () => {
    expect(shorten("short", 100, 13)).toBe("short");
    const cut = shorten("a very long name of a state", 80, 13);
    expect(cut.endsWith("…")).toBe(true);
    expect(textWidth(cut, 13)).toBeLessThanOrEqual(80);
  });
});
