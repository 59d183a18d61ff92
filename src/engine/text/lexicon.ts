/**
 * The words that say how a skill is meant: closed lists, one kind each, in the shorthand of the seeds ("(a|b|) c").
 * They are found in the same pass as the skills. What each kind does is said where it is used (`evidence/`, `text/`).
 */
import type { Section } from "../types.ts";

/** How companies' names end: "Acme Inc", "Acme GmbH". Without "plc": a PLC is a controller, too, where nothing else tells. */
export const COMPANY_FORMS = "inc|incorporated|llc|llp|ltd|limited|corp|corporation|lp|gmbh|pvt";

export const CUES = {
  /** Denies what follows, to the end of the clause. */
  negation: [
    "(no|zero|without|without any|lack of|lacking|little to no|little or no) (prior |previous |hands on |professional |direct |real |practical |commercial |relevant |production |working |significant |formal |)(experience|knowledge|exposure|background|expertise|familiarity|skills|training)",
    "(do not|don't|dont|does not|doesn't|did not|didn't|have not|haven't|has not|hasn't|had not|have never|never|not yet|not) (yet |actually |personally |really |)(have|know|use|used|using|work|worked|work with|worked with|touched|handled|written|done|experienced|familiar|proficient|comfortable|trained)",
    "(am not|i'm not|is not|was not|not) (a |an |very |)(experienced|familiar|proficient|skilled|comfortable|certified|an expert|expert)",
    "not (in|with|on) my",
    "(never|not) (used|learned|learnt|tried|deployed|administered|managed)",
  ],
  /** Denies the next names only, up to a comma, an "and" or a verb: "by Ansible instead of Chef, Docker …". */
  instead: ["(avoid|avoided|avoiding|instead of|rather than|other than|except|except for|excluding) (using |)"],
  /** Denies only what stands directly behind it. */
  negationBefore: ["no", "not", "without", "non", "neither", "nor", "isn't", "aren't", "not (in|with|using|via|on)"],
  /** Denies what stands directly before it: "Kubernetes: none", "Java (no experience)". */
  negationAfter: [
    "none",
    "no experience",
    "never used",
    "not used",
    "no knowledge",
    "n/a",
    "not yet",
    "0 years",
    "zero years",
    "(lapsed|expired)",
  ],
  /** Looks like a denial and is none. */
  negationFalse: [
    "not (only|just|limited to|merely|solely|simply)",
    "no (matter|doubt|less than|fewer than|downtime|later than|longer|sooner)",
    "(without|no) (any |)(downtime|interruption|disruption|supervision|data loss|impact|incident|incidents|issues|errors|outage|outages|delay|problem|problems)",
    "not to mention",
  ],
  /** Somebody hopes to; worth nothing yet. */
  wish: [
    "(want|wants|wanting|wish|wishing|hope|hoping|hopes|eager|keen|excited|willing|willingness|aim|aiming|aspire|aspiring|plan|planning|plans|looking|ready|desire|desiring|intend|intending|love|would like|would love|interested in|interest in|curious) to (learn|learning|work with|working with|use|using|grow|gain|gaining|explore|get into|start|study|become|develop my|expand|deepen|acquire|how to use|know|understand|move into|transition)",
    "(interest|interested|keen|strong interest|curious|passion|passionate) (in|about|for) (learning|exploring|getting into|studying|picking up|trying|gaining)",
    "(interest|interested|keen interest|curious) (in|about)",
    "(currently|presently|now|newly|just|still|actively|started|starting|begun|beginning|continuously|self) (learning|studying|exploring|pursuing|training in|training for|getting into|picking up|reading about|preparing for|taking)",
    "looking (at |into |)how to use",
    "(pursuing|preparing for|studying for|working towards|working toward|enrolled in|scheduled for) (a |an |the |my |)",
    "(plan|plans|planning|planned|intend|intending|aim|aiming|hope|hoping|scheduled|want|wanting|looking) (to|on) (take|taking|sit|sitting|sit for|pass|passing|get|getting|obtain|obtaining|complete|completing|earn|earning|achieve|do|doing|pursue|pursuing|learning|studying|using|switch|switching|renew|get certified)",
    "(yet|going|next|still|motivated|determined|happy|enthusiastic|enthusiasm|open|opportunity|opportunities|chance|like|love|expect|time|started|beginning|continue|continuing) to learn",
    "learning about",
    "(career goal|career goals|objective is|goal is|learning goals|on my list|wish list|want to)",
  ],
  /** Wishes for a job: they reach to its title and no further ("looking for a role as Java developer | Spring, Kafka"). */
  seeking: [
    "(a|an|any) (challenging|rewarding|responsible|suitable|demanding|long term|full time|permanent) (role|position|job|career|opportunity)",
    "(position|job|role|post) (i am |i'm |)(applied|applying) for",
    "(seeking|looking for|in search of|searching for|pursue|obtain|secure) (a |an |the |)(new |challenging |full time |part time |senior |junior |entry level |spring |summer |fall |winter |)(role|position|job|opportunity|opportunities|career|internship|co op|co op/internship|internship/co op|employment)",
  ],
  /** Same, standing behind what it speaks of: "Rust (learning)". */
  wishAfter: [
    "learning",
    "in progress",
    "currently learning",
    "planned",
    "in training",
    "studying",
    "ongoing",
    "expected",
    "to learn",
    "want to learn",
    "interested",
  ],
  /** Known a little; worth little. */
  hedge: [
    "(basic|basics of|beginner|beginner level|beginner's|novice|rudimentary|elementary|introductory|minimal|limited|little|some|slight|light|entry level|passing|fundamental|theoretical|academic|superficial) (knowledge|understanding|experience|exposure|familiarity|skills|skill|concepts|use|usage|level|awareness)",
    "(familiar|familiarity|familiarized|familiarised|acquainted|acquaintance|acquaintances|conversant) (with|in|to)",
    "(exposure|exposed|introduced|introduction) (to|with|on)",
    "(basics|fundamentals|basic|awareness|aware|a bit|a little|some) (of|in|with|about)",
    "(dabbled|experimented|played|tinkered|tinkering|experimenting|playing) (in|with|around with)",
    "(read about|heard of|attended a|attended training|took a course|taking a course|completed a course|online course|coursework|course work|courses|bootcamp)",
    "(nice to know|good to know)",
  ],
  /** Tried and not used: at most the tools named as its object, not the work done ("evaluated Istio", "evaluated models"). */
  trial: [
    "(evaluated|evaluating|evaluate|evaluation of|assessed|assessing|investigated|researched|poc of|poc on|poc with|proof of concept with|proof of concept for|proof of concept of)",
  ],
  /** Looks like a hedge and is none: "extensive exposure to", "very familiar with". */
  hedgeFalse: [
    "(good|strong|extensive|wide|great|solid|deep|vast|broad|excellent|significant|considerable|ample|rich|thorough|hands on|practical|heavy|working|high) (exposure|familiarity|acquaintance) (to|with|in|on)",
    "(very|highly|extremely|intimately|deeply|thoroughly|well|fully|extensively) (familiar|conversant|acquainted|exposed) (with|in|to)",
  ],
  /** Same, directly behind: "Go (basics)". */
  hedgeAfter: [
    "basic",
    "basics",
    "beginner",
    "novice",
    "familiar",
    "familiarity",
    "learner",
    "elementary",
    "exposure",
    "fundamentals",
    "intro",
    "introductory",
    "basic knowledge",
    "a little",
    "some experience",
    "coursework",
    "academic",
  ],
  /** Ends the reach of a denial, a wish or a hedge. */
  contrast: [
    "(but|however|although|though|yet|whereas|nevertheless|nonetheless|otherwise|instead)",
    "(strong|solid|extensive|expert|deep|excellent|good|proficient|experienced|hands on|advanced|well versed|vast|proven|thorough|skilled|fluent|adept|seasoned|rich) (in|with|at|experience|knowledge|background|expertise|understanding|skills|working|hands on|command)",
    "(i|we)",
    "(understand|understands|understanding|know|knows|knowing) how to",
    "(i have|i am|i use|i used|have used|have worked|have built|have managed|years of|years experience|year of)",
  ],
  /** Working beside other people … */
  beside: [
    "(work|works|worked|working|collaborate|collaborates|collaborated|collaborating|coordinate|coordinated|coordinating|liaise|liaised|liaising|interact|interacted|interacting|interface|interfaced|interfacing|partner|partnered|partnering|communicate|communicated|communicating|assist|assisted|assisting|help|helped|helping|support|supported|supporting|sat|sit) (closely |directly |hand in hand |together |jointly |effectively |extensively |side by side |cross functionally |across teams |across functions |across departments |)(with|alongside|beside|along side|next to|along with|among|between)",
    "(alongside|side by side with|in collaboration with|in partnership with|in coordination with|together with|hand in hand with|reported to|reporting to|handed over to|handed off to|escalated to|escalating to|escalate to|requests from|tickets from|requirements from|support to|support for|assistance to|guidance to)",
    "(escalated|escalating|escalate|escalates) (unresolved |complex |critical |major |production |technical |all |any |the |these |)(issues|issue|incidents|incident|outages|problems|tickets|bugs|defects|alerts|cases|calls|matters|them|it) to",
    "liaison (between|with|to|for)",
    "(cooperation|collaboration|interaction|partnership) (with|between)",
    "with (the|our|other|various|different|multiple|cross functional)",
    "(met|meet|meeting|meetings|call|calls|consulted|consulting|engage|engages|discussed|discussing|discussions|paired|pairing|negotiated|participated|participating|conferred|engaged|engaging|synced) (closely |regularly |daily |directly |)with",
    "(present|presents|presented|presenting|demonstrated|demonstrating|explained|explaining|submitted|submitting|demoed) (it |them |this |findings |results |reports |progress |)to",
    "(hand|handed|handing) (it |them |code |work |)(over|off) (code |it |them |work |)to",
    "(reported|raised|found|identified|discovered|logged|requested|provided|opened|submitted|used|defined|written|designed|developed|prepared) by",
  ],
  /** … or serving several of them: only where a plural names the people ("pipelines for the Java and Node teams"). */
  serving: [
    "(for|to|from|between|across|among|support|supported|supporting|assist|assisted|assisting|advised|advising|trained|mentored|mentoring|guided|guiding|helped|helping|enabled|enabling|educated|served|serving) (the |our |other |various |different |multiple |several |all |many |both |internal |external |client |)",
  ],
  /** Directly before a job title: it is that of somebody else. */
  helping: [
    "(assisted|assisting|supported|supporting|mentor|mentored|mentoring|supervised|supervising|coach|coached|coaching|guide|guided|guiding|helped|helping|advise|advised|advising|enable|enabling|empower|empowering|trained|onboarded|hired|recruited|interviewed) (the |a |an |our |other |senior |junior |lead |new |entry level |an entry level |various |multiple |several |all |)",
    "(assist|support|help|supervise|managed|managing) (the|a|an|a junior|a senior|an entry level|our|other|senior|junior|new|various|multiple|several|all)",
  ],
  /** People a post only belongs to or answers to: a title or trade soon behind these is theirs. */
  crew: ["(team|teams|group|squad|crew|community|network) of"],
  superior: ["(report|reports|reporting) (directly |functionally |)(to|into)"],
  /** Opens a list of other people's trades: "with departments such as sales and finance". */
  peopleLike: [
    "(leaders|leadership|executives|management|stakeholders|peers)(,|) (such as|like|including)",
    "(team|teams|departments|functions|groups|stakeholders|business units|disciplines|colleagues|partners|roles) (such as|like|including|including but not limited to|across|in|from)",
    "(team|teams|departments|functions|groups|stakeholders|business units|disciplines|colleagues|partners|roles), (such as|like|including|including but not limited to)",
  ],
  /** A job title behind these is one's own: "worked with the bank as a Java developer". */
  ownRole: [
    "(in|on|within|member of|part of|one of) (a|the) team of",
    "(as|as a|as an|as the|role of|roles of|position of|capacity of|promoted to|became|title of|was a|was an|i am a|i am an)",
  ],
  /** … whose trade is named just before these. */
  people: [
    "(team|teams|group|groups|department|departments|dept|depts|staff members|team members|group members|personnel|professionals|practitioners|engineers|engineer|developers|developer|administrators|admins|specialists|experts|scientists|analysts|architects|folks|colleagues|people|guys|squad|squads|vendor|vendors|consultants|leads|managers|staff|counterparts|testers|programmers|dbas|stakeholders|owners)",
  ],
  /** Ends a job title: what stands directly before it ("Java Developer") belongs to the title. */
  titleNoun: [
    "(developer|developers|engineer|engineers|architect|architects|administrator|administrators|admin|admins|consultant|consultants|specialist|specialists|programmer|programmers|analyst|analysts|scientist|scientists|tester|testers|dba|dbas|lead|manager|managers|expert|experts|guru|intern|interns|technician|technicians|director|head|evangelist|advocate|coach|trainer|instructor|contractor|freelancer|devs|dev)",
  ],
  /** Deep doing. */
  deepVerb: [
    "(built|build|building|builds|designed|design|designing|architected|architecting|created|creating|implemented|implementing|implement|developed|developing|develop|led|leading|owned|owning|own|migrated|migrating|automated|automating|automate|established|establishing|introduced|launched|engineered|engineering|deployed|deploying|deploy|configured|configuring|wrote|writing|authored|administered|administering|managed|managing|maintained and|optimized|optimised|optimizing|containerized|containerised|containerizing|orchestrated|orchestrating|provisioned|provisioning|set up|setting up|setup|spearheaded|delivered|delivering|productionized|refactored|rolled out|scaled|scaling|trained|integrated|integrating|installed|installing|customized|transformed|modernized|modernised|standardized|standardised|reduced|cut|improved)",
  ],
  /** Doing in a second row. */
  lightVerb: [
    "(assisted|assist|assisting|helped|help|helping|supported|support|supporting|participated|participating|participate|involved in|contributed to|observed|shadowed|attended|exposed to|worked with|working with|coordinated|coordinating|part of|aided)",
  ],
  /** Joins members of an either/or list in job posts. */
  either: [
    "(such as|e.g.|e.g|eg|like|for example|for instance|including|i.e.|or similar|or equivalent|or comparable|or related|or other|and/or|one of|one or more|at least one|any of|either|or)",
  ],
  /** Job posts: asked for without doubt. */
  demand: [
    "(must have|must be|must|required|requires|require|mandatory|essential|minimum|at least|need to have|you need|you have|you bring|you know|you've|need|needed|necessary|crucial|calls for|call for|critical for success|candidate will have|candidates will have|candidate has|candidate should have|candidates should have|applicants should have|a must|proven|strong|solid|extensive|deep|expert|expertise|proficiency|proficient|fluent|fluency|hands on|in depth|advanced|excellent|good|sound|comfortable|familiar|familiarity|skilled|experienced|qualified|certified)",
    "(minimum|basic|key|job|core|mandatory|hard|main|essential|strict|absolute|a|an) (requirement|requirements)",
    "requirements:",
    "requirements (are|include)",
  ],
  /** Of these the words that speak of what stands behind them: "strong Linux"; before them only what they touch: "Linux (advanced)". */
  demandAhead: [
    "(proven|strong|solid|extensive|deep|expert|hands on|in depth|advanced|excellent|good|sound|comfortable|familiar|skilled|experienced|qualified|certified)",
  ],
  /** Job posts: opens a line that states a duty. A word of praise in it tells how the work is done, and asks for nothing. */
  duty: [
    "(administer|advise|architect|assist|automate|build|champion|coach|collaborate|collect|configure|contribute|coordinate|create|define|deliver|deploy|design|develop|document|drive|enable|enforce|enhance|ensure|evaluate|evolve|execute|facilitate|guide|help|implement|improve|install|integrate|interface|investigate|lead|liaise|maintain|manage|mentor|migrate|monitor|operate|optimize|optimise|orchestrate|oversee|own|participate|partner|perform|plan|prepare|present|produce|promote|prototype|provide|recommend|resolve|review|scale|serve|support|test|train|translate|troubleshoot|work|write)(s|)",
    "(analyze|analyse|assess|conduct|debug|diagnose|establish|fix|identify|set up|ship|run)",
    "(analyzes|analyses|assesses|conducts|debugs|diagnoses|establishes|fixes|identifies|sets up|ships|runs)",
  ],
  /** Looks like a demand and is none: what the work, the data or the firm's customers need. */
  demandFalse: [
    "(as|if|when|where|whenever|wherever|than) (needed|required|necessary)",
    "defense in depth",
    "deep (learning|dive|dives|diving|neural|reinforcement)",
    "(business|data|system|systems|customer|customers|customer's|technical|product|functional|non functional|user|users|client|clients|project|software|security|compliance|regulatory|source|their|your|our|clarify|understand|gather|gathering|define|defining|translate|translating|analyze|analyzing|analyse|meet|meeting|meets|new|evolving|changing|feature|service|infrastructure|performance|design) (requirements|requirement)",
    "requirements (gathering|analysis|engineering|documents|document|documentation|definition|into|from)",
    "(components|resources|tools|support|information|changes|approvals|documents|documentation|services|updates|steps|items|materials|permissions|infrastructure) (required|needed|necessary)",
    "(required|needed|necessary) (tools|steps|changes|actions|documentation|capabilities|infrastructure|resources|data|information|support|communication|approvals|updates|level|levels|to)",
    "(essential|critical) (service|services|systems|system|metrics|data|infrastructure|business|applications|part|role)",
    "(features|services|systems|products|solutions|platform|code|data|software|applications|application) must",
    "(that|which) (require|requires|need)",
    "(we|clients|customers|users|teams|they) (need|require|needed)",
    "at least one of our",
    "(take|takes|taking) (all |any |the |)necessary",
    "strong (devops|engineering|quality|testing|security|agile|team|feedback|safety|learning) culture",
    "(crucial|critical|essential) in (maintaining|achieving|ensuring|keeping|driving|protecting|delivering)",
    "(subject matter|domain|technical|resident|in house) (expert|experts)",
    "(offer|offers|offering|provide|provides|providing|share|shares|sharing|lend|lends|lending|contribute|contributes|contributing) (your |our |technical |deep |expert |expert level |subject matter |the |)(expertise|guidance)",
    "(crucial|critical|essential|strong|solid|good|deep|excellent|proven) (partnership|partnerships|relationship|relationships|alliance|alliances|belief|bond|bonds|demand|growth|results|outcomes)",
    "hands on (approach|way|manner|role|position|environment|workshop|workshops|sessions)",
    "(participate|participating|contribute|contributing|work|working|stay|staying|remain|lead|leading|help|helping|involved) hands on",
    "certified (data|dataset|datasets|partner|partners|company|organization|organisation|products|equipment|solutions)",
    "experienced (engineers|developers|professionals|people|team|teams|leaders|experts|colleagues|individuals|specialists)",
  ],
  /** Job posts: needed beyond doubt, said right of what stands before it: "Go is required, Rust a plus". */
  must: [
    "(is|are|being|absolutely|strictly|) (required|mandatory|essential|indispensable)",
    "(is a|are a|a|an absolute|is an absolute) must",
    "must have",
  ],
  /** Job posts: asks for what somebody knows or has done; what follows is asked for, whatever its kind. */
  knowledge: [
    "(experience|experiences|knowledge|understanding|expertise|background|skills|skill|proficiency|proficient|familiar|familiarity|command|grasp|competence|competency|competencies|track record|mastery|exposure|degree|certification|certified|fluent|fluency|experienced|skilled|versed|expert|interest|passion|know|knowing|know how|years of)",
    "(role|position|job) requires",
    "(ideal|successful|perfect|right) (candidate|candidates|person|team member|teammate|hire)",
    "our (current |)(tech stack|technology stack|technical stack|stack|technologies|tools)",
  ],
  /** Job posts: says whom the firm hires, even within its words about itself. */
  hiring: [
    "(looking for|seeking|seeks|we seek|seek|hiring|hiring for|searching for|in search of|recruiting|looking to hire|looking to add|looking to expand|search for) (a|an|our|our next|experienced|talented|the|another|skilled|motivated|passionate|exceptional|someone|somebody|people|candidates|engineers|professionals|individuals|team members|senior)",
    "(opening|openings|opportunity|opportunities|vacancy|vacancies|role|roles|position|positions|room|place) (for|as) (a|an|experienced|talented|skilled|motivated|engineers|developers|someone|people)",
    "(join|joining) (us|our team|the team|our growing team|the company|our company) as",
    "(as a|as an|as our|role of|position of|you are a|you are an)",
  ],
  /** The same, but only where the firm does not speak of itself: "modern technologies: Go, Rust". */
  matter: ["(technologies|principles|tools|methodologies|concepts)"],
  /** Job posts: the firm speaks of itself; what follows is what it does or has, until a word turns to the reader. */
  firm: ["(we|we're|we've|we'll)"],
  /** The same where it opens a sentence ("Our platform runs on …") or stands directly before a name. */
  firmOwns: ["our"],
  /** Job posts: a product's name between such words is the firm's: "Acme is hiring", "life at Acme", "Join Acme as". */
  hirerAfter: [
    "(inc|llc|ltd|gmbh|is hiring|is looking for|is seeking|is searching for|is recruiting|is an equal|is proud|is committed|is headquartered|was founded|values diversity|employees|does not discriminate|thinks big|offers you)",
  ],
  hirerBefore: [
    "(join|joining|working at|work at|works at|life at|careers at|career at|jobs at|yourself at|culture at|place at|role at|team at|position at|opportunity at|working for|part of|benefits at)",
  ],
  besideHirer: ["(as|we|we're|you|you'll|means|and you|is)"],
  firmOpener: ["(about|at)"],
  /** Job posts: turns to the reader, or says whom the firm wants. */
  reader: [
    "(you|your|you'll|you're|you've|candidate|candidates|applicant|applicants|engineer who|someone who|somebody who)",
    "we (expect|require|need|want|are looking|look|seek|ask|value|hire)",
    "(we're|we are) (looking|seeking|hiring|searching)",
    "(looking for|seeking|searching for|in search of|need for a|need for an)",
  ],
  /** Job posts: speaks to the one who is hired, of the work or of what he or she has done. */
  addressed: [
    "(you will|you'll|you would|you'd|you are going to|you can expect to|you get to|you should have|you have a track record|have a track record|your work will|your responsibilities|your role|your mission)",
    "(this person|this individual|this engineer|the person|the individual|the engineer|the candidate|the candidates) (will|should|must)",
    "(engineer|developer|architect|administrator|analyst|scientist|specialist|consultant|programmer|technician|tester) (will|must) (be|have|work|support|lead|help|build|design|develop|provide|report|join|own|manage|play|serve|assist|drive|perform|maintain|ensure|collaborate|also)",
    "candidates who",
    "(this role|this position|the role|the position|the successful candidate|a successful candidate|the ideal candidate|our ideal candidate|the candidate|successful candidates) (also |)(focuses|will|involves|requires|is|knows|brings|offers|has|sits|works|supports|includes|emphasizes|emphasises|calls|reports|are|should)",
    "(our |the |)(tech |technology |technical |)stack (is|includes|consists of|consists)",
  ],
  /** Job posts: praises the firm and what it sells. */
  praise: [
    "(we believe|we are on a mission|we're on a mission|our mission is|our vision is|our core philosophy|our philosophy is|our products are|our investors)",
    "(is|are) (the|a|an|one of the) (world's |global |world |fast growing |fastest growing |industry |market |)(leading|leader|largest|premier|pioneer|pioneering)",
    "(leading|global|premier) provider of",
    "(is|are) used by (millions|thousands|over|more than)",
    "(company|startup|start up|scale up|firm|team|we're|we are|is|are|and) (proudly |)backed by",
    "(team|group|company|department|squad|unit|we) (is|are) (composed|made up|comprised) of",
    "we (are|have been) (experienced|recognized|recognised|trusted|known|renowned) (in|as|by|for)",
    `(${COMPANY_FORMS}|plc)(.|) (is|provides|creates|offers|builds|delivers|develops|supplies|helps|serves|operates)`,
    "(headquartered in|trusted by|draws from|raised more than|award winning|investors include|customers include|customers like|companies like|clients include|brands like)",
  ],
  /** Job posts: words of law, privacy and pay, wherever they stand. */
  legalese: [
    "(interview|interviews) with (a|an|the|our|your|one|two|some|members)",
    "(video call|phone screen|phone call|screening call) with",
    "(base salary|salary range|pay range|base pay|pay transparency|compensation package|compensation range|salary for this|salary is|total rewards)",
    "(your|sensitive) personal (information|data)",
    "personal information (as|that|we|is|to)",
    "privacy (rights act|notice|policy|statement)",
    "by (applying|submitting|clicking)",
    "equal (opportunity|employment opportunity) employer",
    "(hiring|employment|recruitment) (decision|decisions)",
    "regardless of (race|gender|age|sex)",
    "(without regard to|reasonable accommodation|reasonable accommodations|e-verify|right to work|protected veteran|completely voluntary|providing this information|exercise your|is not a bank|banking services provided|legal limitations)",
  ],
  /** Job posts: welcome, not needed. */
  welcome: [
    "(preferred|a plus|is plus|plus|big plus|nice to have|nice to haves|bonus|bonus points|desirable|desired|advantage|advantageous|an asset|asset|beneficial|optional|would be great|would be nice|good to have|great to have|not required|not mandatory|not a must|isn't required|is not required|aren't required|are not required|not necessary|not essential|helpful|appreciated|a bonus|extra points|brownie points|welcome|preference|we'd love|favorable|favourable|pluses|highly valued|is valued|is preferable|are preferable|is useful|are useful|be useful|also useful|useful to have|useful to know|nice if|even better|value added|value add|added value)",
  ],
  /** Same, for what stands behind it alone: "databases, ideally PostgreSQL". */
  welcomeAhead: ["(ideally|preferably|optionally|preferable with|preferable in)"],
  /** Looks like a welcome and is none. */
  welcomeFalse: [
    "desired (availability|state|states|outcome|outcomes|result|results|objectives|objective|level|levels|behavior|behaviour|behaviors|configuration|performance|impact|effect|effects|goal|goals|metrics|target|targets|data|database|state configuration)",
    "(digital|crypto|financial|company|corporate|data|it|hardware|software|media|your|our|physical|real|network|cloud|information|most valuable|greatest|biggest) asset",
    "asset (management|managers|manager|class|classes|exchange|tracking|inventory|allocation|pricing|discovery|servicing)",
    "welcome (all|applications|applicants|applicant|everyone|people|you|candidates|opportunities|change|challenges|feedback|diversity|individuals|kit|bonus)",
    "plus (a|an|additional|the|other|any|our|your|years|equity|bonus|benefits|commission|experience|more|hundreds|thousands)",
    "(take|takes|taking|full|competitive|tax|unfair) advantage",
    "beneficial (to|for) (humanity|society|all|everyone|people|the|our|customers|users)",
    "(annual|performance|signing|sign on|discretionary|quarterly|yearly|cash|retention|referral|target|holiday) bonus",
    "we'd love (to hear|to talk|to meet|to have you|to chat|your|for you to join|for you to apply)",
  ],
  /** Joins two halves of a sentence that are meant differently: "X is a bonus, but Y is required". */
  turn: ["(but|however|although|though|whereas)"],
  /** Job posts: not wanted at all. */
  exclusion: [
    "(no|not) (need|needed|necessity) (for|to know|of|to have)",
    "you (do not|don't) need",
    "we (do not|don't) (use|need|require|want)",
    "not looking for",
    "no (experience|knowledge|background) (with|in|of)",
    "no (previous|prior)",
    "(this |)is not (a|an)",
    "(do not|don't) apply",
  ],
  /** Opens a list of tools inside a position ("Environment: …"). */
  listOpener: [
    "(environment|environments|technologies|technologies used|technology|tools|tools used|tools and technologies|tools & technologies|tech stack|technology stack|technical environment|skills used|key technologies|languages|software|platforms|stack|frameworks|databases|operating systems|devops tools|cloud|scripting|tech used|programming languages|libraries)",
  ],
  /** Resumes: tells what the employer does for a living. */
  business: [
    "(company|corporation|firm|bank|provider|manufacturer|retailer|insurer|supplier|distributor|organization|organisation|conglomerate) (that|which|who|based in|headquartered|providing|offering|specializing|specialising)",
    "(largest|premier|multinational|american|diversified) (provider|manufacturer|supplier|retailer|distributor|producer|company|bank|insurer)",
    `(${COMPANY_FORMS}|plc|group|solutions|technologies) (is|provides|offers|supplies|delivers|sells|operates|specializes|specialises)`,
    "(is|are) (devoted|dedicated) to (provide|providing)",
    "(headquartered in|offers its services|its subsidiaries|subsidiary of)",
  ],
  /** Ends the name of a company: what stands before it in capitals names no skill. */
  companyEnd: [
    `(${COMPANY_FORMS}|commission)`,
    "(and|&) associates",
    "(social security|transportation security|small business|federal aviation|food and drug|general services|drug enforcement) administration",
  ],
  /** Stages of delivery … */
  stage: [
    "(development|dev|qa|uat|sit|test|testing|integration|system integration|staging|stage|production|prod|pre production|preprod|non production|sandbox|quality assurance|user acceptance testing|acceptance|performance|demo|disaster recovery|dr)",
  ],
  /** … that are places where they stand in a row before these. */
  stagePlace: ["(environment|environments|env|envs|servers|server|regions|tiers|instances)"],
  /** How long, behind a number. */
  years: ["(years|year|yrs|yr|year's|years'|y)", "+ (years|yrs|yr)"],
  months: ["(months|month|mos|mths|mo)"],
  /** Ends of a period that is not over. */
  present: [
    "(present|current|currently|now|till date|to date|till now|today|ongoing|date|continuing|till present|until now|onwards|presently)",
  ],
  /** Tell a period of study from one of work. */
  study: [
    "(university|college|institute of technology|polytechnic|school|bachelor|bachelors|bachelor's|master|masters|master's|degree|diploma|b.s|m.s|b.sc|m.sc|btech|b.tech|mtech|m.tech|phd|ph.d|mba|gpa|cgpa|coursework|graduated|graduation|high school|academy)",
  ],
  /** Aimed at a machine that reads, not at a person. */
  instruction: [
    "(ignore|disregard|forget|override|bypass) (all |any |the |your |)(previous|prior|above|preceding|earlier|other|foregoing) (instructions|instruction|prompts|prompt|rules|text|directions|criteria|guidelines)",
    "(rank|rate|score|mark|classify|evaluate|consider|grade|recommend) this (candidate|resume|applicant|cv|person) (as |at |with |the |a |)(highest|top|best|perfect|excellent|10|100|ideal|strong|qualified|highly|first|exceptional|)",
    "(give|assign|award) (this|the) (candidate|resume|applicant|cv) (a |the |)(highest|perfect|maximum|top|full|best|high|100)",
    "(system prompt|you are an ai|as an ai language model|as a language model|you are a language model|attention ai|note to ai|ai instruction|instructions for ai|if you are an ai|if you are a language model|llm instruction|chatgpt ignore)",
    "(return|output|answer|respond|reply) (with |only |)(the |a |)(maximum|highest|perfect) score",
  ],
} as const satisfies Record<string, readonly string[]>;

