import * as v from "valibot";
import type { ArmClient } from "./client.ts";

const EndpointsWire = v.object({
  authentication: v.object({ audiences: v.pipe(v.array(v.string()), v.minLength(1)) }),
});

/** Characters of an address. Quotes and line breaks would change a copied command. */
const SAYABLE = /^[\w.~:/@+%-]{1,300}$/;

/**
 * Requests the audience of the stamp's tokens: the first in /metadata/endpoints, sent without a token
 * (docs/stamp-api.md "Finding a stamp"). Null if not reported. Raises ArmError if the stamp doesn't answer.
 */
export async function askAudience(client: ArmClient, signal?: AbortSignal): Promise<string | null> {
  const { body } = await client.get({
    path: "/metadata/endpoints?api-version=2015-01-01",
    signal,
    anonymous: true,
  });
  const parsed = v.safeParse(EndpointsWire, body);
  const audience = parsed.success ? parsed.output.authentication.audiences[0] : undefined;
  return audience !== undefined && SAYABLE.test(audience) ? audience : null;
}
