import { HOUR } from "../sim/clock.ts";
import { press, region, tell, type Place, type Story } from "./story.ts";

const STAMPS: Place = { role: "grid", name: "Stamps" };
const TILES: Place = { role: "group", name: "Stamps by state" };
const COMMANDS: Place = { role: "toolbar", name: "Commands for stamps" };
const QUESTION = { role: "alertdialog", name: "Backup now on" } as const;
const RESULTS = region("Results");

const stampRow = (title: string): Place => ({ role: "row", name: title, within: STAMPS });

/** Everything one operator has to look after, on one page. */
export const FORTY_STAMPS: Story = {
  id: "monday-morning",
  title: "Monday morning with forty stamps",
  summary: "All stamps worst first, one that does not answer, and backups started on a selection.",
  scenario: "fleet-40",
  steps: [
    {
      title: "Forty stamps, one page",
      say: "Monday, eight o'clock. One page asks forty stamps, a few requests at a time, and counts what it finds.",
      look: "How many stamps are fine, and how many are not.",
      path: "/fleet",
      point: TILES,
      shows: ["40 All stamps", "2 No answer", "32 Protected"],
    },
    {
      title: "Worst first",
      say: "Nobody reads forty rows. What needs somebody stands at the top, with the age of its newest good backup.",
      look: "The first rows, and what each of them says.",
      point: stampRow("Clinic 02"),
      shows: ["Overdue"],
    },
    {
      title: "Some do not answer",
      say: "Two stamps are silent: one refuses, one never answers. They delay no other, and silence is shown as silence, not as a failed backup.",
      look: "No answer, and since when.",
      acts: [press("button", "No answer", TILES)],
      point: STAMPS,
      shows: ["Plant 01", "Harbor 04", "No answer"],
    },
    {
      title: "Three to start",
      say: "Back to what needs attention. Three stamps are chosen; nothing is sent yet.",
      look: "The count on Backup now.",
      acts: [
        press("button", "Needs attention", TILES),
        press("checkbox", "Select Depot 03"),
        press("checkbox", "Select Vessel 03"),
        press("checkbox", "Select Clinic 02"),
      ],
      point: COMMANDS,
      shows: ["Backup now (3)"],
    },
    {
      title: "One question for all",
      say: "The question names every stamp it is about, and those that it leaves out with the reason.",
      look: "The three names.",
      acts: [press("button", "Backup now (3)")],
      point: QUESTION,
      shows: ["Backup now on 3 stamps?", "Depot 03", "Clinic 02"],
    },
    {
      title: "Three requests, three results",
      say: "One request for each stamp. Each tells its own result; a refusal of one would stop no other.",
      look: "Started, for each of them.",
      acts: [press("button", "Yes", QUESTION)],
      point: RESULTS,
      shows: ["Clinic 02 Started.", "Depot 03 Started.", "Vessel 03 Started."],
    },
    {
      title: "An hour later",
      say: "A minute takes a second now: two are green again, and Clinic 02 failed once more, because its network is still broken. The page says so instead of trying again by itself.",
      look: "Depot 03, protected again; a notification tells of Clinic 02.",
      acts: [tell({ speed: 60, jump: { byMs: HOUR } }), press("button", "All stamps", TILES)],
      point: stampRow("Depot 03"),
      shows: ["Protected"],
    },
  ],
};