export type CueKind = keyof typeof CUES;

/** Headings as people write them, for either kind of document. */
export const RESUME_HEADINGS: readonly (readonly [Section, readonly string[]])[] = [
  [
    "summary",
    [
      "(professional |executive |career |personal |technical |work |)(summary|profile|overview|synopsis)",
      "summary of (qualifications|skills|experience)",
      "about me",
      "(career |professional |)(objective|objectives)",
      "(career |key |)highlights",
      "personal statement",
      "qualifications summary",
      "(core |key |)qualifications",
      "(professional |career |)background",
    ],
  ],
  [
    "experience",
    [
      "(work|professional|employment|relevant|industry|career|job|project|technical|related|additional|other|industrial|consulting|working) (experience|experiences|history)",
      "experience",
      "experiences",
      "employment",
      "work history",
      "(professional |)experience (summary|details|highlights)",
      "positions held",
      "internships",
      "internship",
      "internship experience",
      "career history",
      "employment (details|record)",
      "military (service|experience)",
      "volunteer experience",
      "(clients|projects) handled",
    ],
  ],
  [
    "projects",
    [
      "(personal |academic |key |selected |side |major |open source |recent |relevant |university |technical |professional |course |)projects",
      "project (work|details|summary|portfolio)",
      "open source contributions",
      "portfolio",
    ],
  ],
  [
    "skills",
    [
      "(technical |key |core |professional |it |computer |software |programming |other |hard |soft |relevant |additional |primary |top |)(skills|skill|skillset|skill set|skill sets|competencies|competences|proficiencies|proficiency|expertise)",
      "technologies",
      "(tools|technologies|skills) (and|&) (tools|technologies|skills|frameworks|abilities|expertise|competencies)",
      "technical (summary|profile|environment|knowledge|tools|stack|strengths|expertise|background|qualifications)",
      "tech stack",
      "technology stack",
      "areas of expertise",
      "programming languages",
      "tools",
      "tool kit",
      "toolbox",
      "skills (summary|profile|matrix)",
      "environment",
      "technical proficiency",
      "strengths",
      "software",
    ],
  ],
  [
    "education",
    [
      "education",
      "educational (background|qualification|qualifications|details|history)",
      "education (and|&) (training|certifications|certification|credentials|qualifications)",
      "academic (background|qualifications|history|credentials|profile|details|record)",
      "academics",
      "academia",
      "qualification",
      "relevant coursework",
      "coursework",
      "courses",
      "training",
      "trainings",
      "schooling",
    ],
  ],
  [
    "certifications",
    [
      "(professional |technical |industry |relevant |)(certifications|certification|certificates|certificate|licenses|licences|accreditations|credentials)",
      "certifications/licenses",
      "licenses (and|&) certifications",
      "certifications (and|&) (training|trainings|licenses|courses|awards)",
    ],
  ],
  [
    "other",
    [
      "additional information",
      "(hobbies|interests)",
      "(personal |other |)(interests|hobbies)",
      "hobbies (and|&) interests",
      "references",
      "(awards|honors|achievements|accomplishments|publications|patents|links|groups|assessments|languages|affiliations|memberships|volunteering|volunteer work|activities|extracurricular activities|personal details|personal information|declaration|conferences|talks)",
      "awards (and|&) (honors|achievements|recognition)",
      "honors (and|&) awards",
    ],
  ],
];

