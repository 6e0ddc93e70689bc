import { createStore } from "../../store.ts";

/** Unread notifications, as counted by a part that loads after the rows; the bell is on the page before them. */
export const bellCount = createStore(0);
