import type { CDPSession } from "@playwright/test";

export interface Transfer {
  url: string;
  isScript: boolean;
  /** An answer of the stamp. */
  isStamps: boolean;
  /** Epoch ms. */
  sentAt: number;
  /** Epoch ms; null while under way. */
  endedAt: number | null;
  /** Of the body, as sent. */
  bytes: number;
  fromCache: boolean;
}

/** Requests of one page, from now on. */
export class Traffic {
  readonly #byId = new Map<string, Transfer>();
  #clockOffset = 0;

  constructor(session: CDPSession) {
    session.on("Network.requestWillBeSent", ({ requestId, request, type, timestamp, wallTime }) => {
      const { url } = request;
      if (url.startsWith("data:")) return;
      this.#clockOffset = wallTime - timestamp;
      this.#byId.set(requestId, {
        url,
        isScript: type === "Script",
        isStamps: /\/arm\/|\/list\.json/.test(url),
        sentAt: wallTime * 1000,
        endedAt: null,
        bytes: 0,
        fromCache: false,
      });
    });
    session.on("Network.requestServedFromCache", ({ requestId }) => {
      const transfer = this.#byId.get(requestId);
      if (transfer) transfer.fromCache = true;
    });
    session.on("Network.responseReceived", ({ requestId, response }) => {
      const transfer = this.#byId.get(requestId);
      if (!transfer) return;
      transfer.fromCache ||= response.fromDiskCache ?? false;
      // Its headers are what has come until now.
      transfer.bytes = -response.encodedDataLength;
    });
    session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) =>
      this.#end(requestId, timestamp, encodedDataLength),
    );
    session.on("Network.loadingFailed", ({ requestId, timestamp }) => this.#end(requestId, timestamp, 0));
  }

  #end(requestId: string, timestamp: number, received: number): void {
    const transfer = this.#byId.get(requestId);
    if (!transfer) return;
    transfer.endedAt = (timestamp + this.#clockOffset) * 1000;
    transfer.bytes = Math.max(0, transfer.bytes + received);
  }

  get all(): Transfer[] {
    return [...this.#byId.values()];
  }

  /** Requests to the stamp sent from `from` on, epoch ms. */
  toStamp(from: number): Transfer[] {
    return this.all.filter(({ isStamps, sentAt }) => isStamps && sentAt >= from);
  }

  /** Waits until no request has been under way for `quietMs`; gives up after 15 s. */
  async quiet(quietMs: number): Promise<void> {
    const from = Date.now();
    let quietFrom = from;
    while (Date.now() - quietFrom < quietMs && Date.now() - from < 15_000) {
      await new Promise((done) => setTimeout(done, 50));
      const last = Math.max(0, ...this.all.map(({ endedAt }) => endedAt ?? Date.now()));
      quietFrom = Math.max(quietFrom, last);
    }
  }
}
