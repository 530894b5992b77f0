import { describe, expect, it } from "vitest";
import {
  bringIntoView,
  fitAll,
  fitReadable,
  neighbour,
  zoomAt,
} from "../../../client/webview/src/machine/graph/camera.ts";

const view = { width: 400, height: 300 };

describe("the graph's camera", () => {
  it("shows all of a small graph at its size, in the middle", () => {
    expect(fitAll({ width: 200, height: 100 }, view)).toEqual({ scale: 1, x: 100, y: 100 });
  });

  it("shows a long graph from its start, large enough to read", () => {
    const start = { x: 80, y: 20, width: 40, height: 20 };
    const camera = fitReadable({ width: 200, height: 10_000 }, view, start);
    expect(camera).toEqual({ scale: 0.7, x: 130, y: 0 });
  });

  it("keeps the point under the pointer while zooming", () => {
    const before = { scale: 1, x: 10, y: 20 };
    const after = zoomAt(before, 2, 100, 50);
    const under = ({ scale, x, y }: typeof before): number[] => [(100 - x) / scale, (50 - y) / scale];
    expect(under(after)).toEqual(under(before));
  });

  it("stays where it is while the box is in sight, and moves no more than it must", () => {
    const camera = { scale: 1, x: 0, y: 0 };
    expect(bringIntoView(camera, { x: 100, y: 100, width: 50, height: 50 }, view)).toEqual(camera);
    expect(bringIntoView(camera, { x: 500, y: 100, width: 50, height: 50 }, view)).toEqual({ scale: 1, x: -174, y: 0 });
  });

  it("finds the box that lies in a direction", () => {
    const box = (x: number, y: number) => ({ x, y, width: 10, height: 10 });
    const [top, left, right] = [box(50, 0), box(0, 50), box(100, 50)];
    const all = [top, left, right];
    expect(neighbour(all, top, "ArrowRight")).toBe(right);
    expect(neighbour(all, right, "ArrowLeft")).toBe(left);
    expect(neighbour(all, left, "ArrowLeft")).toBeUndefined();
  });
});
