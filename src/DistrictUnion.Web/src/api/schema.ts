// Generated from DistrictUnion.Api/openapi.json by scripts/api-types.mjs. Do not edit.

export type ActivityBranch = {
  code: string;
  name: string;
};

export type ActivityCredit = {
  round: string;
  roundName: string;
  state: RoundState;
  fact: string;
  factName: string;
  value: number;
  counted?: number | null;
};

export type ActivityInput = {
  title: string;
  kind: ActivityKind;
  from: string;
  to?: string | null;
  place?: string | null;
  branches?: string[] | null;
  members: number;
  others: number;
  description?: string | null;
  planItem?: string | null;
};

export type ActivityKind = "culture" | "sport" | "care" | "training" | "skills" | "democratic" | "publicity" | "volunteering" | "women" | "other";

export type ActivityPhotoView = {
  id: string;
  name: string;
  at: string;
};

export type ActivityView = {
  id: string;
  school: string;
  schoolName: string;
  title: string;
  kind: ActivityKind;
  from: string;
  to: string;
  place?: string | null;
  branches: ActivityBranch[];
  members: number;
  others: number;
  description?: string | null;
  planItem?: string | null;
  planTitle?: string | null;
  photos: ActivityPhotoView[];
  cancelledFor?: string | null;
  actor: string;
  recordedAt: string;
  credits: ActivityCredit[];
};

export type ActivityViewPage = {
  items: ActivityView[];
  page: number;
  pageSize: number;
  total: number;
};

export type AddressCodeInput = {
  code: string;
};

export type AdoptInput = {
  reason?: string | null;
};

export type AmendmentInput = {
  reason: string;
  scope?: RoundScope | null;
  version?: number | null;
};

export type AmendmentView = {
  number: number;
  scope?: RoundScope | null;
  version?: number | null;
  reason: string;
  actor?: string | null;
  at: string;
};

export type AmendmentViewPage = {
  items: AmendmentView[];
  page: number;
  pageSize: number;
  total: number;
};

export type AnswerChange = {
  path: string;
  value: unknown;
  was: unknown;
};

export type AnswerMark = "inherited" | "confirmed" | "changed";

export type AnswerOriginView = {
  round: string;
  value: unknown;
  mark: AnswerMark;
};

export type ApiKeyInput = {
  name: string;
  scopes: string[];
  expiresAt: string;
  networks?: string[] | null;
};

export type ApiKeyView = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  networks: string[];
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  lastUsedAt?: string | null;
  revokedAt?: string | null;
  key?: string | null;
};

export type ApiKeyViewPage = {
  items: ApiKeyView[];
  page: number;
  pageSize: number;
  total: number;
};

export type ApplicationFileInput = {
  evidence: string;
  purpose: string;
};

export type ApplicationFileView = {
  evidence: string;
  number: number;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  purpose: string;
};

export type ApplicationInput = {
  report: string;
  marks?: string[] | null;
  files?: ApplicationFileInput[] | null;
};

export type ApplicationState = "draft" | "schoolRecommended" | "districtAccepted" | "documentReviewed" | "onSiteInspected" | "surveyed" | "ranked" | "decided" | "shortlisted" | "inPublicity" | "objected" | "awarded" | "withdrawn" | "forfeited" | "rejected" | "disqualified";

export type ApplicationSummary = {
  code: string;
  campaign: string;
  school: string;
  unit: string;
  unitName: string;
  state: ApplicationState;
  receivedAt?: string | null;
  nominatedAt?: string | null;
};

export type ApplicationSummaryPage = {
  items: ApplicationSummary[];
  page: number;
  pageSize: number;
  total: number;
};

export type ApplicationView = {
  code: string;
  programme: string;
  campaign: string;
  school: string;
  unit: string;
  unitName: string;
  state: ApplicationState;
  known: KnownUnit;
  report: string;
  marks: string[];
  files: ApplicationFileView[];
  approvals: ApprovalRecord[];
  receivedAt?: string | null;
  dueAt: string;
  isLate: boolean;
  eligibility: EligibilityFinding[];
  total?: number | null;
  rank?: number | null;
  scores?: Record<string, number> | null;
  allowed: string[];
  trail: TrailEntry[];
};

export type ApprovalInput = {
  step: ApprovalStep;
  on: string;
  document: string;
  eligible?: number | null;
  present?: number | null;
  for?: number | null;
};

export type ApprovalRecord = {
  step: ApprovalStep;
  on: string;
  document: string;
  eligible?: number | null;
  present?: number | null;
  for?: number | null;
  recordedBy: string;
};

export type ApprovalStep = "unitVote" | "unionExamination" | "partyApproval";

export type AttendanceInput = {
  heldOn: string;
  delegates: number;
  present: number;
};

export type AwardInput = {
  on: string;
  document: string;
};

export type AwardedView = {
  titles: TitleView[];
};

export type BallotInput = {
  option?: string | null;
  abstain: boolean;
};

export type BallotLinksInput = {
  count: number;
  replaceUnused: boolean;
};

export type BallotLinksView = {
  tokens: string[];
};

export type BallotView = {
  school: string;
  round: string;
  name: string;
  options: string[];
  takesBallots: boolean;
  opensAt?: string | null;
  closesAt?: string | null;
};

export type BoardCell = {
  template: string;
  worst: ObligationState;
  counts: BoardCounts;
  nextDueOn?: string | null;
  hasNoOwner: boolean;
};

export type BoardColumn = {
  template: string;
  name: string;
  englishName: string;
  level: UnitLevel;
  counts: BoardCounts;
};

export type BoardCounts = {
  notStarted: number;
  inProgress: number;
  fulfilled: number;
  fulfilledLate: number;
  overdue: number;
  waived: number;
  withoutDueDay: number;
  worst: ObligationState;
};

export type BoardRow = {
  level: UnitLevel;
  unit: string;
  name: string;
  zone?: string | null;
  cells: BoardCell[];
};

export type BoardView = {
  year: number;
  columns: BoardColumn[];
  items: BoardRow[];
  page: number;
  pageSize: number;
  total: number;
};

export type BranchInput = {
  name: string;
  kind: BranchKind;
  from: string;
  to?: string | null;
};

export type BranchKind = "unionGroup" | "gradeGroup" | "subjectGroup" | "centre";

export type BranchLeafScore = {
  node: string;
  score: number;
  reason: string;
};

export type BranchRow = {
  school: string;
  code: string;
  name: string;
  kind: BranchKind;
  from: string;
  to?: string | null;
};

export type BranchScoresInput = {
  scores: BranchLeafScore[];
};

export type BranchView = {
  code: string;
  name: string;
  kind: BranchKind;
  from: string;
  to?: string | null;
};

export type BranchViewPage = {
  items: BranchView[];
  page: number;
  pageSize: number;
  total: number;
};

export type BulkDecisionView = {
  id: string;
  step: EvaluationsStep;
  schools: number;
  at: string;
  undoableUntil: string;
  undone: boolean;
};

export type BulkDecisionViewPage = {
  items: BulkDecisionView[];
  page: number;
  pageSize: number;
  total: number;
};

export type CalendarDayKind = "holiday" | "workday";

export type CalendarDayView = {
  date: string;
  kind: CalendarDayKind;
  name: string;
  isOwn: boolean;
};

export type CalendarDayViewPage = {
  items: CalendarDayView[];
  page: number;
  pageSize: number;
  total: number;
};

export type CalendarRow = {
  date: string;
  kind: CalendarDayKind;
  name: string;
};

export type CalendarYearView = {
  year: number;
  isKnown: boolean;
  holidays: number;
  workdays: number;
  waiting: number;
};

export type CalendarYearViewPage = {
  items: CalendarYearView[];
  page: number;
  pageSize: number;
  total: number;
};

export type CampaignInput = {
  name: string;
  tier: string;
  round: string;
  dueAt: string;
};

export type CampaignState = "planned" | "open" | "ranked" | "decided" | "ended";

export type CampaignTieInput = {
  applications: string[];
  reason: string;
};

export type CampaignTieResolution = {
  applications: string[];
  reason: string;
  actor: string;
  at: string;
};

export type CampaignView = {
  code: string;
  programme: string;
  name: string;
  tier: string;
  round: string;
  dueAt: string;
  state: CampaignState;
  definition?: ProgrammeDefinition | null;
  decision?: LeadershipDecision | null;
  tieResolutions?: CampaignTieResolution[] | null;
  trail?: TrailEntry[] | null;
};

export type CampaignViewPage = {
  items: CampaignView[];
  page: number;
  pageSize: number;
  total: number;
};

export type Candidate = {
  titles: Record<string, string | null>;
  members?: number | null;
  total?: number | null;
  nodes: CandidateNode[];
  facts: Record<string, number>;
  vetoes: string[];
};

export type CandidateNode = {
  code: string;
  depth: number;
  max: number;
  score?: number | null;
};

export type CareAction = "record" | "change" | "schedule" | "unschedule" | "complete" | "reopen" | "waive" | "unwaive" | "eraseOnRequest" | "eraseMistake" | "eraseExpired";

export type CareCategory = "illness" | "weddingOrFuneral" | "hardship" | "conflict" | "emergency" | "rightsHarmed" | "childbirth" | "lowSpirits" | "disaster" | "schooling" | "lowIncome" | "hospital" | "criticalIllness" | "accident" | "other";

export type CareCategoryCount = {
  category: CareCategory;
  count?: number | null;
};

export type CareErasure = "personAsked" | "mistake";

export type CareErasureInput = {
  reason: CareErasure;
};

export type CareInput = {
  category: CareCategory;
  eventOn: string;
  person: string;
  circumstances?: string | null;
  amount?: number | null;
};

export type CareKeeperView = {
  userName: string;
  displayName: string;
  role: Role;
  from: string;
  to?: string | null;
};

export type CareKeeperViewPage = {
  items: CareKeeperView[];
  page: number;
  pageSize: number;
  total: number;
};

export type CareKind = "visit" | "hardship" | "aidClaim";

export type CareKindCount = {
  kind: CareKind;
  total?: number | null;
  categories: CareCategoryCount[];
  zones: CareZoneCount[];
};

export type CareObligation = {
  code: string;
  dueOn?: string | null;
  state: ObligationState;
};

export type CareOutcomeInput = {
  on?: string | null;
  visitors?: string | null;
  outcome?: string | null;
  amount?: number | null;
};

export type CareOverview = {
  year: number;
  least: number;
  kinds: CareKindCount[];
};

export type CareReceipt = {
  code: string;
  kind: CareKind;
  category: CareCategory;
  eventOn: string;
  state: CareState;
  scheduledOn?: string | null;
  doneOn?: string | null;
  isErased: boolean;
  allowed: string[];
};

export type CareRecordLine = {
  record: CareReceipt;
  person?: string | null;
  isUnreadable: boolean;
  obligation?: CareObligation | null;
};

export type CareRecordLinePage = {
  items: CareRecordLine[];
  page: number;
  pageSize: number;
  total: number;
};

export type CareRecordView = {
  record: CareReceipt;
  person?: string | null;
  circumstances?: string | null;
  visitors?: string | null;
  outcome?: string | null;
  amount?: number | null;
  reason?: string | null;
  unreadable: string[];
  problem?: string | null;
  obligation?: CareObligation | null;
  steps: CareStepView[];
};

export type CareScheduleInput = {
  on: string;
  visitors?: string | null;
};

export type CareSchoolCount = {
  school: string;
  name: string;
  count?: number | null;
};

export type CareState = "triggered" | "scheduled" | "done" | "waived";

export type CareStepView = {
  action: CareAction;
  actor: string;
  actorName?: string | null;
  at: string;
};

export type CareViewLine = {
  at: string;
  actor: string;
  actorName?: string | null;
  role: Role;
  isList: boolean;
  records: string[];
};

export type CareViewLinePage = {
  items: CareViewLine[];
  page: number;
  pageSize: number;
  total: number;
};

export type CareWaiverInput = {
  reason: string;
};

export type CareZoneCount = {
  zone: string;
  name: string;
  count?: number | null;
  schools: CareSchoolCount[];
};

export type CastView = {
  receipt: string;
};

export type CertificateView = {
  number: string;
  district: string;
  title: string;
  unitName: string;
  schoolName: string;
  awardedOn: string;
  isHeld: boolean;
  endedOn?: string | null;
};

export type Clause = {
  document: string;
  article: string;
  text: string;
};

export type CommunityInput = {
  name: string;
  type: CommunityType;
  members: CommunityMemberInput[];
  isActive: boolean;
};

export type CommunityMemberInput = {
  school: string;
  role: CommunityRole;
  from: string;
  to?: string | null;
};

export type CommunityMemberView = {
  school: string;
  name: string;
  role: CommunityRole;
  from: string;
  to?: string | null;
};

export type CommunityRole = "core" | "member";

export type CommunityType = "merged" | "coBuilt" | "cooperative";

export type CommunityView = {
  code: string;
  name: string;
  type: CommunityType;
  isActive: boolean;
  members: CommunityMemberView[];
};

export type CommunityViewPage = {
  items: CommunityView[];
  page: number;
  pageSize: number;
  total: number;
};

export type ComparedNode = {
  code: string;
  name: string;
  parent?: string | null;
  max?: number | null;
  scores: ComparedScore[];
};

