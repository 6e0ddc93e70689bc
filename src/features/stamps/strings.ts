// Words of finding, adding, choosing and signing in to stamps; none of them is part of the first load. The keys of these
// tables are those of AddressRefusal and FindStep; their users' types hold them together.

/** Why an address can't be used, and what to do. */
export const refusalWords = {
  empty: "Enter the stamp's ARM endpoint.",
  noScheme: "Start with https://, or with / for a path on this page's origin.",
  scheme: "Only https is supported; http only on this machine.",
  unreadable: "Invalid address. Check it for spaces, backslashes and missing parts.",
  userInfo:
    "Remove the user name and password before the @. They would be stored and shown with the address.",
  query: "Remove everything from the ? or # on. Requests add their own.",
  insecure:
    "http would send tokens unencrypted. Use https; http is supported only on this machine and for this page's origin.",
  protocolRelative: "An address that starts with // leads to another host. Put https:// in front of it.",
  portal:
    "This is the portal. Use the administrator ARM endpoint: adminmanagement instead of adminportal or portal.",
  tenant:
    "This is the tenant ARM endpoint, which has no infrastructure backups. Use the administrator endpoint: adminmanagement instead of management.",
} as const;

export const stampStrings = {
  file: {
    line: (problem: string) => `stamps.json, ${problem}`,
    unreachable: "stamps.json couldn't be loaded. Check the network, then reload.",
    status: (status: number) =>
      `stamps.json couldn't be loaded (HTTP ${status}). The server must serve it beside this page.`,
    noJson: (reason: string) => `stamps.json isn't valid JSON (${reason}). Fix it and reload.`,
    unknownZone: (zone: string) =>
      `"timeZone" is "${zone}", which this browser doesn't know; the stamp is shown without it`,
    ownUnreadable: (count: number) =>
      `${count === 1 ? "One stamp" : `${count} stamps`} added in this browser can't be read by this version. It stays stored but isn't shown.`,
  },
  steps: {
    metadata: "its sign-in settings",
    subscription: "its Default Provider Subscription",
    region: "its region",
    apiVersion: "its backup API versions",
  },
  asking: "Asking the stamp…",
  askingFor: (what: string) => `Asking the stamp for ${what}…`,
  askedFor: (what: string, path: string) => `Asked for ${what}: ${path}`,
  failedTitle: "The stamp wasn't found",
  failed: {
    policy: "Nothing was sent: this page's Content-Security-Policy doesn't allow requests to that host.",
    unreachable: "The proxy couldn't reach the stamp.",
    offline:
      "No answer. Browsers don't tell pages why: the stamp may be off the network, its certificate may not be trusted, it may not allow this page's origin (CORS), or this page's own policy (CSP) may block the address.",
    unreadable: "The answer isn't from a stamp's ARM endpoint. A sign-in page or a proxy may be in between.",
    noSubscription: (names: string) =>
      `Default Provider Subscription isn't among the subscriptions you can see: ${names}.`,
    noSubscriptions: "You can't see any subscriptions on this stamp.",
    more: "More pages of the list weren't read.",
    noRegion: "The stamp lists no region.",
  },
  advice: {
    offline:
      "Use a proxy on this page's origin: add the stamp to stamps.json, and start:stamp, preview:stamp or your web server forwards /arm/<id> to it.",
    unreachable:
      "Check the stamp's endpoint in stamps.json, its certificate, and the network between the proxy and the stamp.",
    unreadable: "Check that the address is the administrator ARM endpoint (adminmanagement…), not a portal.",
    noSubscription: "Sign in as an operator of this stamp, or add subscriptionId and region to stamps.json.",
    noRegion: "Add the region to stamps.json.",
  },
  picker: {
    title: "Choose a stamp",
    search: "Search stamps",
    list: "Stamps",
    none: (text: string) => `No stamp matches “${text}”.`,
    count: (shown: number, all: number) => (shown === all ? `${all} stamps` : `${shown} of ${all} stamps`),
    add: "Add a stamp…",
    manage: "Manage stamps",
    finding: (count: number) => `${count} not found yet`,
  },
  page: {
    title: "Stamps",
    lead: "Stamps from stamps.json, and stamps added in this browser.",
    stamp: "Stamp",
    address: "Address",
    region: "Region",
    subscription: "Subscription",
    apiVersion: "API version",
    signIn: "Sign-in",
    from: "Source",
    actions: "Actions",
    listTitle: "Known stamps",
    file: "stamps.json",
    own: "This browser",
    open: (title: string) => `Open ${title}`,
    current: "Open",
    remove: "Remove",
    removeOf: (title: string) => `Remove ${title}`,
    fixed: "To change or remove stamps from stamps.json, edit that file.",
    search: "Filter stamps",
    removed: (title: string) => `${title} was removed from this browser.`,
    confirmTitle: (title: string) => `Remove ${title}?`,
    confirm:
      "This browser forgets the stamp's address. The stamp, its backups and its settings aren't affected.",
    confirmRunning:
      "A backup of this stamp is being tracked here. It continues on the stamp but will no longer be tracked. This browser forgets the stamp's address; the stamp, its backups and its settings aren't affected.",
    notFound: (title: string) => `${title} wasn't found`,
    tryAgain: "Try again",
    askAgain: "Detect again",
    askAgainOf: (title: string) => `Detect ${title} again`,
    byAsking: "stamps.json, rest detected",
    problemsTitle: "stamps.json has errors",
    problemsCount: (count: number) =>
      count === 1
        ? "One entry can't be used. Other stamps aren't affected."
        : `${count} entries can't be used. Other stamps aren't affected.`,
    unfoundCount: (titles: string) => `Not found: ${titles}.`,
    someUnfound: "Some stamps weren't found",
    show: "Show details",
    dismiss: "Dismiss",
  },
  add: {
    title: "Add a stamp",
    lead: "For this browser only. Enter the address; the rest is detected.",
    address: "ARM endpoint",
    addressHint:
      "For example https://adminmanagement.redmond.contoso.com, or a path on this page's origin such as /arm/redmond",
    name: "Title (optional)",
    nameHint: "Shown in the picker. Defaults to the region name.",
    find: "Find stamp",
    stop: "Stop",
    known: (title: string) => `This address is already listed as ${title}.`,
    mocked: "This console is mocked and talks only to its simulation. Enter a path such as /arm/redmond.",
    tokenLead:
      "The stamp requires a token before it can be detected. The token is sent to this stamp only and kept in this page's memory only.",
    tokenRefused: "The stamp rejected the token. Paste a new one.",
    goOn: "Continue",
    found: "Found:",
    save: "Add stamp",
    saved: (title: string) => `${title} was added.`,
    notKept:
      "This browser doesn't allow the page to store anything, so the stamp is known until this page is closed or reloaded. To keep it, add it to stamps.json.",
  },
  signIn: {
    none: "Handled by the proxy",
    token: "Bearer token",
    msal: "Sign-in page",
    adfs: "AD FS",
    entra: "Microsoft Entra ID",
    at: (provider: string, endpoint: string) => `${provider}, ${endpoint}`,
    accounts: "Identity provider",
    unknown: "not stated by the stamp",
  },
  version: {
    given: (version: string) => version,
    registration: (version: string) => `${version}, listed by the stamp`,
    asking: (version: string) => `${version}, tried`,
    assumption: (version: string) => `${version}, assumed`,
  },
  missing: {
    title: "Unknown stamp",
    text: (id: string) =>
      `Neither stamps.json nor this browser has a stamp with the ID “${id}”. It may have another ID, or have been added in another browser.`,
    finding: (title: string) => `Finding ${title}`,
  },
  none: {
    title: "No stamps yet",
    text: "stamps.json has no stamps. Add one there and reload, or add one for this browser below.",
    unreadable: "stamps.json has no usable stamp",
  },
} as const;

