import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { Notice } from "./Notice.tsx";
import { strings } from "./strings.ts";

interface Props {
  children: ReactNode;
  /** Says nothing when it fails: for parts whose loss takes nothing from the page. */
  silent?: boolean;
  /** Puts another attempt in the place of what failed; a part that cannot be loaded then offers it. */
  onRetry?: () => void;
  /** Renders the failure message in place of the children. */
  frame?: (notice: ReactNode) => ReactNode;
}

type Fault = "crashed" | "notLoaded" | null;

/** Keeps a failure in one part of the page from taking the rest with it. */
export class ErrorBoundary extends Component<Props, { fault: Fault }> {
  override state: { fault: Fault } = { fault: null };

  static getDerivedStateFromError(error: unknown): { fault: Fault } {
    return { fault: isMissingChunk(error) ? "notLoaded" : "crashed" };
  }

  override render() {
    const { fault } = this.state;
    const { children, silent, onRetry, frame } = this.props;
    if (fault === null) return children;
    if (silent) return null;
    const retry = () => {
      onRetry?.();
      this.setState({ fault: null });
    };
    const texts = strings.failedPart[fault];
    const notice = (
      <Notice
        tone="error"
        title={texts.title}
        actions={
          <>
            {fault === "notLoaded" && onRetry && (
              <Button size="small" onClick={retry}>
                {strings.failedPart.retry}
              </Button>
            )}
            <Button size="small" onClick={() => location.reload()}>
              {strings.failedPart.reload}
            </Button>
          </>
        }
      >
        {texts.text}
      </Notice>
    );
    return frame ? frame(notice) : notice;
  }
}

/** A part that cannot be fetched: the network is away, or a new version replaced the files. Browsers word it apart. */
function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script|unable to preload/i.test(error.message)
  );
}
