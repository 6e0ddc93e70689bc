interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

/**
 * Lets the page register this one worker script under `require-trusted-types-for 'script'`, where registering is a
 * sink, and no other script (docs/faults.md "Security headers"). Nothing where the browser has no such types.
 */
export function allowWorkerScript(workerUrl: string): void {
  const factory = factoryOf(globalThis);
  factory?.createPolicy("default", {
    createScriptURL: (url) => {
      if (url === workerUrl) return url;
      throw new TypeError(`Not a script of the demo: ${url}`);
    },
  });
}

/** TypeScript's DOM library does not know `trustedTypes` yet. */
function factoryOf(scope: object): TrustedTypesFactory | null {
  return "trustedTypes" in scope && isFactory(scope.trustedTypes) ? scope.trustedTypes : null;
}

function isFactory(value: unknown): value is TrustedTypesFactory {
  return typeof value === "object" && value !== null && "createPolicy" in value;
}
