import { choose, expect, picker, test } from "./servedStamps.ts";

test("two stamps on two ports: one is stopped while the other is used", async ({
  page,
  portal,
  arm,
  serve,
}) => {
  const east = await arm();
  const west = await arm({ scenario: "fleet" });
  const url = await serve([
    { id: "east", title: "East", endpoint: east.origin },
    { id: "west", title: "West", endpoint: `${west.origin}/arm/bothell` },
  ]);
  await page.goto(`${url}#/east/backup`);
  await expect(portal.newest).toContainText("Succeeded");
  await expect(portal.run).toBeHidden();
  const newestOfEast = await portal.newest.getByRole("rowheader").innerText();

  await choose(page, "West");
  await expect(page).toHaveURL(/#\/west\/backup$/);
  await expect(portal.run).toContainText("In progress");
  await expect(portal.list).not.toContainText(newestOfEast);

  await west.close();
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(page.getByText("No connection to West")).toBeVisible();
  await expect(portal.run).toContainText("In progress");

  await choose(page, "East");
  await expect(portal.newest).toContainText(newestOfEast);
  await expect(page.getByText("No connection")).toBeHidden();
  await portal.startBackup();
  await expect(portal.run).toContainText("from this console");
});

test("a stamp given by its endpoint alone is found by asking, once for all starts", async ({
  page,
  portal,
  arm,
  serve,
}) => {
  const mock = await arm();
  const url = await serve([{ endpoint: mock.origin }]);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(url);
  await expect(portal.newest).toContainText("Succeeded");
  await expect(page.getByText(/^redmond · Region$/)).toBeVisible();
  expect(asked.some((path) => path.endsWith("/metadata/endpoints"))).toBe(true);

  asked.length = 0;
  await page.goto("about:blank");
  await page.goto(url);
  await expect(portal.newest).toContainText("Succeeded");
  expect(asked.filter((path) => path.endsWith("/metadata/endpoints"))).toEqual([]);

  // Deployed anew: what was found is asked again at the operator's word.
  await page.goto(`${url}#/stamps`);
  await page.getByRole("button", { name: /^Detect .* again$/ }).click();
  await expect(page.getByRole("button", { name: /^Detect .* again$/ })).toBeVisible();
  expect(asked.filter((path) => path.endsWith("/metadata/endpoints"))).toHaveLength(1);
});

test("neither a stamp that cannot be found nor a wrong entry hides the good ones, and both are told", async ({
  page,
  portal,
  arm,
  serve,
}) => {
  const good = await arm();
  const bad = await arm();
  await bad.control({ fault: { kind: "network", remaining: 1 } });
  const url = await serve([
    { id: "good", title: "Good", endpoint: good.origin },
    { id: "wrong", endpoint: good.origin, region: 5 },
    { id: "away", title: "Away", endpoint: bad.origin },
  ]);
  await page.goto(`${url}#/good/backup`);
  await expect(portal.newest).toContainText("Succeeded");
  await expect(page.getByText("One entry can't be used")).toBeVisible();
  await expect(page.getByText("Not found: Away.")).toBeVisible();

  await page.getByRole("link", { name: "Show details" }).click();
  await expect(page.getByText('stamp 2 ("wrong"): "region" is 5; it must be')).toBeVisible();
  const away = page.getByRole("region", { name: "Away" });
  await expect(away).toContainText("The proxy couldn't reach the stamp");
  await expect(away).toContainText("/arm/away/metadata/endpoints");

  await away.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("row", { name: /Away/ })).toBeVisible();
  await expect(away).toBeHidden();
});

test("an address of the page that names an unknown stamp opens no other in its place", async ({
  page,
  portal,
  arm,
  serve,
}) => {
  const mock = await arm();
  const url = await serve([{ id: "east", title: "East", endpoint: mock.origin }]);
  await page.goto(`${url}#/west/backup`);
  await expect(
    page.getByText("Neither stamps.json nor this browser has a stamp with the ID “west”"),
  ).toBeVisible();
  await expect(portal.list).toBeHidden();
  await choose(page, "East");
  await expect(portal.newest).toContainText("Succeeded");
});

test("among 200 stamps the picker finds one by typing, arrows and Enter", async ({
  page,
  portal,
  arm,
  serve,
}) => {
  const mock = await arm();
  const stamp = { endpoint: mock.origin, subscriptionId: mock.subscription, region: "redmond" };
  const url = await serve(
    Array.from({ length: 200 }, (_, index) => ({ ...stamp, id: `s${index}`, title: `Site ${index}` })),
  );
  await page.goto(`${url}#/s150/backup`);
  await expect(portal.newest).toContainText("Succeeded");
  await picker(page).click();
  const search = page.getByRole("searchbox", { name: "Search stamps" });
  await expect(search).toBeFocused();
  await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(200);
  await expect(page.getByRole("listbox").getByRole("option", { selected: true })).toHaveText(/^Site 150/);
  await expect(page.getByRole("listbox").getByRole("option", { selected: true })).toBeInViewport();

  await search.fill("site 19");
  await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(12);
  await expect(page.getByText("12 of 200 stamps")).toBeVisible();
  // Site 19, 119, 190, 191, …: the first press goes into the list.
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("listbox").getByRole("option", { name: /^Site 191/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/s191\/backup$/);
  await expect(picker(page)).toHaveText(/Site 191$/);
  await expect(picker(page)).toBeFocused();
  await expect(portal.newest).toContainText("Succeeded");

  await picker(page).click();
  await search.fill("nowhere");
  await expect(page.getByText("No stamp matches “nowhere”.")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(search).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(search).toBeHidden();
  await expect(picker(page)).toBeFocused();
  await expect(page).toHaveURL(/#\/s191\/backup$/);

  // Enter in the search opens the first match.
  await picker(page).click();
  await search.fill("site 42");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/s42\/backup$/);
  await expect(picker(page)).toBeFocused();
});
