import { describe, expect, test } from "vitest";
import { formatMonth } from "../../../src/engine/text/calendar.ts";
import { findDates } from "../../../src/engine/text/periods.ts";

function periods(text: string): string[] {
  return findDates(text).periods.map(
    ({ start, end }) => `${formatMonth(start)}/${end === null ? "" : formatMonth(end)}`,
  );
}

describe("periods are read however people write them", () => {
  test.each([
    ["March 2017 to Present", "2017-03/"],
    ["Mar 2017 - Present", "2017-03/"],
    ["March 2017 – till date", "2017-03/"],
    ["Sept. 2016 – Aug. 2019", "2016-09/2019-08"],
    ["September 2016 to August 2019", "2016-09/2019-08"],
    ["Sep 2016—Aug 2019", "2016-09/2019-08"],
    ["SEP 2016 TO AUG 2019", "2016-09/2019-08"],
    ["Sep, 2016 until Aug, 2019", "2016-09/2019-08"],
    ["06/2015 – 08/2017", "2015-06/2017-08"],
    ["06.2015 - 08.2017", "2015-06/2017-08"],
    ["6/2015-8/2017", "2015-06/2017-08"],
    ["06/2015 to Current", "2015-06/"],
    ["01/06/2015 – 31/08/2017", "2015-06/2017-08"],
    ["June 1, 2015 to August 31, 2017", "2015-06/2017-08"],
    ["2015-2018", "2015-01/2018-01"],
    ["2015 to 2018", "2015-01/2018-01"],
    ["2015 \u0096 2018", "2015-01/2018-01"],
    ["2019 - present", "2019-01/"],
    ["since 2019 to now", "2019-01/"],
    ["2016-2016", "2016-01/2016-06"],
    ["June 2015 to 2017", "2015-06/2017-12"],
    ["Summer 2015 - Fall 2016", "2015-07/2016-10"],
    ["Jan '15 - Mar '17", "2015-01/2017-03"],
    ["01/15 – 03/17", "2015-01/2017-03"],
    ["Jan 2015 -- Mar 2017", "2015-01/2017-03"],
    ["May 2015thru Jun 2016", "2015-05/2016-06"],
  ])("%s", (text, expected) => {
    expect(periods(text)).toEqual([expected]);
    expect(periods(`Acme Corp, Springfield ${text} Built things.`)).toEqual([expected]);
  });

  test.each([
    "In 2015 we moved",
    "Windows Server 2012 and 2016",
    "call 555 2015 or 555 2016",
    "2018 to 2015",
    "SQL Server 2008/2012",
    "from 10 to 2015 servers",
    "",
  ])("%j holds none", (text) => {
    expect(periods(text)).toEqual([]);
  });

  test("several stand in order, their offsets round what was read", () => {
    const text = "Acme March 2017 to Present. Beta: 06/2015 – 02/2017; Gamma 2012-2015";
    const { periods: list } = findDates(text);
    expect(list.map(({ from, to }) => text.slice(from, to))).toEqual([
      "March 2017 to Present",
      "06/2015 – 02/2017",
      "2012-2015",
    ]);
  });

  test("a chain of years is read once", () => {
    expect(periods("2015 to 2015 to 2015")).toEqual(["2015-01/2015-06"]);
  });
});

test("months and years outside of periods are named with their place", () => {
  const text = "Updated June 2018. In 2019 we moved. 2012-2015";
  expect(findDates(text).named.map(({ at, month }) => `${text.slice(at, at + 4)} ${formatMonth(month)}`)).toEqual([
    "2018 2018-06",
    "2019 2019-01",
  ]);
});
