import { describe, expect, test } from "vitest";
import { found, matcherOf, skill } from "../../support/taxonomy.ts";

const matcher = matcherOf(
  skill("java", { kind: "language" }),
  skill("javascript", { name: "JavaScript", kind: "language" }),
  skill("python", { kind: "language" }),
  skill("r", { name: "R", kind: "language" }),
  skill("c", { name: "C", kind: "language" }),
  skill("cpp", { name: "C++", kind: "language", aliases: ["cpp"] }),
  skill("csharp", { name: "C#", kind: "language" }),
  skill("dotnet", { name: ".NET", kind: "platform" }),
  skill("node", { name: "Node.js", kind: "platform" }),
  skill("kubernetes", { kind: "platform", aliases: ["k8s"] }),
  skill("gke", { name: "Google Kubernetes Engine", kind: "platform", aliases: ["GKE"] }),
  skill("container", { kind: "concept" }),
  skill("cicd", { name: "CI/CD", kind: "practice" }),
  skill("aws", { name: "AWS", kind: "platform", aliases: ["Amazon Web Services"] }),
  skill("ec2", { name: "EC2", kind: "platform" }),
  skill("s3", { name: "S3", kind: "platform" }),
  skill("windows", { kind: "platform" }),
  skill("model-deployment", { name: "Model deployment", kind: "practice", aliases: ["(deployed|serving) ... models"] }),
  skill("docker"),
);

describe("leftmost and longest", () => {
  test.each([
    ["Google Kubernetes Engine on Kubernetes", ["gke: Google Kubernetes Engine", "kubernetes: Kubernetes"]],
    ["JavaScript and Java", ["javascript: JavaScript", "java: Java"]],
    ["C++ and C# and C", ["cpp: C++", "csharp: C#", "c: C"]],
    ["C/C++/C#", ["c: C", "cpp: C++", "csharp: C#"]],
    ["C & C++", ["c: C", "cpp: C++"]],
    ["R,R Shiny", ["r: R", "r: R"]],
    ["AWS (EC2, S3, GKE)", ["aws: AWS", "ec2: EC2", "s3: S3", "gke: GKE"]],
  ])("%s", (text, expected) => {
    expect(found(matcher, text)).toEqual(expected);
  });
});

describe("a match inside something larger is none", () => {
  test.each([
    "JavaBeans",
    "java.util.List",
    "R&D",
    "C-level",
    "e-R",
    "C3PO",
    "pythonic",
    "dockerized",
    "xC++",
    "C++++",
    "O'R",
    "R's",
    "vitamin_C_",
    "Kubernetesx",
  ])("%s", (text) => {
    expect(found(matcher, `a ${text} b`)).toEqual([]);
  });
});

describe("versions belong to the name", () => {
  test.each([
    ["Python 3.11", "python: Python 3.11"],
    ["Python3", "python: Python3"],
    ["Python3.11", "python: Python3.11"],
    ["Java 8", "java: Java 8"],
    ["Java 17, and", "java: Java 17"],
    ["Node.js 20.1", "node: Node.js 20.1"],
    ["Windows 10", "windows: Windows 10"],
    ["Java8", "java: Java8"],
  ])("%s", (text, expected) => {
    expect(found(matcher, `with ${text}`)).toEqual([expected]);
  });

  test.each([
    ["Java 8 years", "java: Java"],
    ["Java 8+ years", "java: Java"],
    ["Python (3 years)", "python: Python"],
    ["Python 2019", "python: Python"],
    ["Docker 5 projects", "docker: Docker"],
  ])("a number that counts something else does not: %s", (text, expected) => {
    expect(found(matcher, `with ${text}`)).toEqual([expected]);
  });
});

describe("plurals", () => {
  test.each([
    ["containers", ["container: containers"]],
    ["dockers", ["docker: dockers"]],
    ["Cs and Rs", []],
  ])("%s", (text, expected) => {
    expect(found(matcher, text)).toEqual(expected);
  });
});

describe("addresses and paths make no claims", () => {
  test.each([
    "https://github.com/someone/python-docker",
    "http://docker.example/java",
    "www.docker.com",
    "docker.com",
    "kubernetes.io",
    "java@example.org",
    "jane.docker@example.com",
    "/usr/bin/python",
    "~/java/docker",
    "./docker/java.sh",
    "C:\\java\\docker",
    "github.com/x/docker",
  ])("%s", (text) => {
    expect(found(matcher, `see ${text} for more`)).toEqual([]);
    expect(found(matcher, `(${text})`)).toEqual([]);
  });

  test.each([
    ["Java/Python/Docker", ["java: Java", "python: Python", "docker: Docker"]],
    ["Docker.", ["docker: Docker"]],
    ["Node.js/Docker", ["node: Node.js", "docker: Docker"]],
    ["C#/.NET", ["csharp: C#", "dotnet: .NET"]],
    ["and/or Docker", ["docker: Docker"]],
    ["https://example.org Docker", ["docker: Docker"]],
    ["a@b.org,Docker", ["docker: Docker"]],
  ])("%s is none", (text, expected) => {
    expect(found(matcher, text)).toEqual(expected);
  });
});

describe("phrases with a hole", () => {
  test.each([
    ["deployed models", ["model-deployment: deployed models"]],
    ["deployed many fine new models", ["model-deployment: deployed many fine new models"]],
    [
      "deployed models of every kind. Serving two models",
      ["model-deployment: deployed models", "model-deployment: Serving two models"],
    ],
  ])("%s", (text, expected) => {
    expect(found(matcher, text)).toEqual(expected);
  });

  test.each([
    "models deployed",
    "deployed one two three four five six seven models",
    "deployed it. Then models",
    "serving a purpose",
    "models",
  ])("not in %j", (text) => {
    expect(found(matcher, text)).toEqual([]);
  });

  test("hide nothing, and nothing hides them", () => {
    expect(found(matcher, "deployed Docker and Python models").toSorted()).toEqual([
      "docker: Docker",
      "model-deployment: deployed Docker and Python models",
      "python: Python",
    ]);
  });
});

test("a skill said once is read once, by its name rather than by a phrase around it", () => {
  const twice = matcherOf(
    skill("monitoring", { kind: "practice", aliases: ["watched ... servers", "watched ... hosts"] }),
  );
  expect(found(twice, "watched the servers")).toEqual(["monitoring: watched the servers"]);
  expect(found(twice, "watched servers and hosts")).toEqual(["monitoring: watched servers and hosts"]);
  expect(found(twice, "watched monitoring servers")).toEqual(["monitoring: monitoring"]);
});

test("deprecated skills are not read", () => {
  expect(found(matcherOf(skill("docker", { deprecated: true }), skill("linux")), "Docker on Linux")).toEqual([
    "linux: Linux",
  ]);
});

test("marks of emphasis, curly quotes and brackets do not hide a name", () => {
  for (const text of [
    "**Docker**",
    "“Docker”",
    "‘Docker’",
    "[Docker]",
    "`Docker`",
    "_Docker_",
    "<b>Docker</b>",
    "Docker®",
    "Docker’s",
  ])
    expect([text, ...found(matcher, `x ${text} y`)]).toEqual([text, "docker: Docker"]);
});
