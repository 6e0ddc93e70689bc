import { Input, type InputProps } from "@fluentui/react-components";
import { useLayoutEffect, useRef, type Ref } from "react";

export interface SecretInputProps extends Omit<InputProps, "value" | "defaultValue" | "type" | "onChange"> {
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
}

/** A password or token field. React repeats a controlled value as an attribute; a secret must not be in the markup. */
export function SecretInput({ value, onChange, ref, ...rest }: SecretInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (input.current && input.current.value !== value) input.current.value = value;
  }, [value]);
  return (
    <Input
      {...rest}
      type="password"
      spellCheck={false}
      ref={(element) => {
        input.current = element;
        if (typeof ref === "function") ref(element);
        else if (ref) ref.current = element;
      }}
      onChange={(_, data) => onChange(data.value)}
    />
  );
}
