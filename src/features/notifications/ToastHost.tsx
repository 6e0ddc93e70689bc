import {
  Button,
  Toast,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useToastController,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/headless/svg/dismiss";
import { useEffect, useRef } from "react";
import { isTerminal, type Operation } from "../../domain/operation.ts";
import type { Announcement } from "../../domain/transitions.ts";
import { useBackupsState, type BackupsState } from "../../queries/useBackupState.ts";
import { useSession } from "../../session/SessionContext.ts";
import { describe, stageOf } from "./describe.ts";
import { notificationStrings } from "./strings.ts";

const TOASTER = "runs";

/** Long enough to be read; what fails stays until it is closed. Everything is under the bell as well. */
const SHOWN_MS = 8_000;

const INTENTS = {
  posting: "info",
  unknown: "warning",
  running: "info",
  succeeded: "success",
  partiallySucceeded: "warning",
  failed: "error",
  lost: "warning",
} as const satisfies Record<Operation["kind"], string>;

/** What was announced, and of which stamp where it is not the open one. */
export interface Announced extends Announcement {
  stamp: string | null;
}

/**
 * One toast for each run that was announced here, which follows the run while it is shown. Silent: the page's own live
 * region has already spoken.
 */
export function ToastHost({ said }: { said: readonly Announced[] }) {
  const { now } = useSession();
  const state = useBackupsState();
  const { dispatchToast, updateToast, dismissToast } = useToastController(TOASTER);
  const shown = useRef(new Map<string, string>());
  /** By run key: toasts being closed, and what to show once they are. */
  const leaving = useRef(new Map<string, (() => void) | null>());
  useEffect(() => {
    for (const { kind, operation, stamp } of said) {
      const { key } = operation;
      const current = kind === "ended" || stamp !== null ? operation : runningNow(state, key);
      if (!current) {
        // Another tab has announced the end, or the run was dropped.
        dismissToast(key);
        continue;
      }
      const stage = stageOf(state.rows, current);
      const version = `${kind} ${stage}`;
      if (shown.current.get(key) === version) continue;
      const begins = !shown.current.get(key)?.startsWith(kind);
      shown.current.set(key, version);
      const intent = INTENTS[current.kind];
      const toast = {
        toastId: key,
        intent,
        politeness: "polite",
        timeout: intent === "error" ? -1 : SHOWN_MS,
        pauseOnHover: true,
        onStatusChange: (_: unknown, { status }: { status: string }) => {
          if (status === "dismissed") leaving.current.set(key, null);
          if (status !== "unmounted") return;
          const next = leaving.current.get(key);
          leaving.current.delete(key);
          next?.();
        },
      } as const;
      const text = describe(current, stage, now());
      const content = <RunToast text={stamp === null ? text : notificationStrings.of(stamp, text)} />;
      // Whatever is no longer shown is not updated, and whatever still is is not dispatched.
      updateToast({ ...toast, content });
      if (!begins) continue;
      const dispatch = () => dispatchToast(content, toast);
      // Fluent takes no toast while another one of its id is on its way out.
      if (leaving.current.has(key)) leaving.current.set(key, dispatch);
      else dispatch();
    }
  }, [said, state, now, dispatchToast, updateToast, dismissToast]);
  // Away from the list's states, which are at the end of its lines.
  return <Toaster toasterId={TOASTER} position="bottom-start" announce={silent} />;
}

function runningNow({ operations }: BackupsState, key: string): Operation | undefined {
  return operations.find((one) => one.key === key && !isTerminal(one));
}

function RunToast({ text }: { text: string }) {
  return (
    <Toast>
      <ToastTitle
        action={
          <ToastTrigger>
            <Button
              appearance="transparent"
              size="small"
              icon={<DismissRegular />}
              aria-label={notificationStrings.dismiss}
            />
          </ToastTrigger>
        }
      >
        {text}
      </ToastTitle>
    </Toast>
  );
}

function silent(): void {
  // Fluent's own announcement would be a second voice saying the same.
}
