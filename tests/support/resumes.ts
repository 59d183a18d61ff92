/**
 * Invented resumes that look real, with everything that must not matter left open: name, gendered words, address, phone, e-mail,
 * photo, nationality, university, age, graduation year. Nobody in here exists.
 */
export interface Person {
  readonly name: string;
  /** "he", "she", "they", with the words that go with it. */
  readonly pronoun: "he" | "she" | "they";
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** A line that speaks of a photo, or none. */
  readonly photo: string;
  readonly nationality: string;
  readonly university: string;
  readonly age: number;
  readonly graduation: number;
}

export const SOMEBODY: Person = {
  name: "Alex Muster",
  pronoun: "they",
  address: "12 Elm Row, Springfield",
  phone: "+1 555 010 0100",
  email: "alex.muster@example.org",
  photo: "",
  nationality: "Canadian",
  university: "State University",
  age: 34,
  graduation: 2012,
};

const HIS = { he: "his", she: "her", they: "their" } as const;
const TITLE = { he: "Mr.", she: "Ms.", they: "Mx." } as const;
const FRIEND = { he: "Handyman", she: "Handywoman", they: "Handyperson" } as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A blank line's worth of personal lines, in the way of resumes from many countries. */
function personal(p: Person): string {
  return `${p.name}
${p.address}
${p.phone} | ${p.email}
${p.photo === "" ? "" : `${p.photo}\n`}Nationality: ${p.nationality}
Age: ${p.age}
`;
}

export type Template = (person: Person) => string;

export const devops: Template = (p) => `${TITLE[p.pronoun]} ${personal(p)}
SUMMARY
${capital(p.pronoun)} built delivery platforms for eight years, and ${HIS[p.pronoun]} pipelines run without a hitch.

WORK EXPERIENCE

Senior DevOps Engineer, Bluebird Freight
April 2019 to Present
- Designed a Kubernetes platform on AWS with Terraform modules and Helm charts.
- Built CI/CD pipelines in Jenkins and GitLab CI for 40 services, with automated tests and deployments.
- Introduced Prometheus and Grafana, wrote the alert rules and led the on-call rotation.
- Automated the configuration of 300 Linux servers with Ansible.
Environment: AWS, Kubernetes, Docker, Terraform, Jenkins, Ansible, Python, Bash

Build and Release Engineer, Papermoon Media
June 2015 to March 2019
- Maintained Jenkins jobs and Maven builds for Java services.
- Moved version control from SVN to Git, and wrote the guide.
- Ran MySQL and MongoDB in production and solved incidents at night.

EDUCATION
B.Sc. in Computer Science, ${p.university}, ${p.graduation}

SKILLS
Linux, Bash, Python, Ruby, Git, Docker, Kubernetes (4 years), AWS (5 years)
`;

export const mlops: Template = (p) => `${personal(p)}
PROFESSIONAL SUMMARY
Machine learning engineer who brings models to production. ${capital(p.pronoun)} likes short feedback loops.

PROFESSIONAL EXPERIENCE

MLOps Engineer, Tidewater Analytics
January 2020 to December 2023
- Built the training pipelines in Kubeflow and Airflow, from data ingestion to deployment.
- Deployed PyTorch models with Triton and KServe on Kubernetes; cut latency by half.
- Introduced MLflow for experiment tracking and the model registry.
- Monitored model drift with Evidently and Prometheus, and automated the retraining.

Data Scientist, Orchard Insurance
July 2016 to December 2019
- Trained TensorFlow and scikit-learn models for claims.
- Used Spark and SQL for feature engineering on large tables.
- Statistical modelling in Python and R, with A/B tests.

EDUCATION
M.Sc. in Statistics, ${p.university}, ${p.graduation}

TECHNICAL SKILLS
Python, PyTorch, TensorFlow, Spark, Docker, Kubernetes, MLflow, Airflow, AWS SageMaker, Linux
`;

export const hybrid: Template = (p) => `${personal(p)}
PROFILE
Platform engineer between two worlds. At home ${p.pronoun === "they" ? "they are" : `${p.pronoun} is`} a keen ${FRIEND[p.pronoun]}.

EXPERIENCE

ML Platform Engineer at Northwind Robotics
03/2021 – Present
• Built GPU clusters on Kubernetes for training and inference.
• Wrote the Terraform code of all machine learning environments on Google Cloud.
• Set up CI/CD for models with GitHub Actions and Argo CD.
• Served PyTorch models with vLLM and watched them with Grafana.

Site Reliability Engineer at Lantern Payments
05/2017 – 02/2021
• Owned service level objectives, incident response and capacity planning.
• Automated releases with Python and Go.
• Operated Kafka and PostgreSQL on Linux.

CERTIFICATIONS
Certified Kubernetes Administrator (CKA)

EDUCATION
${p.university}, B.Eng. in Software Engineering, ${p.graduation}
`;

export const administrator: Template = (p) => `${personal(p)}
OBJECTIVE
A quiet network and a full backup.

EMPLOYMENT HISTORY

System Administrator, Hillside Clinics, February 2014 – October 2022
- Administered Windows Server, Active Directory and Exchange for 600 users.
- Managed VMware hosts, backups and the helpdesk queue.
- Supported Linux web servers and wrote some Bash scripts.

IT Support Technician, Harbor Schools, September 2011 – January 2014
- Answered tickets, imaged laptops and pulled cables.

EDUCATION
Associate degree in Information Technology, ${p.university}, ${p.graduation}

SKILLS
Windows Server, Active Directory, VMware, Linux, PowerShell, Cisco
`;

export const developer: Template = (p) => `${personal(p)}
ABOUT ME
Full stack developer. Colleagues call ${p.pronoun === "he" ? "him" : p.pronoun === "she" ? "her" : "them"} a patient reviewer.

WORK HISTORY

Software Engineer, Cobalt Travel, 2018 - 2024
- Developed booking services in Java and Spring Boot with PostgreSQL.
- Wrote the front end in React and TypeScript.
- Used Jenkins and Docker for builds; wrote unit tests in JUnit.

Junior Developer, Finch Software, 2015 - 2018
- Maintained PHP and MySQL shops; fixed bugs in JavaScript.

EDUCATION
${p.university}, Bachelor of Science in Computer Science, class of ${p.graduation}

SKILLS
Java, Spring Boot, React, TypeScript, SQL, Git, Docker, Agile, Scrum
`;

export const dataEngineer: Template = (p) => `${personal(p)}
SUMMARY
Data engineer, six years with pipelines in the cloud. No experience with Kubernetes yet; ${p.pronoun} would like to learn Terraform.

EXPERIENCE

Data Engineer | Juniper Retail | Aug 2018 – Sep 2024
* Built ETL pipelines with Airflow, Spark and dbt on Snowflake.
* Streamed events with Kafka into a data lake on S3.
* Wrote data quality checks in Python and SQL.
* Worked closely with the data science team.

EDUCATION
${p.university} (${p.graduation}), B.A. in Mathematics

SKILLS
Python, SQL, Spark, Airflow, Kafka, Snowflake, dbt, AWS, Git
`;

export const TEMPLATES: Readonly<Record<string, Template>> = {
  devops,
  mlops,
  hybrid,
  administrator,
  developer,
  "data engineer": dataEngineer,
};

/** The same document as resumes often arrive: line breaks lost, bullets kept as a sign. */
export function flatten(text: string): string {
  return text
    .replace(/\n[-*•] /g, " • ")
    .replace(/\s*\n\s*/g, " ")
    .trim();
}
