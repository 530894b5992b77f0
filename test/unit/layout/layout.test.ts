import {
  buildMachine,
  type GraphLayout,
  type LayoutEdge,
  type LayoutNode,
  layoutMachine,
  type Machine,
  parseText,
} from "@sluice/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definitionOf, seeds } from "./arbitrary-machine.ts";

function machineOf(definition: object): Machine {
  const machine = buildMachine(parseText(JSON.stringify(definition), "json").root);
  if (machine === undefined) throw new Error("not a state machine");
  return machine;
}

function layoutOf(definition: object): GraphLayout {
  return layoutMachine(machineOf(definition));
}

type Point = readonly [number, number];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function onBorder([x, y]: Point, box: Box): boolean {
  const between = (value: number, low: number, size: number): boolean => value >= low && value <= low + size;
  const vertical = (x === box.x || x === box.x + box.width) && between(y, box.y, box.height);
  const horizontal = (y === box.y || y === box.y + box.height) && between(x, box.x, box.width);
  return vertical || horizontal;
}

/** The inside of a box, so that a line along its border does not count as crossing it. */
function crosses(a: readonly [number, number], b: Point, box: Box): boolean {
  const left = Math.min(a[0], b[0]);
  const top = Math.min(a[1], b[1]);
  const line = { x: left, y: top, width: Math.abs(a[0] - b[0]) || 0.01, height: Math.abs(a[1] - b[1]) || 0.01 };
  const inner = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
  return overlap(line, inner);
}

function byId(layout: GraphLayout): ReadonlyMap<string, LayoutNode> {
  return new Map(layout.nodes.map((node) => [node.id, node]));
}

