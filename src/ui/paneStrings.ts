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
  settings: {
    title: "Portal settings",
    close: "Close settings",
    theme: "Theme",
    themes: { system: "As the system prefers", dark: "Dark", light: "Light" },
    timeZone: "Times are shown in",
    zones: { local: "Local time", utc: "UTC", stamp: "The stamp's own" },
  },
  help: {
    title: "Help",
    close: "Close help",
    lead: "This page asks the stamp itself how a backup stands, whoever started it: the list, and the job behind it.",
    statesTitle: "States",
    states: [
      ["In progress", "The stamp is backing up its roles."],
      ["Finishing", "The list says Succeeded, but the stamp's job has not ended. Usual for 10–15 minutes."],
      [
        "Succeeded (unconfirmed)",
        "The list says Succeeded, but this page can't ask whether the job has ended. The details name the reason.",
      ],
      ["Succeeded", "The job has ended and the stamp said so. Only then is a backup safe to rely on."],
      ["Partially succeeded", "The job has ended and some roles are missing in the backup."],
      ["Failed", "The job has ended without a backup. The details name the reason."],
      [
        "Tracking lost",
        "The stamp lists no backup and can't be asked about the job: the result isn't known.",
      ],
      ["Checking", "The list says Succeeded and the job is being asked."],
    ],
    keysTitle: "Keys",
    keys: [
      ["Ctrl+/", "Search the menu"],
      ["Arrow keys, Home, End", "Move in the command bar and in Available backups"],
      ["Escape", "Close a pane, or answer No"],
    ],
  },
} as const;