export type ComparedSchool = {
  school: string;
  name: string;
  total: number;
  base: number;
  bonus: number;
  late: number;
  outcome: Outcome;
  grade?: string | null;
};

export type ComparedScore = {
  self?: number | null;
  review?: number | null;
  final?: number | null;
  notApplicable: boolean;
};

export type ComparisonView = {
  schools: ComparedSchool[];
  nodes: ComparedNode[];
};

export type CompletenessView = {
  name: string;
  state: RoundState;
  expected: number;
  submitted: number;
  onTime: number;
  late: number;
  missing: number;
  zones: ZoneCompleteness[];
  schools: SchoolCompleteness[];
  barred: string[];
  visits: OwnVisit[];
};

export type CongressFileKind = "notice" | "roll" | "minutes" | "resolution" | "other";

export type CongressFileView = {
  id: string;
  kind: CongressFileKind;
  name: string;
  at: string;
};

export type CongressInput = {
  term: number;
  session: number;
  kind: CongressKind;
  plannedOn: string;
  delegates: number;
  agenda?: string | null;
};

export type CongressKind = "congress" | "allStaffMeeting";

export type CongressOverviewRow = {
  school: string;
  name: string;
  zone: string;
  kind?: CongressKind | null;
  term?: number | null;
  session?: number | null;
  state?: CongressState | null;
  plannedOn?: string | null;
  heldOn?: string | null;
  delegates?: number | null;
  present?: number | null;
  resolutions: number;
  proposals: ProposalCounts;
  disclosed: number[];
  categories: number;
};

export type CongressOverviewRowPage = {
  items: CongressOverviewRow[];
  page: number;
  pageSize: number;
  total: number;
};

export type CongressResolution = {
  subject: string;
  for: number;
  against: number;
  abstained: number;
  isSecret: boolean;
};

export type CongressState = "planned" | "held" | "inquorate" | "confirmed" | "cancelled";

export type CongressStepView = {
  step: string;
  actor: string;
  at: string;
  note?: string | null;
};

export type CongressTerms = {
  coSigners: number;
  deadlineDays: number;
  majority: MajorityBase;
  allStaffBelow: number;
};

export type CongressView = {
  code: string;
  school: string;
  kind: CongressKind;
  term: number;
  session: number;
  state: CongressState;
  plannedOn: string;
  heldOn?: string | null;
  delegates: number;
  present?: number | null;
  needed: number;
  agenda?: string | null;
  terms: CongressTerms;
  proposalsUntil: string;
  resolutions: ResolutionView[];
  files: CongressFileView[];
  proposals: ProposalCounts;
  trail: CongressStepView[];
  allowed: string[];
};

export type CongressViewPage = {
  items: CongressView[];
  page: number;
  pageSize: number;
  total: number;
};

export type ContentWarning = {
  path: string;
  code: string;
  arguments: Record<string, unknown>;
  message: string;
};

export type Counterfactual = {
  leaves: string[];
  promoted: string[];
  isBlocked: boolean;
};

export type Credentials = {
  userName: string;
  password: string;
};

export type DecisionInput = {
  meeting: string;
  on: string;
  minutes: string;
  signatories: string[];
  departures?: Departure[] | null;
};

export type DeliveryState = "queued" | "sent" | "accepted" | "failed" | "opened" | "suppressed";

export type DeliveryView = {
  id: string;
  channel: MessageChannel;
  state: DeliveryState;
  kind: MessageKind;
  title: string;
  recipient: string;
  address: string;
  attempts: number;
  nextAttemptAt?: string | null;
  error?: Statement | null;
  detail?: string | null;
  queuedAt: string;
  sentAt?: string | null;
};

export type DeliveryViewPage = {
  items: DeliveryView[];
  page: number;
  pageSize: number;
  total: number;
};

export type Departure = {
  application: string;
  isChosen: boolean;
  reason: string;
};

export type DisclosureCategory = "finance" | "fees" | "construction" | "rewards" | "titles" | "admission" | "majorDecisions";

export type DisclosureInput = {
  category: DisclosureCategory;
  postedOn: string;
  title: string;
  place?: string | null;
  link?: string | null;
  isNothing: boolean;
};

export type DisclosureProofView = {
  id: string;
  name: string;
  isPicture: boolean;
  at: string;
};

export type DisclosureView = {
  id: string;
  school: string;
  schoolName: string;
  category: DisclosureCategory;
  title: string;
  postedOn: string;
  semester: string;
  place?: string | null;
  link?: string | null;
  isNothing: boolean;
  proofs: DisclosureProofView[];
  counts: boolean;
  cancelledFor?: string | null;
  actor: string;
  recordedAt: string;
};

export type DisclosureViewPage = {
  items: DisclosureView[];
  page: number;
  pageSize: number;
  total: number;
};

export type DocumentKind = "publicityNotice" | "awardCircular" | "certificate";

export type DocumentTemplateView = {
  kind: DocumentKind;
  isOwn: boolean;
  fileName?: string | null;
  size?: number | null;
  changedBy?: string | null;
  changedAt?: string | null;
  fields: string[];
  required: string[];
};

export type DocumentTemplateViewPage = {
  items: DocumentTemplateView[];
  page: number;
  pageSize: number;
  total: number;
};

export type DueRule = {
  kind: DueRuleKind;
  month?: number | null;
  day?: number | null;
  days?: number | null;
  trigger?: ObligationTrigger | null;
  countsEventDay: boolean;
  semester?: number | null;
  shift: DueShift;
  opensBefore?: number | null;
};

export type DueRuleKind = "monthDay" | "periodEnd" | "daysAfterEvent" | "workingDaysAfterEvent" | "termEnd" | "roundDue" | "titleDue";

export type DueShift = "none" | "nextWorkingDay" | "previousWorkingDay";

export type EarlierEvaluation = {
  round: string;
  name: string;
  windowFrom: string;
  windowTo: string;
};

export type EarlierEvaluationPage = {
  items: EarlierEvaluation[];
  page: number;
  pageSize: number;
  total: number;
};

export type EligibilityExample = {
  name: string;
  candidate: Candidate;
  tier: string;
  day: string;
  isMet: boolean;
};

export type EligibilityFinding = {
  rule: string;
  isMet: boolean;
  disqualifies: boolean;
  finding: Statement;
  clause: Clause;
};

export type EligibilityKind = "holdsTitle" | "heldForYears" | "notHolder" | "minimumMembers" | "minimumScore" | "sectionMinimum" | "noZeroNode" | "rateAtLeast" | "noVeto";

export type EligibilityRule = {
  code: string;
  kind: EligibilityKind;
  clause: Clause;
  from?: string | null;
  to?: string | null;
  tiers: string[];
  title?: string | null;
  years?: number | null;
  minimum?: number | null;
  percent?: number | null;
  depth?: number | null;
  of: string[];
  per?: string | null;
  examples: EligibilityExample[];
};

export type EvaluationContent = {
  facts?: Record<string, unknown> | null;
  claims?: Record<string, number> | null;
  notApplicable?: string[] | null;
  comments?: Record<string, string> | null;
  notes?: Record<string, string> | null;
  onBehalfReason?: string | null;
};

export type EvaluationFormReport = {
  source: FormSource;
  stored: boolean;
  confirm: string;
  changedSinceDownload: boolean;
  changes: FormChange[];
  unmatched: FormRow[];
  errors: FormRow[];
  warnings: FormRow[];
};

export type EvaluationPatch = {
  changes?: AnswerChange[] | null;
  confirm?: string[] | null;
  onBehalfReason?: string | null;
};

export type EvaluationPreview = {
  selfTotal?: number | null;
  missing: string[];
  nodes: NodeView[];
};

export type EvaluationState = "draft" | "submitted" | "zoneReviewed" | "districtReviewed";

export type EvaluationStateView = "draft" | "submitted" | "zoneReviewed" | "districtReviewed" | "locked" | "published";

export type EvaluationView = {
  state: EvaluationStateView;
  flags: string[];
  facts: Record<string, unknown>;
  claims: Record<string, number>;
  notApplicable: string[];
  comments: Record<string, string>;
  notes: Record<string, string>;
  receivedAt?: string | null;
  daysLate?: number | null;
  dueAt: string;
  locksAt?: string | null;
  returnReason?: string | null;
  returnReasons: Record<string, string>;
  onBehalfReason?: string | null;
  origins: Record<string, AnswerOriginView>;
  warnings: ContentWarning[];
};

export type EvaluationsInput = {
  schools: string[];
  reason?: string | null;
};

export type EvaluationsStep = "accept" | "return";

export type EventInput = {
  code: string;
  fact: string;
  date: string;
  value: number;
  note?: string | null;
};

export type EvidenceChange = "added" | "replaced" | "reassigned";

export type EvidenceForm = {
  file: string;
  nodes: string[];
  from?: string | null;
  to?: string | null;
  pictureHash?: string | null;
};

export type EvidenceInput = {
  nodes: string[];
  from?: string | null;
  to?: string | null;
};

export type EvidenceKind = "handedIn" | "evaluationSubmitted" | "congressHeld" | "proposalsReplied" | "activityHeld" | "planSubmitted" | "careVisited" | "disclosurePosted" | "inspectionConfirmed" | "publicityPutUp" | "titleReinspected";

export type EvidenceVersionView = {
  number: number;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  actor: string;
  receivedAt: string;
  wasHandedIn: boolean;
};

export type EvidenceView = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  nodes: string[];
  from?: string | null;
  to?: string | null;
  actor: string;
  receivedAt: string;
  handedIn: boolean;
  number: number;
  earlier: EvidenceVersionView[];
  scan: ScanState;
  pictureHash?: string | null;
  alsoAt: string[];
  similarAt: string[];
};

export type EvidenceViewPage = {
  items: EvidenceView[];
  page: number;
  pageSize: number;
  total: number;
};

export type ExaminationStep = "documentReview" | "onSiteInspection" | "survey";

export type ExplanationView = {
  rule?: string | null;
  facts: FactTrace[];
  arithmetic: Statement[];
  changes: ReviewChangeView[];
};

export type ExtensionInput = {
  dueAt: string;
  reason: string;
  closesAt?: string | null;
};

export type ExtensionView = {
  dueAt: string;
  closesAt?: string | null;
  reason: string;
};

export type FactPart = {
  branch?: string | null;
  value: unknown;
  event?: string | null;
  date?: string | null;
  note?: string | null;
  weight?: number | null;
  days?: number | null;
  source: FactSource;
};

export type FactRollup = "sum" | "mean" | "weightedMean" | "min" | "max" | "any" | "all" | "concat";

export type FactRoute = "report" | "evaluation" | "import" | "review" | "panel" | "vote" | "activity" | "congress";

export type FactRow = {
  school: string;
  fact: string;
  value: unknown;
  branch?: string | null;
  date?: string | null;
  note?: string | null;
};

export type FactSource = {
  route: FactRoute;
  actor: string;
  at: string;
};

export type FactTrace = {
  code: string;
  name: string;
  rollup?: FactRollup | null;
  number: unknown;
  parts: FactPart[];
};

export type FeedInput = {
  scope: FeedScope;
};

export type FeedScope = "person" | "school";

export type FeedView = {
  id: string;
  scope: FeedScope;
  createdAt: string;
  token?: string | null;
};

export type FeedViewPage = {
  items: FeedView[];
  page: number;
  pageSize: number;
  total: number;
};

export type FindingInput = {
  isUpheld: boolean;
  finding: string;
};

export type FormChange = {
  cell: string;
  row: number;
  node?: string | null;
  field: FormField;
  fact?: string | null;
  name: string;
  old: unknown;
  new: unknown;
};

export type FormField = "fact" | "note" | "claim" | "notApplicable" | "comment";

export type FormRow = {
  cell: string;
  text?: string | null;
  code: string;
  arguments: Record<string, unknown>;
  message: string;
};

export type FormSource = "form" | "freeForm";

export type FrozenPublicationView = {
  number: number;
  at: string;
  ranking: RankingRow[];
  summary: SummaryView;
};

export type FulfilmentInput = {
  on?: string | null;
  note?: string | null;
  files?: string[] | null;
};

export type FulfilmentView = {
  on: string;
  isLate: boolean;
  by: string;
  reference?: string | null;
  note?: string | null;
  files: ObligationFile[];
};

export type HeldActivity = {
  id: string;
  title: string;
  from: string;
};

export type HeldTitleState = "valid" | "rectifying" | "downgraded" | "revoked" | "endedByOrder" | "endedByEvent" | "endedByTerm" | "passedOn";

export type ImportReport = {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  stored: boolean;
  rows: ImportRow[];
};

export type ImportRow = {
  row: number;
  key: string;
  status: ImportRowStatus;
  code?: string | null;
  field?: string | null;
  arguments?: Record<string, unknown> | null;
  message: string;
};

export type ImportRowStatus = "created" | "updated" | "unchanged" | "rejected";

export type InboxMessageView = {
  id: string;
  kind: MessageKind;
  urgency: MessageUrgency;
  title: string;
  body: string;
  link: string;
  at: string;
  readAt?: string | null;
};

export type InboxMessageViewPage = {
  items: InboxMessageView[];
  page: number;
  pageSize: number;
  total: number;
};

export type InboxSummary = {
  unread: number;
};

export type InheritInput = {
  from: string;
  onBehalfReason?: string | null;
};

