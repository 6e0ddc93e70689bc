import * as v from "valibot";

// Kept apart from wire.ts: what only changes and pruning read is no part of the first load.
const text = v.fallback(v.nullable(v.string()), null);

const StatusWire = v.object({ status: text });

/** The state an Azure-AsyncOperation answer gives, lower case; null where the body has none. */
export function toOperationStatus(wire: unknown): string | null {
  const parsed = v.safeParse(StatusWire, wire);
  return parsed.success ? (parsed.output.status?.toLowerCase() ?? null) : null;
}

/** What of a location a change leaves alone, as it came: unknown and unreadable parts included. */
export interface LocationFrame {
  tags: unknown;
  /** All but `externalStoreDefault`. */
  properties: Record<string, unknown>;
  /** `externalStoreDefault`, raw: for sending back, never for showing. */
  store: Record<string, unknown>;
}

const raw = v.fallback(v.record(v.string(), v.unknown()), {});
const FrameWire = v.object({ location: text, tags: v.optional(v.unknown()), properties: raw });

/** The parts around a location's settings that a PUT sends back as they were read. */
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

/** The paths of a pruning (swagger PruneList, or the same inside an async answer); null when it is none. */
export function toPrunedPaths(wire: unknown): string[] | null {
  const parsed = v.safeParse(PrunedWire, wire);
  if (!parsed.success) return null;
  return parsed.output.properties.pathsToDelete.filter((path) => typeof path === "string");
}
