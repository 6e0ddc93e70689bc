import * as v from "valibot";

// Separate from wire.ts, so that what only changes and pruning read isn't in the first load.
const text = v.fallback(v.nullable(v.string()), null);

const StatusWire = v.object({ status: text });

/** The state in an Azure-AsyncOperation answer, lower case; null if absent. */
export function toOperationStatus(wire: unknown): string | null {
  const parsed = v.safeParse(StatusWire, wire);
  return parsed.success ? (parsed.output.status?.toLowerCase() ?? null) : null;
}

/** The parts of a location that a change sends back as received, including unknown and unreadable ones. */
export interface LocationFrame {
  tags: unknown;
  /** Everything except `externalStoreDefault`. */
  properties: Record<string, unknown>;
  /** Raw `externalStoreDefault`: sent back, never shown. */
  store: Record<string, unknown>;
}

const raw = v.fallback(v.record(v.string(), v.unknown()), {});
const FrameWire = v.object({ location: text, tags: v.optional(v.unknown()), properties: raw });

/** Reads the parts that a PUT sends back unchanged. */
export function toFrame(wire: unknown): LocationFrame & { location: string | null } {
  const { location, tags, properties } = v.parse(
    v.fallback(FrameWire, { location: null, properties: {} }),
    wire,
  );
  const { externalStoreDefault, ...rest } = properties;
  return { location, tags, properties: rest, store: v.parse(raw, externalStoreDefault) };
}

const PrunedWire = v.object({
  properties: v.object({ pathsToDelete: v.fallback(v.array(v.unknown()), []) }),
});

/** The paths of a prune result (swagger PruneList, or the same inside an async answer); null if it isn't one. */
export function toPrunedPaths(wire: unknown): string[] | null {
  const parsed = v.safeParse(PrunedWire, wire);
  if (!parsed.success) return null;
  return parsed.output.properties.pathsToDelete.filter((path) => typeof path === "string");
}