export type InvitationInput = {
  userName: string;
};

export type InvitationView = {
  id: string;
  userName: string;
  displayName: string;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  usedAt?: string | null;
  token?: string | null;
};

export type InvitationViewPage = {
  items: InvitationView[];
  page: number;
  pageSize: number;
  total: number;
};

export type InvitedView = {
  userName: string;
  displayName: string;
  districtName: string;
};

export type JobDefinitionView = {
  id: string;
  name: string;
  description: string;
  schedule: string;
  nextRun?: string | null;
  pausable: boolean;
  pausedBy?: string | null;
  pausedAt?: string | null;
  lastRun?: JobView | null;
};

export type JobDefinitionViewPage = {
  items: JobDefinitionView[];
  page: number;
  pageSize: number;
  total: number;
};

export type JobProgressView = {
  done: number;
  total: number;
};

export type JobState = "queued" | "running" | "succeeded" | "failed" | "cancelled";

export type JobView = {
  id: string;
  kind: string;
  state: JobState;
  progress: JobProgressView;
  error?: string | null;
  result: unknown;
  queuedAt: string;
  startedAt?: string | null;
  endedAt?: string | null;
  attempts: number;
  nextAttemptAt?: string | null;
  definition?: string | null;
  requestedBy?: string | null;
};

export type JobViewPage = {
  items: JobView[];
  page: number;
  pageSize: number;
  total: number;
};

export type JudgeProgress = {
  userName: string;
  displayName: string;
  seats: number;
  scored: number;
  handedIn: number;
};

export type JudgeView = {
  userName: string;
  displayName: string;
};

export type KnownResult = {
  round: string;
  roundName: string;
  total: number;
  outcome: Outcome;
  gradeName?: string | null;
};

export type KnownTitle = {
  number: string;
  title: string;
  awardedOn: string;
  endedOn?: string | null;
};

export type KnownUnit = {
  members: number;
  stage: SchoolStage;
  ownership: SchoolOwnership;
  setting: SchoolSetting;
  zone: string;
  titles: KnownTitle[];
  results: KnownResult[];
};

export type LabApplication = {
  application: string;
  unitName: string;
  school: string;
  before: LabVerdict;
  after: LabVerdict;
  crossing?: LabCrossing | null;
};

export type LabApplicationPage = {
  items: LabApplication[];
  page: number;
  pageSize: number;
  total: number;
};

export type LabCampaignInput = {
  campaign: string;
  definition?: ProgrammeDefinition | null;
};

export type LabChange = {
  part: LabPart;
  path: string;
  subject?: string | null;
  from?: string | null;
  to?: string | null;
};

export type LabCrossing = {
  kind: LabLineKind;
  from?: string | null;
  to?: string | null;
  isUp: boolean;
};

export type LabDefinition = {
  scheme: unknown;
  programme?: ProgrammeDefinition | null;
};

export type LabDiscrepancy = {
  unit: string;
  field: string;
  stored?: string | null;
  replayed?: string | null;
};

export type LabInput = {
  name: string;
  round: string;
  changes?: SchemeChange[] | null;
  scheme: unknown;
  pointsFollow: boolean;
  campaign?: LabCampaignInput | null;
};

export type LabLine = {
  kind: LabLineKind;
  code?: string | null;
  name?: string | null;
  before: number;
  after: number;
  in: number;
  out: number;
};

export type LabLineKind = "grade" | "outcome" | "selection";

export type LabMover = {
  kind: LabMoverKind;
  code?: string | null;
  name?: string | null;
  points: number;
};

export type LabMoverKind = "node" | "bonus" | "late";

export type LabPart = "scheme" | "programme";

export type LabRunView = {
  id: string;
  name: string;
  round: string;
  roundName: string;
  isCurrent: boolean;
  programme?: string | null;
  campaign?: string | null;
  campaignName?: string | null;
  actor: string;
  actorName?: string | null;
  at: string;
  pointsFollow: boolean;
  changes: LabChange[];
  summary: LabSummary;
  discrepancies: LabDiscrepancy[];
  digest: string;
};

export type LabRunViewPage = {
  items: LabRunView[];
  page: number;
  pageSize: number;
  total: number;
};

export type LabSchool = {
  school: string;
  name: string;
  zone: string;
  group: string;
  before: LabStanding;
  after: LabStanding;
  crossings: LabCrossing[];
  mover?: LabMover | null;
  climb?: number | null;
};

export type LabSchoolPage = {
  items: LabSchool[];
  page: number;
  pageSize: number;
  total: number;
};

export type LabStanding = {
  total: number;
  outcome: Outcome;
  grade?: string | null;
  gradeName?: string | null;
  rank?: number | null;
};

export type LabSummary = {
  schools: number;
  compared: number;
  tau?: number | null;
  pairs: number;
  swappedPairs: number;
  moved: number;
  rescored: number;
  crossing: number;
  largestClimb: number;
  largestClimber?: string | null;
  lines: LabLine[];
  isNormalised: boolean;
};

export type LabVerdict = {
  verdict: SelectionVerdict;
  reason: Statement;
  rank?: number | null;
  total: number;
};

export type LateListView = {
  text: string;
  count: number;
};

export type LeadershipDecision = {
  meeting: string;
  on: string;
  minutes: string;
  signatories: string[];
  departures: Departure[];
  recordedBy: string;
  at: string;
};

export type LeafScoreInput = {
  node: string;
  score: number;
  reason: string;
};

export type LeafScoreView = {
  node: string;
  score: number;
  reason: string;
  at: string;
};

export type LevelReview = {
  scores: LeafScoreView[];
  notApplicable?: string[] | null;
};

export type MajorityBase = "present" | "delegates";

export type MeansView = {
  inScope: number;
  submitted: number;
  mean?: number | null;
  coverage?: number | null;
  meanOfSubmitted?: number | null;
  memberWeightedMean?: number | null;
};

export type MessageChannel = "inbox" | "email" | "weCom" | "dingTalk" | "sms";

export type MessageKind = "reminder" | "decision" | "publication" | "digest" | "account" | "operation";

export type MessageUrgency = "normal" | "urgent";

export type NewCareInput = {
  kind: CareKind;
  category: CareCategory;
  eventOn: string;
  person: string;
  circumstances?: string | null;
  amount?: number | null;
};

export type NodeView = {
  code: string;
  name: string;
  max?: number | null;
  parent?: string | null;
  selfScore?: number | null;
  reviewScore?: number | null;
  finalScore?: number | null;
  flags: string[];
  explanation?: ExplanationView | null;
};

export type NominationBand = {
  atLeast: number;
  count: number;
};

export type NominationRule = {
  to: TitleLevel;
  places: number;
};

export type NoticeInput = {
  startOn: string;
  title?: string | null;
};

export type NoticeView = {
  id: string;
  district: string;
  number: number;
  title: string;
  tierName: string;
  startOn: string;
  endOn: string;
  takesObjections: boolean;
  units: NoticedUnit[];
  cancelledFor?: string | null;
};

export type NoticeViewPage = {
  items: NoticeView[];
  page: number;
  pageSize: number;
  total: number;
};

export type NoticedUnit = {
  application: string;
  unit: string;
  school: string;
  reason: string;
};

export type NudgeInput = {
  schools: string[];
};

export type NudgeOutcome = {
  told: string[];
  skipped: NudgeSkip[];
};

export type NudgeRefusal = "handedIn" | "recent" | "nobody";

export type NudgeSkip = {
  school: string;
  refusal: NudgeRefusal;
};

export type NudgeView = {
  school: string;
  actor: string;
  at: string;
  people: number;
};

export type NudgeViewPage = {
  items: NudgeView[];
  page: number;
  pageSize: number;
  total: number;
};

export type ObjectionDecided = {
  state: ObjectionState;
  application: ApplicationState;
  promoted: string[];
};

export type ObjectionInput = {
  application: string;
  text: string;
};

export type ObjectionOutcome = {
  state: ObjectionState;
  finding?: string | null;
};

export type ObjectionReceipt = {
  receipt: string;
  state: ObjectionState;
};

export type ObjectionState = "open" | "upheld" | "dismissed" | "complaint";

export type ObjectionView = {
  id: string;
  notice: string;
  application: string;
  text: string;
  receivedAt: string;
  state: ObjectionState;
  finding?: string | null;
  ifUpheld?: Counterfactual | null;
};

export type ObjectionViewPage = {
  items: ObjectionView[];
  page: number;
  pageSize: number;
  total: number;
};

export type ObligationClause = {
  document: string;
  article: string;
  text: string;
  url?: string | null;
};

export type ObligationDefinition = {
  name: string;
  englishName: string;
  clause: ObligationClause;
  recurrence: Recurrence;
  due: DueRule;
  applies: ObligationScope;
  owner: ObligationOwner;
  evidence: EvidenceKind;
  activities?: ActivityKind[] | null;
  needsProof: boolean;
  proof?: string | null;
  reminderDays: number[];
  escalationDays: number[];
  effectiveFrom?: string | null;
  effectiveTo?: string | null;
};

export type ObligationDifference = {
  obligation: string;
  unit: string;
  period: string;
  dueOn?: string | null;
  wouldBeDueOn?: string | null;
};

export type ObligationDifferencePage = {
  items: ObligationDifference[];
  page: number;
  pageSize: number;
  total: number;
};

export type ObligationFile = {
  round: string;
  evidence: string;
  name: string;
};

export type ObligationOwner = {
  level: UnitLevel;
  role: Role;
};

export type ObligationScope = {
  stages?: SchoolStage[] | null;
  staffBelow?: number | null;
  staffAtLeast?: number | null;
  settings?: SchoolSetting[] | null;
  zones?: string[] | null;
  communitiesOnly: boolean;
};

export type ObligationState = "notStarted" | "inProgress" | "fulfilled" | "fulfilledLate" | "overdue" | "waived";

export type ObligationStep = {
  step: string;
  actor: string;
  at: string;
  note?: string | null;
};

export type ObligationTemplateView = {
  code: string;
  isActive: boolean;
  activeSince?: string | null;
  revision: number;
  definition: ObligationDefinition;
  differing?: number | null;
};

export type ObligationTemplateViewPage = {
  items: ObligationTemplateView[];
  page: number;
  pageSize: number;
  total: number;
};

export type ObligationTrigger = "congressPlanned" | "careTriggered" | "nomineesDecided" | "enrolmentOpened";

export type ObligationView = {
  code: string;
  template: string;
  name: string;
  englishName: string;
  clause: ObligationClause;
  level: UnitLevel;
  unit: string;
  unitName: string;
  school?: string | null;
  period: string;
  source?: string | null;
  opensOn: string;
  basisOn: string;
  dueOn?: string | null;
  state: ObligationState;
  evidence: EvidenceKind;
  needsProof: boolean;
  proof?: string | null;
  owner: OwnerView;
  fulfilment?: FulfilmentView | null;
  waivedFor?: string | null;
  trail: ObligationStep[];
};

export type ObligationViewPage = {
  items: ObligationView[];
  page: number;
  pageSize: number;
  total: number;
};

export type OfficeText = {
  parts: OfficeTextPart[];
  isCut: boolean;
};

export type OfficeTextPart = {
  name?: string | null;
  text: string;
};

export type OpenWork = {
  userName: string;
  displayName: string;
  role: Role;
  zone?: string | null;
  school?: string | null;
  schoolName?: string | null;
  evaluationDue: boolean;
  reportsDue: number;
  reportsToDecide: number;
  schoolsToReview: number;
};

export type OpenWorkPage = {
  items: OpenWork[];
  page: number;
  pageSize: number;
  total: number;
};

export type OriginalInput = {
  place: string;
  receivedOn: string;
};

export type Outcome = "notSubmitted" | "disqualified" | "forfeited" | "notQualified" | "qualified";

export type OutcomeCount = {
  outcome: Outcome;
  grade?: string | null;
  gradeName?: string | null;
  schools: number;
};

export type OwnAddressState = "unconfirmed" | "confirmed" | "refused";

export type OwnAddressView = {
  value: string;
  state: OwnAddressState;
};

export type OwnEvaluation = {
  state?: EvaluationState | null;
  returned: boolean;
  returnReason?: string | null;
  daysLate?: number | null;
};

export type OwnReport = {
  branch: string;
  name: string;
  state?: ReportState | null;
  returnReason?: string | null;
};

export type OwnRoundWork = {
  round: string;
  name: string;
  state: RoundState;
  school?: string | null;
  dueAt: string;
  locksAt?: string | null;
  evaluation?: OwnEvaluation | null;
  reports: OwnReport[];
  reviews?: ReviewLoad | null;
  visits: OwnVisit[];
};

export type OwnSeatView = {
  round: string;
  roundName: string;
  panel: string;
  panelName: string;
  school: string;
  schoolName: string;
  state: SeatState;
  score?: number | null;
  isOpen: boolean;
};

export type OwnSeatViewPage = {
  items: OwnSeatView[];
  page: number;
  pageSize: number;
  total: number;
};

export type OwnVisit = {
  id?: string | null;
  school: string;
  schoolName: string;
  plannedOn: string;
  state: VisitState;
};

export type OwnWork = {
  now: string;
  rounds: OwnRoundWork[];
};

export type OwnerView = {
  role: Role;
  people: string[];
  goes?: Role | null;
  standIns: string[];
};

