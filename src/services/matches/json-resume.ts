/**
 * JSON Resume (https://jsonresume.org/schema) as a subject: which of its fields are read, and the text they are rendered to.
 * Name, contact data, photo, address, references, spoken languages and interests are never rendered: they change no score.
 */
import { z } from "zod";
import { MONTH_NAMES } from "../month-names.ts";

const text = (description: string) => z.string().nullish().meta({ description });
const texts = (description: string) => z.array(z.string()).max(500).nullish().meta({ description });
const date = (description: string) =>
  z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "has to be a date: YYYY, YYYY-MM or YYYY-MM-DD")
    .nullish()
    .meta({ description: `${description}: YYYY, YYYY-MM or YYYY-MM-DD.` });
const list = <T extends z.ZodType>(item: T, description: string) =>
  z.array(item).max(500).nullish().meta({ description });

const period = {
  startDate: date("When it began"),
  endDate: date("When it ended; absent for what goes on"),
};
const highlights = texts("What was done there, one statement each.");

const Basics = z
  .looseObject({ label: text("The line under the name."), summary: text("A few sentences on the whole.") })
  .meta({ id: "JsonResumeBasics", description: "Of this part only label and summary are read." });

const Work = z
  .looseObject({
    name: text("The employer."),
    position: text("The title held."),
    ...period,
    description: text("What the employer does."),
    summary: text("The position in a few sentences."),
    highlights,
  })
  .meta({ id: "JsonResumeWork", description: "A position held." });

const Volunteer = z
  .looseObject({
    organization: text("The organization."),
    position: text("The title held."),
    ...period,
    summary: text("The work in a few sentences."),
    highlights,
  })
  .meta({ id: "JsonResumeVolunteer", description: "A position held without pay." });

const Project = z
  .looseObject({
    name: text("The project."),
    description: text("What it is."),
    ...period,
    highlights,
    keywords: texts("What it was made with."),
    roles: texts("Roles held in it."),
  })
  .meta({ id: "JsonResumeProject", description: "A project." });

const Skills = z
  .looseObject({
    name: text("A skill, or a heading for the keywords."),
    level: text("How well, in one's own words."),
    keywords: texts("Skills under that heading."),
  })
  .meta({ id: "JsonResumeSkill", description: "A line of the list of skills." });

const Education = z
  .looseObject({
    area: text("The field of study."),
    studyType: text("The degree."),
    ...period,
    courses: texts("Courses taken."),
  })
  .meta({ id: "JsonResumeEducation", description: "A course of study; the institution is not read." });

const Certificate = z
  .looseObject({ name: text("The certificate."), issuer: text("Who gave it."), date: date("When") })
  .meta({ id: "JsonResumeCertificate", description: "A certificate." });

const Publication = z
  .looseObject({ name: text("The title."), summary: text("What it is about.") })
  .meta({ id: "JsonResumePublication", description: "Something published." });

/** The schema allows fields of one's own, so unknown ones are ignored; those that are read must have the right type. */
export const JsonResume = z
  .looseObject({
    basics: Basics.nullish().meta({ description: "The head of the resume." }),
    work: list(Work, "Positions held, latest first."),
    volunteer: list(Volunteer, "Unpaid positions."),
    projects: list(Project, "Projects."),
    skills: list(Skills, "The list of skills."),
    education: list(Education, "Studies."),
    certificates: list(Certificate, "Certificates."),
    publications: list(Publication, "Publications."),
  })
  .meta({
    id: "JsonResume",
    description:
      "A resume in the JSON Resume schema. It is rendered to a text that the answer carries and offsets refer to. Names, contact data, " +
      "photo, address, institutions, references, languages and interests are left out; they change no score.",
  });
export type JsonResume = z.infer<typeof JsonResume>;

type Maybe = string | null | undefined;
type Entry<Key extends keyof JsonResume> = NonNullable<JsonResume[Key]> extends (infer Item)[] ? Item : never;

/** A resume as plain text: headings, dated positions and one line per statement, in the order a resume is read. */
export function renderJsonResume(resume: JsonResume): string {
  const blocks = [
    [resume.basics?.label],
    section("Summary", [[resume.basics?.summary]]),
    section("Work Experience", (resume.work ?? []).map(workLines)),
    section("Volunteering", (resume.volunteer ?? []).map(volunteerLines)),
    section("Projects", (resume.projects ?? []).map(projectLines)),
    section("Skills", [(resume.skills ?? []).map(skillLine)]),
    section("Certifications", [(resume.certificates ?? []).map(certificateLine)]),
    section("Education", (resume.education ?? []).map(educationLines)),
    section(
      "Publications",
      (resume.publications ?? []).map((one) => [joined(": ", one.name, one.summary)]),
    ),
  ];
  return blocks
    .map((lines) => lines.filter(isSaid).join("\n"))
    .filter(isSaid)
    .join("\n\n");
}

function section(heading: string, entries: readonly (readonly Maybe[])[]): string[] {
  const said = entries.map((lines) => lines.filter(isSaid)).filter((lines) => lines.length > 0);
  return said.length === 0 ? [] : [heading, ...said.flat()];
}

function workLines(work: Entry<"work">): Maybe[] {
  return [joined(", ", work.position, work.name), dates(work), work.description, work.summary, ...bullets(work)];
}

function volunteerLines(work: Entry<"volunteer">): Maybe[] {
  return [joined(", ", work.position, work.organization), dates(work), work.summary, ...bullets(work)];
}

function projectLines(project: Entry<"projects">): Maybe[] {
  const title = joined(", ", project.name, ...(project.roles ?? []));
  const dated = project.startDate ? dates(project) : null;
  const keywords = project.keywords?.length ? `Environment: ${project.keywords.join(", ")}` : null;
  return [title, dated, project.description, ...bullets(project), keywords];
}

function skillLine(skill: Entry<"skills">): Maybe {
  const name = isSaid(skill.level) && isSaid(skill.name) ? `${skill.name} (${skill.level})` : skill.name;
  return joined(": ", name, skill.keywords?.join(", "));
}

function certificateLine(certificate: Entry<"certificates">): Maybe {
  return joined(", ", certificate.name, certificate.issuer, monthAndYear(certificate.date));
}

/** The institution is left out: where somebody studied changes no score. */
function educationLines(education: Entry<"education">): Maybe[] {
  const courses = education.courses?.length ? `Courses: ${education.courses.join(", ")}` : null;
  return [joined(" in ", education.studyType, education.area), education.startDate ? dates(education) : null, courses];
}

function bullets(entry: { readonly highlights?: readonly string[] | null | undefined }): string[] {
  return (entry.highlights ?? []).map((line) => `• ${line}`);
}

function dates(entry: { readonly startDate?: Maybe; readonly endDate?: Maybe }): Maybe {
  const start = monthAndYear(entry.startDate);
  return start === null ? null : `${start} to ${monthAndYear(entry.endDate) ?? "Present"}`;
}

function monthAndYear(iso: Maybe): string | null {
  if (!iso) return null;
  const [year = "", month] = iso.split("-");
  const name = month === undefined ? undefined : MONTH_NAMES[Number(month) - 1];
  return name === undefined ? year : `${name} ${year}`;
}

function joined(separator: string, ...parts: readonly Maybe[]): string | null {
  const said = parts.filter(isSaid);
  return said.length === 0 ? null : said.join(separator);
}

function isSaid(part: Maybe): part is string {
  return part !== null && part !== undefined && part.trim() !== "";
}
