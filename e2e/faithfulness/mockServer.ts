import { createMockArmServer } from "../../mocks/adapters/http.ts";
import type { MockArmOptions } from "../../mocks/adapters/http.ts";
import type { Toured } from "./tour.ts";

export interface RunningMock extends Toured {
  close: () => Promise<void>;
}

/** The mock of `npm run mock:arm` on a free port of loopback. */
export async function startMock(options: MockArmOptions): Promise<RunningMock> {
  const { server, store } = createMockArmServer(options);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port");
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    // A world begun at another instant has another one: the tour's clock stands still.
    subscription: store.read().stamps[0]?.subscriptionId ?? "",
    control: async (command) => {
      const reply = await fetch(`${origin}/_mock`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(command),
      });
      if (!reply.ok) throw new Error(await reply.text());
      await reply.arrayBuffer();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
