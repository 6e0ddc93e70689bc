import * as v from "valibot";
import type { ArmClient } from "./client.ts";

const EndpointsWire = v.object({
  authentication: v.object({ audiences: v.pipe(v.array(v.string()), v.minLength(1)) }),
});

/** What an address is made of; quotes and line breaks would change what a copied command does. */
const SAYABLE = /^[\w.~:/@+%-]{1,300}$/;

/**
 * The audience that the stamp's tokens are for: the first of /metadata/endpoints, which asks for no token and gets
 * none (docs/stamp-api.md "Finding a stamp"). Null where the stamp does not say. Raises ArmError where it does not answer.
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
