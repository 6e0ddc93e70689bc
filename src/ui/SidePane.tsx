import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/headless/svg/dismiss";
import type { ReactNode } from "react";
import styles from "./SidePane.module.css";

export interface SidePaneProps {
  /** Kept mounted and toggled, so that closing gives the focus back to what opened it (`useRestoreFocusTarget`). */
  open: boolean;
  title: ReactNode;
  /** Accessible name of the pane. */
  label: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** A pane over the right side of the page: Escape and the cross close it. */
export function SidePane({ open, title, label, closeLabel, onClose, children }: SidePaneProps) {
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
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{children}</DrawerBody>
    </OverlayDrawer>
  );
}
