import { Button } from "@fluentui/react-components";
import { FolderOpenRegular } from "@fluentui/react-icons/headless/svg/folder-open";
import { useId, useRef } from "react";

export interface FileButtonProps {
  /** The label's id: the button is read out with it and its own text. */
  labelId: string | undefined;
  describedBy: string | undefined;
  /** As in the `accept` attribute of a file input. */
  accept: string;
  disabled: boolean;
  onFile: (file: File) => void;
  buttonRef: (button: HTMLElement | null) => void;
  children: string;
}

/** Chooses one file. Fluent has no file chooser: its Button opens a hidden file input of the browser's own. */
export function FileButton(props: FileButtonProps) {
  const { labelId, describedBy, accept, disabled, onFile, buttonRef, children } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // Else the browser says nothing when the same file is chosen again.
          target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button
        ref={buttonRef}
        id={id}
        icon={<FolderOpenRegular />}
        aria-labelledby={labelId && `${labelId} ${id}`}
        aria-describedby={describedBy}
        disabledFocusable={disabled}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </>
  );
}
