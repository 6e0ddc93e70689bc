import {
  renderInput_unstable,
  useInput_unstable,
  useInputStyles_unstable,
  type InputProps,
} from "@fluentui/react-components";
import { useCallback, useLayoutEffect, useRef, type Ref } from "react";

export interface SecretInputProps extends Omit<InputProps, "value" | "defaultValue" | "type" | "onChange"> {
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
}

/**
 * A password or token field. React repeats a controlled value as an attribute, and Fluent's Input controls its own even
 * where it is given none; a secret must not be in the markup. So Fluent's Input is put together here without its value.
 */
export function SecretInput({ value, onChange, ref, ...rest }: SecretInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const both = useCallback(
    (element: HTMLInputElement | null) => {
      input.current = element;
      if (typeof ref === "function") ref(element);
      else if (ref) ref.current = element;
    },
    [ref],
  );
  const state = useInput_unstable(
    { ...rest, type: "password", spellCheck: false, onChange: (_, data) => onChange(data.value) },
    both,
  );
  useInputStyles_unstable(state);
  const { value: _, ...uncontrolled } = state.input;
  useLayoutEffect(() => {
    if (input.current && input.current.value !== value) input.current.value = value;
  }, [value]);
  return renderInput_unstable({ ...state, input: uncontrolled });
}
