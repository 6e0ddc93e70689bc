import { backupRow, press, region, tell, type Story } from "./story.ts";

const ALERTS = region("Backup alerts");
const QUESTION = { role: "alertdialog", name: "Backup now" } as const;

/** From the alert to its cause, the remedy, and a backup that proves it. */
export const BAD_NIGHT: Story = {
  id: "a-night-that-went-wrong",
  title: "A night that went wrong",
  summary: "An alert, a skipped slot, a failure with its reason, the remedy, and a backup that proves it.",
  scenario: "bad-night",
  steps: [
    {
      title: "What the morning shows",
      say: "Nobody has to read a list to see that something is wrong: the verdict says what happened, how old the newest recovery point is, and what to do.",
      look: "The verdict is not green any more.",
      path: "/redmond/backup",
      point: region("Protection"),
      shows: ["Overdue", "The last attempt failed"],
    },
    {
      title: "The alert names the remedy",
      say: "The stamp raised an alert at night. Its text and its remedy stand where the operator looks, with a button for each thing that can be done.",
      look: "The alert, and its buttons.",
      point: ALERTS,
      shows: ["Critical", "Update the user name and the password", "Open Configuration"],
    },
    {
      title: "A slot without a backup",
      say: "The failure is not alone: the slot before it was skipped. In the list of backups there is nothing to see of that; the history shows the gap.",
      look: "The slot that was skipped, just before the failure.",
      point: region("Backup history"),
      shows: ["since the last success"],
    },
    {
      title: "Why it failed",
      say: "The failed backup says why, in the stamp's own words: the share refused the credentials. Somebody changed a password.",
      look: "The error, in the stamp's own words.",
      acts: [press("link", "", backupRow("Failed"))],
      point: { role: "dialog", name: "Backup" },
      shows: ["Failed"],
    },
    {
      title: "The remedy",
      say: "The new password goes in. It stays in this form and in one request; the page stores it nowhere.",
      look: "Password and its confirmation; everything else stays as it is.",
      path: "/redmond/backup/configuration",
      acts: [
        { kind: "fill", label: "Password", text: "the-new-password" },
        { kind: "fill", label: "Confirm password", text: "the-new-password" },
      ],
      point: region("Configuration"),
      shows: ["Backup storage location"],
    },
    {
      title: "The stamp checks it",
      say: "The stamp tries the share before it takes the change. A wrong password would come back to its field.",
      look: "Saved, after the stamp's own check.",
      acts: [press("button", "OK", region("Configuration"))],
      point: region("Configuration"),
      shows: ["Saved."],
    },
    {
      title: "A backup from the alert",
      say: "The alert asks for a backup, so it can start one. The same question, the same single request.",
      look: "The run that will end the alert.",
      path: "/redmond/backup",
      acts: [press("button", "Backup now", ALERTS), press("button", "Yes", QUESTION)],
      point: region("Backup run"),
      shows: ["In progress", "from this console"],
    },
    {
      title: "Green again",
      say: "Half an hour later the job has ended. The alert is gone, and the verdict says when the next backup is due.",
      look: "Protected, by a backup whose job has ended.",
      acts: [tell({ jump: { before: "end", leadMs: 0 } })],
      point: region("Protection"),
      shows: ["Protected"],
    },
  ],
};
