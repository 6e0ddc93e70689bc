import * as v from "valibot";
import type { ApiVersion } from "../../src/domain/stamp.ts";
import type { SettingsChange } from "../sim/settingsCheck.ts";
import { thumbprintOf } from "./certificate.ts";

const text = v.nullish(v.string());

const BodySchema = v.object({
  properties: v.object({
    externalStoreDefault: v.object({
      path: text,
      userName: text,
      password: text,
      blobStorageUrl: text,
      blobStorageKey: text,
      encryptionCertBase64: text,
      backupFrequencyInHours: v.nullish(v.number()),
      isBackupSchedulerEnabled: v.nullish(v.boolean()),
      backupRetentionPeriodInDays: v.nullish(v.number()),
    }),
  }),
});

type Store = v.InferOutput<typeof BodySchema>["properties"]["externalStoreDefault"];

/**
 * What the body of a PUT or PATCH asks for; null where it is no backup location. What is null or absent stays, which
 * is how the vendor's module sends a changed location back with its secrets null (Set-AzsBackupConfiguration);
 * read-only fields are ignored.
 */
export async function changeOf(
  json: unknown,
  apiVersion: ApiVersion,
): Promise<SettingsChange | "clear" | null> {
  const parsed = v.safeParse(BodySchema, json);
  if (!parsed.success) return null;
  const store = parsed.output.properties.externalStoreDefault;
  const isNewer = apiVersion === "2021-09-01";
  if (isNewer && isBlank(store)) return "clear";
  const certificate = store.encryptionCertBase64;
  const change = {
    path: store.path,
    userName: store.userName,
    password: store.password,
    blobStorageUrl: isNewer ? store.blobStorageUrl : null,
    blobStorageKey: isNewer ? store.blobStorageKey : null,
    frequencyHours: store.backupFrequencyInHours,
    retentionDays: store.backupRetentionPeriodInDays,
    schedulerEnabled: store.isBackupSchedulerEnabled,
  };
  return {
    ...withoutNulls(change),
    ...(certificate == null || certificate === "" ? {} : { thumbprint: await thumbprintOf(certificate) }),
  };
}

/** 2021-09-01 example BlankPut: empty texts, and null for the rest. */
function isBlank(store: Store): boolean {
  const { path, userName, password, blobStorageUrl, blobStorageKey, encryptionCertBase64 } = store;
  const texts = [path, userName, password, blobStorageUrl, blobStorageKey, encryptionCertBase64];
  return path === "" && blobStorageUrl === "" && texts.every((it) => it === "" || it == null);
}

type WithoutNulls<T> = { [K in keyof T]?: NonNullable<T[K]> };

function withoutNulls<T extends object>(values: T): WithoutNulls<T> {
  const said: WithoutNulls<T> = {};
  for (const key in values) {
    const value = values[key];
    if (value != null) said[key] = value;
  }
  return said;
}
