// Of the first load: the bell, and the tab's title.
export const barStrings = {
  bell: (unread: number) => (unread === 0 ? "Notifications" : `Notifications, ${unread} unread`),
  documentTitle: {
    idle: (stamp: string) => `Infrastructure backup – ${stamp}`,
    starting: "● Starting – Infrastructure backup",
    running: (finishing: boolean, elapsed: string) =>
      `● ${finishing ? "Finishing" : "Running"}${elapsed && ` ${elapsed}`} – Infrastructure backup`,
  },
} as const;
