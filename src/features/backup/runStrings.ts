// Words on a run: its card, which loads when there is one.
export const runStrings = {
  run: {
    onDemand: "on-demand backup",
    scheduled: "scheduled backup",
    fromHere: "from this console",
    elsewhere: "not from this console",
    startedAt: (time: string) => `started ${time}`,
    seenAt: (time: string) => `first seen ${time}`,
    confirmedAt: (time: string) => `confirmed by its job at ${time}`,
    notConfirmed: (time: string) => `tracking ended ${time}`,
    close: "Close this result",
    elapsed: "Elapsed",
    progress: "Progress of the backup, estimated",
    accepted: "Accepted",
    roles: "Roles backed up",
    rolesOf: (done: number, total: number) => `${done} of ${total}`,
    rolesUnknown: "not reported yet",
    listed: (word: string) => `Listed as ${word}`,
    notListed: "not yet",
    dataWritten: "Data written",
    notReported: "not reported",
    timeAndSpan: (time: string, span: string) => `${time} · ${span}`,
    ended: "Job ended",
    endUnknown: "not confirmed",
    stillRunning: "Job still running",
    stepState: { done: "done:", now: "now:", later: "later:", unknown: "unknown:" },
    record: "Verification record",
    jobLog: "Job log",
    asPowerShell: "PowerShell and API",
    left: (span: string, sample: number) =>
      `about ${span} left, from the last ${sample} ${sample === 1 ? "backup" : "backups"}`,
    over: (sample: number) =>
      `longer than the last ${sample} ${sample === 1 ? "backup" : "backups"} took so far`,
    noEstimate: "No estimate: no past backups",
    noStart: "No estimate: start time unknown",
    explainRunning: "The stamp is backing up its roles. A backup can't be paused or stopped.",
    explainFinishing: "Data is written. The job is still closing; this normally takes 10–15 more minutes.",
    explainLong:
      "Longer than usual for this stamp. That alone doesn't mean it failed: check the share's free space and speed, and keep waiting.",
    why: "Why?",
    explanation:
      "The stamp lists a backup as Succeeded once its data is written, while the job is still cleaning up. This page asks the job itself and shows Succeeded only when the job has ended.",
    endedWell: (span: string) => `The list said Succeeded ${span} before the job ended.`,
    endedWellPlain: "The job confirmed that the backup succeeded.",
    endedPartially: "Some roles weren't backed up. Open the job log or the backup's roles to see which.",
    endedFailed: "The job ended without a usable backup. Fix the cause, then select Backup now.",
    endedLost:
      "The stamp no longer answers for this job, so its result can't be confirmed. The list below shows what the stamp recorded.",
    notStored:
      "This browser doesn't store data for this page. After a reload, the run is found through the list, but not remembered as yours.",
    troubleSignIn: (time: string) =>
      `No answer about the job since ${time}: sign in to follow it. Whether it still runs isn't known until then.`,
    trouble: (since: string) =>
      `No answer about the job since ${since}. It may still be running. Retrying automatically.`,
    behind: (since: string) =>
      `No answer about the job since ${since}: this page is behind. Select Refresh to ask now.`,
  },
} as const;