export type PanelBanKind = "ownSchool" | "community" | "kinship" | "other" | "recused" | "removed";

export type PanelBanView = {
  judge: string;
  school: string;
  kind: PanelBanKind;
  reason: string;
};

export type PanelClosing = {
  reason?: string | null;
};

export type PanelInput = {
  name: string;
  fact: string;
  judgesPerSchool: number;
  judges: string[];
  mostPerJudge?: number | null;
  schools?: string[] | null;
  bans?: PanelBanView[] | null;
};

export type PanelProgress = {
  expected: number;
  given: number;
  vacant: number;
  judges: JudgeProgress[];
  schools: SchoolProgress[];
  seats: SeatView[];
};

export type PanelState = "planned" | "assigned" | "scoring" | "closed";

export type PanelSummary = {
  code: string;
  name: string;
  fact: string;
  state: PanelState;
  seats: number;
  done: number;
};

export type PanelSummaryPage = {
  items: PanelSummary[];
  page: number;
  pageSize: number;
  total: number;
};

export type PanelView = {
  code: string;
  name: string;
  fact: string;
  factName: string;
  scale: ScoreScale;
  minimum: number;
  state: PanelState;
  judgesPerSchool: number;
  mostPerJudge?: number | null;
  schools?: string[] | null;
  judges: JudgeView[];
  bans: PanelBanView[];
  closedAt?: string | null;
  closedWithout?: string | null;
  reopenedFor?: string | null;
};

export type PaperKind = "selfEvaluation" | "reviewSheet";

export type PaperOriginal = {
  place: string;
  receivedOn: string;
  actor: string;
};

export type PaperScanView = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  digest: string;
  isCurrent: boolean;
  actor: string;
  at: string;
};

export type PaperView = {
  kind: PaperKind;
  schoolName: string;
  digest?: string | null;
  scans: PaperScanView[];
  original?: PaperOriginal | null;
};

export type PlaceRule = {
  places?: number | null;
  percent?: number | null;
  base: QuotaBase;
  atLeast: ShareRule[];
  atMost: ShareRule[];
  nominations: NominationBand[];
};

export type PlanCopyView = {
  year: number;
  copied: number;
  known: number;
};

export type PlanInput = {
  month: string;
  title: string;
  date?: string | null;
  kind?: ActivityKind | null;
  note?: string | null;
  obligation?: string | null;
};

export type PlanItemState = "planned" | "done" | "dropped";

export type PlanItemView = {
  id: string;
  level: UnitLevel;
  school?: string | null;
  schoolName?: string | null;
  zone?: string | null;
  month: string;
  date?: string | null;
  title: string;
  kind?: ActivityKind | null;
  note?: string | null;
  obligation?: string | null;
  state: PlanItemState;
  doneOn?: string | null;
  droppedFor?: string | null;
  activities: HeldActivity[];
};

export type PlanItemViewPage = {
  items: PlanItemView[];
  page: number;
  pageSize: number;
  total: number;
};

export type PlanMonth = {
  month: number;
  planned: number;
  done: number;
  dropped: number;
  activities: number;
};

export type PlanProgress = {
  school: string;
  name: string;
  zone: string;
  months: PlanMonth[];
};

export type PlanProgressPage = {
  items: PlanProgress[];
  page: number;
  pageSize: number;
  total: number;
};

export type PlanSubmissionView = {
  year: number;
  obligations: string[];
};

export type PlanYearInput = {
  year: number;
};

export type PostChoice = {
  role: Role;
  scope?: ScopeView | null;
};

export type PostInput = {
  role: Role;
  from: string;
  scope?: ScopeView | null;
  to?: string | null;
};

export type PostView = {
  role: Role;
  scope: ScopeView;
  from: string;
  to?: string | null;
  scopeName?: string | null;
  schoolName?: string | null;
};

export type PreferenceInput = {
  channels: {
  reminder: MessageChannel[];
  decision: MessageChannel[];
  publication: MessageChannel[];
  digest: MessageChannel[];
  account: MessageChannel[];
  operation: MessageChannel[];
};
  quietFrom: string;
  quietTo: string;
  reminderDays?: number[] | null;
  email?: string | null;
  phone?: string | null;
};

export type PreferenceView = {
  channels: {
  reminder: MessageChannel[];
  decision: MessageChannel[];
  publication: MessageChannel[];
  digest: MessageChannel[];
  account: MessageChannel[];
  operation: MessageChannel[];
};
  quietFrom: string;
  quietTo: string;
  reminderDays?: number[] | null;
  email?: OwnAddressView | null;
  phone?: OwnAddressView | null;
  available: MessageChannel[];
};

export type ProblemDetails = {
  type?: string | null;
  title?: string | null;
  status?: number | null;
  detail?: string | null;
  instance?: string | null;
};

export type ProgrammeDefinition = {
  name: string;
  level: TitleLevel;
  subject: TitleSubject;
  basis?: string | null;
  tiers: TierDefinition[];
  rules: EligibilityRule[];
  approvals: ApprovalStep[];
  consentPercent?: number | null;
  examinations: ExaminationStep[];
  places: PlaceRule;
  publicityDays: number;
  reinspection?: ReinspectionRule | null;
  nomination?: NominationRule | null;
};

export type ProgrammeProblem = {
  path: string;
  problem: Statement;
};

export type ProgrammeTrial = {
  problems: ProgrammeProblem[];
  touched: TouchedApplication[];
};

export type ProgrammeView = {
  code: string;
  definition: ProgrammeDefinition;
};

export type ProgrammeViewPage = {
  items: ProgrammeView[];
  page: number;
  pageSize: number;
  total: number;
};

export type ProposalCounts = {
  submitted: number;
  accepted: number;
  replied: number;
  rated: number;
  satisfied: number;
};

export type ProposalDecision = "accepted" | "merged" | "notAccepted" | "suggestion";

export type ProposalInput = {
  title: string;
  grounds: string;
  suggestion: string;
  proposer: ProposalSigner;
  coSigners?: ProposalSigner[] | null;
};

export type ProposalRating = "satisfied" | "mostly" | "dissatisfied";

export type ProposalReply = {
  text: string;
  on: string;
  actor: string;
  rating?: ProposalRating | null;
  remark?: string | null;
};

export type ProposalSigner = {
  name: string;
  branch?: string | null;
};

export type ProposalState = "draft" | "submitted" | "accepted" | "merged" | "notAccepted" | "suggestion" | "assigned" | "replied" | "rated";

export type ProposalTask = {
  department: string;
  dueOn: string;
  person?: string | null;
};

export type ProposalView = {
  id: string;
  congress?: string | null;
  number?: number | null;
  title: string;
  grounds: string;
  suggestion: string;
  proposer: ProposalSigner;
  coSigners: ProposalSigner[];
  state: ProposalState;
  submittedOn?: string | null;
  opinion?: string | null;
  mergedInto?: string | null;
  mergedNumber?: number | null;
  assignment?: ProposalTask | null;
  replies: ProposalReply[];
  rating?: ProposalRating | null;
  isReopened: boolean;
  trail: CongressStepView[];
  allowed: string[];
};

export type ProposalViewPage = {
  items: ProposalView[];
  page: number;
  pageSize: number;
  total: number;
};

export type PublicationView = {
  number: number;
  at: string;
};

export type PublicationViewPage = {
  items: PublicationView[];
  page: number;
  pageSize: number;
  total: number;
};

export type PublishInput = {
  visibility: RoundVisibility;
  top?: number | null;
  normaliseZones: boolean;
};

export type QuotaBase = "inScope" | "submitted" | "ranked";

export type RankingRow = {
  rank?: number | null;
  school: string;
  name: string;
  zone: string;
  group?: string | null;
  total?: number | null;
  grade?: string | null;
  outcome?: Outcome | null;
  ties?: number | null;
  adjusted?: number | null;
  gradeName?: string | null;
};

export type RankingRowPage = {
  items: RankingRow[];
  page: number;
  pageSize: number;
  total: number;
};

export type RatingInput = {
  rating: ProposalRating;
  remark?: string | null;
};

export type ReasonInput = {
  reason?: string | null;
};

export type ReceiptView = {
  school: string;
  round: string;
  state: VoteState;
  counted: number;
};

export type Recurrence = "yearly" | "schoolYear" | "halfYear" | "semester" | "monthly" | "weekly" | "onEvent";

export type RecusalInput = {
  reason: string;
};

export type RedeemInput = {
  token: string;
  password?: string | null;
};

export type ReinspectionInput = {
  points: number;
  on: string;
};

export type ReinspectionRule = {
  rectificationDays: number;
  keepFrom: number;
  cycleYears?: number | null;
  termYears?: number | null;
  downgradeFrom?: number | null;
  downgradeTo?: string | null;
  endingEvents?: string[] | null;
};

export type ReminderView = {
  person: string;
  on: string;
  lead: number;
  isEscalation: boolean;
  dueOn: string;
};

export type ReminderViewPage = {
  items: ReminderView[];
  page: number;
  pageSize: number;
  total: number;
};

export type RemovalInput = {
  judge: string;
  reason: string;
  schools?: string[] | null;
  scores?: Record<string, ScoreDecision> | null;
  replace: boolean;
};

export type ReplacementForm = {
  file: string;
  pictureHash?: string | null;
};

export type ReplayInput = {
  since: string;
  failedOnly: boolean;
};

export type ReplayView = {
  deliveries: number;
};

export type ReplyInput = {
  text: string;
  on?: string | null;
};

export type ReportCompleteness = {
  expected: number;
  submitted: number;
  accepted: number;
};

export type ReportContent = {
  facts?: Record<string, unknown> | null;
  events?: EventInput[] | null;
  notes?: Record<string, string> | null;
  onBehalfReason?: string | null;
};

export type ReportState = "draft" | "submitted" | "accepted" | "returned";

export type ReportSummary = {
  branch: string;
  name: string;
  kind: BranchKind;
  state?: ReportState | null;
  version?: number | null;
  submittedAt?: string | null;
  returnReason?: string | null;
};

export type ReportSummaryPage = {
  items: ReportSummary[];
  page: number;
  pageSize: number;
  total: number;
};

export type ReportView = {
  state: ReportState;
  facts: Record<string, unknown>;
  events: EventInput[];
  notes: Record<string, string>;
  submittedAt?: string | null;
  returnReason?: string | null;
  onBehalfReason?: string | null;
  warnings: ContentWarning[];
};

export type ReportsInput = {
  branches: string[];
  reason?: string | null;
};

export type ResolutionView = {
  subject: string;
  for: number;
  against: number;
  abstained: number;
  isSecret: boolean;
  passed: boolean;
};

export type ResolutionsInput = {
  resolutions: CongressResolution[];
};

export type ReturnInput = {
  reason: string;
  leaves?: Record<string, string> | null;
};

export type ReviewChangeView = {
  level: ReviewLevel;
  oldScore?: number | null;
  newScore: number;
  reason: string;
  actor?: string | null;
  at: string;
};

export type ReviewInput = {
  level: ReviewLevel;
  scores?: LeafScoreInput[] | null;
  facts?: Record<string, unknown> | null;
  notApplicable?: string[] | null;
};

export type ReviewLevel = "zone" | "district";

export type ReviewLoad = {
  expected: number;
  handedIn: number;
  toReview: number;
  missing: number;
};

export type ReviewRecusalInput = {
  reason: string;
  userName?: string | null;
};

export type ReviewRecusalView = {
  userName: string;
  displayName: string;
  reason: string;
  actor: string;
  at: string;
};

export type ReviewView = {
  level: ReviewLevel;
  state?: EvaluationStateView | null;
  scores: LeafScoreView[];
  notApplicable?: string[] | null;
};

export type ReviewsView = {
  zone?: LevelReview | null;
  district?: LevelReview | null;
  evidence: EvidenceView[];
  comments: Record<string, string>;
  changed?: string[] | null;
  changedEvidence: Record<string, EvidenceChange>;
  recusals: ReviewRecusalView[];
  barred?: string | null;
};

export type RobotInput = {
  name: string;
  channel: MessageChannel;
  kinds: MessageKind[];
  url?: string | null;
  key?: string | null;
  zone?: string | null;
  school?: string | null;
};

export type RobotView = {
  code: string;
  name: string;
  channel: MessageChannel;
  zone?: string | null;
  school?: string | null;
  kinds: MessageKind[];
  address: string;
  isSigned: boolean;
};

export type RobotViewPage = {
  items: RobotView[];
  page: number;
  pageSize: number;
  total: number;
};

export type Role = "districtAdmin" | "districtOfficer" | "zoneLead" | "schoolChair" | "schoolClerk" | "branchLead" | "auditor" | "expertReviewer" | "districtApprover" | "careKeeper";

export type RoundInput = {
  name: string;
  scheme: string;
  window: WindowView;
  dueAt: string;
  version?: number | null;
  closesAt?: string | null;
  dueShift: DueShift;
  scope?: RoundScope | null;
  kind: RoundKind;
};

export type RoundKind = "annual" | "application";

export type RoundSchemeView = {
  round: RoundView;
  scheme: SchemeVersionView;
  dueAt: string;
  locksAt?: string | null;
};

export type RoundScope = {
  stages?: SchoolStage[] | null;
  ownership?: SchoolOwnership[] | null;
  zones?: string[] | null;
  include?: string[] | null;
  exclude?: string[] | null;
};

