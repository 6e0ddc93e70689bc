import { Button } from "@fluentui/react-components";
import { demoStrings } from "../features/demo/strings.ts";
import { Notice } from "../ui/Notice.tsx";
import { paneStrings } from "./paneStrings.ts";
import { strings } from "../ui/strings.ts";
import "./page.css";

// A build without mocks does not speak of them.
const texts =
  import.meta.env.VITE_MOCKS === "true"
    ? { title: demoStrings.banner.failedTitle, text: demoStrings.banner.failed }
    : paneStrings.startFailed;

/** Nothing could be started. A mocked build whose mocks do not run goes no further (docs/faults.md "Demo"). */
export function StartFailedPage() {
  return (
    <main className="shell-page">
      <h1 className="shell-title">{strings.blade}</h1>
      <Notice tone="error" title={texts.title}>
        {texts.text}
      </Notice>
      <p>
        <Button onClick={() => location.reload()}>{strings.failedPart.reload}</Button>
      </p>
    </main>
  );
}
