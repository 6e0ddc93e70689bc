import { Toast, Toaster, ToastTitle, useToastController } from "@fluentui/react-components";
import { useEffect, useRef } from "react";

export interface ToastMessage {
  key: string;
  text: string;
  intent: "info" | "success" | "warning" | "error";
}

const TOASTER = "runs";

/** Long enough to be read; what fails stays until it is closed. Everything is under the bell as well. */
const SHOWN_MS = 8_000;

/** Shows each message once as a toast. Silent: the page's own live region has already spoken. Load on first use. */
export function ToastHost({ messages }: { messages: ToastMessage[] }) {
  const { dispatchToast } = useToastController(TOASTER);
  const shown = useRef(new Set<string>());
  useEffect(() => {
    for (const { key, text, intent } of messages) {
      if (shown.current.has(key)) continue;
      shown.current.add(key);
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { intent, politeness: "polite", timeout: intent === "error" ? -1 : SHOWN_MS, pauseOnHover: true },
      );
    }
  }, [messages, dispatchToast]);
  return <Toaster toasterId={TOASTER} position="bottom-end" announce={silent} />;
}

function silent(): void {
  // Fluent's own announcement would be a second voice saying the same.
}
