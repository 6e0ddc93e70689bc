import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/headless/svg/dismiss";
import { useLayoutEffect, useRef, type ReactNode } from "react";
import styles from "./SidePane.module.css";

export interface SidePaneProps {
  /** Kept mounted and toggled, so that closing gives the focus back to what opened it (`useRestoreFocusTarget`). */
  open: boolean;
  title: ReactNode;
  /** A line below the title. */
  subtitle?: ReactNode;
  /** Accessible name of the pane. */
  label: string;
  closeLabel: string;
  onClose: () => void;
  /** Where the focus goes after closing when nothing on the page opened it: its address did. */
  returnTo?: () => HTMLElement | null;
  children: ReactNode;
}

/** A pane over the right side of the page: Escape and the cross close it. */
export function SidePane({
  open,
  title,
  subtitle,
  label,
  closeLabel,
  onClose,
  returnTo,
  children,
}: SidePaneProps) {
  const onGone = useReturnFocus(open, returnTo);
  return (
    <OverlayDrawer
      open={open}
      position="end"
      aria-label={label}
      className={styles["pane"] ?? ""}
      onOpenChange={(_, data) => {
        if (!data.open) onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" aria-label={closeLabel} icon={<DismissRegular />} onClick={onClose} />
          }
        >
          {title}
          {subtitle && <span className={styles["subtitle"]}>{subtitle}</span>}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <Leaving onGone={onGone} />
        {children}
      </DrawerBody>
    </OverlayDrawer>
  );
}

/**
 * Fluent gives the focus back to a restore target alone. What opened the pane without being one, a link of the run card,
 * is remembered here; a pane that was opened by an address has nothing to remember.
 */
function useReturnFocus(open: boolean, returnTo: (() => HTMLElement | null) | undefined): () => void {
  const opener = useRef<Element | null>(null);
  const fallback = useRef(returnTo);
  useLayoutEffect(() => {
    fallback.current = returnTo;
  }, [returnTo]);
  useLayoutEffect(() => {
    // Before the drawer takes the focus, which it does in an effect.
    if (open) opener.current = document.activeElement;
  }, [open]);
  return () =>
    setTimeout(() => {
      if (document.activeElement !== document.body) return;
      const known = opener.current !== document.body && opener.current?.isConnected ? opener.current : null;
      const target = known ?? fallback.current?.();
      if (target instanceof HTMLElement) target.focus();
    });
}

/** Tells when the drawer's content is gone: after the motion with which it closes. */
function Leaving({ onGone }: { onGone: () => void }) {
  const gone = useRef(onGone);
  useLayoutEffect(() => () => gone.current(), []);
  return null;
}
