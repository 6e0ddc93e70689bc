// Words of finding, adding and choosing stamps; none of them is part of the first load. The keys of these tables are
// those of AddressRefusal and FindStep; their users' types hold them together.

/** Why an address cannot be taken, and what to do. */
export const refusalWords = {
  empty: "Give the address of the stamp's ARM.",
  noScheme: "Begin with https://, or with / for a path on this page's own origin.",
  scheme: "This is no address of a stamp: only https is taken, and http on this machine.",
  unreadable: "This is no address: check it for blanks, backslashes and missing parts.",
  userInfo:
    "An address must not hold a user name or password: it would be kept and shown. Leave out what stands before the @.",
  query: "Leave out what follows the ? or #: requests add their own.",
  insecure:
    "http would send tokens in the clear: give an https address. http is taken only on this machine and for this page's own origin.",
  protocolRelative: "An address that begins with // leads to another host: write https:// before it.",
  portal:
    "This is the portal. Give the ARM address of the administrators: adminmanagement. in place of adminportal. or portal.",
  tenant:
    "This is the tenants' ARM, which knows no infrastructure backups. Give the administrators': adminmanagement. in place of management.",
} as const;

export const stampStrings = {
  file: {
    line: (problem: string) => `stamps.json, ${problem}`,
    unreachable: "stamps.json beside this page could not be reached. Check the network, then reload.",
    status: (status: number) =>
      `stamps.json beside this page answered ${status}: the server must serve the file where the page lies.`,
    noJson: (reason: string) =>
      `stamps.json beside this page is not JSON (${reason}). Mend it there and reload.`,
    ownUnreadable: (count: number) =>
      `${count === 1 ? "One stamp" : `${count} stamps`} added in this browser cannot be read by this version; it stays stored and is not shown.`,
  },
  steps: {
    metadata: "its sign-in",
    subscription: "its Default Provider Subscription",
    region: "its region",
    apiVersion: "the versions of its backup API",
  },
  asking: "Asking the stamp…",
  askingFor: (what: string) => `Asking the stamp for ${what}…`,
  askedFor: (what: string, path: string) => `Asked for ${what}: ${path}`,
  failedTitle: "The stamp was not found",
  failed: {
    policy:
      "Nothing was sent: this page's own policy (its Content-Security-Policy) allows no requests to that host.",
    unreachable: "The proxy in front of it could not reach the stamp.",
    offline:
      "No answer came. A browser does not tell pages whether the stamp is off the network, its certificate is not trusted, it does not allow this page's origin (CORS), or this page's own policy (CSP) forbids the address.",
    unreadable: "What answered is no stamp's ARM, or a sign-in page or proxy stands between.",
    noSubscription: (names: string) =>
      `There is no Default Provider Subscription among what may be seen here: ${names}.`,
    noSubscriptions: "No subscription may be seen here.",
    more: "Further pages of the list were not read.",
    noRegion: "The stamp lists no region.",
  },
  advice: {
    offline:
      "The supported way is a proxy on this page's own origin: name the stamp in stamps.json, and start:stamp, preview:stamp or your web server carries /arm/<id> to it.",
    unreachable:
      "Check the stamp's endpoint in stamps.json, its certificate, and the network between the proxy and the stamp.",
    unreadable: "Check that the address is the administrators' ARM (adminmanagement…), not a portal.",
    noSubscription:
      "Sign in as an operator of this stamp, or write subscriptionId and region into stamps.json.",
    noRegion: "Write the region into stamps.json.",
  },
  picker: {
    title: "Choose a stamp",
    search: "Search stamps",
    list: "Stamps",
    none: (text: string) => `No stamp matches “${text}”.`,
    count: (shown: number, all: number) => (shown === all ? `${all} stamps` : `${shown} of ${all} stamps`),
    add: "Add a stamp…",
    manage: "Manage stamps",
    finding: (count: number) => `${count} more not found yet`,
  },
  page: {
    title: "Stamps",
    lead: "The stamps that this page knows: those of its stamps.json, and those added in this browser.",
    stamp: "Stamp",
    address: "Address",
    region: "Region",
    subscription: "Subscription",
    apiVersion: "API version",
    signIn: "Sign-in",
    from: "From",
    listTitle: "Known stamps",
    file: "stamps.json",
    own: "Added in this browser",
    open: (title: string) => `Open ${title}`,
    current: "Open now",
    remove: "Remove",
    removeOf: (title: string) => `Remove ${title}`,
    fixed: "What stands in stamps.json is changed and removed there, not here.",
    search: "Filter stamps",
    removed: (title: string) => `${title} is removed from this browser.`,
    confirmTitle: (title: string) => `Remove ${title}?`,
    confirm:
      "This browser forgets the stamp's address. The stamp itself, its backups and its settings are not touched.",
    confirmRunning:
      "A backup of this stamp is being followed here. It goes on at the stamp, but this page no longer follows it. This browser forgets the stamp's address; the stamp itself, its backups and its settings are not touched.",
    notFound: (title: string) => `${title} was not found`,
    tryAgain: "Try again",
    askAgain: "Ask again",
    askAgainOf: (title: string) => `Ask ${title} again`,
    byAsking: "stamps.json, found by asking",
    problemsTitle: "Something is wrong in stamps.json",
    problemsCount: (count: number) =>
      count === 1
        ? "One entry of stamps.json cannot be used; the other stamps are not affected."
        : `${count} entries of stamps.json cannot be used; the other stamps are not affected.`,
    unfoundCount: (titles: string) => `Not found: ${titles}.`,
    someUnfound: "Some stamps were not found",
    show: "Show why",
    dismiss: "Dismiss",
  },
  add: {
    title: "Add a stamp",
    lead: "For this browser only. The stamp is asked for everything but its address.",
    address: "Address of its ARM endpoint",
    addressHint:
      "For example https://adminmanagement.redmond.contoso.com, or a path on this page's origin such as /arm/redmond",
    name: "Title (optional)",
    nameHint: "As it stands in the picker; without one, the stamp's name for its region",
    find: "Find the stamp",
    stop: "Stop",
    known: (title: string) => `This address is listed already, as ${title}.`,
    mocked: "This is a mocked console: it asks nothing but its simulation. Give a path such as /arm/redmond.",
    tokenLead:
      "The stamp wants a token before it tells more. It is sent to this stamp only and kept in this page's memory only.",
    tokenRefused: "The stamp did not take the token. Paste a fresh one.",
    token: "Bearer token",
    tokenBad: "This is no token: it holds characters that none may hold.",
    goOn: "Go on",
    found: "Found:",
    save: "Add this stamp",
    saved: (title: string) => `${title} is added.`,
    notKept:
      "This browser does not let the page store anything: the stamp is known until this page is closed or reloaded. For good, name it in stamps.json.",
  },
  signIn: {
    none: "None: what stands before the stamp signs in",
    token: "Bearer token",
    msal: "Sign-in page",
    adfs: "AD FS",
    entra: "Microsoft Entra ID",
    at: (provider: string, endpoint: string) => `${provider}, ${endpoint}`,
    accounts: "Accounts of the stamp",
    unknown: "not told by the stamp",
  },
  version: {
    given: (version: string) => version,
    registration: (version: string) => `${version}, as the stamp lists`,
    asking: (version: string) => `${version}, tried`,
    assumption: (version: string) => `${version}, assumed: the stamp does not tell`,
  },
  missing: {
    title: "This stamp is not known here",
    text: (id: string) =>
      `No stamp of stamps.json or of this browser is named “${id}”. It may be named otherwise, or have been added in another browser.`,
    finding: (title: string) => `Finding ${title}`,
  },
  none: {
    title: "No stamp to show",
    text: "stamps.json beside this page names no stamp. Add one there and reload, or add one for this browser below.",
    unreadable: "stamps.json beside this page gives no stamp that can be used:",
  },
} as const;
