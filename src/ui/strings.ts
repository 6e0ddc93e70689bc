// What the shared components say, and what every room needs. Tests quote these sentences: they are the contract. Labels
// follow the portal's blade.
export const strings = {
  bell: (unread: number) => (unread === 0 ? "Notifications" : `Notifications, ${unread} unread`),
  blade: "Infrastructure backup",
  home: "Home",
  nav: {
    search: "Search (Ctrl+/)",
    searchNone: "No menu entry matches.",
    breadcrumb: "Breadcrumb",
  },
  yes: "Yes",
  no: "No",
  none: "—",
  retry: "Retry",
  copy: (what: string) => `Copy ${what}`,
  copied: "Copied",
  loadingPart: "Loading…",
  failedPart: {
    crashed: {
      title: "This part of the page failed.",
      text: "The rest still works. Backups running on the stamp are not affected; reloading is safe.",
    },
    notLoaded: {
      title: "This part of the page couldn't be loaded.",
      text: "Either the connection is down or a new version was installed. Backups running on the stamp are not affected.",
    },
    retry: "Try again",
    reload: "Reload",
  },
} as const;