export type RoundState = "planned" | "open" | "closed" | "published";

export type RoundTrend = {
  round: string;
  name: string;
  windowTo: string;
  meanOfSubmitted?: number | null;
  coverage?: number | null;
};

export type RoundView = {
  code: string;
  name: string;
  scheme: string;
  version?: number | null;
  state: RoundState;
  kind: RoundKind;
  window: WindowView;
  dueAt: string;
  effectiveDueAt: string;
  closesAt?: string | null;
  dueShift: DueShift;
  scope: RoundScope;
  visibility?: RoundVisibility | null;
  top?: number | null;
  openedAt?: string | null;
  closedAt?: string | null;
  publishedAt?: string | null;
  publications: number;
  bundleHead?: string | null;
};

export type RoundViewPage = {
  items: RoundView[];
  page: number;
  pageSize: number;
  total: number;
};

export type RoundVisibility = "ownCard" | "top" | "grades" | "full";

export type RunNowView = {
  jobs: JobView[];
};

export type ScanForm = {
  file: string;
};

export type ScanState = "notConfigured" | "pending" | "clean" | "infected";

export type SchemeChange = {
  path: string;
  value: unknown;
};

export type SchemeCheck = {
  problems: SchemeProblemView[];
  warnings: SchemeProblemView[];
};

export type SchemeDraft = {
  definition: unknown;
};

export type SchemeImported = {
  code: string;
  version: number;
  state: SchemeVersionState;
  unchanged: boolean;
  problems: SchemeProblemView[];
  warnings: SchemeProblemView[];
};

export type SchemeProblemView = {
  path: string;
  code: string;
  arguments: Record<string, unknown>;
  message: string;
};

export type SchemeTrial = {
  definition: unknown;
  facts?: Record<string, unknown> | null;
  claims?: Record<string, number> | null;
  daysLate: number;
  heldGrades?: string[] | null;
};

export type SchemeTrialResult = {
  total: number;
  base: number;
  bonus: number;
  late: number;
  outcome: Outcome;
  grade?: string | null;
  explanation: Statement[];
  nodes: TriedNode[];
};

export type SchemeVersionState = "draft" | "published" | "superseded";

export type SchemeVersionSummary = {
  version: number;
  state: SchemeVersionState;
  name: string;
  importedAt: string;
  publishedAt?: string | null;
};

export type SchemeVersionSummaryPage = {
  items: SchemeVersionSummary[];
  page: number;
  pageSize: number;
  total: number;
};

export type SchemeVersionView = {
  code: string;
  version: number;
  state: SchemeVersionState;
  name: string;
  importedAt: string;
  publishedAt?: string | null;
  problems: SchemeProblemView[];
  warnings: SchemeProblemView[];
  definition: unknown;
};

export type SchemeView = {
  code: string;
  name: string;
  latestVersion: number;
  publishedVersion?: number | null;
  draftVersion?: number | null;
};

export type SchemeViewPage = {
  items: SchemeView[];
  page: number;
  pageSize: number;
  total: number;
};

export type SchoolCompleteness = {
  school: string;
  name: string;
  zone: string;
  stage: SchoolStage;
  state: string;
  progress: EvaluationState;
  daysLate?: number | null;
  receivedAt?: string | null;
  dueAt: string;
  locksAt?: string | null;
  extended: boolean;
  reports: ReportCompleteness;
  toConfirm: number;
  nudgedAt?: string | null;
};

export type SchoolInput = {
  name: string;
  zone: string;
  stage: SchoolStage;
  ownership: SchoolOwnership;
  setting: SchoolSetting;
  members: number;
  countingKind?: BranchKind | null;
  titles?: string[] | null;
  from?: string | null;
  to?: string | null;
  term?: UnionTerm | null;
};

export type SchoolOwnership = "public" | "private";

export type SchoolProgress = {
  school: string;
  name: string;
  expected: number;
  given: number;
  vacant: number;
  belowMinimum: boolean;
};

export type SchoolRow = {
  code: string;
  name: string;
  zone: string;
  stage: SchoolStage;
  ownership: SchoolOwnership;
  setting: SchoolSetting;
  members: number;
  countingKind?: BranchKind | null;
  titles?: string[] | null;
  from?: string | null;
  to?: string | null;
  termStartsOn?: string | null;
  termEndsOn?: string | null;
};

export type SchoolSetting = "urban" | "rural";

export type SchoolStage = "kindergarten" | "primary" | "junior" | "senior" | "nineYear" | "vocational" | "special";

export type SchoolView = {
  code: string;
  name: string;
  zone: string;
  stage: SchoolStage;
  ownership: SchoolOwnership;
  setting: SchoolSetting;
  members: number;
  countingKind: BranchKind;
  titles: string[];
  from?: string | null;
  to?: string | null;
  term?: UnionTerm | null;
};

export type SchoolViewPage = {
  items: SchoolView[];
  page: number;
  pageSize: number;
  total: number;
};

export type ScopeView = {
  zone?: string | null;
  school?: string | null;
  branch?: string | null;
};

export type ScoreDecision = "keep" | "exclude";

export type ScoreInput = {
  score: number;
  comment?: string | null;
};

export type ScoreScale = {
  min: number;
  max: number;
};

export type ScorecardView = {
  school: string;
  state: RoundState;
  selfTotal?: number | null;
  total?: number | null;
  base?: number | null;
  bonus?: number | null;
  late?: number | null;
  outcome?: Outcome | null;
  grade?: string | null;
  rank?: number | null;
  ties?: number | null;
  vetoes?: string[] | null;
  flags: string[];
  explanation?: Statement[] | null;
  nodes: NodeView[];
};

export type ScreeningInput = {
  decision: ProposalDecision;
  opinion?: string | null;
  into?: string | null;
};

export type SeatEnding = "recused" | "removed";

export type SeatState = "open" | "scored" | "handedIn" | "kept" | "excluded";

export type SeatStateView = {
  score?: number | null;
  comment?: string | null;
  state: SeatState;
};

export type SeatView = {
  school: string;
  judge: string;
  state: SeatState;
  ending?: SeatEnding | null;
  reason?: string | null;
  by?: string | null;
  at?: string | null;
  score?: number | null;
  comment?: string | null;
};

export type SelectionRow = {
  application: string;
  unitName: string;
  school: string;
  state: ApplicationState;
  position: number;
  rank?: number | null;
  ties: number;
  total?: number | null;
  marks: string[];
  verdict: SelectionVerdict;
  reason: Statement;
  isChosen?: boolean | null;
  departureReason?: string | null;
  refusedFor?: string | null;
  isNominated: boolean;
};

export type SelectionVerdict = "selected" | "reserve" | "unranked" | "undecided";

export type SelectionView = {
  state: CampaignState;
  base: number;
  places: number;
  blockingTies: string[][];
  unfilledShares: string[];
  rows: SelectionRow[];
};

export type SeverityRow = {
  userName: string;
  displayName: string;
  count: number;
  mean: number;
  deviation: number;
  difference: number;
  z?: number | null;
  flagged: boolean;
};

export type SeverityView = {
  judges: SeverityRow[];
};

export type ShareRule = {
  name: string;
  percent: number;
  mark: string;
};

export type SheetFact = {
  name: string;
  value: unknown;
};

export type SheetFile = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
};

export type SheetLeaf = {
  code: string;
  name: string;
  comment?: string | null;
};

export type SheetView = {
  roundName: string;
  panelName: string;
  schoolName: string;
  leaves: SheetLeaf[];
  scale: ScoreScale;
  hasHandedIn: boolean;
  facts: SheetFact[];
  files: SheetFile[];
  score?: number | null;
  comment?: string | null;
  state: SeatState;
  isOpen: boolean;
};

export type SheetsHandedIn = {
  handedIn: number;
  open: number;
};

export type SignedIn = {
  accessToken: string;
  expiresIn: number;
  user: UserView;
};

export type Statement = {
  code: string;
  arguments: Record<string, unknown>;
  text: string;
};

export type StatisticsView = {
  bands: TotalBand[];
  outcomes: OutcomeCount[];
  trend: RoundTrend[];
  before?: string | null;
  rising: TotalChange[];
  falling: TotalChange[];
};

export type StepInput = {
  reason?: string | null;
};

export type SuccessionInput = {
  school: string;
  on: string;
  reason: string;
  branch?: string | null;
};

export type SummaryView = {
  district?: MeansView | null;
  zones: ZoneMeansView[];
};

export type TieResolutionInput = {
  schools: string[];
  reason: string;
};

export type TieResolutionView = {
  number: number;
  schools: string[];
  reason: string;
  actor: string;
  at: string;
};

export type TieResolutionViewPage = {
  items: TieResolutionView[];
  page: number;
  pageSize: number;
  total: number;
};

export type TierDefinition = {
  code: string;
  name: string;
};

export type TitleEnding = {
  how: HeldTitleState;
  on: string;
  reason: string;
};

export type TitleLevel = "district" | "city" | "province";

export type TitleSubject = "school" | "branch";

export type TitleView = {
  number: string;
  programme: string;
  tier: string;
  title: string;
  school: string;
  schoolName: string;
  unit: string;
  unitName: string;
  state: HeldTitleState;
  awardedOn: string;
  dueOn?: string | null;
  rectifyBy?: string | null;
  endsOn?: string | null;
  endedOn?: string | null;
  nominatedAt?: string | null;
  trail: TrailEntry[];
};

export type TitleViewPage = {
  items: TitleView[];
  page: number;
  pageSize: number;
  total: number;
};

export type TotalBand = {
  from: number;
  to: number;
  schools: number;
};

export type TotalChange = {
  school: string;
  name: string;
  zone: string;
  total: number;
  before: number;
  change: number;
};

export type TouchedApplication = {
  application: string;
  rule: string;
  isMetNow?: boolean | null;
  isMetThen?: boolean | null;
};

export type TrailEntry = {
  step: string;
  from: string;
  to: string;
  actor: string;
  at: string;
  reason?: string | null;
};

export type TriedNode = {
  code: string;
  name: string;
  max?: number | null;
  points?: number | null;
  flags: string[];
  arithmetic: Statement[];
};

export type TurnoutView = {
  eligible: number;
  cast: number;
  unusedLinks: number;
};

export type UnionTerm = {
  startsOn: string;
  endsOn: string;
};

export type UnitLevel = "branch" | "school" | "zone" | "district";

export type UnsubscribeView = {
  kind: MessageKind;
};

export type UploadInput = {
  name: string;
  size: number;
  nodes?: string[] | null;
  from?: string | null;
  to?: string | null;
  replaces?: string | null;
  pictureHash?: string | null;
};

export type UploadProgress = {
  id: string;
  size: number;
  received: number;
  evidence?: EvidenceView | null;
};

export type UploadView = {
  id: string;
  size: number;
  received: number;
};

export type UserInput = {
  displayName: string;
  posts: PostInput[];
  password?: string | null;
};

export type UserRow = {
  userName: string;
  displayName: string;
  role: Role;
  from: string;
  zone?: string | null;
  school?: string | null;
  branch?: string | null;
  to?: string | null;
};

export type UserView = {
  userName: string;
  displayName: string;
  district: string;
  districtName: string;
  posts: PostView[];
  activePost?: PostView | null;
};

export type UserViewPage = {
  items: UserView[];
  page: number;
  pageSize: number;
  total: number;
};

export type VisitAnswerView = {
  path: string;
  value: unknown;
  actor: string;
  at: string;
  recordedAt?: string | null;
};

export type VisitChange = {
  path: string;
  value: unknown;
  was: unknown;
  recordedAt?: string | null;
};

export type VisitEventView = {
  step: VisitStep;
  actor: string;
  name: string;
  at: string;
  reason?: string | null;
};

export type VisitInput = {
  plannedOn: string;
  inspectors: string[];
  leaves?: string[] | null;
};

export type VisitLeaf = {
  code: string;
  name: string;
  section: string;
  max: number;
  rule: string;
  claim?: number | null;
  comment?: string | null;
  evidence: number;
};

export type VisitPatch = {
  changes: VisitChange[];
};

export type VisitPerson = {
  userName: string;
  name: string;
};

export type VisitPhotoView = {
  id: string;
  node?: string | null;
  name: string;
  actor: string;
  at: string;
  recordedAt?: string | null;
};

export type VisitState = "planned" | "inProgress" | "inspected" | "confirmed" | "disputed" | "cancelled";

export type VisitStep = "plan" | "complete" | "confirm" | "return" | "cancel" | "adopt";

export type VisitSummary = {
  id: string;
  school: string;
  schoolName: string;
  plannedOn: string;
  state: VisitState;
  inspectors: string[];
};

export type VisitSummaryPage = {
  items: VisitSummary[];
  page: number;
  pageSize: number;
  total: number;
};

export type VisitView = {
  id: string;
  round: string;
  roundName: string;
  school: string;
  schoolName: string;
  plannedOn: string;
  state: VisitState;
  inspectors: VisitPerson[];
  checklist: VisitLeaf[];
  answers: VisitAnswerView[];
  photos: VisitPhotoView[];
  trail: VisitEventView[];
  canWrite: boolean;
  adopted: boolean;
};

export type VoteInput = {
  eligible: number;
  opensAt?: string | null;
  closesAt?: string | null;
};

