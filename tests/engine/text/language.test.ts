import { describe, expect, test } from "vitest";
import { fold } from "../../../src/engine/text/fold.ts";
import { languageOf } from "../../../src/engine/text/language.ts";
import { matcherOf, readText, skill } from "../../support/taxonomy.ts";

const OTHERS: Record<string, string> = {
  German:
    "Ich habe in den letzten Jahren als Administrator die Server und das Netzwerk der Firma betreut und mit dem Team eine neue Plattform für die Entwicklung aufgebaut, auf der wir mit Docker und Kubernetes arbeiten. Außerdem war ich für die Schulung von neuen Kollegen und für den Betrieb in der Nacht zuständig.",
  French:
    "Pendant les cinq dernières années je suis responsable des serveurs et du réseau de la société, avec une équipe de six personnes, et nous avons construit la nouvelle plateforme sur Docker et Kubernetes pour les développeurs dans toute la France ainsi que pour les clients des autres pays.",
  Spanish:
    "Durante los últimos años he sido responsable de los servidores y de la red de la empresa con un equipo de seis personas, y hemos construido una nueva plataforma con Docker y Kubernetes para los desarrolladores del grupo, desde el diseño hasta la puesta en marcha en los centros de datos.",
  Portuguese:
    "Nos últimos anos fui responsável pelos servidores e pela rede da empresa com uma equipe de seis pessoas, e construímos uma nova plataforma com Docker e Kubernetes para os desenvolvedores do grupo, desde o projeto até a entrada em produção nos centros de dados da empresa no Brasil.",
  "German that shares words with English":
    "Entwicklung von Microservices in Java und Betrieb in AWS, Aufbau der Pipelines in Jenkins, verantwortlich für das Monitoring in Grafana und die Automatisierung in Ansible sowie für Docker und Kubernetes in der Cloud.",
  Russian:
    "Последние пять лет я отвечаю за серверы и сеть компании, вместе с командой из шести человек мы построили новую платформу на Docker и Kubernetes для разработчиков всей группы компаний, от проекта до ввода в эксплуатацию в центрах обработки данных.",
};

describe("languages whose grammar is not read", () => {
  test.each(Object.entries(OTHERS))("%s is told", (_, text) => {
    expect(languageOf(fold(text)).read).toBe(false);
  });

  test.each(Object.entries(OTHERS))(
    "tools named in %s are listed, denials are not guessed, and it is unscorable",
    (_, text) => {
      const reading = readText(matcherOf(skill("docker"), skill("kubernetes")), text);
      expect(reading.mentions.map(({ skillId, polarity }) => `${skillId} ${polarity}`)).toEqual([
        "docker asserted",
        "kubernetes asserted",
      ]);
      expect(reading.unscorable.map((reason) => reason.code)).toEqual(["language-not-read"]);
      expect(reading.warnings.map((warning) => warning.code)).toContain("language-not-read");
    },
  );
});

describe("English", () => {
  test.each([
    [
      "prose",
      "For the last five years I have been responsible for the servers and the network of the company, with a team of six, and we have built a new platform on Docker and Kubernetes for the developers of the group.",
    ],
    [
      "a bare list of tools",
      `${"Docker, Kubernetes, Terraform, Ansible, Jenkins, Prometheus, Grafana, Python, Linux, Bash, ".repeat(8)}`,
    ],
    ["a short line", "Docker und Kubernetes"],
    [
      "foreign names and places",
      "Zoë Müller-Łukasz, Köln and São Paulo. I have worked at the Université de Montréal with the team of Björn Ångström on the platform and the tools for all of the developers in the company, in Docker and in Kubernetes.",
    ],
    [
      "short names that are words elsewhere",
      "Spring (DI, AOP), OS/2, DOS, E-bike firmware, I do COM and DCOM, no GUI, per unit tests, CI for e-commerce",
    ],
    ["nothing", ""],
  ])("%s is read", (_, text) => {
    expect(languageOf(fold(text)).read).toBe(true);
  });
});
