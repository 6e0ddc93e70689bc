import * as v from "valibot";
import { isAuthority, PATH_NAME, type Stamp } from "../domain/stamp.ts";
import { ARM_BASE } from "./armRequest.ts";

const text = v.pipe(v.string(), v.nonEmpty());
const name = v.pipe(v.string(), v.regex(PATH_NAME));

/** A stamp of which everything is known, as stamps.json and this browser's storage hold it. */
export const StampSchema: v.GenericSchema<unknown, Stamp> = v.object({
  id: text,
  title: v.string(),
  // Our own origin or https; what else may be allowed is decided by `readArmAddress`, which is not in the first load.
  armBase: v.pipe(v.string(), v.regex(ARM_BASE)),
  subscriptionId: name,
  region: name,
  apiVersion: v.picklist(["2018-09-01", "2021-09-01"]),
  auth: v.variant("kind", [
    v.object({ kind: v.literal("none") }),
    v.object({ kind: v.literal("token") }),
    v.object({
      kind: v.literal("msal"),
      authority: v.pipe(v.string(), v.check(isAuthority)),
      clientId: v.string(),
      scope: v.string(),
    }),
  ]),
});
