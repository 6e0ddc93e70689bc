interface ImportMetaEnv {
  /** Set by vite.config.ts, per mode: "true" for `mock` and `demo`; a literal, so that other builds drop the branch. */
  readonly VITE_MOCKS: "true" | "false";
  /** The console's version, from package.json. */
  readonly VITE_VERSION: string;
}
