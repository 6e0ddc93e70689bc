import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/headless/svg/dismiss";
import { useEffect, type ReactNode } from "react";
import { FluentRoot } from "./FluentRoot.tsx";
import { OverlayKeeper } from "./OverlayKeeper.tsx";
import { noteOverlayUsed } from "./overlays.ts";
import styles from "./SidePane.module.css";

export interface SidePaneProps {
  title: ReactNode;
  /** Accessible name of the pane. */
  label: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** A pane over the right side of the page: Escape and the cross close it. Heavy: load it on first use. */
export function SidePane({ title, label, closeLabel, onClose, children }: SidePaneProps) {
  useEffect(() => noteOverlayUsed(<OverlayKeeper />), []);
  return (
    <FluentRoot>
      <OverlayDrawer
        open
        position="end"
        aria-label={label}
        className={styles["pane"] ?? ""}
        onOpenChange={(_, { open }) => {
          if (!open) onClose();
        }}
      >
        <DrawerHeader>
          <DrawerHeaderTitle
            action={
              <Button
                appearance="subtle"
                aria-label={closeLabel}
                icon={<DismissRegular />}
                onClick={onClose}
              />
            }
          >
            {title}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>{children}</DrawerBody>
      </OverlayDrawer>
    </FluentRoot>
  );
}
