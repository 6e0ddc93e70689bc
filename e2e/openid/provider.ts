import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { challengeOf, jwks, signToken } from "./tokens.ts";

export const CLIENT_ID = "0b0a7c2e-1111-4222-8333-444455556666";
export const OPERATOR = "operator@contoso.com";
const TENANT = "7c1b9f0a-aaaa-4bbb-8ccc-ddddeeeeffff";

/** A small OpenID provider with one operator, who is always ready to press its button. */
export interface Provider {
  origin: string;
  /** AD FS speaks plain OpenID below /adfs; Entra has a tenant and version 2.0. */
  authority: Record<"adfs" | "entra", string>;
  /** Life of the next access tokens, ms. */
  livesMs: number;
  /** What the token endpoint does with refresh tokens. */
  renewal: "granted" | "interaction" | "down";
  /** Grants that the token endpoint was asked for, in order. */
  grants: string[];
  close(): Promise<void>;
}

interface Grant {
  scope: string;
  nonce: string;
  challenge: string;
  redirectUri: string;
  issuer: string;
}

/** Serves the provider on loopback over TLS: MSAL takes no authority without (authority_uri_insecure). */
export async function startProvider(
  tls: { key: string; cert: string },
  now: () => number,
): Promise<Provider> {
  const codes = new Map<string, Grant>();
  const refreshTokens = new Map<string, Grant>();
  const server = createServer(tls, (req, res) => {
    answer(req, res).catch((error: unknown) => {
      res.writeHead(500).end(String(error));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The provider has no port.");
  const origin = `https://localhost:${address.port}`;
  const provider: Provider = {
    origin,
    authority: { adfs: `${origin}/adfs`, entra: `${origin}/${TENANT}` },
    livesMs: 60 * 60_000,
    renewal: "granted",
    grants: [],
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? "/", origin);
    const cors = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" };
    const json = (status: number, body: unknown) => {
      res.writeHead(status, { ...cors, "Content-Type": "application/json", "Cache-Control": "no-store" });
      res.end(JSON.stringify(body));
    };
    if (req.method === "OPTIONS") return void res.writeHead(204, cors).end();
    const [, base = ""] = /^(\/adfs|\/[\w-]{36})\//.exec(url.pathname) ?? [];
    const issuer = base === "/adfs" ? `${origin}/adfs/` : `${origin}${base}/v2.0`;
    if (url.pathname.endsWith("/.well-known/openid-configuration")) {
      return json(200, {
        issuer,
        authorization_endpoint: `${origin}${base}/oauth2/authorize`,
        token_endpoint: `${origin}${base}/oauth2/token`,
        jwks_uri: `${origin}${base}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["pairwise"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    }
    if (url.pathname.endsWith("/keys")) return json(200, jwks());
    if (url.pathname.endsWith("/oauth2/authorize")) return authorize(url, issuer, res);
    if (url.pathname.endsWith("/oauth2/token")) return json(...redeem(await form(req)));
    res.writeHead(404).end();
  }

  /** A page with a button for yes and one for no; both lead back to the console, with the answer in the hash. */
  function authorize({ searchParams: asked }: URL, issuer: string, res: ServerResponse): void {
    const get = (name: string) => asked.get(name) ?? "";
    const wrong =
      get("client_id") !== CLIENT_ID ||
      get("response_type") !== "code" ||
      get("response_mode") !== "fragment" ||
      get("code_challenge_method") !== "S256" ||
      get("code_challenge") === "";
    if (wrong) return void res.writeHead(400).end(`Not what this provider answers: ${asked.toString()}`);
    const code = randomUUID();
    codes.set(code, {
      scope: get("scope"),
      nonce: get("nonce"),
      challenge: get("code_challenge"),
      redirectUri: get("redirect_uri"),
      issuer,
    });
    const back = (answers: Record<string, string>) =>
      `${get("redirect_uri")}#${new URLSearchParams({ ...answers, state: get("state") }).toString()}`;
    const yes = back({ code, ...(issuer.endsWith("/v2.0") && { client_info: clientInfo() }) });
    const no = back({ error: "access_denied", error_description: "MSIS9001: The operator said no." });
    res.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    res.end(
      `<!doctype html><title>Sign in</title><h1>Contoso sign-in</h1><p>prompt: ${get("prompt")}</p>` +
        `<a href="${yes.replaceAll("&", "&amp;")}">Continue as ${OPERATOR}</a> ` +
        `<a href="${no.replaceAll("&", "&amp;")}">Cancel</a>`,
    );
  }

  function redeem(asked: URLSearchParams): [number, unknown] {
    const get = (name: string) => asked.get(name) ?? "";
    provider.grants.push(get("grant_type"));
    if (get("grant_type") === "refresh_token") {
      if (provider.renewal === "down") return [503, { error: "temporarily_unavailable" }];
      const grant = refreshTokens.get(get("refresh_token"));
      refreshTokens.delete(get("refresh_token"));
      if (provider.renewal === "interaction" || !grant) {
        return [400, { error: "invalid_grant", error_description: "MSIS9615: The refresh token is spent." }];
      }
      return [200, tokens({ ...grant, scope: get("scope") || grant.scope })];
    }
    const grant = codes.get(get("code"));
    codes.delete(get("code"));
    const good =
      grant?.challenge === challengeOf(get("code_verifier")) && grant.redirectUri === get("redirect_uri");
    return good ? [200, tokens(grant)] : [400, { error: "invalid_grant", error_description: "PKCE failed" }];
  }

  function tokens(grant: Grant): unknown {
    const refreshToken = randomUUID();
    refreshTokens.set(refreshToken, grant);
    const iat = Math.floor(now() / 1_000);
    const exp = iat + Math.floor(provider.livesMs / 1_000);
    const resource = grant.scope.split(" ").find((scope) => scope.endsWith("/.default"));
    const entra = grant.issuer.endsWith("/v2.0");
    const who = { sub: "s-1", oid: "o-1", tid: TENANT, upn: OPERATOR };
    const common = { iss: grant.issuer, iat, nbf: iat, exp, ...who };
    return {
      token_type: "Bearer",
      expires_in: exp - iat,
      access_token: signToken({
        ...common,
        aud: resource?.slice(0, -"/.default".length),
        // No two tokens are alike, however quickly they follow each other.
        jti: randomUUID(),
      }),
      id_token: signToken({
        ...common,
        aud: CLIENT_ID,
        nonce: grant.nonce,
        ...(entra && { preferred_username: OPERATOR, ver: "2.0" }),
      }),
      refresh_token: refreshToken,
      // AD FS leaves the scope out (msal-js issue 7300), and knows no client_info.
      ...(entra && { scope: grant.scope, client_info: clientInfo() }),
    };
  }

  return provider;
}

function clientInfo(): string {
  return Buffer.from(JSON.stringify({ uid: "o-1", utid: TENANT })).toString("base64url");
}

async function form(req: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of req) text += String(chunk);
  return new URLSearchParams(text);
}
