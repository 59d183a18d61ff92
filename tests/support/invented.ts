/** Arbitrary documents for property tests: invented lines put together at random, and strings that nobody would write. */
import fc from "fast-check";
import { MONTH_NAMES } from "../../src/services/month-names.ts";

/** Lines that stand on their own: their order says nothing. */
export const LINES = [
  "Built a Kubernetes platform on AWS with Terraform.",
  "Automated deployments with Jenkins and GitLab CI.",
  "Wrote Ansible playbooks for 200 Linux servers.",
  "Introduced Prometheus and Grafana.",
  "Deployed PyTorch models with Triton.",
  "Trained TensorFlow models on GPUs.",
  "Used MLflow for experiment tracking.",
  "Ran MySQL and MongoDB in production.",
  "Wrote services in Go and Python.",
  "Maintained Java builds with Maven.",
  "Orchestrated data pipelines with Airflow and Spark.",
  "Assisted with the move to Docker.",
  "No experience with Kafka.",
  "Worked closely with the data science team.",
  "Led the on-call rotation and incident response.",
  "Monitored model drift and retrained the models.",
  "Wrote a great deal of documentation.",
  "Familiar with Azure DevOps.",
  "Evaluated Nomad for replacing Docker Swarm.",
  "Administered Windows Server and Active Directory.",
  "Set up CI/CD pipelines, from build to release.",
  "Statistical modelling with R and SQL.",
  "Managed Helm charts and Argo CD.",
  "Mentored four colleagues.",
] as const;

export const NAMES = [
  "Linux",
  "Python",
  "Bash",
  "Ruby",
  "Perl",
  "Java",
  "Docker",
  "Kubernetes",
  "Terraform",
  "Ansible",
  "Puppet",
  "Jenkins",
  "Git",
  "AWS",
  "Google Cloud",
  "MySQL",
  "MongoDB",
  "PyTorch",
  "TensorFlow",
  "MLflow",
  "Kubeflow",
  "Airflow",
  "Spark",
  "SQL",
  "Prometheus",
  "Agile",
] as const;

export interface Job {
  readonly start: number;
  readonly months: number;
  readonly lines: readonly string[];
}

export interface Parts {
  readonly summary: string;
  readonly jobs: readonly Job[];
  readonly names: readonly string[];
}

const job: fc.Arbitrary<Job> = fc.record({
  start: fc.integer({ min: 2005 * 12, max: 2022 * 12 }),
  months: fc.integer({ min: 1, max: 48 }),
  lines: fc.subarray([...LINES], { minLength: 1, maxLength: 6 }),
});

export const parts: fc.Arbitrary<Parts> = fc.record({
  summary: fc.constantFrom(
    "Engineer with a liking for quiet systems.",
    "Keen to learn Rust. Strong in Linux.",
    "Eight years of Python.",
  ),
  jobs: fc.array(job, { maxLength: 4 }),
  names: fc.subarray([...NAMES], { maxLength: 12 }),
});

function month(index: number): string {
  return `${MONTH_NAMES[index % 12]} ${Math.floor(index / 12)}`;
}

export function resumeOf({ summary, jobs, names }: Parts): string {
  const work = jobs.map(
    ({ start, months, lines }, k) =>
      `Engineer, Company ${String.fromCharCode(65 + k)}\n${month(start)} to ${month(start + months)}\n${lines.map((line) => `- ${line}\n`).join("")}`,
  );
  return `Alex Muster\nalex@example.org\n\nSUMMARY\n${summary}\n\nEXPERIENCE\n\n${work.join("\n")}\nSKILLS\n${names.join(", ")}\n`;
}

export interface PostParts {
  readonly duties: readonly string[];
  readonly demands: readonly string[];
  readonly wishes: readonly string[];
}

export const postParts: fc.Arbitrary<PostParts> = fc.record({
  duties: fc.subarray([...LINES], { maxLength: 6 }),
  demands: fc.subarray([...NAMES], { minLength: 1, maxLength: 8 }),
  wishes: fc.subarray([...NAMES], { maxLength: 4 }),
});

export function postOf({ duties, demands, wishes }: PostParts): string {
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}\n`).join("");
  return `Engineer wanted\n\nAbout us\nWe make maps for walkers.\n\nWhat you will do\n${list(duties)}\nRequirements\n${list(demands)}\nNice to have\n${list(wishes)}\nBenefits\nA bicycle.\n`;
}

/** Any string of code units at all: lone surrogates, NUL, controls, and words that the engine knows between them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
      {
        weight: 2,
        arbitrary: fc
          .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
          .map((codes) => String.fromCharCode(...codes)),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...NAMES,
          ...LINES,
          "no experience with ",
          "2015 to ",
          "Present",
          "(",
          ")",
          "5 years of ",
          "EDUCATION\n",
          "- ",
          "\n",
          "\r\n",
          "\u0000",
          "\ud800",
          "/",
          "@",
          "http://",
          ", ",
          " and ",
        ),
      },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));
