import { Notice } from "../ui/Notice.tsx";
import { demoStrings } from "../ui/demoStrings.ts";
import { strings } from "../ui/strings.ts";
import "./page.css";

/** A mocked build whose mocks do not run goes no further: it would talk to real addresses (FAULTS 59). */
export function MockFailedPage() {
  return (
    <main className="shell-page">
      <h1 className="shell-title">{strings.blade}</h1>
      <Notice tone="error" title={demoStrings.banner.failedTitle}>
        {demoStrings.banner.failed}
      </Notice>
      <p>
        <button type="button" onClick={() => location.reload()}>
          {demoStrings.banner.reload}
        </button>
      </p>
    </main>
  );
}
