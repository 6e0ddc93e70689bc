import type { ChosenFile, PublicCertificate } from "./certificate.ts";
import type { BackupLocation } from "./location.ts";

/** Where backups go: a file share, or a blob container (2021-09-01 only). */
export type Store = "share" | "blob";

/** The settings as the stamp last reported them, which excludes secrets. */
export interface Settings {
  /** False while there is no storage location at all. */
  configured: boolean;
  store: Store;
  path: string;
  userName: string;
  blobUrl: string;
  frequencyHours: number | null;
  retentionDays: number | null;
  /** Empty if no certificate was ever set. */
  thumbprint: string;
}

/** The form as typed. `password` and `blobKey` exist only here and in the request that sends them. */
export interface Draft {
  store: Store;
  path: string;
  userName: string;
  password: string;
  confirmation: string;
  blobUrl: string;
  blobKey: string;
  frequency: string;
  retention: string;
  certificate: ChosenFile | null;
}

export type Field = Exclude<keyof Draft, "store">;

/** Changes to send to the stamp; absent settings stay unchanged. */
export interface Changes {
  path?: string;
  userName?: string;
  password?: string;
  blobUrl?: string;
  blobKey?: string;
  frequencyHours?: number;
  retentionDays?: number;
  certificate?: PublicCertificate;
  schedulerEnabled?: boolean;
}

/** Bounds and defaults of the portal's form (docs/stamp-api.md "Limits and schedule"). */
export const FREQUENCY_HOURS = { from: 4, to: 12, usual: 12 } as const;
export const RETENTION_DAYS = { from: 2, to: 14, usual: 7 } as const;

/** The settings in a location; without one, those of an empty form. */
export function settingsOf(location: BackupLocation | null): Settings {
  const path = location?.path ?? "";
  const store = location?.storage === "blob" ? "blob" : "share";
  return {
    configured: path !== "",
    store,
    path: store === "share" ? path : "",
    userName: location?.userName ?? "",
    blobUrl: store === "blob" ? path : "",
    frequencyHours: location?.frequencyHours ?? null,
    retentionDays: location?.retentionDays ?? null,
    thumbprint: location?.thumbprint ?? "",
  };
}

/** The initial form: the stamp's settings, or defaults. */
export function draftOf(settings: Settings): Draft {
  return {
    store: settings.store,
    path: settings.path,
    userName: settings.userName,
    password: "",
    confirmation: "",
    blobUrl: settings.blobUrl,
    blobKey: "",
    frequency: String(settings.frequencyHours ?? FREQUENCY_HOURS.usual),
    retention: String(settings.retentionDays ?? RETENTION_DAYS.usual),
    certificate: null,
  };
}

/** Whether leaving would lose input. */
export function isTouched(draft: Draft, settings: Settings): boolean {
  return touchedFields(draft, settings).length > 0 || draft.store !== settings.store;
}

/** Rebases the draft on newer settings: edited fields stay, all others follow the stamp. */
export function rebased(draft: Draft, settings: Settings, fresh: Settings): Draft {
  const next: Draft = { ...draftOf(fresh), store: draft.store };
  for (const field of touchedFields(draft, settings)) Object.assign(next, { [field]: draft[field] });
  return next;
}

/** The fields that differ from what the stamp reported. */
export function touchedFields(draft: Draft, settings: Settings): Field[] {
  const before = draftOf(settings);
  return FIELDS.filter((field) => draft[field] !== before[field]);
}

/** All fields, in the order of the form. */
export const FIELDS: readonly Field[] = [
  "path",
  "userName",
  "password",
  "confirmation",
  "blobUrl",
  "blobKey",
  "frequency",
  "retention",
  "certificate",
];

/**
 * The draft's changes; requires a draft without problems. A blank secret is omitted, so that the stamp keeps its own
 * (Set-AzsBackupConfiguration sends the location back with its secrets null).
 */
export function changesOf(draft: Draft, settings: Settings): Changes {
  const changes: Changes = {};
  const moves = draft.store !== settings.store;
  // An untouched field is never a change, even if the stamp's text has surrounding blanks.
  const isNew = (typed: string, known: string) => moves || (typed !== known && typed.trim() !== known);
  if (draft.store === "share") {
    if (isNew(draft.path, settings.path)) changes.path = draft.path.trim();
    if (isNew(draft.userName, settings.userName)) changes.userName = draft.userName.trim();
    if (draft.password !== "") changes.password = draft.password;
  } else {
    if (isNew(draft.blobUrl, settings.blobUrl)) changes.blobUrl = draft.blobUrl.trim();
    if (draft.blobKey !== "") changes.blobKey = draft.blobKey;
  }
  const [frequencyHours, retentionDays] = [Number(draft.frequency), Number(draft.retention)];
  if (frequencyHours !== settings.frequencyHours) changes.frequencyHours = frequencyHours;
  if (retentionDays !== settings.retentionDays) changes.retentionDays = retentionDays;
  if (draft.certificate?.read.kind === "certificate")
    changes.certificate = draft.certificate.read.certificate;
  return changes;
}

/** A setting in the change that someone else has changed since the form was filled. */
export type Moved = "store" | "userName" | "frequency" | "retention" | "certificate";

/** Which of these changes would overwrite someone else's, made after `base` was read. */
export function movedSince(base: Settings, fresh: Settings, changes: Changes): Moved[] {
  const moved: [Moved, boolean][] = [
    [
      "store",
      (changes.path !== undefined || changes.blobUrl !== undefined) &&
        (base.store !== fresh.store || base.path !== fresh.path || base.blobUrl !== fresh.blobUrl),
    ],
    ["userName", changes.userName !== undefined && base.userName !== fresh.userName],
    ["frequency", changes.frequencyHours !== undefined && base.frequencyHours !== fresh.frequencyHours],
    ["retention", changes.retentionDays !== undefined && base.retentionDays !== fresh.retentionDays],
    ["certificate", changes.certificate !== undefined && base.thumbprint !== fresh.thumbprint],
  ];
  return moved.filter(([, hasMoved]) => hasMoved).map(([what]) => what);
}

const FIELD_BY_TARGET: Readonly<Record<string, Field>> = {
  path: "path",
  username: "userName",
  password: "password",
  blobstorageurl: "blobUrl",
  blobstoragekey: "blobKey",
  encryptioncertbase64: "certificate",
  backupfrequencyinhours: "frequency",
  backupretentionperiodindays: "retention",
};

/** Patterns that assign a refusal without a target to a field; first match wins. Unverified: none was recorded. */
const WORDS: readonly [RegExp, Field, Field][] = [
  [/certificate|\bcert/i, "certificate", "certificate"],
  [/retention/i, "retention", "retention"],
  [/frequency/i, "frequency", "frequency"],
  [/credential|password|logon|access is denied|storage ?key/i, "password", "blobKey"],
  [/user ?name/i, "userName", "blobKey"],
  [/path|share|network name|storage ?url|container/i, "path", "blobUrl"],
];

/** The field a refusal is about: from the server's target or its message; null if neither shows it. */
export function fieldOfRefusal(
  refusal: { target: string | null; code: string | null; text: string | null },
  store: Store,
): Field | null {
  const target = (refusal.target ?? "").split(/[./]/).at(-1)?.toLowerCase() ?? "";
  if (Object.hasOwn(FIELD_BY_TARGET, target)) return FIELD_BY_TARGET[target] ?? null;
  const said = `${refusal.code ?? ""} ${refusal.text ?? ""}`;
  const match = WORDS.find(([pattern]) => pattern.test(said));
  if (!match) return null;
  return store === "share" ? match[1] : match[2];
}