function siblings(layout: GraphLayout): LayoutNode[][] {
  const groups = new Map<string, LayoutNode[]>();
  for (const node of layout.nodes) {
    if (node.kind === "scope") continue;
    const key = `${node.depth} ${node.container}`;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return [...groups.values()];
}

/** Steps that each have a compensation, which may fail itself: two chains that only catchers hold together. */
function saga(): object {
  const caught = (next: string) => [{ ErrorEquals: ["States.ALL"], Next: next }];
  const task = (next: string, onError: string): object => ({
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Next: next,
    Catch: caught(onError),
  });
  const tell = { Type: "Task", Resource: "arn:aws:states:::sns:publish", Next: "Failed" };
  return {
    StartAt: "Book",
    States: {
      Book: task("Pay", "Unbook"),
      Pay: task("Reserve", "Refund"),
      Reserve: task("Tell", "Release"),
      Tell: { ...tell, Next: "Done" },
      Done: { Type: "Succeed" },
      Release: task("Refund", "Release failed"),
      "Release failed": tell,
      Refund: task("Unbook", "Refund failed"),
      "Refund failed": tell,
      Unbook: task("Failed", "Unbook failed"),
      "Unbook failed": tell,
      Failed: { Type: "Fail" },
    },
  };
}

it("leaves no empty strip between parts that only catchers hold together", () => {
  const { nodes } = layoutOf(saga());
  let end = Number.POSITIVE_INFINITY;
  for (const { x, width } of nodes.toSorted((a, b) => a.x - b.x)) {
    expect(x - end).toBeLessThan(100);
    end = Math.max(end === Number.POSITIVE_INFINITY ? 0 : end, x + width);
  }
});

describe("any machine", () => {
  /** The properties look at the same machines: each is laid out once. */
  const known = new Map<string, GraphLayout>();
  const layoutOnce = (definition: object): GraphLayout => {
    const text = JSON.stringify(definition);
    const layout = known.get(text) ?? layoutOf(definition);
    known.set(text, layout);
    return layout;
  };

  /** `check` answers what is wrong; nothing should be. */
  const property = (check: (layout: GraphLayout) => readonly string[]): void => {
    fc.assert(
      fc.property(seeds, (scope) => {
        expect(check(layoutOnce(definitionOf(scope)))).toEqual([]);
      }),
      { numRuns: 150, seed: 20_261_101 },
    );
  };

  it("has no two nodes on each other", () => {
    property((layout) =>
      siblings(layout).flatMap((group) =>
        group.flatMap((a, i) =>
          group
            .slice(i + 1)
            .filter((b) => overlap(a, b))
            .map((b) => `${a.id} and ${b.id}`),
        ),
      ),
    );
  });

  it("keeps what is inside a container inside it, and everything on the page", () => {
    property((layout) => {
      const nodes = byId(layout);
      const page = { x: 0, y: 0, width: layout.width, height: layout.height };
      const outer = (node: LayoutNode): Box =>
        node.container === undefined ? page : (nodes.get(node.container) as LayoutNode);
      const points = layout.edges.flatMap((edge) => edge.points);
      return [
        ...layout.nodes.filter((node) => !isInside(node, outer(node))).map((node) => node.id),
        ...points.filter(([x, y]) => !isInside({ x, y, width: 0, height: 0 }, page)).map(String),
      ];
    });
  });

  it("ends every edge on the borders of its two nodes, with horizontal and vertical pieces only", () => {
    property((layout) => {
      const nodes = byId(layout);
      const isWrong = ({ from, to, points }: LayoutEdge): boolean =>
        !onBorder(points[0] as Point, nodes.get(from) as LayoutNode) ||
        !onBorder(points.at(-1) as Point, nodes.get(to) as LayoutNode) ||
        points.slice(1).some(([x, y], i) => x !== points[i]?.[0] && y !== points[i]?.[1]);
      return layout.edges.filter(isWrong).map((edge) => JSON.stringify(edge));
    });
  });

  it("routes no edge through a node and lays no label on one", () => {
    property((layout) => {
      const nodes = byId(layout);
      return layout.edges.flatMap((edge) => {
        const source = nodes.get(edge.from) as LayoutNode;
        const near = layout.nodes.filter(
          (node) => node.kind !== "scope" && node.depth === source.depth && node.container === source.container,
        );
        const label = { x: (edge.labelX ?? -99) - 4, y: (edge.labelY ?? -99) - 4, width: 8, height: 8 };
        const hit = near.filter(
          (node) =>
            overlap(label, node) ||
            edge.points.slice(1).some((point, i) => crosses(edge.points[i] as Point, point, node)),
        );
        return hit.map((node) => `${node.id}: ${JSON.stringify(edge)}`);
      });
    });
  });

  it("is the same picture every time", () => {
    fc.assert(
      fc.property(seeds, (scope) => {
        expect(layoutOf(definitionOf(scope))).toEqual(layoutOf(definitionOf(scope)));
      }),
      { numRuns: 30, seed: 7 },
    );
  });
});

describe("a chain", () => {
  it("is one straight line, whatever hangs at its sides", () => {
    const names = ["Reserve", "Charge", "Ship"];
    const states = names.map((name, i) => [
      name,
      {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        ...(i + 1 < names.length ? { Next: names[i + 1] } : { End: true }),
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Undo" }],
      },
    ]);
    const layout = layoutOf({
      StartAt: "Reserve",
      States: { ...Object.fromEntries(states), Undo: { Type: "Pass", Next: "Failed" }, Failed: { Type: "Fail" } },
    });
    const nodes = byId(layout);
    const centres = ["^", ...names, "$"].map((id) => {
      const node = nodes.get(id) as LayoutNode;
      return node.x + node.width / 2;
    });
    expect(new Set(centres).size).toBe(1);
    const straight = layout.edges.filter((edge) => edge.kind === "next" && names.includes(edge.to));
    expect(straight.map((edge) => edge.points.length)).toEqual([2, 2]);
  });

  it("of 8,000 states that share a catcher is laid out without a deep stack", () => {
    const states = Array.from({ length: 8_000 }, (_, i) => [
      `S${i}`,
      {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        ...(i < 7_999 ? { Next: `S${i + 1}` } : { End: true }),
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Failed" }],
      },
    ]);
    const layout = layoutOf({ StartAt: "S0", States: { ...Object.fromEntries(states), Failed: { Type: "Fail" } } });
    expect(layout.nodes).toHaveLength(8_003);
    expect(layout.edges).toHaveLength(16_001);
  });
});

describe("edges", () => {
  const polling = {
    StartAt: "Submit",
    States: {
      Submit: { Type: "Task", Resource: "arn:aws:states:::batch:submitJob", Next: "Wait" },
      Wait: { Type: "Wait", Seconds: 30, Next: "Describe" },
      Describe: { Type: "Task", Resource: "arn:aws:states:::aws-sdk:batch:describeJobs", Next: "Done?" },
      "Done?": {
        Type: "Choice",
        Choices: [
          { Variable: "$.status", StringEquals: "SUCCEEDED", Next: "Finish" },
          { Variable: "$.status", StringEquals: "DONE", Next: "Finish" },
          { Not: { Variable: "$.tries", NumericLessThan: 10 }, Next: "Give up" },
        ],
        Default: "Wait",
      },
      Finish: { Type: "Succeed" },
      "Give up": { Type: "Fail", Error: "TooLong" },
    },
  };
  const layout = layoutOf(polling);
  const edge = (from: string, to: string) => layout.edges.find((one) => one.from === from && one.to === to);

  it("merge rules with one target, with what they ask as label", () => {
    expect(edge("Done?", "Finish")).toMatchObject({
      kind: "choice",
      title: '$.status == "SUCCEEDED" or $.status == "DONE"',
      indexes: [0, 1],
    });
    expect(edge("Done?", "Give up")?.label).toBe("not $.tries < 10");
  });

  it("mark loops, which run beside the flow", () => {
    const loop = edge("Done?", "Wait");
    expect(loop).toMatchObject({ kind: "default", back: true, label: "Default" });
    expect(loop?.points).toHaveLength(4);
  });

  it("lead from Succeed to the end marker, but not from Fail", () => {
    expect(edge("Finish", "$")?.kind).toBe("end");
    expect(layout.edges.some((one) => one.from === "Give up")).toBe(false);
  });

  it("say what a state does on its second line", () => {
    const details = Object.fromEntries(layout.nodes.map((node) => [node.id, node.detail]));
    expect(details).toMatchObject({
      Submit: "batch:submitJob",
      Describe: "batch:describeJobs",
      Wait: "Wait 30 s",
      "Give up": "Fail TooLong",
    });
  });
});

describe("broken machines", () => {
  const cases: Record<string, object> = {
    "no states": { StartAt: "A", States: {} },
    "a target that is no state": { StartAt: "A", States: { A: { Type: "Pass", Next: "Nope" } } },
    "a state that leads to itself": { StartAt: "A", States: { A: { Type: "Pass", Next: "A" } } },
    "states without types": { StartAt: "A", States: { A: {}, B: 3, C: null } },
    "a Map without a processor": { StartAt: "M", States: { M: { Type: "Map", End: true } } },
    "one name in two scopes": {
      StartAt: "A",
      States: {
        A: {
          Type: "Parallel",
          End: true,
          Branches: [
            { StartAt: "A", States: { A: { Type: "Pass", End: true } } },
            { StartAt: "A", States: { A: { Type: "Pass", End: true } } },
          ],
        },
      },
    },
  };
  for (const [name, definition] of Object.entries(cases)) {
    it(`are drawn: ${name}`, () => {
      const layout = layoutOf(definition);
      expect(new Set(layout.nodes.map((node) => node.id)).size).toBe(layout.nodes.length);
      for (const value of layout.nodes.flatMap((node) => [node.x, node.y, node.width, node.height])) {
        expect(Number.isFinite(value)).toBe(true);
      }
    });
  }
});
