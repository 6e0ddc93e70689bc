import { AUDITOR } from "./auditor.ts";
import { BAD_NIGHT } from "./badNight.ts";
import { FORTY_STAMPS } from "./fortyStamps.ts";
import { PORTAL_SAID_SUCCEEDED } from "./portalSaidSucceeded.ts";
import type { Story } from "./story.ts";

/** The guided demos, in the order in which they are offered. */
export const STORIES: readonly Story[] = [PORTAL_SAID_SUCCEEDED, BAD_NIGHT, AUDITOR, FORTY_STAMPS];
