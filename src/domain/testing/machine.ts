import { busyWith, reconcile } from "../backupState.ts";
import { step } from "../operation.ts";
import { elapsedMs } from "../progress.ts";
import { abandon, learn, put, settle, startRun, type Tracked } from "../tracker.ts";
import { dueAnnouncements } from "../transitions.ts";

/** The code under test, as functions that may be exchanged one by one for mistaken ones. */
export interface Machine {
  startRun: typeof startRun;
  settle: typeof settle;
  learn: typeof learn;
  step: typeof step;
  put: typeof put;
  abandon: typeof abandon;
  reconcile: typeof reconcile;
  busyWith: typeof busyWith;
  dueAnnouncements: typeof dueAnnouncements;
  elapsedMs: typeof elapsedMs;
  /** What a reloaded page makes of what was stored, before it abandons the dead page's POSTs. */
  revive: (stored: Tracked) => Tracked;
}

export const realMachine: Machine = {
  startRun,
  settle,
  learn,
  step,
  put,
  abandon,
  reconcile,
  busyWith,
  dueAnnouncements,
  elapsedMs,
  revive: (stored) => stored,
};
