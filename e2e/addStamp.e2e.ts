import { requestsOf } from "./portal.ts";
import { address, expect, find, picker, test } from "./servedStamps.ts";

test.describe("adding a stamp", () => {
  test("right: it is found, shown, added, kept across a reload, opened last, and removed", async ({
    page,
    portal,
    arm,
    serve,
  }) => {
    const mock = await arm({ scenario: "fleet" });
    const url = await serve([{ id: "everett", title: "Everett", endpoint: mock.origin }]);
    await page.goto(`${url}#/everett/backup`);
    await picker(page).click();
    await page.getByRole("link", { name: "Add a stamp…" }).click();
    await expect(address(page)).toBeFocused();
    await page.getByLabel("Title (optional)").fill("Second");
    await find(page, "/arm/everett/arm/everett/");
    const form = page.getByRole("region", { name: "Add a stamp" });
    await expect(form).toContainText("Found: Second");
    for (const fact of ["everett", "2018-09-01, listed by the stamp", "AD FS"])
      await expect(form).toContainText(fact);

    await page.getByRole("button", { name: "Add stamp" }).click();
    await page.getByRole("link", { name: "Open Second" }).click();
    // Its usual name is taken by the stamp of the file.
    await expect(page).toHaveURL(/#\/everett-2\/backup$/);
    await expect(portal.newest).toContainText("Failed");

    await page.goto("about:blank");
    await page.goto(url);
    await expect(page).toHaveURL(/#\/everett-2\/backup$/);
    await expect(portal.newest).toContainText("Failed");

    await page.goto(`${url}#/stamps`);
    await expect(page.getByRole("button", { name: "Remove Everett" })).toBeHidden();
    await page.getByRole("button", { name: "Remove Second" }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Remove Second" })).toBeFocused();
    await page.getByRole("button", { name: "Remove Second" }).click();
    await expect(page.getByRole("alertdialog")).toContainText("This browser forgets the stamp's address");
    await page.getByRole("button", { name: "Yes" }).click();
    await expect(page.getByText("Second was removed from this browser.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Known stamps" })).toBeFocused();
    await page.goto("about:blank");
    await page.goto(`${url}#/stamps`);
    await expect(page.getByRole("row", { name: /Everett/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /Second/ })).toBeHidden();
  });

  test("removing one whose backup is followed here warns of that", async ({ page, portal, arm, serve }) => {
    const mock = await arm({ scenario: "fleet" });
    const url = await serve([{ id: "east", title: "East", endpoint: mock.origin }]);
    await page.goto(`${url}#/stamps/add`);
    await find(page, "/arm/east/arm/bothell");
    await page.getByRole("button", { name: "Add stamp" }).click();
    await page.getByRole("link", { name: /^Open bothell$/i }).click();
    await expect(portal.run).toContainText("In progress");
    await page.goto(`${url}#/stamps`);
    await page.getByRole("button", { name: /^Remove bothell$/i }).click();
    await expect(page.getByRole("alertdialog")).toContainText("A backup of this stamp is being tracked here");
  });

  test("wrong: what is wrong is told at the field, nothing is sent, and what was typed stays", async ({
    page,
    arm,
    serve,
  }) => {
    const mock = await arm();
    const url = await serve([{ id: "east", title: "East", endpoint: mock.origin }]);
    await page.goto(`${url}#/stamps/add`);
    await expect(address(page)).toBeFocused();
    const asked = requestsOf(page, /\/metadata\//);
    const wrong: [given: string, told: string][] = [
      ["", "Enter the stamp's ARM endpoint"],
      ["adminmanagement.redmond.contoso.com", "Start with https://"],
      ["http://adminmanagement.redmond.contoso.com", "unencrypted"],
      ["https://operator:secret@adminmanagement.redmond.contoso.com", "Remove the user name"],
      ["javascript:alert(1)", "Only https is supported"],
      ["//evil.example/arm", "leads to another host"],
      ["https://adminportal.redmond.contoso.com", "This is the portal"],
      ["/arm/east", "already listed as East"],
    ];
    for (const [given, told] of wrong) {
      await find(page, given);
      await expect(address(page)).toHaveAccessibleDescription(new RegExp(told));
      await expect(address(page)).toHaveAttribute("aria-invalid", "true");
      await expect(address(page)).toHaveValue(given);
      await expect(address(page)).toBeFocused();
    }
    expect(asked).toHaveLength(0);

    await find(page, "/nothing/here");
    const failure = page.getByRole("alert");
    await expect(failure).toContainText("The stamp wasn't found");
    await expect(failure).toContainText("/nothing/here/subscriptions?");
    await expect(failure).toContainText("HTTP 404");

    await find(page, "https://adminmanagement.redmond.contoso.com");
    await expect(failure).toContainText("this page's Content-Security-Policy");
    await expect(failure).toContainText("Use a proxy on this page's origin");
    await expect(address(page)).toHaveValue("https://adminmanagement.redmond.contoso.com");
  });

  test("that wants a token: it is asked for on the way, used, and kept nowhere", async ({
    page,
    portal,
    arm,
    serve,
  }) => {
    const open = await arm();
    const closed = await arm({ scenario: "sign-in-expired" });
    await closed.control({ clearFaults: true });
    const url = await serve([
      { id: "open", title: "Open", endpoint: open.origin },
      { id: "closed", title: "Closed", endpoint: closed.origin },
    ]);
    await page.goto(`${url}#/stamps`);
    const entry = page.getByRole("region", { name: "Closed" });
    await expect(entry).toContainText("The stamp requires a token before it can be detected");
    await entry.getByLabel("Bearer token").fill("Bearer eyJ0eXAi.payload.sig-nature");
    await entry.getByRole("button", { name: "Continue" }).click();
    await page
      .getByRole("row", { name: /Closed/ })
      .getByRole("link")
      .click();
    // Not asked for again.
    await expect(portal.newest).toContainText("In progress");
    const kept = await page.evaluate(() =>
      [
        document.documentElement.outerHTML,
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
        location.href,
      ].join(),
    );
    expect(kept).not.toContain("eyJ0eXAi");
  });

  test("works where the browser stores nothing, and says that it will not last", async ({
    page,
    portal,
    arm,
    serve,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    const mock = await arm({ scenario: "fleet" });
    const url = await serve([{ id: "east", title: "East", endpoint: mock.origin }]);
    await page.goto(`${url}#/stamps/add`);
    await find(page, "/arm/east/arm/kirkland");
    await page.getByRole("button", { name: "Add stamp" }).click();
    await expect(page.getByText("the stamp is known until this page is closed or reloaded")).toBeVisible();
    await page.getByRole("link", { name: /^Open kirkland$/i }).click();
    await expect(portal.newest).toContainText("Partially succeeded");
  });

  test("is possible where there is none at all, and opens it", async ({ page, portal, arm, serve }) => {
    const away = await arm();
    await away.control({ fault: { kind: "network" } });
    const url = await serve([{ id: "away", endpoint: away.origin }]);
    await page.goto(url);
    await expect(page.getByRole("heading", { name: "Infrastructure backup" })).toBeVisible();
    await expect(page.getByRole("region", { name: "away" })).toContainText("wasn't found");
    await away.control({ clearFaults: true });
    await find(page, "/arm/away/arm/redmond");
    await page.getByRole("button", { name: "Add stamp" }).click();
    await expect(portal.newest).toContainText("Succeeded");
  });
});
