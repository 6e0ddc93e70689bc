/** How many requests a page has sent, counted and not estimated. */
export interface RequestRate {
  requests: number;
  /** Over how long, ms: at most the last minute. */
  overMs: number;
}

const MINUTE_MS = 60_000;

export interface RequestMeter {
  /** Takes a reading of the count at `now`, ms; answers the rate of the last minute. */
  read(count: number, now: number): RequestRate;
}

/** Readings of the last minute; the caller decides how often. */
export function createRequestMeter(count: number, now: number): RequestMeter {
  const readings = [{ count, at: now }];
  return {
    read(latest, at) {
      readings.push({ count: latest, at });
      // The newest reading that is a minute old is where the minute begins.
      while (readings[1] && at - readings[1].at >= MINUTE_MS) readings.shift();
      const [from] = readings;
      return from ? { requests: latest - from.count, overMs: at - from.at } : { requests: 0, overMs: 0 };
    },
  };
}
