import { formatNumber } from "../../ui/format.ts";
import { protectionTexts } from "../../common/protectionStrings.ts";

const stamps = (count: number) => `${formatNumber(count)} ${count === 1 ? "stamp" : "stamps"}`;

export const fleetStrings = {
  title: "All stamps",
  documentTitle: "All stamps – Infrastructure backup",
  close: "Close All stamps",
  grid: "Stamps",
  count: (shown: number, all: number) =>
    shown === all ? stamps(all) : `${formatNumber(shown)} of ${stamps(all)}`,
  commands: {
    label: "Commands for stamps",
    backupNow: (count: number) => (count === 0 ? "Backup now" : `Backup now (${formatNumber(count)})`),
    nothingSelected: "Select stamps in the list first.",
    refresh: "Refresh",
    pause: "Pause refreshing",
    resume: "Resume refreshing",
  },
  traffic: {
    loading: (known: number, all: number) => `Loading: ${formatNumber(known)} of ${stamps(all)}`,
    soFar: (requests: number) => `${formatNumber(requests)} requests so far`,
    perMinute: (requests: number) => `about ${formatNumber(requests)} requests/min`,
    round: (minutes: number) =>
      `each stamp checked about every ${Math.round(minutes) <= 1 ? "minute" : `${Math.round(minutes)} minutes`}`,
    paused: "refreshing is paused",
  },
  /** States that the list can be filtered by; the first ones are tiles too. */
  show: {
    all: "All states",
    attention: "Needs attention",
    running: "Running or finishing",
    silent: "No answer",
    signIn: "Sign-in needed",
    ...protectionTexts,
  },
  filter: {
    tiles: "Stamps by state",
    allStamps: "All stamps",
    label: "Filter",
    search: "Search stamps",
    show: "Show",
    sort: "Sort by",
    sorts: { worst: "Worst first", name: "Name" },
    noneTitle: "No matching stamps",
    none: "No stamp has both this name and this state.",
    clear: "Clear filter",
  },
  order: {
    changed: (count: number) =>
      count === 1
        ? "1 stamp's status changed since sorting."
        : `${formatNumber(count)} stamps' statuses changed since sorting.`,
    again: "Sort again",
  },
  column: {
    select: "Select all shown stamps",
    name: "Stamp",
    verdict: "Protection",
    run: "Running",
    success: "Last success",
    attempt: "Last attempt",
    next: "Next scheduled",
    capacity: "Available capacity",
    alerts: "Alerts",
    action: "Backup now",
  },
  selectAll: "Select all",
  select: (title: string) => `Select ${title}`,
  backupNow: "Backup now",
  backupNowOf: (title: string) => `Backup now: ${title}`,
  none: "—",
  never: "Never",
  disabled: "(Disabled)",
  alerts: {
    none: "None",
    unknown: "Unknown",
    notRead: "This stamp's alerts haven't been read yet.",
    active: (count: number) => `${formatNumber(count)} active`,
    activeOf: (count: number, title: string) =>
      `${formatNumber(count)} active ${count === 1 ? "alert" : "alerts"} of ${title}`,
  },
  contact: {
    asking: "Checking…",
    noAnswer: "No answer",
    behind: "Behind schedule.",
    slow: "No answer within 5 seconds. Trying again with a longer wait.",
    lastAnswerAt: (time: string) => `Last answer ${time}.`,
    neverAnswered: "It has not answered yet.",
    signIn: "Sign-in needed",
    signInLink: "Sign in",
    signInLinkOf: (title: string) => `Sign in to ${title}`,
  },
  run: {
    progress: (title: string) => `Progress of the backup of ${title}, estimated`,
    left: (span: string) => `about ${span} left`,
    over: "longer than usual",
    possiblyStarted: "Possibly started",
    starting: "Starting…",
    notStarted: "Not started",
  },
  disabledReason: {
    asking: "This stamp hasn't answered yet.",
    signIn: "Sign in to this stamp first.",
    waiting: "Waiting for its turn to start.",
    posting: "A backup is being started.",
    unknownOutcome: "An earlier start got no clear answer. Open the stamp to see what is known.",
  },
  confirm: {
    title: (count: number) => (count === 1 ? "Backup now on this stamp?" : `Backup now on ${stamps(count)}?`),
    text: "Each backup takes more than 15 minutes and can't be paused or stopped.",
    on: "Backup now on:",
    not: "Not started (reason shown):",
    silent: "isn't answering; the result may stay unknown",
    none: "None of the selected stamps can be backed up now.",
  },
  outcome: {
    title: "Results",
    dismiss: "Dismiss",
    waiting: "Waiting for its turn. Nothing sent yet.",
    starting: "Sending the request.",
    sent: "Started.",
    unclear:
      "Possibly started: the stamp gave no clear answer. We won't resend it. Watching the stamp's list.",
    notStarted: (reason: string) => `Not started. ${reason}`,
    summary: (started: number, all: number) => `${formatNumber(started)} of ${formatNumber(all)} started.`,
  },
} as const;
