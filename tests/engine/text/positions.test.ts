import { describe, expect, test } from "vitest";
import { formatMonth } from "../../../src/engine/index.ts";
import { matcherOf, mentionOf, readText, skill } from "../../support/taxonomy.ts";

const matcher = matcherOf(
  skill("docker"),
  skill("linux", { kind: "platform" }),
  skill("python"),
  skill("devops-engineer-role", { name: "DevOps Engineer", kind: "role" }),
);

function positions(text: string): string[] {
  return readText(matcher, text).positions.map(
    ({ start, end }) => `${formatMonth(start)}/${end === null ? "" : formatMonth(end)}`,
  );
}

const lined = `Ada Beispiel

EXPERIENCE

DevOps Engineer, Acme Corp
March 2017 to Present
- Built images with Docker

Administrator at Beta Inc.
June 2012 to February 2017
- Ran Linux servers

EDUCATION
B.Sc., State University, 2008 to 2012
- wrote Python
`;

describe("dated positions", () => {
  test("are the periods of work, not those of study", () => {
    expect(positions(lined)).toEqual(["2017-03/", "2012-06/2017-02"]);
  });

  test("hold what stands behind their date, up to the next", () => {
    expect(mentionOf(matcher, lined, "docker").position).toBe(0);
    expect(mentionOf(matcher, lined, "linux").position).toBe(1);
    expect(mentionOf(matcher, lined, "python").position).toBeNull();
  });

  test("begin with the title above their date", () => {
    const role = mentionOf(matcher, lined, "devops-engineer-role");
    expect(role).toMatchObject({ position: 0, place: "title" });
    const { from, to } = readText(matcher, lined).positions[0] as { from: number; to: number };
    expect(lined.slice(from, to)).toMatch(/^DevOps Engineer, Acme Corp\nMarch 2017/);
  });

  test("are found alike in one line", () => {
    const flat = lined.replace(/\n- /g, " • ").replace(/\s*\n\s*/g, " ");
    expect(positions(flat)).toEqual(positions(lined));
    expect(mentionOf(matcher, flat, "docker").position).toBe(0);
    expect(mentionOf(matcher, flat, "linux").position).toBe(1);
    expect(mentionOf(matcher, flat, "python").position).toBeNull();
  });

  test("need no heading", () => {
    expect(positions("Ada Beispiel\n\nAcme Corp, 2015 - 2018\nBuilt Docker images.\n")).toEqual(["2015-01/2018-01"]);
  });

  test("are none inside certifications, skills or other parts", () => {
    for (const heading of ["CERTIFICATIONS", "SKILLS", "EDUCATION", "AWARDS"])
      expect(positions(`Ada Beispiel\n\n${heading}\nLinux exam 2015 to 2018\n`)).toEqual([]);
  });

  test("several at once are kept apart", () => {
    expect(positions("EXPERIENCE\n\nAcme, 2015 to Present\n- Docker\n\nBeta, 2016 to Present\n- Linux\n")).toEqual([
      "2015-01/",
      "2016-01/",
    ]);
  });

  test("an open end is warned of, and stands till the latest date named", () => {
    const reading = readText(matcher, lined);
    expect(reading.warnings.map((warning) => warning.code)).toContain("open-ended-period");
    expect(reading.writtenAt).toBe(2017 * 12 + 2);
  });

  test("job posts have none", () => {
    expect(readText(matcher, lined, "job").positions).toEqual([]);
  });
});

