import { describe, expect, test } from "vitest";
import type { DocumentKind } from "../../../src/engine/index.ts";
import { matcherOf, mentionOf, readText, skill } from "../../support/taxonomy.ts";

const matcher = matcherOf(skill("docker"), skill("linux"), skill("python"));

/** The sections that the mentions of a document stand in, in order. */
function sections(text: string, kind: DocumentKind = "resume"): string[] {
  return readText(matcher, text, kind).mentions.map((mention) => mention.section);
}

describe("resumes with lines", () => {
  test.each([
    ["SUMMARY", "summary"],
    ["Professional Summary:", "summary"],
    ["About me", "summary"],
    ["WORK EXPERIENCE", "experience"],
    ["Employment History", "experience"],
    ["Professional experience:", "experience"],
    ["Internships", "experience"],
    ["PROJECTS", "projects"],
    ["Personal Projects", "projects"],
    ["Technical Skills", "skills"],
    ["SKILLS:", "skills"],
    ["Core competencies", "skills"],
    ["EDUCATION", "education"],
    ["Academic Background", "education"],
    ["Certifications", "certifications"],
    ["Licenses & Certifications", "certifications"],
    ["Hobbies", "other"],
    ["## Skills", "skills"],
    ["**Skills**", "skills"],
    ["— SKILLS —", "skills"],
  ])("%s opens %s", (heading, section) => {
    expect(sections(`Ada Beispiel\nDocker person\n\n${heading}\nDocker and other things\n`)).toEqual([
      "header",
      section,
    ]);
  });

  test("a heading with its list in the same line", () => {
    expect(sections("Ada Beispiel\n\nSkills: Docker, Linux\nEducation: Docker course")).toEqual([
      "skills",
      "skills",
      "education",
    ]);
  });

  test.each([
    "My experience with the tools grew.",
    "I have education in mind when I write",
    "with skills of many kinds",
    "the summary of it all was short",
  ])("%j is prose and opens nothing", (line) => {
    expect(sections(`Ada Beispiel\n\nWORK EXPERIENCE\n${line}\nDocker daily`)).toEqual(["experience"]);
  });
});

describe("a list of tools inside a position", () => {
  test.each(["Environment", "Tools", "Technologies used", "Software"])("%s: belongs to it", (opener) => {
    expect(
      sections(`Ada Beispiel\n\nEXPERIENCE\n\nAcme, 2015 - 2018\n- Docker\n${opener}: Linux\n- Python again\n`),
    ).toEqual(["experience", "experience", "experience"]);
  });

  test("opens a part of its own where no position stands", () => {
    expect(sections("Ada Beispiel\n\nTools: Linux\n")).toEqual(["skills"]);
  });
});

describe("resumes whose lines are lost", () => {
  const flat =
    "Ada Beispiel DevOps Engineer Springfield Work Experience DevOps Engineer Acme March 2017 to Present Built images with Docker. " +
    "Education B.Sc. in Computer Science State College 2012 to 2015 wrote Python there Skills Linux (5 years), Docker (3 years) Additional Information I like Linux.";

  test("headings stand inline, told by capitals and neighbours", () => {
    expect(sections(flat)).toEqual(["experience", "education", "skills", "skills", "other"]);
  });

  test("a list of skills follows studies, whatever place the school stands in", () => {
    const studies =
      "Ada Beispiel Work Experience Engineer Acme March 2017 to Present Built it. Education B.Sc. State College - Springfield, OH ";
    expect(sections(`${studies}Skills Linux (5 years), Docker (3 years), Python`)).toEqual([
      "skills",
      "skills",
      "skills",
    ]);
    expect(sections(`${studies}Course of Computer Skills, Evening College, Docker`)).toEqual(["education"]);
  });

  test("the words alone are no heading", () => {
    expect(
      sections("Ada Beispiel. I have work experience in Docker, an education in Linux, and skills with Python."),
    ).toEqual(["header", "header", "header"]);
  });

  test.each(["Users, Groups, Roles", "Users, Groups and Roles", "Groups, Roles"])(
    "nor is one of a list: %s",
    (list) => {
      const text = `Ada Beispiel Springfield Work Experience Engineer Acme March 2017 to Present Managed Accounts ${list} with Docker. `;
      expect(sections(text)).toEqual(["experience"]);
    },
  );
});

describe("job posts", () => {
  test.each([
    ["Requirements", "requirements"],
    ["What we're looking for", "requirements"],
    ["### 🔍 What we're looking for", "requirements"],
    ["**Minimum qualifications:**", "requirements"],
    ["Who you are", "requirements"],
    ["Nice to have", "preferred"],
    ["Preferred Qualifications", "preferred"],
    ["Bonus points if you", "preferred"],
    ["Responsibilities", "responsibilities"],
    ["What you'll do", "responsibilities"],
    ["Benefits", "benefits"],
    ["What we offer", "benefits"],
    ["Salary range", "benefits"],
    ["About us", "company"],
    ["Who we are", "company"],
    ["Equal Opportunity Employer", "legal"],
    ["Our commitment to diversity", "legal"],
    ["Diversity and Inclusion", "legal"],
  ])("%s opens %s", (heading, section) => {
    expect(
      mentionOf(matcher, `Platform engineer\n\n${heading}\n- Docker in every form\n`, "docker", "job").section,
    ).toBe(section);
  });

  test("an unknown dressed heading ends what was before", () => {
    expect(sections("Benefits\nDocker mugs\n\n## Quux and grault\nDocker it is", "job")).toEqual(["benefits", "other"]);
  });

  test("bullets that begin with a heading's words are no headings", () => {
    expect(
      sections("Requirements\n- Experience with Linux\n- Skills in Docker, benefits of Python known\n", "job"),
    ).toEqual(["requirements", "requirements", "requirements"]);
  });
});
