import { expect, test } from "vitest";
import { JsonResume, renderJsonResume } from "../../src/services/matches/json-resume.ts";

const render = (resume: object) => renderJsonResume(JsonResume.parse(resume));

test("a resume is rendered with headings, dated positions and a line for each statement", () => {
  const text = render({
    basics: { name: "Robin Sample", label: "DevOps Engineer", email: "robin@example.org", summary: "Runs things." },
    work: [
      {
        name: "Harbour Systems",
        position: "Senior DevOps Engineer",
        startDate: "2021-03",
        summary: "Platform team.",
        highlights: ["Ran Kubernetes", "Wrote Terraform"],
      },
      { name: "Lowland Telecom", position: "DevOps Engineer", startDate: "2017-06-15", endDate: "2021-02-28" },
    ],
    projects: [
      { name: "Homelab", startDate: "2019", endDate: "2020", keywords: ["Ansible", "Proxmox"], roles: ["Owner"] },
    ],
    skills: [{ name: "Delivery", level: "Master", keywords: ["GitLab CI", "Jenkins"] }, { name: "Linux" }],
    certificates: [{ name: "CKA", issuer: "CNCF", date: "2022-05" }],
    education: [
      {
        institution: "Some University",
        studyType: "BSc",
        area: "Computer Science",
        startDate: "2011",
        endDate: "2015",
      },
    ],
  });
  expect(text).toBe(
    [
      "DevOps Engineer",
      "",
      "Summary",
      "Runs things.",
      "",
      "Work Experience",
      "Senior DevOps Engineer, Harbour Systems",
      "March 2021 to Present",
      "Platform team.",
      "• Ran Kubernetes",
      "• Wrote Terraform",
      "DevOps Engineer, Lowland Telecom",
      "June 2017 to February 2021",
      "",
      "Projects",
      "Homelab, Owner",
      "2019 to 2020",
      "Environment: Ansible, Proxmox",
      "",
      "Skills",
      "Delivery (Master): GitLab CI, Jenkins",
      "Linux",
      "",
      "Certifications",
      "CKA, CNCF, May 2022",
      "",
      "Education",
      "BSc in Computer Science",
      "2011 to 2015",
    ].join("\n"),
  );
});

test("what says who somebody is does not get into the text", () => {
  const text = render({
    basics: {
      name: "Quillfeather",
      email: "quill@example.org",
      phone: "+1 555 0100",
      url: "https://quill.example.org",
      image: "https://example.org/face.png",
      location: { city: "Nowhere", address: "1 Main Street" },
      profiles: [{ network: "Somewhere", username: "quill" }],
      label: "Engineer",
    },
    education: [{ institution: "Famous College", area: "Physics" }],
    references: [{ name: "Ozymandias", reference: "A great colleague" }],
    languages: [{ language: "Klingon" }],
    interests: [{ name: "Chess" }],
  });
  expect(text).toBe("Engineer\n\nEducation\nPhysics");
});

test("null counts as absent, fields of one's own are ignored, and nothing at all makes an empty text", () => {
  expect(render({ basics: null, work: null, custom: { deep: [1] }, skills: [{ name: null, keywords: [] }] })).toBe("");
  expect(render({})).toBe("");
});

test("a date that is none is refused", () => {
  for (const startDate of ["March 2020", "2020/03", "20"])
    expect(JsonResume.safeParse({ work: [{ startDate }] }).success).toBe(false);
});
