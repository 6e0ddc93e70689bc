// Words of panes and pages that load on first use; kept apart so that they are not part of the first load.
export const paneStrings = {
  startFailed: {
    title: "This page could not be started.",
    text: "A part of it could not be loaded or failed. What runs at the stamp is not affected, and reloading is safe; if that does not help, ask whoever serves this page.",
  },
  services: {
    group: "Administration",
    backup: "Infrastructure backup",
    backupLead: "Back up the stamp's infrastructure, and track each backup until its job ends.",
    fleetLead: "Every stamp of this console in one list, worst first.",
  },
} as const;