/** Words of signing in. */
export const signInStrings = {
  title: "Sign in to the stamp",
  proxy: "The stamp, or the proxy in front of it, requires sign-in. Sign in there, then retry.",
  tryAgain: "Try again",
  signOut: "Sign out",
  endsSoon: "Your session expires soon",
  token: {
    lead: (stamp: string) =>
      `${stamp} requires a bearer token. It is sent to this stamp only and kept in this page's memory only.`,
    checking: "Checking the token with the stamp…",
    refused:
      "The stamp no longer accepts the token. Running backups continue; paste a new token to resume tracking.",
    overTitle: "Your session has expired",
    soon: "Running backups continue. Paste a new token now to keep tracking them.",
    over: "The token has expired and the stamp may reject it at any time. Paste a new one.",
    held: "Signed in with a bearer token",
    until: "Expires",
    noExpiry: "expiry unknown",
    replace: "Replace token",
    keep: "Keep current token",
    label: "Bearer token",
    use: "Use token",
    useAnyway: "Use anyway",
    hint: "Paste as is; “Bearer”, quotes and line breaks are removed.",
    bad: "Invalid token: it contains characters that aren't allowed.",
    runsOut: (time: string) => `This token expires ${time}.`,
    unreadable: "This token doesn't state when it expires: expiry unknown.",
    doubt: {
      expired: (time: string) => `This token expired ${time}. The stamp will reject it.`,
      audience: (audience: string, expected: string | null) =>
        `This token is for ${audience}, not for ${expected ?? "a stamp"}. The stamp will reject it.`,
    },
  },
  commands: {
    summary: "How to get a token",
    powershell: "PowerShell (Az), signed in to this stamp as operator: copies the token to the clipboard",
    az: "Azure CLI, signed in to this stamp as operator: prints the token",
    asking: "Asking the stamp for its audience…",
    unknown:
      "The stamp's audience is unknown: replace AUDIENCE with the first of “audiences” in its /metadata/endpoints.",
  },
  msal: {
    lead: (stamp: string, host: string) => `You sign in to ${stamp} at ${host}, then return to this page.`,
    again: (host: string) =>
      `${host} requires you to sign in again. Running backups continue; tracking resumes after sign-in.`,
    refused: (account: string) =>
      `The stamp rejected ${account}. Sign in with another account, or try again.`,
    somebody: "this account",
    working: "Signing in…",
    renewing: "Renewing the session…",
    signIn: "Sign in",
    soonAgain: "It couldn't be renewed automatically. Sign in now to keep tracking.",
    soonRetrying: (host: string) =>
      `${host} doesn't answer. Retrying automatically until the session expires.`,
    held: (account: string) => `Signed in as ${account}`,
    renewed: "Renewed automatically",
    until: "expires",
    problem: {
      unreachable: (host: string) => `${host} doesn't answer. Retrying automatically.`,
      insecure: "Sign-in requires https (or localhost): over http the browser provides no cryptography.",
      notLoaded: "The sign-in component couldn't be loaded. Check the connection, then try again.",
      answered: (host: string) => `Message from ${host}:`,
    },
  },
} as const;
