export const commandStrings = {
  title: "PowerShell and API",
  close: "Close PowerShell and API",
  modules: { az: "the Az module", azureRm: "the AzureRM module" },
  lead: (module: string) =>
    `PowerShell is for ${module}; Settings has the other. Run it in a session that is signed in to this stamp as an operator. Requests go to the stamp's administrator Resource Manager at the address this page uses, with an operator's token in TOKEN.`,
  actions: {
    backup: "Get a backup by its ID",
    follow: "Get the result of its job",
    start: "Start a backup",
    track: "Start a backup and follow its job to the end",
    list: "List the backups",
    settings: "Get the backup settings",
    pruneDryRun: "Prune the external store, dry run",
    prune: "Prune the external store",
    alerts: "List the active backup alerts",
    testShare: "Test the share, on the privileged endpoint and never during an update",
  },
  notInModule: (module: string) => `No command for it in ${module}.`,
  powershell: (action: string) => `${action} (PowerShell)`,
  rest: (action: string) => `${action} (REST)`,
  curl: (action: string) => `${action} (curl)`,
} as const;
