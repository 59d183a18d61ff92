/**
 * JSON Resume (https://jsonresume.org/schema) as a subject: which of its fields are read, and the text they are rendered to.
 * Name, contact data, photo, address, references, spoken languages and interests are never rendered: they change no score.
 */
import { z } from "zod";

const text = z.string().nullish();
const texts = z.array(z.string()).nullish();
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "expected a date: YYYY, YYYY-MM or YYYY-MM-DD")
  .nullish();
const list = <T extends z.ZodType>(item: T) => z.array(item).max(500).nullish();

/** The schema allows fields of one's own, so unknown ones are ignored; those that are read must have the right type. */
export const JsonResume = z.looseObject({
  basics: z.looseObject({ label: text, summary: text }).nullish(),
  work: list(
    z.looseObject({
      name: text,
      position: text,
      startDate: date,
      endDate: date,
      description: text,
      summary: text,
      highlights: texts,
    }),
  ),
  volunteer: list(
    z.looseObject({
      organization: text,
      position: text,
      startDate: date,
      endDate: date,
      summary: text,
      highlights: texts,
    }),
  ),
  projects: list(
    z.looseObject({
      name: text,
      description: text,
      startDate: date,
      endDate: date,
      highlights: texts,
      keywords: texts,
      roles: texts,
    }),
  ),
  skills: list(z.looseObject({ name: text, level: text, keywords: texts })),
  education: list(
    z.looseObject({ area: text, studyType: text, startDate: date, endDate: date, courses: texts }),
  ),
  certificates: list(z.looseObject({ name: text, issuer: text, date })),
  publications: list(z.looseObject({ name: text, summary: text })),
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
    section("Publications", (resume.publications ?? []).map((one) => [joined(": ", one.name, one.summary)])),
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
  return [joined(", ", work.position, work.name), period(work), work.description, work.summary, ...bullets(work)];
}

function volunteerLines(work: Entry<"volunteer">): Maybe[] {
  return [joined(", ", work.position, work.organization), period(work), work.summary, ...bullets(work)];
}

function projectLines(project: Entry<"projects">): Maybe[] {
  const title = joined(", ", project.name, ...(project.roles ?? []));
  const dated = project.startDate ? period(project) : null;
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
  return [joined(" in ", education.studyType, education.area), education.startDate ? period(education) : null, courses];
}

function bullets(entry: { readonly highlights?: readonly string[] | null | undefined }): string[] {
  return (entry.highlights ?? []).map((line) => `• ${line}`);
}

function period(entry: { readonly startDate?: Maybe; readonly endDate?: Maybe }): Maybe {
  const start = monthAndYear(entry.startDate);
  return start === null ? null : `${start} to ${monthAndYear(entry.endDate) ?? "Present"}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

function monthAndYear(iso: Maybe): string | null {
  if (!iso) return null;
  const [year = "", month] = iso.split("-");
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return name === undefined ? year : `${name} ${year}`;
}

function joined(separator: string, ...parts: readonly Maybe[]): string | null {
  const said = parts.filter(isSaid);
  return said.length === 0 ? null : said.join(separator);
}

function isSaid(part: Maybe): part is string {
  return part !== null && part !== undefined && part.trim() !== "";
}
