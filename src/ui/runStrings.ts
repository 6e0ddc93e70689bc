// Words on a run: its card, which loads when there is one.
export const runStrings = {
  run: {
    inProgress: "In progress",
    finishing: "Finishing",
    onDemand: "on-demand backup",
    scheduled: "scheduled backup",
    fromHere: "from this console",
    elsewhere: "started elsewhere",
    startedAt: (time: string) => `started ${time}`,
    seenAt: (time: string) => `first seen ${time}`,
    noStart: "no estimate: the stamp has not said when it began",
    elapsed: "Elapsed",
    progress: "Progress of the backup, estimated",
    accepted: "Accepted",
    roles: "Roles backed up",
    rolesOf: (done: number, total: number) => `${done} of ${total}`,
    rolesUnknown: "not reported yet",
    listed: (word: string) => `Listed as ${word}`,
    stepState: { done: "done:", now: "now:", later: "later:" },
    jobLog: "Job log",
    asPowerShell: "As PowerShell",
    notListed: "not yet",
    ended: "Job finished",
    stillRunning: "Job still running",
    left: (span: string, sample: number) =>
      `about ${span} left, from the last ${sample} ${sample === 1 ? "backup" : "backups"}`,
    over: (sample: number) =>
      `longer than the last ${sample} ${sample === 1 ? "backup" : "backups"} took so far`,
    noEstimate: "no estimate: this stamp has no past backups to learn from",
    explainRunning: "The stamp is backing up its roles. This cannot be paused or stopped.",
    explainFinishing: "The list already says Succeeded; the job still runs. Usual for 10–15 minutes.",
    explainLong:
      "This takes longer than usual for this stamp. That is no verdict: check the backup share's space and speed, and keep waiting.",
    notStored:
      "This browser keeps nothing for this page: after a reload the run is found through the list, but not remembered as yours.",
    why: "Why?",
    whyText:
      "The stamp writes Succeeded into its list when the data is written, while the job behind it still closes its books. This page asks the job itself and says Succeeded only when the job has ended.",
    troubleSignIn: (time: string) =>
      `Not asked about the job since ${time}; the run goes on at the stamp, and is asked about again after sign-in.`,
    trouble: (since: string) =>
      `No answer about the job since ${since}; the run goes on at the stamp. Trying again by itself.`,
  },
} as const;
