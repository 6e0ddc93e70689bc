import * as v from "valibot";
import type { Stamp } from "../domain/stamp.ts";
import { ARM_BASE } from "./armRequest.ts";

const text = v.pipe(v.string(), v.nonEmpty());

/** A stamp of which everything is known, as stamps.json and this browser's storage hold it. */
export const StampSchema: v.GenericSchema<unknown, Stamp> = v.object({
  id: text,
  title: v.string(),
  // Our own origin or https; what else may be allowed is decided by `readArmAddress`, which is not in the first load.
  armBase: v.pipe(v.string(), v.regex(ARM_BASE)),
  subscriptionId: text,
  region: text,
  apiVersion: v.picklist(["2018-09-01", "2021-09-01"]),
  auth: v.variant("kind", [
    v.object({ kind: v.literal("none") }),
    v.object({ kind: v.literal("token") }),
    v.object({ kind: v.literal("msal"), authority: v.string(), clientId: v.string(), scope: v.string() }),
  ]),
});
