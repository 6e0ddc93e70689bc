// Addresses of this page, below the "#": any static host serves them, without a fallback that could answer API paths.

import { useHashPath } from "../ui/hashLocation.ts";

/**
 * The address for wouter, which decodes whole paths with decodeURI: a name with "%3F" and one with "?" would read alike,
 * and a line break matches no pattern. So it is handed on encoded once more, and `fromSegment` reads a part of it.
 */
export function useAddress(): ReturnType<typeof useHashPath> {
  const [path, navigate] = useHashPath();
  return [path.replaceAll("%", "%25"), navigate];
}

/** Reads a part of an address; one that was never encoded is what it says. */
export function fromSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Tabs of a backup's details, and its verification record, which is a page of its own. */
export type DetailTab = "overview" | "roles" | "log" | "powershell" | "json" | "record";

export const SERVICES_PATH = "/services";
export const FLEET_PATH = "/fleet";

/** Stamps of this page; below it, the form for another one. */
export const STAMPS_PATH = "/stamps";
export const ADD_STAMP_PATH = `${STAMPS_PATH}/add`;

export function backupPath(stampId: string): string {
  return `/${encodeURIComponent(stampId)}/backup`;
}

export function configurationPath(stampId: string): string {
  return `${backupPath(stampId)}/configuration`;
}

export function alertsPath(stampId: string): string {
  return `${backupPath(stampId)}/alerts`;
}

/** Whether the stamp could be recovered today, beside the overview. */
export function readinessPath(stampId: string): string {
  return `${backupPath(stampId)}/readiness`;
}

/** Backups by slot, day and duration. */
export function historyPath(stampId: string): string {
  return `${backupPath(stampId)}/history`;
}

export function backupDetailPath(stampId: string, backupId: string, tab: DetailTab = "overview"): string {
  const path = `${backupPath(stampId)}/backups/${encodeURIComponent(backupId)}`;
  return tab === "overview" ? path : `${path}/${tab}`;
}
