/** A folder that stands for S3: what lies in it, what cannot be named through it, and `sluice run --s3`. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderObjectStore } from "../../../server/src/cli/s3-folder.ts";
import { sluice } from "./cli.ts";

let top: string;

beforeAll(() => {
  top = mkdtempSync(path.join(tmpdir(), "sluice-s3-"));
  mkdirSync(path.join(top, "s3/data/in/deep"), { recursive: true });
  writeFileSync(path.join(top, "s3/data/in/a.txt"), "a");
  writeFileSync(path.join(top, "s3/data/in/deep/b.txt"), "bb");
  writeFileSync(path.join(top, "s3/data/root.txt"), "root");
  writeFileSync(path.join(top, "s3/beside.txt"), "beside");
  writeFileSync(path.join(top, "secret.txt"), "secret");
});

afterAll(() => rmSync(top, { recursive: true }));

describe("a folder", () => {
  test("gives objects, and nothing for what is none", async () => {
    const store = folderObjectStore(path.join(top, "s3"));
    expect(Buffer.from((await store.get("data", "in/deep/b.txt")) ?? []).toString()).toBe("bb");
    for (const key of ["none", "in", "in/", "in/a.txt/b", ""]) expect(await store.get("data", key)).toBeUndefined();
    expect(await store.get("none", "a")).toBeUndefined();
  });

  test("lists by prefix", async () => {
    const store = folderObjectStore(path.join(top, "s3"));
    const keys = async (prefix: string) =>
      (await store.list("data", prefix))?.map(({ key, size }) => `${key} ${size}`).sort();
    expect(await keys("")).toEqual(["in/a.txt 1", "in/deep/b.txt 2", "root.txt 4"]);
    expect(await keys("in/d")).toEqual(["in/deep/b.txt 2"]);
    expect(await keys("none")).toEqual([]);
    expect(await store.list("none", "")).toBeUndefined();
    const [first] = (await store.list("data", "in/a")) ?? [];
    expect(first).toMatchObject({ etag: "0cc175b9c0f1b6a831c399e269772661", lastModifiedMs: expect.any(Number) });
  });

  test.each([
    ["data", "../../secret.txt"],
    ["data", "in/../../../secret.txt"],
    ["data", "..\\..\\secret.txt"],
    ["..", "secret.txt"],
    ["data/..", "beside.txt"],
    [".", "beside.txt"],
    ["", "beside.txt"],
    ["data", "in/\0"],
  ])("is not left through %j %j", async (bucket, key) => {
    const store = folderObjectStore(path.join(top, "s3"));
    expect(await store.get(bucket, key)).toBeUndefined();
    expect(() => store.put(bucket, key, new Uint8Array())).toThrow("names no file inside the folder of S3");
    expect(readFileSync(path.join(top, "secret.txt"), "utf8")).toBe("secret");
  });

  test("takes an absolute key as one below the bucket", async () => {
    const store = folderObjectStore(path.join(top, "s3"));
    expect(await store.get("data", path.join(top, "secret.txt"))).toBeUndefined();
    await store.put("data", "/lead/ing", new Uint8Array([1]));
    expect(existsSync(path.join(top, "s3/data/lead/ing"))).toBe(true);
  });

  test("is made when something is written", async () => {
    const store = folderObjectStore(path.join(top, "new"));
    expect(existsSync(path.join(top, "new"))).toBe(false);
    await store.put("bucket", "a/b", new Uint8Array([104, 105]));
    expect(readFileSync(path.join(top, "new/bucket/a/b"), "utf8")).toBe("hi");
  });
});

const READ = JSON.stringify({
  StartAt: "Each",
  States: {
    Each: {
      Type: "Map",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" },
        Parameters: { Bucket: "data", Key: "rows.csv" },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "Same",
        States: { Same: { Type: "Pass", End: true } },
      },
      ResultWriter: {
        Resource: "arn:aws:states:::s3:putObject",
        Parameters: { Bucket: "results", Prefix: "rows" },
        WriterConfig: { Transformation: "COMPACT", OutputType: "JSONL" },
      },
      End: true,
    },
  },
});

describe("sluice run", () => {
  test("reads and writes the folder that --s3 names", async () => {
    const s3 = path.join(top, "named");
    mkdirSync(path.join(s3, "data"), { recursive: true });
    writeFileSync(path.join(s3, "data/rows.csv"), "n\n1\n2\n");
    const args = ["run", "read.asl.json", "--s3", s3, "--format", "json"];
    const { code, out } = await sluice(args, { files: { "read.asl.json": READ } });
    expect(code).toBe(0);
    const { Bucket: bucket, Key: manifest } = JSON.parse(out).output.ResultWriterDetails as {
      Bucket: string;
      Key: string;
    };
    const { ResultFiles: files } = JSON.parse(readFileSync(path.join(s3, bucket, manifest), "utf8")) as {
      ResultFiles: { SUCCEEDED: { Key: string }[] };
    };
    const [written] = files.SUCCEEDED;
    expect(readFileSync(path.join(s3, bucket, written?.Key ?? ""), "utf8")).toBe('{"n":"1"}\n{"n":"2"}');
    expect(readdirSync(path.dirname(path.join(s3, bucket, manifest))).sort()).toEqual([
      "SUCCEEDED_0.jsonl",
      "manifest.json",
    ]);
  });

  test.each([
    ["beside the definition", "flows/.sluice/s3/data/rows.csv"],
    ["in the working directory", ".sluice/s3/data/rows.csv"],
  ])("finds .sluice/s3 %s", async (_where, file) => {
    const files = { "flows/read.asl.json": READ, [file]: "n\n1\n" };
    expect(await sluice(["run", "flows/read.asl.json"], { files })).toMatchObject({ code: 0, err: "" });
  });

  test("says where an object was looked for that is not there", async () => {
    const files = { "read.asl.json": READ, ".sluice/s3/data/other.csv": "n\n" };
    const { code, out } = await sluice(["run", "read.asl.json"], { files });
    expect(code).toBe(1);
    expect(out).toContain(
      "States.ItemReaderFailed: The specified key does not exist. (Service: Amazon S3; Status Code: 404",
    );
  });

  test("asks the mocks where no folder is there, and tells of it", async () => {
    const { code, err } = await sluice(["run", "read.asl.json"], { files: { "read.asl.json": READ } });
    expect(code).toBe(1);
    expect(err).toContain("Nothing answers state 'Each'");
    expect(err).toContain(
      "s3://bucket/key is .sluice/s3/bucket/key beside the definition, or in the folder that --s3 names.",
    );
  });
});