export type VoteResultView = {
  verdict: VoteVerdict;
  returned: number;
  receipts: number;
  counts?: Record<string, number> | null;
  abstained?: number | null;
};

export type VoteState = "draft" | "open" | "closed" | "cancelled";

export type VoteVerdict = "valid" | "noQuorum" | "noValid" | "tooSmall";

export type VoteView = {
  fact: string;
  name: string;
  number: number;
  state: VoteState;
  eligible: number;
  opensAt?: string | null;
  closesAt?: string | null;
  options: string[];
  quorum: string;
  linksMade: number;
  endedAt?: string | null;
  reason?: string | null;
  result?: VoteResultView | null;
};

export type VoteViewPage = {
  items: VoteView[];
  page: number;
  pageSize: number;
  total: number;
};

export type WebhookAttemptView = {
  number: number;
  at: string;
  milliseconds: number;
  status?: number | null;
  answer?: string | null;
  error?: Statement | null;
};

export type WebhookDeliveryState = "queued" | "delivered" | "failed";

export type WebhookDeliveryView = {
  id: string;
  type: string;
  state: WebhookDeliveryState;
  attempts: number;
  nextAttemptAt?: string | null;
  lastStatus?: number | null;
  error?: Statement | null;
  occurredAt: string;
  deliveredAt?: string | null;
};

export type WebhookDeliveryViewPage = {
  items: WebhookDeliveryView[];
  page: number;
  pageSize: number;
  total: number;
};

export type WebhookEnd = "byHand" | "gone";

export type WebhookEventView = {
  type: string;
  description: string;
};

export type WebhookInput = {
  name: string;
  url: string;
  events: string[];
};

export type WebhookLogView = {
  delivery: WebhookDeliveryView;
  body: unknown;
  attempts: WebhookAttemptView[];
};

export type WebhookState = "active" | "disabled";

export type WebhookView = {
  code: string;
  name: string;
  url: string;
  events: string[];
  state: WebhookState;
  endedBy?: WebhookEnd | null;
  previousUntil?: string | null;
  secret?: string | null;
};

export type WebhookViewPage = {
  items: WebhookView[];
  page: number;
  pageSize: number;
  total: number;
};

export type WindowView = {
  from: string;
  to: string;
};

export type ZoneCompleteness = {
  zone: string;
  name: string;
  expected: number;
  submitted: number;
  onTime: number;
  late: number;
  missing: number;
  returned: number;
  extended: number;
};

export type ZoneInput = {
  name: string;
};

export type ZoneMeansView = {
  zone: string;
  inScope: number;
  submitted: number;
  mean?: number | null;
  coverage?: number | null;
  meanOfSubmitted?: number | null;
  memberWeightedMean?: number | null;
};

export type ZoneView = {
  code: string;
  name: string;
};

export type ZoneViewPage = {
  items: ZoneView[];
  page: number;
  pageSize: number;
  total: number;
};

