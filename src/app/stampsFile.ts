import * as v from "valibot";
import type { Stamp } from "../domain/stamp.ts";

const StampSchema: v.GenericSchema<unknown, Stamp> = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  title: v.string(),
  armBase: v.pipe(v.string(), v.nonEmpty()),
  subscriptionId: v.pipe(v.string(), v.nonEmpty()),
  region: v.pipe(v.string(), v.nonEmpty()),
  apiVersion: v.picklist(["2018-09-01", "2021-09-01"]),
  auth: v.variant("kind", [
    v.object({ kind: v.literal("none") }),
    v.object({ kind: v.literal("token") }),
    v.object({ kind: v.literal("msal"), authority: v.string(), clientId: v.string(), scope: v.string() }),
  ]),
});

const StampsSchema = v.object({ stamps: v.array(StampSchema) });

/** Loads stamps.json from beside the page. Raises an Error whose message says which entry is wrong and how. */
export async function loadStamps(): Promise<Stamp[]> {
  const response = await fetch(new URL("stamps.json", document.baseURI));
  if (!response.ok) throw new Error(`stamps.json answered ${response.status}`);
  const json: unknown = await response.json();
  const parsed = v.safeParse(StampsSchema, json);
  if (parsed.success) return parsed.output.stamps;
  const [issue] = parsed.issues;
  throw new Error(`${v.getDotPath(issue) ?? "stamps.json"}: ${issue.message}`);
}
