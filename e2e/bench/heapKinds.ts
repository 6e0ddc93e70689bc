import type { CDPSession } from "@playwright/test";
import * as v from "valibot";

const SnapshotSchema = v.object({
  snapshot: v.object({
    meta: v.object({ node_fields: v.array(v.string()), node_types: v.looseTuple([v.array(v.string())]) }),
  }),
  nodes: v.array(v.number()),
});

/** What a heap is made of, KB. */
export interface HeapKinds {
  /** Code that the engine compiled, and what it keeps about it: grows while functions get hot, and ends. */
  code: number;
  /** What the page's scripts hold: objects, arrays, closures, texts. */
  held: number;
}

/** Neither is JavaScript's: the document's own objects, and the engine's roots. */
const NOT_OURS = new Set(["native", "synthetic"]);

/** Counts the heap object by object. Slow: a snapshot is tens of megabytes. */
export async function heapKinds(session: CDPSession): Promise<HeapKinds> {
  let text = "";
  const take = ({ chunk }: { chunk: string }) => (text += chunk);
  session.on("HeapProfiler.addHeapSnapshotChunk", take);
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  session.off("HeapProfiler.addHeapSnapshotChunk", take);
  const { snapshot, nodes } = v.parse(SnapshotSchema, JSON.parse(text));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [typeAt, sizeAt] = [fields.indexOf("type"), fields.indexOf("self_size")];
  const kinds = { code: 0, held: 0 };
  for (let node = 0; node < nodes.length; node += fields.length) {
    const type = types[0][nodes[node + typeAt] ?? -1] ?? "";
    if (!NOT_OURS.has(type)) kinds[type === "code" ? "code" : "held"] += (nodes[node + sizeAt] ?? 0) / 1024;
  }
  return kinds;
}
