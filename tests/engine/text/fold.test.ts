import { describe, expect, test } from "vitest";
import { CLASS_OF } from "../../../src/engine/text/alphabet.ts";
import { endOf, type Folded, fold } from "../../../src/engine/text/fold.ts";

/** Signs of the folded classes, "~" for a hard break or any other sign, "?" for a letter of another script. */
const SIGNS = "~abcdefghijklmnopqrstuvwxyz0123456789 .+#',:()/&?";

function shown(folded: Folded): string {
  return Array.from(folded.classes.subarray(0, folded.length), (value) => SIGNS[value]).join("");
}

/** What the caller's text holds where the folded `word` stands. */
function readBack(text: string, word: string): string {
  const folded = fold(text);
  const start = shown(folded).indexOf(word);
  expect(start, `"${word}" in "${shown(folded)}"`).toBeGreaterThanOrEqual(0);
  return text.slice(folded.at[start], endOf(folded, start + word.length - 1));
}

describe("spelling is folded", () => {
  test.each([
    ["case", "KuberNETES", "kubernetes"],
    ["accents", "Zürich Café", "zurich cafe"],
    ["full-width letters and digits", "Ｐｙｔｈｏｎ３．１１", "python3.11"],
    ["ligatures", "Terraﬂow ﬁle Oﬃce", "terraflow file office"],
    [
      "hyphens, underscores and runs of spaces",
      "scikit-learn  scikit_learn scikit\t learn",
      "scikit learn scikit learn scikit learn",
    ],
    ["non-breaking and thin spaces", "Argo\u00a0CD Argo\u2009CD", "argo cd argo cd"],
    ["spaces round a slash", "CI / CD, CI/CD, CI /CD", "ci/cd, ci/cd, ci/cd"],
    ["spaces round an ampersand", "build & release", "build&release"],
    ["curly quotes", "bachelor’s", "bachelor's"],
    ["soft hyphens and zero-width characters", "Kuber\u00adnetes Te\u200brra\u200dform", "kubernetes terraform"],
    ["marks of emphasis", "**Kubernetes**", " kubernetes "],
    ["Windows-1252 controls", "the team\u0092s \u0095Docker", "the team's ~docker"],
    ["a word broken at a line's end", "kuber-\nnetes", "kubernetes"],
    ["a spaced dash sets apart", "Acme – Docker", "acme~docker"],
    ["a glued dash joins", "2015–2018", "2015 2018"],
    ["letters of another script are no spelling", "Дocker", "?ocker"],
    ["signs stay", "C++ C# .NET", "c++ c# .net"],
  ])("%s", (_, text, expected) => {
    expect(shown(fold(text))).toBe(expected);
  });
});

describe("offsets lead back to the caller's text", () => {
  test.each([
    ["plain", "uses Docker daily", "docker", "Docker"],
    ["a ligature inside", "a work\ufb02ow engine", "workflow", "work\ufb02ow"],
    ["a ligature at the end", "the sta\ufb00 of", "staff", "sta\ufb00"],
    ["zero-width characters inside", "uses Dock\u200ber daily", "docker", "Dock\u200ber"],
    ["full-width letters", "uses Ｄｏｃｋｅｒ", "docker", "Ｄｏｃｋｅｒ"],
    ["a hyphenated line end", "uses kuber-\nnetes daily", "kubernetes", "kuber-\nnetes"],
    ["behind a surrogate pair", "🚀 Docker 🚀", "docker", "Docker"],
    ["behind CR LF", "one\r\nDocker\r\n", "docker", "Docker"],
    ["behind C1 controls", "\u0095\u0095 Docker", "docker", "Docker"],
    ["over a folded run of spaces", "Argo \u00a0\t CD", "argo cd", "Argo \u00a0\t CD"],
    ["over a slash with spaces", "CI /  CD", "ci/cd", "CI /  CD"],
  ])("%s", (_, text, word, read) => {
    expect(readBack(text, word)).toBe(read);
  });

  test("a letter outside the basic plane takes both its units", () => {
    const text = "𝐀bc";
    const folded = fold(text);
    expect(text.slice(folded.at[0], endOf(folded, 0))).toBe("𝐀");
    expect(folded.at[1]).toBe(2);
  });

  test("the unit behind the last stands at the text's end", () => {
    for (const text of ["", "a", "ﬃ", "a\u200b", "a\n"]) {
      const folded = fold(text);
      expect(folded.at[folded.length]).toBe(text.length);
    }
  });

  test("ascend, however the text is written", () => {
    const folded = fold("ﬃﬃﬃ 🚀🚀 CI / CD\r\n\r\n– a-\nb \ud800 \udc00 \u0095");
    for (let i = 1; i <= folded.length; i++) expect(folded.at[i]).toBeGreaterThanOrEqual(folded.at[i - 1] as number);
  });
});

describe("sentences", () => {
  const sentences = (text: string) => {
    const folded = fold(text);
    const pieces = Array.from(folded.sentences, (start, k) => shown(folded).slice(start, folded.sentences[k + 1]));
    return pieces.map((piece) => piece.replace(/[~ .]+$/, "").trim()).filter((piece, k) => piece !== "" || k === 0);
  };

  test.each([
    ["end at full stops", "I use Docker. I run Linux.", ["i use docker", "i run linux"]],
    ["end at bullets", "• Docker • Linux", ["", "docker", "linux"]],
    ["end at a semicolon", "Docker; Linux", ["docker", "linux"]],
    ["end at blank lines and bullet dashes", "Docker\n\nLinux\n- Bash", ["docker", "linux", "bash"]],
    [
      "go on over a wrapped line",
      "A line that is long enough to have been wrapped by somebody\ninto two.",
      ["a line that is long enough to have been wrapped by somebody into two"],
    ],
    [
      "go on behind an abbreviation",
      "Tools (e.g. Docker, etc. and more) vs. Linux",
      ["tools (e.g. docker, etc. and more) vs. linux"],
    ],
    ["are parted where a space is lost", "kept the tools.Built pipelines", ["kept the tools", "built pipelines"]],
    ["do not end inside a version or a name", "Python 3.11 and Node.js", ["python 3.11 and node.js"]],
  ])("%s", (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe("lines and marks", () => {
  test("CR LF is one line end, and so is each of its kin", () => {
    expect(fold("a\r\nb").lines).toHaveLength(2);
    expect(fold("a\rb\u2028c\u0085d").lines).toHaveLength(4);
  });

  test("invisible characters inside words are told by their offsets", () => {
    expect(fold("ab\u200bc \ufeffd").invisible).toEqual([2]);
    expect(fold("plain").invisible).toEqual([]);
  });

  test("letters of another script are told", () => {
    expect(fold("Dоcker").foreign).toBe(true);
    expect(fold("Docker 🚀 – ok").foreign).toBe(false);
  });
});

test("every code unit has a class that folding knows", () => {
  expect(CLASS_OF).toHaveLength(65536);
  for (let code = 0; code < 65536; code++) fold(`a${String.fromCharCode(code)}b`);
});
