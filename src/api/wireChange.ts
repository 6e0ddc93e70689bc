import * as v from "valibot";

// Kept apart from wire.ts: what only changes and pruning read is no part of the first load.
const text = v.fallback(v.nullable(v.string()), null);

const StatusWire = v.object({ status: text });

/** The state an Azure-AsyncOperation answer gives, lower case; null where the body has none. */
export function toOperationStatus(wire: unknown): string | null {
  const parsed = v.safeParse(StatusWire, wire);
  return parsed.success ? (parsed.output.status?.toLowerCase() ?? null) : null;
}

const FrameWire = v.object({
  location: text,
  tags: v.fallback(v.record(v.string(), v.string()), {}),
});

/** The parts around a location's settings that a PUT sends back as they were read. */
export function toFrame(wire: unknown): v.InferOutput<typeof FrameWire> {
  const parsed = v.safeParse(FrameWire, wire);
  return parsed.success ? parsed.output : { location: null, tags: {} };
}

const PrunedWire = v.object({
  properties: v.object({ pathsToDelete: v.fallback(v.array(v.unknown()), []) }),
});

/** The paths of a pruning (swagger PruneList, or the same inside an async answer); null when it is none. */
export function toPrunedPaths(wire: unknown): string[] | null {
  const parsed = v.safeParse(PrunedWire, wire);
  if (!parsed.success) return null;
  return parsed.output.properties.pathsToDelete.filter((path) => typeof path === "string");
}
