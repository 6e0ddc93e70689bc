import { busyWith, reconcile } from "../backupState.ts";
import { step } from "../operation.ts";
import { elapsedMs } from "../progress.ts";
import { abandon, applyList, replaceOperation, applyStartReply, startRun, type Tracked } from "../tracker.ts";
import { dueAnnouncements } from "../transitions.ts";

/** The code under test, as functions that may be exchanged one by one for mistaken ones. */
export interface Machine {
  startRun: typeof startRun;
  applyStartReply: typeof applyStartReply;
  applyList: typeof applyList;
  step: typeof step;
  replaceOperation: typeof replaceOperation;
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
  applyStartReply,
  applyList,
  step,
  replaceOperation,
  abandon,
  reconcile,
  busyWith,
  dueAnnouncements,
  elapsedMs,
  revive: (stored) => stored,
};
