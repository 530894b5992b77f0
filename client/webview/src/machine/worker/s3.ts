/**
 * S3 of one run, in memory: what lay in the folder when it began, and what its result writers write. Nothing leaves the
 * panel by itself.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
import { type DataDecoders, datasetReader, type ExecutionOptions, memoryObjectStore } from "@sluice/engine";
import type { S3Object } from "../../../../src/panel/protocol.ts";

export interface RunStore {
  readonly options: Pick<ExecutionOptions, "objects" | "datasets">;
  /** What has been written since the last call. */
  take(): readonly S3Object[];
}

/** What browsers decompress by themselves; for the rest there is the command line, which is said. */
const decoders: DataDecoders = {
  gunzip: async (bytes) => {
    const plain = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  },
  unzstd: () => elsewhere("ZSTD"),
  parquet: () => elsewhere("Parquet"),
};

function elsewhere(format: string): never {
  throw new Error(`${format} is read by the command line only: sluice run`);
}

/** Without a folder readers ask for what they read; `written` is there from the start, and not told again. */
export function runStore(folder: readonly S3Object[] | undefined, written: readonly S3Object[] = []): RunStore {
  const store = memoryObjectStore([...(folder ?? []), ...written]);
  let news: S3Object[] = [];
  return {
    options: {
      objects: {
        ...store,
        put: (bucket, key, body) => {
          news.push({ bucket, key, body });
          return store.put(bucket, key, body);
        },
      },
      ...(folder && { datasets: datasetReader(decoders) }),
    },
    take: () => {
      const taken = news;
      news = [];
      return taken;
    },
  };
}
