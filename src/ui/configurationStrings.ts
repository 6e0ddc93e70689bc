import type { CertificateProblem } from "../domain/certificate.ts";
import type { Moved } from "../domain/configuration.ts";
import type { Problem } from "../domain/configurationProblems.ts";

// Words of the Configuration form, which loads on first use.

/** What is wrong with a field, where the same words fit every field. */
export const problemWords: Record<Problem, string> = {
  required: "Fill in this field.",
  slashes: "Use backslashes: \\\\server\\share.",
  driveLetter:
    "A drive letter means another disk on every machine. Use the share's network path: \\\\server\\share.",
  notUnc: "Use a network path with a server and a share: \\\\server\\share.",
  badHost: "The server's name or address is not valid. Use its full name or its IP address.",
  badCharacters: 'A path cannot hold any of < > : " | ? *.',
  notHttps: "The address must begin with https://.",
  notContainer: "Use the address of a container: https://account/container.",
  urlQuery:
    "Leave out everything from ? or # on: a signature there is a secret. The key goes into its own field.",
  passwordOfNewUser: "Type this user's password: the stamp has only the former user's.",
  passwordOfNewStore: "Type the password: the stamp has none for a file share yet.",
  confirmation: "The two passwords differ.",
  keyOfNewStore: "Type the key: the stamp has none for this storage yet.",
  notWhole: "Type a whole number.",
  outOfBounds: "",
};

/** Why a certificate file is not taken. */
export const certificateWords: Record<CertificateProblem | "unreadable" | "missing", string> = {
  missing: "Choose the public certificate that backups are to be encrypted with.",
  unreadable: "The browser could not read this file. Choose it again.",
  empty: "This file is empty.",
  tooLarge: "This file is too large for a certificate.",
  privateKey:
    "This file holds a private key. It was not taken, and nothing was sent: the stamp wants the public part only. Export the certificate without its private key (.cer).",
  pfx: "This is a .pfx, which holds a private key. It was not taken, and nothing was sent: the stamp wants the public part only. Export the certificate without its private key (.cer).",
  bundle: "This is a bundle of certificates (.p7b). Export the one certificate by itself (.cer).",
  several: "This file holds more than one certificate. Choose a file with only the one for backups.",
  notCertificate: "This is no certificate. Choose a .cer file, DER or PEM.",
};

/** What somebody else changed meanwhile. */
export const movedWords: Record<Moved, string> = {
  store: "the storage location",
  userName: "the user name",
  frequency: "the frequency",
  retention: "the retention period",
  certificate: "the certificate",
};

