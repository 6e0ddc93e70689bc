import type { CertificateProblem, ChosenFile } from "./certificate.ts";
import {
  FREQUENCY_HOURS,
  RETENTION_DAYS,
  touchedFields,
  type Draft,
  type Field,
  type Settings,
} from "./configuration.ts";

/** What is wrong with a field. The text is in features/configuration/strings.ts. */
export type Problem =
  | "required"
  /** "/" instead of "\". */
  | "slashes"
  | "driveLetter"
  /** No "\\server\share". */
  | "notUnc"
  | "badHost"
  | "badCharacters"
  | "notHttps"
  /** A URL without a container, or with a longer path. */
  | "notContainer"
  /** A query may hold a signature, which is a secret. */
  | "urlQuery"
  | "passwordOfNewUser"
  | "passwordOfNewStore"
  | "confirmation"
  | "keyOfNewStore"
  | "notWhole"
  | "outOfBounds"
  | "noCertificate"
  /** The chosen file is still being read. */
  | "reading"
  | CertificateProblem;

export type Problems = Partial<Record<Field, Problem>>;

/** All problems of the draft, by field, whether or not they are shown yet. */
export function problemsOf(draft: Draft, settings: Settings): Problems {
  const found: [Field, Problem | null][] = [
    ...(draft.store === "share" ? shareProblems(draft, settings) : blobProblems(draft, settings)),
    ["frequency", numberProblem(draft.frequency, FREQUENCY_HOURS)],
    ["retention", numberProblem(draft.retention, RETENTION_DAYS)],
    ["certificate", certificateProblem(draft.certificate, settings)],
  ];
  const problems: Problems = {};
  for (const [field, problem] of found) if (problem !== null) problems[field] = problem;
  return problems;
}

function shareProblems(draft: Draft, settings: Settings): [Field, Problem | null][] {
  const confirmed = draft.password === draft.confirmation;
  return [
    // Only input is checked, not what the stamp already has.
    ["path", isTyped("path", draft, settings) ? pathProblem(draft.path.trim()) : null],
    ["userName", draft.userName.trim() === "" ? "required" : null],
    ["password", passwordProblem(draft, settings)],
    ["confirmation", confirmed ? null : "confirmation"],
  ];
}

function isTyped(field: Field, draft: Draft, settings: Settings): boolean {
  return draft[field] === "" || touchedFields(draft, settings).includes(field);
}

/** The stamp keeps a stored password; a new user or kind of store has none yet. */
function passwordProblem({ password, userName }: Draft, settings: Settings): Problem | null {
  if (password !== "") return null;
  if (!settings.configured || settings.store === "blob") return "passwordOfNewStore";
  return userName.trim() === settings.userName || userName.trim() === "" ? null : "passwordOfNewUser";
}

/** A share: \\host\share, perhaps folders; host by name or address (docs/stamp-api.md "Portal blade"). */
function pathProblem(path: string): Problem | null {
  if (path === "") return "required";
  if (/^[a-z]:/i.test(path)) return "driveLetter";
  if (path.includes("/")) return "slashes";
  const parts = /^\\\\([^\\]+)\\([^\\]+(?:\\[^\\]+)*)\\?$/.exec(path);
  if (!parts) return "notUnc";
  const [, host = "", rest = ""] = parts;
  if (!isHost(host)) return "badHost";
  return hasBadCharacters(rest) ? "badCharacters" : null;
}

/** Whether a path uses a short server name: allowed (recorded), but not recommended by the documentation. */
export function hasShortHost(path: string): boolean {
  const host = /^\\\\([^\\]+)\\/.exec(path.trim())?.[1] ?? "";
  return host !== "" && isHost(host) && !host.includes(".");
}

function isHost(host: string): boolean {
  if (/^[\d.]+$/.test(host)) {
    const parts = host.split(".");
    return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  }
  return (
    host.length <= 253 && /^[\p{L}\p{N}_]([\p{L}\p{N}_-]*[\p{L}\p{N}_])?(\.[\p{L}\p{N}_-]+)*\.?$/u.test(host)
  );
}

function hasBadCharacters(rest: string): boolean {
  return /[<>:"|?*\p{Cc}]/u.test(rest);
}

function blobProblems(draft: Draft, settings: Settings): [Field, Problem | null][] {
  const url = draft.blobUrl.trim();
  const keyThere = settings.store === "blob" && url === settings.blobUrl;
  return [
    ["blobUrl", isTyped("blobUrl", draft, settings) ? urlProblem(url) : null],
    ["blobKey", draft.blobKey === "" && !keyThere ? "keyOfNewStore" : null],
  ];
}

/** "https://account.blob.example/container", as in the specification's example PutBlob. */
function urlProblem(url: string): Problem | null {
  if (url === "") return "required";
  if (!/^https:\/\//i.test(url)) return "notHttps";
  if (/[?#]/.test(url)) return "urlQuery";
  return /^https:\/\/[^/:@\s]+(:\d{1,5})?\/[^/\s]+(\/[^/\s]+)*\/?$/i.test(url) ? null : "notContainer";
}

/** A chosen file is checked even if the stamp already has a certificate. */
function certificateProblem(chosen: ChosenFile | null, settings: Settings): Problem | null {
  if (chosen === null) return settings.thumbprint === "" ? "noCertificate" : null;
  if (chosen.read.kind === "problem") return chosen.read.problem;
  return chosen.read.kind === "reading" ? "reading" : null;
}

function numberProblem(typed: string, { from, to }: { from: number; to: number }): Problem | null {
  const text = typed.trim();
  if (text === "") return "required";
  if (!/^[+-]?\d+$/.test(text)) return "notWhole";
  return Number(text) < from || Number(text) > to ? "outOfBounds" : null;
}
