import { backupRow, press, region, type Story } from "./story.ts";

const READINESS = { role: "dialog", name: "Recovery readiness" } as const;
const RECORD = { role: "article", name: "Backup verification record" } as const;

/** What can be shown to somebody who believes nothing: history, readiness, and a record on paper. */
export const AUDITOR: Story = {
  id: "show-it-to-the-auditor",
  title: "Show it to the auditor",
  summary: "The history with its gaps, what a recovery would need, and a verification record on paper.",
  scenario: "slot-missing",
  steps: [
    {
      title: "Are you protected?",
      say: "The first question of every audit. The answer stands at the top, and every word of it can be followed to what it rests on.",
      look: "The verdict, and how old the newest success is.",
      path: "/redmond/backup",
      point: region("Protection"),
      shows: ["Protected"],
    },
    {
      title: "What was kept",
      say: "Two weeks of slots. The history does not hide what is missing: it tells a gap from a skipped slot, and both from what nobody can know.",
      look: "The marks that are not green, and the count beside the title.",
      point: region("Backup history"),
      shows: ["slots kept in 14 days"],
    },
    {
      title: "Figures with their basis",
      say: "Each figure says what it rests on, so that nobody has to take it on trust.",
      look: "Slots kept, the longest gap, and the oldest recovery point.",
      path: "/redmond/backup/history",
      point: region("Figures"),
      shows: ["Slots kept, last 30 days", "Based on"],
    },
    {
      title: "Could you recover today?",
      say: "Not whether a backup exists, but which one a recovery would use, from where, and with which key.",
      look: "The backup a recovery would use, its path and its certificate.",
      path: "/redmond/backup/readiness",
      point: { ...region("A recovery today would use"), within: READINESS },
      shows: ["External path", "Certificate"],
    },
    {
      title: "Ten checks, and what nobody can tell",
      say: "Ten checks, each with its reason. Where only the stamp itself could test something, the page says so and gives the command.",
      look: "Passed, Not passed, and Cannot tell.",
      point: { ...region("Checks"), within: READINESS },
      shows: ["cannot tell", "Only the stamp can test this."],
    },
    {
      title: "One backup, on paper",
      say: "For one backup the page asks both sources again and writes down what each said, when, and under which request id.",
      look: "Verified by the job's own end, not by the list alone.",
      path: "/redmond/backup",
      acts: [
        press("link", "", backupRow("Succeeded")),
        press("link", "Verification record", { role: "dialog", name: "Backup" }),
      ],
      point: RECORD,
      shows: ["Succeeded, verified by the job"],
    },
    {
      title: "A file that can be checked",
      say: "Print it, and hand over the file: with the SHA-256 on the paper anybody can check later that the file is the same, without this console.",
      look: "The buttons for paper and file; the hash stands at the foot of the record.",
      point: { role: "toolbar", name: "Verification record commands" },
      shows: ["Print", "Download JSON"],
    },
  ],
};
