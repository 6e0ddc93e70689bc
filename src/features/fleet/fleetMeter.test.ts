import { expect, test } from "vitest";
import { createRequestMeter } from "./fleetMeter.ts";

test("counts what was sent since it began, and then what was sent within the last minute", () => {
  const meter = createRequestMeter(7, 0);
  expect(meter.read(7, 0)).toEqual({ requests: 0, overMs: 0 });
  expect(meter.read(57, 30_000)).toEqual({ requests: 50, overMs: 30_000 });
  expect(meter.read(107, 60_000)).toEqual({ requests: 100, overMs: 60_000 });
  expect(meter.read(117, 90_000)).toEqual({ requests: 60, overMs: 60_000 });
  expect(meter.read(117, 150_000)).toEqual({ requests: 0, overMs: 60_000 });
});

test("a page that slept tells over how long it counted", () => {
  const meter = createRequestMeter(0, 0);
  meter.read(10, 5_000);
  expect(meter.read(12, 3_605_000)).toEqual({ requests: 2, overMs: 3_600_000 });
});
