/** Said before the page's own script is there, by the first script. */
export const earlyStrings = {
  notLoaded:
    "This page could not be loaded: no connection to its server, or a new version was installed. What runs at the stamp is not affected. Reload the page.",
} as const;
