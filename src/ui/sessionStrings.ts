/** Words of signing in: they load with the bar that says them. */
export const sessionStrings = {
  title: "Sign in to the stamp",
  proxy:
    "The stamp, or the proxy in front of it, refused the request as not signed in. Sign in there, then retry.",
  tryAgain: "Try again",
  signOut: "Sign out",
  runs: "What is running at the stamp goes on.",
  token: {
    lead: (stamp: string) =>
      `${stamp} asks for a bearer token. It is kept in this page's memory only and sent to this stamp only.`,
    checking: "Asking the stamp with this token…",
    refused:
      "The stamp no longer accepts the token. What is running there goes on; paste a fresh token to follow it from where it was.",
    soonTitle: "The sign-in runs out soon",
    overTitle: "The sign-in has run out",
    soon: "What is running at the stamp goes on; paste a fresh token now to follow it without a break.",
    over: "By its own date the token has run out, and the stamp may refuse it any moment. Paste a fresh one to go on.",
    held: "Signed in with a pasted token",
    until: "Runs out",
    noExpiry: "expiry unknown",
    replace: "Replace the token",
    keep: "Keep the present one",
    label: "Bearer token",
    use: "Use this token",
    useAnyway: "Use it anyway",
    hint: "As it comes: “Bearer”, quotes and line breaks around it are taken off.",
    bad: "This is no token: it holds characters that none may hold.",
    runsOut: (time: string) => `This token runs out ${time}.`,
    unreadable: "This token does not say when it runs out: expiry unknown.",
    doubt: {
      expired: (time: string) => `This token ran out ${time}. The stamp will refuse it.`,
      audience: (audience: string, expected: string | null) =>
        `This token is for ${audience}, not for ${expected ?? "a stamp"}. The stamp will refuse it.`,
    },
  },
  commands: {
    summary: "How to get a token",
    powershell: "PowerShell (Az), signed in to this stamp as operator: puts the token on the clipboard",
    az: "Azure CLI, signed in to this stamp as operator: prints the token",
    asking: "Asking the stamp for its audience…",
    unknown:
      "The stamp did not tell its audience: in place of AUDIENCE put the first of “audiences” in its /metadata/endpoints.",
  },
  msal: {
    lead: (stamp: string, host: string) =>
      `You sign in to ${stamp} at ${host}, and come back to this very place.`,
    again: (host: string) =>
      `${host} wants to see you again before it renews the sign-in. What is running at the stamp goes on and is followed from where it was.`,
    refused: (account: string) =>
      `The stamp refuses the sign-in of ${account}. Sign in as somebody else, or try again.`,
    somebody: "this account",
    working: "Signing in…",
    renewing: "Renewing the sign-in…",
    signIn: "Sign in",
    soonTitle: "The sign-in runs out soon",
    soonAgain: "It could not be renewed silently. Sign in now to follow the stamp without a break.",
    soonRetrying: (host: string) =>
      `${host} does not answer; it is asked again by itself until the sign-in runs out.`,
    held: (account: string) => `Signed in as ${account}`,
    renewed: "Renewed by itself",
    until: "runs out",
    problem: {
      unreachable: (host: string) => `${host} does not answer. It is asked again by itself.`,
      insecure:
        "Signing in takes a page served over https (or from localhost): the browser gives this page no cryptography.",
      notLoaded:
        "The part of this console that signs in could not be loaded. Check the connection, then try again.",
      answered: (host: string) => `${host} answered, in its own words:`,
    },
  },
} as const;
