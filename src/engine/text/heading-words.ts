/**
 * What a heading that no phrase of the lexicon knows is about, by single words that firms put into such lines. The first that fits
 * counts: what says "not needed" outweighs what says "needed", and both outweigh what speaks of the firm.
 */
import type { Section } from "../types.ts";

/** A place of work is no demand, however it is put ("Texas highly preferred"). */
const OF_A_PLACE = /\b(?:locations?|remote|hybrid|on-?site|time zones?|citizens?|based in|eligible|by law)\b/;

const WORDS: readonly (readonly [Section, RegExp])[] = [
  [
    "benefits",
    /\b(?:benefits?|perks|salary|salaries|compensation|vacation|paid leave|well-?being|life balance|interviews?|hiring process|candidate journey|rewarded|in return|on offer|we(?: can|'ll| will| have to)? offer|enjoy$|offers? you|offer includes|you(?:'ll| will)? (?:get|gain|receive|enjoy)|you apply|to apply|joining)\b/,
  ],
  [
    "preferred",
    /\b(?:preferred|preferably|desired|desirable|advantageous|an advantage|beneficial|helpful|an edge|stand ?out|sets? you apart|impress|even better|also (?:have|has|know|like)|nice(?: to)? haves?|not required|doesn't hurt|love for you to|like to see|us (?:really )?love you)\b/,
  ],
  [
    "requirements",
    /\b(?:required|requires|require|minimum|must|qualified|skills?|skillset|competenc(?:y|ies)|attributes|your (?:key )?strengths|tool ?(?:bag|box)|a (?:good|great|strong) (?:fit|match|candidate)|you(?:'ll| will)? (?:need|bring|possess)|expect (?:from )?you|expect you|what we need|(?:we(?:'re| are)|are we) looking for|should (?:have|describe)|help you (?:succeed|thrive)|sets? you up|(?:to|you'll|you will) (?:succeed|thrive)|if you|(?:candidates?|applicants?) (?:who|that|with)|it takes?|who you (?:might|could) be|who are you)\b|^the person$/,
  ],
  [
    "responsibilities",
    /\b(?:responsib\w+|duties|tasks?|outcomes?|deliverables|key results?|\d+ (?:days|months)|first (?:days|weeks|months|year)|success looks|measures? of success|(?:the|this|your) (?:role|job|position|gig|mission|missions|contribution|impact|work)|typical day|day in the life|focus areas|we (?:use|work with)|tech(?:nology|nical|nological)? stack|our tech(?:nology)?|impact you(?:'ll| will| can)?|make an impact)\b|^impact$/,
  ],
  [
    "company",
    /^(?:why|about|working at|life at|meet|more (?:on|about)|get to know|who are we|so who)\b|\b(?:our (?:values|culture|beliefs|commitment|community|story|products?|customers?|investors|approach|principles|customer obsession)|company values|core values|we believe|we(?:'re| are) building)\b/,
  ],
];

/** The section a heading opens, or null where its words do not say. */
export function headingByWords(raw: string): Section | null {
  const words = raw
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[^a-z]+|[^a-z]+$/g, "");
  if (OF_A_PLACE.test(words)) return null;
  for (const [section, pattern] of WORDS) if (pattern.test(words)) return section;
  return null;
}
