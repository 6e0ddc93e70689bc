import { Component, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";
import { strings } from "./strings.ts";

interface Props {
  children: ReactNode;
  /** Says nothing when it fails: for parts whose loss takes nothing from the page. */
  silent?: boolean;
}

type Fault = "crashed" | "newVersion" | null;

/** Keeps a failure in one part of the page from taking the rest with it (docs/faults.md "Page and build"). */
export class ErrorBoundary extends Component<Props, { fault: Fault }> {
  override state: { fault: Fault } = { fault: null };

  static getDerivedStateFromError(error: unknown): { fault: Fault } {
    return { fault: isMissingChunk(error) ? "newVersion" : "crashed" };
  }

  override render() {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    if (this.props.silent) return null;
    const words = strings.crashed[fault];
    return (
      <Notice
        tone="error"
        title={words.title}
        actions={
          <Button size="small" onClick={() => location.reload()}>
            {strings.crashed.reload}
          </Button>
        }
      >
        {words.text}
      </Notice>
    );
  }
}

/** A part that cannot be fetched: the network is away, or a new version replaced the files. Browsers word it apart. */
function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script|unable to preload/i.test(error.message)
  );
}