export const JOB_HEADINGS: readonly (readonly [Section, readonly string[]])[] = [
  [
    "preferred",
    [
      "(preferred|desired|desirable|additional|bonus|optional|nice to have|plus) (qualifications|qualification|skills|skill|experience|attributes|knowledge|competencies|criteria|characteristics)",
      "(preferred|desired|desirable|bonus|optional|nice to have|plus) requirements",
      "(nice to have|nice to haves|nice to have's|good to have|bonus|bonus points|bonus points if|pluses|desirable|preferred|bonuses|extra credit|big plus|a plus|great to have)",
      "what (would be|will be|'d be) (nice|a plus|great)",
      "(it's|it is|it would be) (a plus|a bonus|nice|great) if",
      "(we'd love|we would love|even better|stand out|what will set you apart|ways to stand out from the crowd|what sets you apart|you will stand out|to stand out)",
      "what gives you an edge",
      "you might also have",
    ],
  ],
  [
    "requirements",
    [
      "(requirements|requirement|qualifications|qualification|prerequisites|must haves|must have|must have's|essential|essentials)",
      "(minimum|basic|required|key|job|technical|essential|core|skill|skills|role|position|candidate|general|mandatory|professional|our) (requirements|qualifications|skills|experience|competencies|criteria|knowledge)",
      "(required|requirements) (skills|experience|qualifications) (and|&) (experience|skills|qualifications|education)",
      "(skills|experience|knowledge|education|abilities|background)",
      "(skills|experience|knowledge|education|qualifications|requirements) (and|&|,) (skills|experience|knowledge|education|qualifications|requirements|abilities|expertise|competencies|background)",
      "what (you'll|you will|you) (bring|need|have|bring to the table|offer|need to have|need to succeed|need to know)",
      "(qualities|skills|experience|strengths) (you possess|you bring|you have)",
      "what (will help you succeed|will make you successful|makes you successful|you possess)",
      "(join us|apply|you should join|you should apply|you belong here|you'll fit right in) if (you|you are|you have)",
      "join (us|our team) if",
      "if you:",
      "what (we're|we are|we) (looking for|look for|seek|seeking|expect|need|require|want|are seeking|expect from you)",
      "(you should|what you have|you will shine if you have|you'll shine if you have|you will thrive if you have|you'll thrive if you have)",
      "(who you are|about you|you have|you are|you bring|you should have|you'll have|you will have|your profile|your background|your skills|your experience|your qualifications|you'll need|you will need|you need|you must have|you may be a fit|you may be a good fit|you might be a fit|you might thrive in this role|you'll thrive|you should apply if|you're a great fit|you are a great fit|you're a good fit|ideal candidate|the ideal candidate|our ideal candidate|candidate profile|is this you|what makes you a great fit|what makes you|you could be a great fit|you will be successful|we're excited about you|we are looking for|we're looking for|looking for someone|to be successful|what it takes|how you'll be successful|your expertise|experience you bring|experience you'll bring|skills you'll bring|skills and experience|your toolkit|tech stack|technologies|our stack|our tech stack|technology stack)",
    ],
  ],
  [
    "responsibilities",
    [
      "about (the|this|your|our) (role|job|position|opportunity|vacancy|mission)",
      "mission of the role",
      "(responsibilities|duties|the role|your role|role|the job|your mission|job description|job summary|role overview|position overview|position summary|the opportunity|the position|overview|key responsibilities|main responsibilities|primary responsibilities|core responsibilities|essential functions|essential duties|job responsibilities|job duties|your responsibilities|your tasks|tasks|day to day|a day in the life|your impact|the impact|your day to day|position description|role description|role summary|scope|accountabilities|what you'll be doing|what you will be doing|what you'll do|what you will do|what you do|what you'll own|what you'll work on|what you will work on|in this role|in this role you will|you will|you'll|how you will|how you'll make an impact|what you'll accomplish|what you will accomplish|what you'll be responsible for|what you can expect|as a|challenges|the challenge|the work|projects you|first 90 days)",
      "(your|main|key|core|daily|primary|principal) (main |key |core |daily |primary |)(tasks|duties|assignments)",
      "what (will|would|do) (you|i) (be |)(do|doing|work on|working on|be responsible for|own)",
      "what are you going to (do|work on)",
      "what (you will|you'll) be working on",
      "(what |the |)impact (you'll|you will|you can) (have|make)",
      "needs you",
      "how (you'll|you will|you) contribute",
      "day in and day out",
    ],
  ],
  [
    "benefits",
    [
      "(benefits|perks|compensation|salary|pay|what we offer|we offer|our offer|our benefits|why join us|why us|why join|why work|why you'll love|why you should join|what's in it for you|what you'll get|what you get|what you will get|total rewards|rewards|pay range|salary range|compensation range|base salary|pay transparency|perks and benefits|benefits and perks|benefits & perks|perks & benefits|compensation and benefits|compensation & benefits|location|travel|work environment|working conditions|physical requirements|our perks|life at|package|what you can expect from us|what we can offer|additional benefits|time off|visa sponsorship|interview process|hiring process|recruitment process|how to apply|application process|the process|next steps)",
    ],
  ],
  [
    "legal",
    [
      "(equal opportunity|equal opportunities|equal employment opportunity|equal opportunity employer|eeo|eeo statement|diversity|diversity and inclusion|diversity, equity|diversity & inclusion|inclusion|our commitment to|commitment to diversity|accommodations|accommodation|reasonable accommodation|privacy|privacy notice|privacy policy|disclaimer|notice|background check|e-verify|legal|statement|note to recruiters|agencies|fraud|security clearance)",
    ],
  ],
  // What the team does is the work the post asks for; what the company is, is not.
  [
    "other",
    [
      "about the",
      "about (this|your|our) (team|department|squad|group|project|tribe|unit|organization|organisation)",
      "(the|our|your|meet the|meet your|meet our|join the|join our) (team|squad|department)",
    ],
  ],
  [
    "company",
    [
      "about",
      "about (us|our company|the company|the firm|the business|the organization|the organisation|the client|our client|our customers|our product)",
      "(our company|who we are|company overview|company description|our mission|our story|our values|our culture|the company|company|what we do|our vision|our product|our customers|our purpose|mission|values|company profile|why we exist|how we work|our investors|culture)",
    ],
  ],
];

/** Every section a heading can open; its index is what a heading spelling carries. */
export const SECTIONS: readonly Section[] = [
  ...new Set([...RESUME_HEADINGS, ...JOB_HEADINGS].map(([section]) => section)),
];
