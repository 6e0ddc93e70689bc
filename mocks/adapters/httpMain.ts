import { parseArgs } from "node:util";
import { DEFAULT_SCENARIO, SCENARIOS } from "../sim/scenarios.ts";
import { createMockArmServer } from "./http.ts";

const USAGE =
  "Usage: npm run mock:arm -- [--scenario <name>] [--speed <0…600>]; port by PORT (default 8484)\n" +
  `Scenarios: ${Object.keys(SCENARIOS).join(", ")}\n`;

function refuse(problem: string): never {
  process.stderr.write(`${problem}\n${USAGE}`);
  process.exit(2);
}

function readOptions(): { scenario: string; speed: number; port: number } {
  const options = {
    scenario: { type: "string" },
    speed: { type: "string" },
    help: { type: "boolean" },
  } as const;
  try {
    const { values } = parseArgs({ options });
    if (values.help) {
      process.stdout.write(USAGE);
      process.exit(0);
    }
    const scenario = values.scenario ?? DEFAULT_SCENARIO;
    const speed = Number(values.speed ?? 1);
    const port = Number(process.env["PORT"] ?? 8484);
    // In a page an unknown name falls back; whoever types a command is better told.
    if (!Object.hasOwn(SCENARIOS, scenario)) refuse(`No scenario ${scenario}.`);
    if (!(speed >= 0 && speed <= 600)) refuse(`Speed ${values.speed} is not between 0 and 600.`);
    if (!(Number.isInteger(port) && port >= 0 && port < 65_536)) refuse(`PORT is no port.`);
    return { scenario, speed, port };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const { scenario, speed, port } = readOptions();
const { server, store } = createMockArmServer({ scenario, speed });
server.once("error", (error) => {
  process.stderr.write(`Cannot serve at port ${port}: ${error.message}\n`);
  process.exit(1);
});
// Loopback only: it asks for no credentials.
server.listen(port, "127.0.0.1", () => {
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  const origin = `http://127.0.0.1:${bound}`;
  const stamps = store.read().stamps.map(({ id, subscriptionId, region }, index) => {
    const at = index === 0 ? `${origin} and ${origin}/arm/${id}` : `${origin}/arm/${id}`;
    return `Subscription ${subscriptionId}, region ${region}, at ${at}\n`;
  });
  process.stdout.write(
    `Mock ARM at ${origin} (scenario ${scenario}, speed ${speed}), control at ${origin}/_mock\n${stamps.join("")}`,
  );
});
