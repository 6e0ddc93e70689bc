import { MINUTE } from "../sim/clock.ts";
import { backupRow, press, region, tell, type Story } from "./story.ts";

const RUN = region("Backup run");

/** One backup from the click to its job's end, with the minutes in which the list is wrong. */
export const PORTAL_SAID_SUCCEEDED: Story = {
  id: "portal-said-succeeded",
  title: "The portal said Succeeded",
  summary: "One backup from the click to the job's end, and the fifteen minutes in which the list is wrong.",
  scenario: "healthy",
  steps: [
    {
      title: "A stamp that is fine",
      say: "This is the Infrastructure backup blade as operators know it. One line at the top says whether the stamp is protected, and why.",
      look: "The verdict, above everything else.",
      path: "/redmond/backup",
      point: region("Protection"),
      shows: ["Protected", "Last successful backup"],
    },
    {
      title: "Backup now asks first",
      say: "Before anything is sent, the page says how long a backup usually takes on this stamp, and that nobody can stop it.",
      look: "The question below the command bar.",
      acts: [press("button", "Backup now", { role: "toolbar", name: "Commands" })],
      point: { role: "alertdialog", name: "Backup now" },
      shows: ["can't be paused or stopped"],
    },
    {
      title: "One click, one request",
      say: "The stamp accepted the backup. Close the tab, reload, lose the network: the run is picked up again, and never sent twice.",
      look: "The run card: who started it, when, and what comes next.",
      acts: [press("button", "Yes", { role: "alertdialog", name: "Backup now" })],
      point: RUN,
      shows: ["In progress", "from this console"],
    },
    {
      title: "Role by role",
      say: "Eight minutes later. The stamp backs up one role after the other, and the estimate comes from this stamp's own past.",
      look: "Roles backed up, and the time left.",
      acts: [tell({ jump: { byMs: 8 * MINUTE } })],
      point: RUN,
      shows: ["Roles backed up", "of 14"],
    },
    {
      title: "The list says Succeeded",
      say: "This is the moment at which the portal turns green. The job still runs for ten to fifteen minutes, and until it ends nobody knows how it ends.",
      look: "The newest backup is Finishing, not Succeeded.",
      acts: [tell({ jump: { before: "listed", leadMs: -MINUTE } })],
      point: backupRow("Finishing"),
      shows: ["Finishing"],
    },
    {
      title: "Two sources, one verdict",
      say: "The list and the job contradict each other. The page shows both, and believes the job.",
      look: "Listed as Succeeded, beside Job still running.",
      point: RUN,
      shows: ["Listed as Succeeded", "Job still running"],
    },
    {
      title: "Now it has succeeded",
      say: "The job itself has ended. Only this makes the backup Succeeded, and the only green tick on the page is an earned one.",
      look: "The end of the job, with its time.",
      acts: [tell({ jump: { before: "end", leadMs: 0 } })],
      point: RUN,
      shows: ["Succeeded", "Job ended"],
    },
  ],
};