describe("in a running text", () => {
  const begin = "Ada Beispiel Work Experience Acme Corp - Springfield, OH March 2017 to Present ";
  const second = (text: string) => {
    const flat = begin + text;
    const position = readText(matcher, flat).positions[1] as { from: number; to: number };
    return flat.slice(position.from, position.to);
  };

  test.each([
    [
      "Environment: Docker, Git, Maven, Eclipse, Tomcat, Linux DevOps Engineer Beta Inc - Riverton, NJ",
      "DevOps Engineer",
    ],
    ["Environment: Docker, Git, Maven, Python Sr. Linux Administrator Beta Inc - Riverton, NJ", "Sr. Linux Admin"],
    [
      "Wrote the modules of eleven countries and their warehouses, ports and ships on Docker DevOps Engineer Beta",
      "DevOps Eng",
    ],
    ["Environment: Python, Docker, Git, Maven Beta Bank - Riverton, NJ", "Maven Beta Bank"],
    ["Environment: Python, Maven, Docker Beta Bank - Riverton, NJ", "Beta Bank"],
    ["Kept Linux up. Senior Developer, Team Lead Beta Inc", "Senior Developer"],
    ["Kept Linux up. Analyst (Python, Docker, Linux) Beta Inc", "Analyst (Python"],
  ])("the list of the job before is no part of the next: %j", (text, head) => {
    expect(second(`${text} June 2012 to February 2017 Kept Linux running.`).trim()).toMatch(
      new RegExp(`^${head.replace("(", "\\(")}`),
    );
  });

  test("a name that ends the job before is no part of the title", () => {
    const flat = `${begin}Wrote the modules of eleven countries on Docker DevOps Engineer Beta Inc June 2012 to May 2015 Ran Linux`;
    expect(mentionOf(matcher, flat, "docker")).toMatchObject({ position: 0, place: "prose" });
  });

  test("studies begin before a degree, whatever word stands before them", () => {
    expect(
      positions(`${begin}Ran Linux and Docker Education Master of Science, State University 2010 to 2014`),
    ).toEqual(["2017-03/"]);
  });

  test("the skills used in a project and a slash end no work", () => {
    expect(
      positions(
        `${begin}Skills Used Docker Beta Inc - Riverton, NJ June 2012 to May 2015 Trainings/Certifications Gamma Inc 2008 to 2010`,
      ),
    ).toHaveLength(3);
  });
});

describe("no positions", () => {
  test("are the versions of a product", () => {
    expect(positions("EXPERIENCE\n\nAcme, March 2017 to Present\n- Ran Linux versions 2000 to 2012\n")).toHaveLength(1);
    expect(positions("Ada\nLinux clusters (2000-2005)\n\nEXPERIENCE\n\nAcme, March 2017 to Present\n")).toHaveLength(1);
    const known = "Ada\nKnows Linux 2005 thru 2012, all editions";
    expect(positions(`${known}\n\nEXPERIENCE\n\nAcme, March 2017 to Present\n`)).toHaveLength(1);
    expect(positions("Ada\n\nEXPERIENCE\n\nAdministrator, Linux 2005 - 2012\nRan it\n")).toHaveLength(1);
    expect(positions("EXPERIENCE\n\nAcme, March 2017 to Present\n- Linux\n\nBeta (2000-2005)\n- Linux\n")).toHaveLength(
      2,
    );
  });

  test("are made of a date that is written once more", () => {
    expect(positions("EXPERIENCE\n\nAcme 2015 to 2018\n2015-2018\n- Linux\n")).toHaveLength(1);
    expect(positions("EXPERIENCE\n\nAcme 2015 to 2018\nBeta 2015 to 2017\n- Linux\n")).toHaveLength(2);
  });
});

describe("the month a document was written in", () => {
  const writtenAt = (text: string) => {
    const month = readText(matcher, text).writtenAt;
    return month === null ? null : formatMonth(month);
  };

  test("is the latest that its positions or later parts name", () => {
    expect(writtenAt("Ada\n\nEXPERIENCE\nAcme, March 2017 to Present\n- Docker\nBeta, 2012-2015\n- Linux\n")).toBe(
      "2017-03",
    );
    expect(writtenAt("Ada\n\nEXPERIENCE\nAcme, 2012-2015\n- Docker\n\nCERTIFICATIONS\nLinux exam, June 2018\n")).toBe(
      "2018-06",
    );
  });

  test("is not told by addresses, phones and years of study", () => {
    expect(
      writtenAt(
        "Ada\n2031 Elm Street, Sydney 2040\n555 2044\n\nEXPERIENCE\nAcme, 2012-2015\n- Docker\n\nEDUCATION\nB.Sc., 2019\n",
      ),
    ).toBe("2015-01");
  });

  test("is unknown where nothing is dated", () => {
    expect(writtenAt("Ada\n\nSKILLS\nDocker\n")).toBeNull();
  });
});
