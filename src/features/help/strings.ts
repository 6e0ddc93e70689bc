export const helpStrings = {
  title: "Help",
  close: "Close help",
  lead: "This page reads the state of every backup from the stamp, from the list and from the job behind it, whoever started it.",
  statesTitle: "States",
  states: [
    ["In progress", "The stamp is backing up its roles."],
    ["Finishing", "The list says Succeeded, but the stamp's job has not ended. Usual for 10–15 minutes."],
    [
      "Succeeded (unconfirmed)",
      "The list says Succeeded, but this page can't ask whether the job has ended. The details name the reason.",
    ],
    ["Succeeded", "The job has ended and the stamp said so. Only then is a backup safe to rely on."],
    ["Partially succeeded", "The job has ended, and some roles aren't in the backup."],
    ["Failed", "The job has ended without a backup. The details name the reason."],
    [
      "Tracking lost",
      "The stamp lists no backup and no longer answers for the job, so the result isn't known.",
    ],
    ["Checking", "The list says Succeeded, and the page is checking the job."],
  ],
  keysTitle: "Keys",
  keys: [
    ["Ctrl+/", "Search the menu"],
    ["Arrow keys, Home, End", "Move in the command bar and in Available backups"],
    ["Escape", "Close a pane, or answer No"],
  ],
  troubleshootingTitle: "Troubleshooting",
  troubleshooting: [
    [
      "No connection",
      "Check the network between this browser and the stamp. Rows stay as of the last answer, and the page retries.",
    ],
    [
      "You are asked to sign in again",
      "The token has expired or the stamp refuses it. Sign in again; a running backup stays tracked.",
    ],
    [
      "Backup now is disabled",
      "Point at the button for the reason: a backup is running, or you aren't signed in.",
    ],
    [
      "A part couldn't be loaded",
      "Select Try again. If it persists, reload: running backups are found again.",
    ],
    ["Still stuck", "Give support the request ID from the message, and the stamp's name."],
  ],
  documentationTitle: "Documentation",
  documentation:
    "The docs folder of this console explains states, sign-in, hosting and the fleet page. It isn't fetched from here: stamps stand behind air gaps.",
  version: (version: string) => `Version ${version}`,
} as const;
