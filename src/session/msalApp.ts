import {
  AuthError,
  BrowserCacheLocation,
  CacheLookupPolicy,
  InteractionRequiredAuthError,
  ProtocolMode,
  PublicClientApplication,
  type AuthenticationResult,
  type Configuration,
} from "@azure/msal-browser";
import { msalAppKey, SignInError, type MsalApp, type MsalAuth, type MsalToken } from "./msalTypes.ts";
import { answerFor, forgetSignIn, rememberSignIn } from "./signInAnswer.ts";

// This module includes MSAL and loads only if a stamp's `auth` is `msal`.

/** MSAL's configuration for an authority. AD FS (path /adfs) is treated as plain OpenID (msal-js PR 7235). */
function configurationOf({ authority, clientId }: MsalAuth): Configuration {
  const { host, pathname } = new URL(authority);
  const adfs = /^\/adfs(\/|$)/i.test(pathname);
  return {
    auth: {
      clientId,
      authority,
      // Keeps MSAL from querying Microsoft's cloud discovery for an authority that stamps.json names.
      knownAuthorities: [host],
      // The page's folder, so that one registered address covers it with and without index.html.
      redirectUri: new URL(".", location.origin + location.pathname).href,
    },
    // Per tab (I15 allows MSAL this much), so that a reload doesn't require sign-in again.
    cache: { cacheLocation: BrowserCacheLocation.SessionStorage },
    system: { protocolMode: adfs ? ProtocolMode.OIDC : ProtocolMode.AAD },
  };
}

/** Opens MSAL for one authority and client, and completes a sign-in that redirected back to this page. */
export async function openMsalApp(auth: MsalAuth): Promise<MsalApp> {
  try {
    const client = new PublicClientApplication(configurationOf(auth));
    await client.initialize();
    return await resume(auth, client);
  } catch (error) {
    throw toSignInError(error);
  }
}

async function resume(auth: MsalAuth, client: PublicClientApplication): Promise<MsalApp> {
  const key = msalAppKey(auth);
  const came = answerFor(key);
  const app = wrap(key, client);
  try {
    // Without an answer this ends a sign-in that was abandoned with "Back".
    const result = await client.handleRedirectPromise({
      navigateToLoginRequestUrl: false,
      ...(came && { hash: came.answer }),
    });
    if (result && came) app.keep(came.scope, result);
  } catch (error) {
    app.refusal = toSignInError(error).problem;
  }
  return app;
}

interface WrappedApp extends MsalApp {
  keep(scope: string, result: AuthenticationResult): void;
}

function wrap(key: string, client: PublicClientApplication): WrappedApp {
  // AD FS omits the scope from its answers, so MSAL's cache lookup fails (msal-js issue 7300): the token from the
  // sign-in is kept here until it is requested.
  const fresh = new Map<string, MsalToken>();
  const account = () => client.getActiveAccount() ?? client.getAllAccounts()[0] ?? null;
  return {
    refusal: null,
    keep(scope, result) {
      client.setActiveAccount(result.account);
      fresh.set(scope, toToken(result));
    },
    async silent(scope, forced) {
      const kept = fresh.get(scope);
      fresh.delete(scope);
      if (kept && !forced) return kept;
      const signedIn = account();
      if (!signedIn) throw new SignInError({ kind: "interaction" });
      try {
        return toToken(
          await client.acquireTokenSilent({
            scopes: [scope],
            account: signedIn,
            // By refresh token, never by a hidden frame, so that the policy can be frame-src 'none'.
            cacheLookupPolicy: forced
              ? CacheLookupPolicy.RefreshToken
              : CacheLookupPolicy.AccessTokenAndRefreshToken,
          }),
        );
      } catch (error) {
        throw toSignInError(error);
      }
    },
    async leave(scope, anew) {
      rememberSignIn({ app: key, scope, hash: location.hash });
      const loginHint = anew ? undefined : account()?.username;
      try {
        await client.loginRedirect({
          scopes: [scope],
          ...(anew && { prompt: "login" }),
          ...(loginHint && { loginHint }),
        });
      } catch (error) {
        forgetSignIn();
        throw toSignInError(error);
      }
    },
    async forget() {
      fresh.clear();
      const signedIn = account();
      client.setActiveAccount(null);
      await client.clearCache({ account: signedIn });
    },
  };
}

function toToken({ accessToken, expiresOn, account }: AuthenticationResult): MsalToken {
  return {
    text: accessToken,
    expiresAt: expiresOn?.getTime() ?? null,
    // AD FS sends upn instead of preferred_username (msal-js PR 1617).
    account: (account?.username || textClaim(account?.idTokenClaims, "upn")) ?? null,
  };
}

function textClaim(claims: object | undefined, name: string): string | null {
  const value: unknown = claims && Object.getOwnPropertyDescriptor(claims, name)?.value;
  return typeof value === "string" && value !== "" ? value.slice(0, 200) : null;
}

const UNREACHABLE = new Set([
  "get_request_failed",
  "post_request_failed",
  "no_network_connectivity",
  "network_error",
  "endpoints_resolution_error",
  "openid_config_error",
  "timed_out",
]);

/** invalid_grant (RFC 6749): the refresh token expired or was revoked. MSAL reports only some as interaction required. */
const SPENT = new Set(["invalid_grant", "no_account_error", "user_cancelled"]);

function toSignInError(error: unknown): SignInError {
  if (error instanceof SignInError) return error;
  if (error instanceof InteractionRequiredAuthError) return new SignInError({ kind: "interaction" });
  // Only MSAL's own errors are quoted: others may contain anything.
  if (!(error instanceof AuthError)) return new SignInError({ kind: "answered", text: "unexpected error" });
  if (UNREACHABLE.has(error.errorCode)) return new SignInError({ kind: "unreachable" });
  if (SPENT.has(error.errorCode)) return new SignInError({ kind: "interaction" });
  const text = [error.errorCode, error.errorMessage].filter(Boolean).join(": ");
  return new SignInError({ kind: "answered", text: text.slice(0, 500) });
}
