// Replaces tough-cookie in mocked builds: msw keeps the cookies of mocked answers in it, and its list of public
// suffixes weighs more than the simulator. The mocked stamps set no cookies. This has what msw's cookie store calls.

export class MemoryCookieStore {
  readonly idx = {};
}

export class CookieJar {
  getCookiesSync(): string[] {
    return [];
  }

  setCookie(): Promise<void> {
    return Promise.resolve();
  }
}

export class Cookie {
  static fromJSON(): null {
    return null;
  }
}
