import { createSerializer, ServiceClient } from "@azure/core-client";
import type { FullOperationResponse, OperationArguments, OperationSpec } from "@azure/core-client";
import { createHttpPoller } from "@azure/core-lro";
import type { LroResponse, OperationState, SimplePollerLike } from "@azure/core-lro";

export type Body = Record<string, unknown>;
type Poller = SimplePollerLike<OperationState<Body>, Body>;

/** What an independent client does: the vendor's own SDK core, which knows nothing of this project. */
export interface SdkClient {
  get: (path: string) => Promise<Body>;
  /** Sends a request and returns what polls its operation. */
  begin: (method: "POST" | "PUT", path: string, body?: Body) => Promise<Poller>;
  /** Every request sent, in order: method and last part of the path. */
  sent: string[];
}

const RAW = { type: { name: "any" } } as const;

/** A client of a server at `origin`, which may be HTTP on loopback. */
export function createSdkClient(origin: string, apiVersion: string): SdkClient {
  const client = new ServiceClient({
    endpoint: origin,
    allowInsecureConnection: true,
    requestContentType: "application/json",
    // A failed operation is a 500 that repeats itself: it must be told, not tried again.
    retryOptions: { maxRetries: 0 },
  });
  const sent: string[] = [];
  client.pipeline.addPolicy({
    name: "sent",
    sendRequest: (request, next) => {
      const { pathname, searchParams } = new URL(request.url);
      const state = searchParams.has("IsAsyncOperation") ? " (state)" : "";
      sent.push(`${request.method} ${pathname.split("/").at(-1)}${state}`);
      return next(request);
    },
  });

  const send = async (
    method: "GET" | "POST" | "PUT",
    path: string,
    body?: Body,
  ): Promise<LroResponse<Body>> => {
    let raw: FullOperationResponse | undefined;
    const args: OperationArguments = {
      body,
      options: {
        onResponse: (response) => {
          raw = response;
        },
      },
    };
    await client.sendOperationRequest(args, specOf(method, path, apiVersion, body !== undefined));
    if (!raw) throw new Error("The pipeline told of no response");
    const parsed: unknown = raw.parsedBody;
    const flatResponse: Body = { ...Object(parsed) };
    return {
      flatResponse,
      rawResponse: { statusCode: raw.status, headers: raw.headers.toJSON(), body: parsed },
    };
  };

  return {
    sent,
    get: async (path) => (await send("GET", path)).flatResponse,
    begin: (method, path, body) =>
      createHttpPoller<Body, OperationState<Body>>({
        requestMethod: method,
        requestPath: path,
        sendInitialRequest: () => send(method, path, body),
        sendPollRequest: (link) => send("GET", link),
      }),
  };
}

function specOf(
  httpMethod: "GET" | "POST" | "PUT",
  path: string,
  apiVersion: string,
  hasBody: boolean,
): OperationSpec {
  // Links carry their own api-version.
  const isLink = /^https?:/.test(path);
  const version = {
    parameterPath: "apiVersion",
    mapper: {
      defaultValue: apiVersion,
      isConstant: true,
      serializedName: "api-version",
      type: { name: "String" },
    },
  } as const;
  return {
    path,
    httpMethod,
    serializer: createSerializer(),
    ...(isLink ? {} : { queryParameters: [version] }),
    ...(hasBody
      ? { requestBody: { parameterPath: "body", mapper: { ...RAW, serializedName: "body" } } }
      : {}),
    responses: { 200: { bodyMapper: RAW }, 202: {} },
  };
}