export const configurationStrings = {
  title: "Configuration",
  toBackups: "Available backups",
  close: "Close configuration",
  loading: "Loading configuration…",
  failed: "The configuration could not be read.",
  failedStill: "Backups and their schedule are not affected.",
  stale: "The stamp does not answer now",
  staleText: "These are its settings as last read. What you type stays here; saving needs the stamp.",
  firstTime: "This stamp has no storage location yet. Fill in the form to set one.",
  signIn: "Shown once you have signed in.",
  required: "Fields with * must be filled in.",
  storage: "Backup storage",
  store: "Store backups in",
  stores: { share: "File share", blob: "Blob storage" },
  path: "Backup storage location",
  pathHint: "Network path with the server's full name or IP address: \\\\server.contoso.com\\share\\folder",
  shortHost: "The server is named by a short name. The documentation asks for its full name or IP address.",
  userName: "Username",
  userNameHint: "With its domain: domain\\user",
  password: "Password",
  passwordHint: "Blank leaves the password that the stamp has.",
  confirmation: "Confirm password",
  blobUrl: "Blob storage URL",
  blobUrlHint: "Address of the container: https://account/container",
  blobKey: "Blob storage key",
  blobKeyHint: "Blank leaves the key that the stamp has.",
  schedule: "Schedule",
  frequency: "Backup frequency in hours",
  retention: "Retention period in days",
  bounds: (from: number, to: number) => `A whole number from ${from} to ${to}.`,
  encryption: "Encryption",
  certificate: "Certificate .cer file",
  certificateHint: "The public part only, DER or PEM. It is read in this browser.",
  keepCertificate: "Keep the present certificate",
  thumbprint: "Certificate thumbprint",
  noThumbprint: "No certificate is set",
  chosen: {
    title: "Chosen certificate",
    subject: "Subject",
    issuer: "Issuer",
    expires: "Expires",
    thumbprint: "Thumbprint of the chosen certificate",
    expired: "Expired",
    expiredText: "This certificate has expired. Choose another one unless you know that the stamp takes it.",
    notYet: "Not valid yet",
    notYetText: "This certificate is not valid yet.",
    same: "This is the certificate that the stamp has already.",
  },
  impact: {
    title: "What saving does",
    deletes: (count: number, days: number) =>
      `${count === 1 ? "1 backup is" : `${count} backups are`} older than ${days} days and will be deleted:`,
    deletesNone: (days: number) => `No listed backup is older than ${days} days: none will be deleted.`,
    more: (count: number) => `and ${count} more`,
    unknownList:
      "Backups older than the new retention period will be deleted. Which ones cannot be told: the list of backups could not be read.",
    partialList: "The list of backups is incomplete, so that there may be more.",
    certificateTitle: "The old certificate is still needed.",
    certificate:
      "New backups are encrypted with the chosen certificate. Backups made until now still need the old one: keep its private key as long as you keep them.",
    oldThumbprint: "Thumbprint of the old certificate",
  },
  confirmDeletion: {
    title: "Delete backups?",
    text: (count: number, days: number) =>
      `With a retention period of ${days} days the stamp deletes ${count === 1 ? "1 backup" : `${count} backups`} now, for good. Do you want to continue?`,
    textUnknown: (days: number) =>
      `With a retention period of ${days} days the stamp deletes all backups older than that now, for good. Do you want to continue?`,
  },
  leave: {
    title: "Leave without saving?",
    text: "What you changed here is not saved and will be lost. Do you want to leave?",
    saving:
      "The stamp has not answered yet. The change goes on there, and this form will not tell how it ends. Do you want to leave?",
  },
  ok: "OK",
  discard: "Discard changes",
  saving: "Saving: the stamp checks the storage location and the credentials first.",
  savingOther: "Another change of this stamp's settings is being saved. Wait for its end.",
  savingTrouble: "No answer about the change just now; it goes on at the stamp. Asking again by itself.",
  nothingChanged: "Nothing was changed, so nothing was sent.",
  saved: "Saved.",
  savedText: "The stamp has taken the new settings.",
  refusedField: "The stamp refused this",
  outcome: {
    notSentTitle: "Not saved",
    notSent: "Nothing was sent, and nothing will be sent later. What you typed is still here.",
    wait: (seconds: number) => `Wait ${seconds} s, then press OK again.`,
    refusedTitle: "The stamp did not take the change",
    refused: "It changed nothing. What you typed is still here.",
    refusedAt: "It changed nothing. What it refused is marked in the form, and what you typed is still here.",
    unclearTitle: "The change may have been saved",
    unclear:
      "The stamp gave no clear answer. Nothing is sent again by itself. Compare with what Essentials show; saving again is safe.",
    untrackedTitle: "Accepted, and not to be followed",
    untracked: {
      noLocation: "The stamp accepted the change but gave no address to ask about it.",
      foreignLocation:
        "The stamp accepted the change, but the address to ask is on another host and was not followed.",
    },
    untrackedNext: "Compare with what Essentials show in a minute; saving again is safe.",
    lostTitle: "Accepted, and its end is not known",
    lost: "The stamp accepted the change, but its end could not be asked for. Compare with what Essentials show; saving again is safe.",
    movedTitle: "Somebody else changed these settings meanwhile",
    moved: (what: string) =>
      `Nothing was saved. Since this form was filled, somebody changed ${what}. Your own changes are still here: press OK again to put them over the others.`,
  },
  dismiss: "Dismiss",
} as const;