/** Every operation: what it takes and what it answers. */
export interface Operations {
  'GET /activities': { body: undefined; answer: ActivityViewPage };
  'POST /activities': { body: ActivityInput; answer: ActivityView };
  'GET /activities/{activity}': { body: undefined; answer: ActivityView };
  'PUT /activities/{activity}': { body: ActivityInput; answer: ActivityView };
  'POST /activities/{activity}/cancel': { body: ReasonInput; answer: ActivityView };
  'POST /activities/{activity}/photos': { body: undefined; answer: ActivityView };
  'DELETE /activities/{activity}/photos/{photo}': { body: undefined; answer: undefined };
  'GET /activities/{activity}/photos/{photo}': { body: undefined; answer: undefined };
  'GET /api-keys': { body: undefined; answer: ApiKeyViewPage };
  'POST /api-keys': { body: ApiKeyInput; answer: ApiKeyView };
  'DELETE /api-keys/{apiKey}': { body: undefined; answer: undefined };
  'POST /api-keys/{apiKey}/rotate': { body: undefined; answer: ApiKeyView };
  'POST /auth/invitation': { body: RedeemInput; answer: InvitedView };
  'POST /auth/login': { body: Credentials; answer: SignedIn };
  'POST /auth/logout': { body: undefined; answer: undefined };
  'POST /branches/import': { body: BranchRow[]; answer: ImportReport };
  'GET /branches/import/template.xlsx': { body: undefined; answer: undefined };
  'GET /calendar/days': { body: undefined; answer: CalendarDayViewPage };
  'GET /calendar/feed.ics': { body: undefined; answer: undefined };
  'GET /calendar/feeds': { body: undefined; answer: FeedViewPage };
  'POST /calendar/feeds': { body: FeedInput; answer: FeedView };
  'DELETE /calendar/feeds/{calendarFeed}': { body: undefined; answer: undefined };
  'POST /calendar/import': { body: CalendarRow[]; answer: ImportReport };
  'GET /calendar/import/template.xlsx': { body: undefined; answer: undefined };
  'GET /calendar/years': { body: undefined; answer: CalendarYearViewPage };
  'GET /care-records': { body: undefined; answer: CareRecordLinePage };
  'POST /care-records': { body: NewCareInput; answer: CareReceipt };
  'GET /care-records/{careRecord}': { body: undefined; answer: CareRecordView };
  'PUT /care-records/{careRecord}': { body: CareInput; answer: CareReceipt };
  'POST /care-records/{careRecord}/complete': { body: CareOutcomeInput; answer: CareReceipt };
  'POST /care-records/{careRecord}/erase': { body: CareErasureInput; answer: CareReceipt };
  'POST /care-records/{careRecord}/reopen': { body: undefined; answer: CareReceipt };
  'POST /care-records/{careRecord}/schedule': { body: CareScheduleInput; answer: CareReceipt };
  'POST /care-records/{careRecord}/unschedule': { body: undefined; answer: CareReceipt };
  'POST /care-records/{careRecord}/unwaive': { body: undefined; answer: CareReceipt };
  'POST /care-records/{careRecord}/waive': { body: CareWaiverInput; answer: CareReceipt };
  'GET /care-records/keepers': { body: undefined; answer: CareKeeperViewPage };
  'GET /care-records/overview': { body: undefined; answer: CareOverview };
  'GET /care-records/views': { body: undefined; answer: CareViewLinePage };
  'GET /communities': { body: undefined; answer: CommunityViewPage };
  'DELETE /communities/{community}': { body: undefined; answer: undefined };
  'GET /communities/{community}': { body: undefined; answer: CommunityView };
  'PUT /communities/{community}': { body: CommunityInput; answer: CommunityView };
  'GET /congress-rule': { body: undefined; answer: CongressTerms };
  'PUT /congress-rule': { body: CongressTerms; answer: CongressTerms };
  'GET /congresses': { body: undefined; answer: CongressViewPage };
  'POST /congresses': { body: CongressInput; answer: CongressView };
  'GET /congresses/{congress}': { body: undefined; answer: CongressView };
  'PUT /congresses/{congress}': { body: CongressInput; answer: CongressView };
  'POST /congresses/{congress}/cancel': { body: ReasonInput; answer: CongressView };
  'POST /congresses/{congress}/confirm': { body: undefined; answer: CongressView };
  'POST /congresses/{congress}/files': { body: undefined; answer: CongressView };
  'DELETE /congresses/{congress}/files/{file}': { body: undefined; answer: undefined };
  'GET /congresses/{congress}/files/{file}': { body: undefined; answer: undefined };
  'POST /congresses/{congress}/hold': { body: AttendanceInput; answer: CongressView };
  'POST /congresses/{congress}/reopen': { body: ReasonInput; answer: CongressView };
  'POST /congresses/{congress}/resolve': { body: ResolutionsInput; answer: CongressView };
  'POST /congresses/{congress}/restore': { body: undefined; answer: CongressView };
  'POST /congresses/{congress}/unhold': { body: ReasonInput; answer: CongressView };
  'GET /congresses/overview': { body: undefined; answer: CongressOverviewRowPage };
  'GET /deliveries': { body: undefined; answer: DeliveryViewPage };
  'POST /deliveries/{delivery}/send-again': { body: undefined; answer: DeliveryView };
  'GET /disclosures': { body: undefined; answer: DisclosureViewPage };
  'POST /disclosures': { body: DisclosureInput; answer: DisclosureView };
  'GET /disclosures/{disclosure}': { body: undefined; answer: DisclosureView };
  'PUT /disclosures/{disclosure}': { body: DisclosureInput; answer: DisclosureView };
  'POST /disclosures/{disclosure}/cancel': { body: ReasonInput; answer: DisclosureView };
  'POST /disclosures/{disclosure}/proofs': { body: undefined; answer: DisclosureView };
  'DELETE /disclosures/{disclosure}/proofs/{proof}': { body: undefined; answer: undefined };
  'GET /disclosures/{disclosure}/proofs/{proof}': { body: undefined; answer: undefined };
  'GET /document-templates': { body: undefined; answer: DocumentTemplateViewPage };
  'DELETE /document-templates/awardCircular': { body: undefined; answer: undefined };
  'GET /document-templates/awardCircular': { body: undefined; answer: DocumentTemplateView };
  'PUT /document-templates/awardCircular': { body: undefined; answer: DocumentTemplateView };
  'GET /document-templates/awardCircular/file': { body: undefined; answer: undefined };
  'GET /document-templates/awardCircular/starter.docx': { body: undefined; answer: undefined };
  'DELETE /document-templates/certificate': { body: undefined; answer: undefined };
  'GET /document-templates/certificate': { body: undefined; answer: DocumentTemplateView };
  'PUT /document-templates/certificate': { body: undefined; answer: DocumentTemplateView };
  'GET /document-templates/certificate/file': { body: undefined; answer: undefined };
  'GET /document-templates/certificate/starter.docx': { body: undefined; answer: undefined };
  'DELETE /document-templates/publicityNotice': { body: undefined; answer: undefined };
  'GET /document-templates/publicityNotice': { body: undefined; answer: DocumentTemplateView };
  'PUT /document-templates/publicityNotice': { body: undefined; answer: DocumentTemplateView };
  'GET /document-templates/publicityNotice/file': { body: undefined; answer: undefined };
  'GET /document-templates/publicityNotice/starter.docx': { body: undefined; answer: undefined };
  'GET /inbox': { body: undefined; answer: InboxMessageViewPage };
  'POST /inbox/{message}/read': { body: undefined; answer: InboxMessageView };
  'POST /inbox/{message}/unread': { body: undefined; answer: InboxMessageView };
  'POST /inbox/read': { body: undefined; answer: InboxSummary };
  'GET /inbox/summary': { body: undefined; answer: InboxSummary };
  'GET /invitations': { body: undefined; answer: InvitationViewPage };
  'POST /invitations': { body: InvitationInput; answer: InvitationView };
  'DELETE /invitations/{invitation}': { body: undefined; answer: undefined };
  'GET /job-definitions': { body: undefined; answer: JobDefinitionViewPage };
  'POST /job-definitions/{definition}/pause': { body: undefined; answer: JobDefinitionView };
  'POST /job-definitions/{definition}/resume': { body: undefined; answer: JobDefinitionView };
  'POST /job-definitions/{definition}/run': { body: undefined; answer: RunNowView };
  'GET /jobs': { body: undefined; answer: JobViewPage };
  'DELETE /jobs/{job}': { body: undefined; answer: undefined };
  'GET /jobs/{job}': { body: undefined; answer: JobView };
  'GET /jobs/{job}/events': { body: undefined; answer: undefined };
  'POST /jobs/{job}/retry': { body: undefined; answer: JobView };
  'GET /lab/runs': { body: undefined; answer: LabRunViewPage };
  'POST /lab/runs': { body: LabInput; answer: LabRunView };
  'DELETE /lab/runs/{labRun}': { body: undefined; answer: undefined };
  'GET /lab/runs/{labRun}': { body: undefined; answer: LabRunView };
  'GET /lab/runs/{labRun}/applications': { body: undefined; answer: LabApplicationPage };
  'GET /lab/runs/{labRun}/definition': { body: undefined; answer: LabDefinition };
  'GET /lab/runs/{labRun}/schools': { body: undefined; answer: LabSchoolPage };
  'GET /me': { body: undefined; answer: UserView };
  'PUT /me/active-post': { body: PostChoice; answer: UserView };
  'GET /me/message-preferences': { body: undefined; answer: PreferenceView };
  'PUT /me/message-preferences': { body: PreferenceInput; answer: PreferenceView };
  'POST /me/message-preferences/email/code': { body: undefined; answer: PreferenceView };
  'POST /me/message-preferences/email/confirm': { body: AddressCodeInput; answer: PreferenceView };
  'POST /me/message-preferences/phone/code': { body: undefined; answer: PreferenceView };
  'POST /me/message-preferences/phone/confirm': { body: AddressCodeInput; answer: PreferenceView };
  'GET /me/panel-work': { body: undefined; answer: OwnSeatViewPage };
  'GET /me/work': { body: undefined; answer: OwnWork };
  'GET /obligation-templates': { body: undefined; answer: ObligationTemplateViewPage };
  'GET /obligation-templates/{obligationTemplate}': { body: undefined; answer: ObligationTemplateView };
  'PUT /obligation-templates/{obligationTemplate}': { body: ObligationDefinition; answer: ObligationTemplateView };
  'POST /obligation-templates/{obligationTemplate}/activate': { body: undefined; answer: ObligationTemplateView };
  'POST /obligation-templates/{obligationTemplate}/deactivate': { body: undefined; answer: ObligationTemplateView };
  'GET /obligation-templates/{obligationTemplate}/differences': { body: undefined; answer: ObligationDifferencePage };
  'GET /obligations': { body: undefined; answer: ObligationViewPage };
  'GET /obligations/{obligation}': { body: undefined; answer: ObligationView };
  'POST /obligations/{obligation}/fulfil': { body: FulfilmentInput; answer: ObligationView };
  'GET /obligations/{obligation}/reminders': { body: undefined; answer: ReminderViewPage };
  'POST /obligations/{obligation}/reopen': { body: ReasonInput; answer: ObligationView };
  'POST /obligations/{obligation}/unwaive': { body: ReasonInput; answer: ObligationView };
  'POST /obligations/{obligation}/waive': { body: ReasonInput; answer: ObligationView };
  'GET /obligations/board': { body: undefined; answer: BoardView };
  'GET /obligations/board.xlsx': { body: undefined; answer: undefined };
  'GET /obligations/late-list': { body: undefined; answer: LateListView };
  'GET /plan-items': { body: undefined; answer: PlanItemViewPage };
  'POST /plan-items': { body: PlanInput; answer: PlanItemView };
  'DELETE /plan-items/{planItem}': { body: undefined; answer: undefined };
  'GET /plan-items/{planItem}': { body: undefined; answer: PlanItemView };
  'PUT /plan-items/{planItem}': { body: PlanInput; answer: PlanItemView };
  'POST /plan-items/{planItem}/done': { body: ReasonInput; answer: PlanItemView };
  'POST /plan-items/{planItem}/drop': { body: ReasonInput; answer: PlanItemView };
  'POST /plan-items/{planItem}/reopen': { body: ReasonInput; answer: PlanItemView };
  'POST /plan-items/copy': { body: PlanYearInput; answer: PlanCopyView };
  'GET /plan-items/progress': { body: undefined; answer: PlanProgressPage };
  'POST /plan-items/submit': { body: PlanYearInput; answer: PlanSubmissionView };
  'POST /plan-items/withdraw': { body: PlanYearInput; answer: PlanSubmissionView };
  'GET /proposals': { body: undefined; answer: ProposalViewPage };
  'POST /proposals': { body: ProposalInput; answer: ProposalView };
  'DELETE /proposals/{proposal}': { body: undefined; answer: undefined };
  'GET /proposals/{proposal}': { body: undefined; answer: ProposalView };
  'PUT /proposals/{proposal}': { body: ProposalInput; answer: ProposalView };
  'POST /proposals/{proposal}/assign': { body: ProposalTask; answer: ProposalView };
  'POST /proposals/{proposal}/close': { body: undefined; answer: ProposalView };
  'POST /proposals/{proposal}/rate': { body: RatingInput; answer: ProposalView };
  'POST /proposals/{proposal}/reopen': { body: undefined; answer: ProposalView };
  'POST /proposals/{proposal}/reply': { body: ReplyInput; answer: ProposalView };
  'POST /proposals/{proposal}/retract-reply': { body: undefined; answer: ProposalView };
  'POST /proposals/{proposal}/screen': { body: ScreeningInput; answer: ProposalView };
  'POST /proposals/{proposal}/submit': { body: undefined; answer: ProposalView };
  'POST /proposals/{proposal}/unassign': { body: undefined; answer: ProposalView };
  'POST /proposals/{proposal}/unrate': { body: undefined; answer: ProposalView };
  'POST /proposals/{proposal}/unscreen': { body: undefined; answer: ProposalView };
  'POST /proposals/{proposal}/withdraw': { body: undefined; answer: ProposalView };
  'GET /public/ballots/{token}': { body: undefined; answer: BallotView };
  'POST /public/ballots/{token}': { body: BallotInput; answer: CastView };
  'GET /public/certificates/{number}': { body: undefined; answer: CertificateView };
  'GET /public/notices': { body: undefined; answer: NoticeViewPage };
  'GET /public/notices/{address}': { body: undefined; answer: NoticeView };
  'POST /public/notices/{address}/objections': { body: ObjectionInput; answer: ObjectionReceipt };
  'GET /public/notices/{address}/objections/{receipt}': { body: undefined; answer: ObjectionOutcome };
  'GET /public/receipts/{receipt}': { body: undefined; answer: ReceiptView };
  'GET /public/unsubscribe/{token}': { body: undefined; answer: undefined };
  'POST /public/unsubscribe/{token}': { body: undefined; answer: UnsubscribeView };
  'GET /robots': { body: undefined; answer: RobotViewPage };
  'DELETE /robots/{robot}': { body: undefined; answer: undefined };
  'GET /robots/{robot}': { body: undefined; answer: RobotView };
  'PUT /robots/{robot}': { body: RobotInput; answer: RobotView };
  'POST /robots/{robot}/test': { body: undefined; answer: undefined };
  'GET /rounds': { body: undefined; answer: RoundViewPage };
  'GET /rounds/{round}': { body: undefined; answer: RoundView };
  'PUT /rounds/{round}': { body: RoundInput; answer: RoundView };
  'GET /rounds/{round}/amendments': { body: undefined; answer: AmendmentViewPage };
  'POST /rounds/{round}/amendments': { body: AmendmentInput; answer: RoundView };
  'GET /rounds/{round}/bundle': { body: undefined; answer: undefined };
  'POST /rounds/{round}/close': { body: undefined; answer: RoundView };
  'GET /rounds/{round}/completeness': { body: undefined; answer: CompletenessView };
  'POST /rounds/{round}/facts/import': { body: FactRow[]; answer: ImportReport };
  'GET /rounds/{round}/facts/import/template.xlsx': { body: undefined; answer: undefined };
  'GET /rounds/{round}/nudges': { body: undefined; answer: NudgeViewPage };
  'POST /rounds/{round}/nudges': { body: NudgeInput; answer: NudgeOutcome };
  'POST /rounds/{round}/open': { body: undefined; answer: RoundView };
  'GET /rounds/{round}/open-work': { body: undefined; answer: OpenWorkPage };
  'GET /rounds/{round}/panels': { body: undefined; answer: PanelSummaryPage };
  'GET /rounds/{round}/panels/{panel}': { body: undefined; answer: PanelView };
  'PUT /rounds/{round}/panels/{panel}': { body: PanelInput; answer: PanelView };
  'POST /rounds/{round}/panels/{panel}/assign': { body: undefined; answer: PanelView };
  'POST /rounds/{round}/panels/{panel}/close': { body: PanelClosing; answer: PanelView };
  'GET /rounds/{round}/panels/{panel}/progress': { body: undefined; answer: PanelProgress };
  'POST /rounds/{round}/panels/{panel}/removals': { body: RemovalInput; answer: PanelView };
  'POST /rounds/{round}/panels/{panel}/reopen': { body: ReasonInput; answer: PanelView };
  'GET /rounds/{round}/panels/{panel}/severity': { body: undefined; answer: SeverityView };
  'GET /rounds/{round}/panels/{panel}/sheets/{school}': { body: undefined; answer: SheetView };
  'PUT /rounds/{round}/panels/{panel}/sheets/{school}': { body: ScoreInput; answer: SeatStateView };
  'GET /rounds/{round}/panels/{panel}/sheets/{school}/evidence/{evidence}': { body: undefined; answer: undefined };
  'GET /rounds/{round}/panels/{panel}/sheets/{school}/evidence/{evidence}/text': { body: undefined; answer: OfficeText };
  'POST /rounds/{round}/panels/{panel}/sheets/{school}/recuse': { body: RecusalInput; answer: SeatStateView };
  'POST /rounds/{round}/panels/{panel}/sheets/{school}/submit': { body: undefined; answer: SeatStateView };
  'POST /rounds/{round}/panels/{panel}/sheets/{school}/withdraw': { body: undefined; answer: SeatStateView };
  'POST /rounds/{round}/panels/{panel}/sheets/submit': { body: undefined; answer: SheetsHandedIn };
  'POST /rounds/{round}/panels/{panel}/start': { body: undefined; answer: PanelView };
  'GET /rounds/{round}/publications': { body: undefined; answer: PublicationViewPage };
  'GET /rounds/{round}/publications/{number}': { body: undefined; answer: FrozenPublicationView };
  'POST /rounds/{round}/publish': { body: PublishInput; answer: RoundView };
  'GET /rounds/{round}/ranking': { body: undefined; answer: RankingRowPage };
  'GET /rounds/{round}/ranking.docx': { body: undefined; answer: undefined };
  'GET /rounds/{round}/ranking.xlsx': { body: undefined; answer: undefined };
  'POST /rounds/{round}/reopen': { body: ReasonInput; answer: RoundView };
  'POST /rounds/{round}/rollups': { body: undefined; answer: JobView };
  'GET /rounds/{round}/scheme': { body: undefined; answer: RoundSchemeView };
  'GET /rounds/{round}/schools/{school}/branches/{branch}/report': { body: undefined; answer: ReportView };
  'PUT /rounds/{round}/schools/{school}/branches/{branch}/report': { body: ReportContent; answer: ReportView };
  'POST /rounds/{round}/schools/{school}/branches/{branch}/report/accept': { body: ReasonInput; answer: ReportView };
  'POST /rounds/{round}/schools/{school}/branches/{branch}/report/return': { body: ReasonInput; answer: ReportView };
  'POST /rounds/{round}/schools/{school}/branches/{branch}/report/submit': { body: ReasonInput; answer: ReportView };
  'GET /rounds/{round}/schools/{school}/evidence': { body: undefined; answer: EvidenceViewPage };
  'POST /rounds/{round}/schools/{school}/evidence': { body: undefined; answer: EvidenceView };
  'DELETE /rounds/{round}/schools/{school}/evidence/{evidence}': { body: undefined; answer: undefined };
  'GET /rounds/{round}/schools/{school}/evidence/{evidence}': { body: undefined; answer: undefined };
  'PUT /rounds/{round}/schools/{school}/evidence/{evidence}': { body: EvidenceInput; answer: EvidenceView };
  'PUT /rounds/{round}/schools/{school}/evidence/{evidence}/file': { body: undefined; answer: EvidenceView };
  'GET /rounds/{round}/schools/{school}/evidence/{evidence}/text': { body: undefined; answer: OfficeText };
  'POST /rounds/{round}/schools/{school}/evidence/uploads': { body: UploadInput; answer: UploadView };
  'DELETE /rounds/{round}/schools/{school}/evidence/uploads/{upload}': { body: undefined; answer: undefined };
  'GET /rounds/{round}/schools/{school}/evidence/uploads/{upload}': { body: undefined; answer: UploadView };
  'PUT /rounds/{round}/schools/{school}/evidence/uploads/{upload}': { body: undefined; answer: UploadProgress };
  'GET /rounds/{round}/schools/{school}/extension': { body: undefined; answer: ExtensionView };
  'PUT /rounds/{round}/schools/{school}/extension': { body: ExtensionInput; answer: ExtensionView };
  'GET /rounds/{round}/schools/{school}/feedback.docx': { body: undefined; answer: undefined };
  'GET /rounds/{round}/schools/{school}/feedback.xlsx': { body: undefined; answer: undefined };
  'GET /rounds/{round}/schools/{school}/papers/review-sheet': { body: undefined; answer: PaperView };
  'POST /rounds/{round}/schools/{school}/papers/review-sheet/original': { body: OriginalInput; answer: PaperView };
  'POST /rounds/{round}/schools/{school}/papers/review-sheet/scans': { body: undefined; answer: PaperView };
  'GET /rounds/{round}/schools/{school}/papers/review-sheet/scans/{scan}': { body: undefined; answer: undefined };
  'GET /rounds/{round}/schools/{school}/papers/self-evaluation': { body: undefined; answer: PaperView };
  'POST /rounds/{round}/schools/{school}/papers/self-evaluation/original': { body: OriginalInput; answer: PaperView };
  'POST /rounds/{round}/schools/{school}/papers/self-evaluation/scans': { body: undefined; answer: PaperView };
  'GET /rounds/{round}/schools/{school}/papers/self-evaluation/scans/{scan}': { body: undefined; answer: undefined };
  'GET /rounds/{round}/schools/{school}/reports': { body: undefined; answer: ReportSummaryPage };
  'POST /rounds/{round}/schools/{school}/reports/accept': { body: ReportsInput; answer: ImportReport };
  'POST /rounds/{round}/schools/{school}/reports/return': { body: ReportsInput; answer: ImportReport };
  'GET /rounds/{round}/schools/{school}/review': { body: undefined; answer: ReviewsView };
  'POST /rounds/{round}/schools/{school}/review': { body: ReviewInput; answer: ReviewView };
  'POST /rounds/{round}/schools/{school}/review/recusals': { body: ReviewRecusalInput; answer: ReviewRecusalView };
  'GET /rounds/{round}/schools/{school}/scorecard': { body: undefined; answer: ScorecardView };
  'GET /rounds/{round}/schools/{school}/scorecard.xlsx': { body: undefined; answer: undefined };
  'GET /rounds/{round}/schools/{school}/self-evaluation': { body: undefined; answer: EvaluationView };
  'PATCH /rounds/{round}/schools/{school}/self-evaluation': { body: EvaluationPatch; answer: EvaluationView };
  'PUT /rounds/{round}/schools/{school}/self-evaluation': { body: EvaluationContent; answer: EvaluationView };
  'GET /rounds/{round}/schools/{school}/self-evaluation/earlier': { body: undefined; answer: EarlierEvaluationPage };
  'POST /rounds/{round}/schools/{school}/self-evaluation/import': { body: undefined; answer: EvaluationFormReport };
  'POST /rounds/{round}/schools/{school}/self-evaluation/inherit': { body: InheritInput; answer: EvaluationView };
  'GET /rounds/{round}/schools/{school}/self-evaluation/preview': { body: undefined; answer: EvaluationPreview };
  'POST /rounds/{round}/schools/{school}/self-evaluation/return': { body: ReturnInput; answer: EvaluationView };
  'POST /rounds/{round}/schools/{school}/self-evaluation/submit': { body: ReasonInput; answer: EvaluationView };
  'GET /rounds/{round}/schools/{school}/self-evaluation/template.xlsx': { body: undefined; answer: undefined };
  'POST /rounds/{round}/schools/{school}/self-evaluation/withdraw': { body: ReasonInput; answer: EvaluationView };
  'POST /rounds/{round}/schools/{school}/visits': { body: VisitInput; answer: VisitView };
  'GET /rounds/{round}/schools/{school}/visits/{visit}': { body: undefined; answer: VisitView };
  'PATCH /rounds/{round}/schools/{school}/visits/{visit}': { body: VisitPatch; answer: VisitView };
  'PUT /rounds/{round}/schools/{school}/visits/{visit}': { body: VisitInput; answer: VisitView };
  'POST /rounds/{round}/schools/{school}/visits/{visit}/adopt': { body: AdoptInput; answer: VisitView };
  'POST /rounds/{round}/schools/{school}/visits/{visit}/cancel': { body: ReasonInput; answer: VisitView };
  'POST /rounds/{round}/schools/{school}/visits/{visit}/complete': { body: ReasonInput; answer: VisitView };
  'POST /rounds/{round}/schools/{school}/visits/{visit}/confirm': { body: ReasonInput; answer: VisitView };
  'POST /rounds/{round}/schools/{school}/visits/{visit}/photos': { body: undefined; answer: VisitView };
  'DELETE /rounds/{round}/schools/{school}/visits/{visit}/photos/{photo}': { body: undefined; answer: undefined };
  'GET /rounds/{round}/schools/{school}/visits/{visit}/photos/{photo}': { body: undefined; answer: undefined };
  'POST /rounds/{round}/schools/{school}/visits/{visit}/return': { body: ReasonInput; answer: VisitView };
  'GET /rounds/{round}/schools/{school}/votes': { body: undefined; answer: VoteViewPage };
  'GET /rounds/{round}/schools/{school}/votes/{fact}': { body: undefined; answer: VoteView };
  'PUT /rounds/{round}/schools/{school}/votes/{fact}': { body: VoteInput; answer: VoteView };
  'POST /rounds/{round}/schools/{school}/votes/{fact}/cancel': { body: ReasonInput; answer: VoteView };
  'POST /rounds/{round}/schools/{school}/votes/{fact}/close': { body: undefined; answer: VoteView };
  'POST /rounds/{round}/schools/{school}/votes/{fact}/links': { body: BallotLinksInput; answer: BallotLinksView };
  'POST /rounds/{round}/schools/{school}/votes/{fact}/open': { body: undefined; answer: VoteView };
  'GET /rounds/{round}/schools/{school}/votes/{fact}/turnout': { body: undefined; answer: TurnoutView };
  'GET /rounds/{round}/scorecards': { body: undefined; answer: ComparisonView };
  'POST /rounds/{round}/self-evaluations/accept': { body: EvaluationsInput; answer: ImportReport };
  'GET /rounds/{round}/self-evaluations/decisions': { body: undefined; answer: BulkDecisionViewPage };
  'POST /rounds/{round}/self-evaluations/decisions/{decision}/undo': { body: undefined; answer: ImportReport };
  'POST /rounds/{round}/self-evaluations/return': { body: EvaluationsInput; answer: ImportReport };
  'GET /rounds/{round}/statistics': { body: undefined; answer: StatisticsView };
  'GET /rounds/{round}/summary': { body: undefined; answer: SummaryView };
  'GET /rounds/{round}/tie-resolutions': { body: undefined; answer: TieResolutionViewPage };
  'POST /rounds/{round}/tie-resolutions': { body: TieResolutionInput; answer: RoundView };
  'GET /rounds/{round}/visits': { body: undefined; answer: VisitSummaryPage };
  'GET /schemes': { body: undefined; answer: SchemeViewPage };
  'GET /schemes/{scheme}/versions': { body: undefined; answer: SchemeVersionSummaryPage };
  'GET /schemes/{scheme}/versions/{number}': { body: undefined; answer: SchemeVersionView };
  'GET /schemes/{scheme}/versions/{number}/export.xlsx': { body: undefined; answer: undefined };
  'GET /schemes/{scheme}/versions/{number}/export.yaml': { body: undefined; answer: undefined };
  'POST /schemes/{scheme}/versions/{number}/publish': { body: undefined; answer: SchemeVersionView };
  'POST /schemes/check': { body: SchemeDraft; answer: SchemeCheck };
  'POST /schemes/import': { body: string; answer: SchemeImported };
  'POST /schemes/try': { body: SchemeTrial; answer: SchemeTrialResult };
  'GET /schools': { body: undefined; answer: SchoolViewPage };
  'GET /schools/{school}': { body: undefined; answer: SchoolView };
  'PUT /schools/{school}': { body: SchoolInput; answer: SchoolView };
  'GET /schools/{school}/branches': { body: undefined; answer: BranchViewPage };
  'GET /schools/{school}/branches/{branch}': { body: undefined; answer: BranchView };
  'PUT /schools/{school}/branches/{branch}': { body: BranchInput; answer: BranchView };
  'POST /schools/import': { body: SchoolRow[]; answer: ImportReport };
  'GET /schools/import/template.xlsx': { body: undefined; answer: undefined };
  'GET /title-applications': { body: undefined; answer: ApplicationSummaryPage };
  'GET /title-campaigns': { body: undefined; answer: CampaignViewPage };
  'GET /title-programmes': { body: undefined; answer: ProgrammeViewPage };
  'GET /title-programmes/{programme}': { body: undefined; answer: ProgrammeView };
  'PUT /title-programmes/{programme}': { body: ProgrammeDefinition; answer: ProgrammeView };
  'GET /title-programmes/{programme}/applications': { body: undefined; answer: ApplicationSummaryPage };
  'GET /title-programmes/{programme}/applications/{application}': { body: undefined; answer: ApplicationView };
  'PUT /title-programmes/{programme}/applications/{application}': { body: ApplicationInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/accept': { body: StepInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/approvals': { body: ApprovalInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/disqualify': { body: StepInput; answer: ApplicationView };
  'GET /title-programmes/{programme}/applications/{application}/files/{file}': { body: undefined; answer: undefined };
  'GET /title-programmes/{programme}/applications/{application}/files/{file}/text': { body: undefined; answer: OfficeText };
  'POST /title-programmes/{programme}/applications/{application}/forfeit': { body: StepInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/inspect': { body: StepInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/recall': { body: StepInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/recommend': { body: StepInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/reinstate': { body: StepInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/reject': { body: StepInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/reopen-examination': { body: StepInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/return': { body: StepInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/review-documents': { body: StepInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/scores': { body: BranchScoresInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/survey': { body: StepInput; answer: ApplicationView };
  'POST /title-programmes/{programme}/applications/{application}/withdraw': { body: StepInput; answer: ApplicationView };
  'GET /title-programmes/{programme}/campaigns': { body: undefined; answer: CampaignViewPage };
  'GET /title-programmes/{programme}/campaigns/{campaign}': { body: undefined; answer: CampaignView };
  'PUT /title-programmes/{programme}/campaigns/{campaign}': { body: CampaignInput; answer: CampaignView };
  'POST /title-programmes/{programme}/campaigns/{campaign}/award': { body: AwardInput; answer: AwardedView };
  'GET /title-programmes/{programme}/campaigns/{campaign}/award-circular.docx': { body: undefined; answer: undefined };
  'GET /title-programmes/{programme}/campaigns/{campaign}/bundle': { body: undefined; answer: undefined };
  'GET /title-programmes/{programme}/campaigns/{campaign}/certificates.docx': { body: undefined; answer: undefined };
  'POST /title-programmes/{programme}/campaigns/{campaign}/decision': { body: DecisionInput; answer: CampaignView };
  'POST /title-programmes/{programme}/campaigns/{campaign}/end': { body: StepInput; answer: CampaignView };
  'POST /title-programmes/{programme}/campaigns/{campaign}/fill-places': { body: StepInput; answer: CampaignView };
  'POST /title-programmes/{programme}/campaigns/{campaign}/nominate': { body: StepInput; answer: CampaignView };
  'GET /title-programmes/{programme}/campaigns/{campaign}/nomination.zip': { body: undefined; answer: undefined };
  'GET /title-programmes/{programme}/campaigns/{campaign}/notices': { body: undefined; answer: NoticeViewPage };
  'POST /title-programmes/{programme}/campaigns/{campaign}/notices': { body: NoticeInput; answer: NoticeView };
  'GET /title-programmes/{programme}/campaigns/{campaign}/notices/{notice}': { body: undefined; answer: NoticeView };
  'POST /title-programmes/{programme}/campaigns/{campaign}/notices/{notice}/cancel': { body: ReasonInput; answer: NoticeView };
  'GET /title-programmes/{programme}/campaigns/{campaign}/notices/{notice}/document.docx': { body: undefined; answer: undefined };
  'GET /title-programmes/{programme}/campaigns/{campaign}/objections': { body: undefined; answer: ObjectionViewPage };
  'POST /title-programmes/{programme}/campaigns/{campaign}/objections/{objection}/decide': { body: FindingInput; answer: ObjectionDecided };
  'POST /title-programmes/{programme}/campaigns/{campaign}/open': { body: StepInput; answer: CampaignView };
  'POST /title-programmes/{programme}/campaigns/{campaign}/rank': { body: undefined; answer: CampaignView };
  'POST /title-programmes/{programme}/campaigns/{campaign}/rescind': { body: StepInput; answer: CampaignView };
  'GET /title-programmes/{programme}/campaigns/{campaign}/selection': { body: undefined; answer: SelectionView };
  'POST /title-programmes/{programme}/campaigns/{campaign}/tie-resolutions': { body: CampaignTieInput; answer: CampaignView };
  'POST /title-programmes/{programme}/campaigns/{campaign}/unrank': { body: StepInput; answer: CampaignView };
  'POST /title-programmes/{programme}/campaigns/{campaign}/withdraw-nomination': { body: StepInput; answer: CampaignView };
  'POST /title-programmes/{programme}/trial': { body: ProgrammeDefinition; answer: ProgrammeTrial };
  'GET /titles': { body: undefined; answer: TitleViewPage };
  'GET /titles/{title}': { body: undefined; answer: TitleView };
  'GET /titles/{title}/certificate.docx': { body: undefined; answer: undefined };
  'POST /titles/{title}/end': { body: TitleEnding; answer: TitleView };
  'POST /titles/{title}/reinspect': { body: ReinspectionInput; answer: TitleView };
  'POST /titles/{title}/successor': { body: SuccessionInput; answer: TitleView };
  'GET /users': { body: undefined; answer: UserViewPage };
  'GET /users/{userName}': { body: undefined; answer: UserView };
  'PUT /users/{userName}': { body: UserInput; answer: UserView };
  'POST /users/import': { body: UserRow[]; answer: ImportReport };
  'GET /users/import/template.xlsx': { body: undefined; answer: undefined };
  'GET /webhook-events': { body: undefined; answer: WebhookEventView[] };
  'GET /webhooks': { body: undefined; answer: WebhookViewPage };
  'DELETE /webhooks/{webhook}': { body: undefined; answer: undefined };
  'GET /webhooks/{webhook}': { body: undefined; answer: WebhookView };
  'PUT /webhooks/{webhook}': { body: WebhookInput; answer: WebhookView };
  'GET /webhooks/{webhook}/deliveries': { body: undefined; answer: WebhookDeliveryViewPage };
  'GET /webhooks/{webhook}/deliveries/{event}': { body: undefined; answer: WebhookLogView };
  'POST /webhooks/{webhook}/deliveries/{event}/replay': { body: undefined; answer: WebhookDeliveryView };
  'POST /webhooks/{webhook}/disable': { body: undefined; answer: WebhookView };
  'POST /webhooks/{webhook}/enable': { body: undefined; answer: WebhookView };
  'POST /webhooks/{webhook}/replay': { body: ReplayInput; answer: ReplayView };
  'POST /webhooks/{webhook}/rotate': { body: undefined; answer: WebhookView };
  'POST /webhooks/{webhook}/test': { body: undefined; answer: WebhookDeliveryView };
  'GET /zones': { body: undefined; answer: ZoneViewPage };
  'GET /zones/{zone}': { body: undefined; answer: ZoneView };
  'PUT /zones/{zone}': { body: ZoneInput; answer: ZoneView };
}
