import {
  renderInput_unstable,
  useInput_unstable,
  useInputStyles_unstable,
  type InputProps,
} from "@fluentui/react-components";
import { useLayoutEffect, useRef, type Ref } from "react";

export interface SecretInputProps extends Omit<InputProps, "value" | "defaultValue" | "type" | "onChange"> {
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
}

/**
 * A password or token field. React repeats a controlled value as an attribute, and Fluent's Input controls what it is
 * given; a secret must not be in the markup, so that the field itself is drawn without its value.
 */
export function SecretInput({ value, onChange, ref, ...rest }: SecretInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (input.current && input.current.value !== value) input.current.value = value;
  }, [value]);
  const state = useInput_unstable(
    { ...rest, type: "password", spellCheck: false, onChange: (_, data) => onChange(data.value) },
    (element) => {
      input.current = element;
      if (typeof ref === "function") ref(element);
      else if (ref) ref.current = element;
    },
  );
  useInputStyles_unstable(state);
  return renderInput_unstable({ ...state, input: { ...state.input, value: undefined } });
}
