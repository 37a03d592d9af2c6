// Generated from DistrictUnion.Api/openapi.json by scripts/api-types.mjs. Do not edit.

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

export type Departure = {
  application: string;
  isChosen: boolean;
  reason: string;
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

export type FactRoute = "report" | "evaluation" | "import" | "review" | "panel" | "vote";

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

export type MeansView = {
  inScope: number;
  submitted: number;
  mean?: number | null;
  coverage?: number | null;
  meanOfSubmitted?: number | null;
  memberWeightedMean?: number | null;
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

export type ReasonInput = {
  reason?: string | null;
};

export type ReceiptView = {
  school: string;
  round: string;
  state: VoteState;
  counted: number;
};

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

export type Role = "districtAdmin" | "districtOfficer" | "zoneLead" | "schoolChair" | "schoolClerk" | "branchLead" | "auditor" | "expertReviewer" | "districtApprover";

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
  'GET /api-keys': { body: undefined; answer: ApiKeyViewPage };
  'POST /api-keys': { body: ApiKeyInput; answer: ApiKeyView };
  'DELETE /api-keys/{apiKey}': { body: undefined; answer: undefined };
  'POST /api-keys/{apiKey}/rotate': { body: undefined; answer: ApiKeyView };
  'POST /auth/invitation': { body: RedeemInput; answer: InvitedView };
  'POST /auth/login': { body: Credentials; answer: SignedIn };
  'POST /auth/logout': { body: undefined; answer: undefined };
  'POST /branches/import': { body: BranchRow[]; answer: ImportReport };
  'GET /branches/import/template.xlsx': { body: undefined; answer: undefined };
  'GET /communities': { body: undefined; answer: CommunityViewPage };
  'DELETE /communities/{community}': { body: undefined; answer: undefined };
  'GET /communities/{community}': { body: undefined; answer: CommunityView };
  'PUT /communities/{community}': { body: CommunityInput; answer: CommunityView };
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
  'GET /invitations': { body: undefined; answer: InvitationViewPage };
  'POST /invitations': { body: InvitationInput; answer: InvitationView };
  'DELETE /invitations/{invitation}': { body: undefined; answer: undefined };
  'GET /jobs': { body: undefined; answer: JobViewPage };
  'DELETE /jobs/{job}': { body: undefined; answer: undefined };
  'GET /jobs/{job}': { body: undefined; answer: JobView };
  'GET /jobs/{job}/events': { body: undefined; answer: undefined };
  'GET /lab/runs': { body: undefined; answer: LabRunViewPage };
  'POST /lab/runs': { body: LabInput; answer: LabRunView };
  'DELETE /lab/runs/{labRun}': { body: undefined; answer: undefined };
  'GET /lab/runs/{labRun}': { body: undefined; answer: LabRunView };
  'GET /lab/runs/{labRun}/applications': { body: undefined; answer: LabApplicationPage };
  'GET /lab/runs/{labRun}/definition': { body: undefined; answer: LabDefinition };
  'GET /lab/runs/{labRun}/schools': { body: undefined; answer: LabSchoolPage };
  'GET /me': { body: undefined; answer: UserView };
  'PUT /me/active-post': { body: PostChoice; answer: UserView };
  'GET /me/panel-work': { body: undefined; answer: OwnSeatViewPage };
  'GET /me/work': { body: undefined; answer: OwnWork };
  'GET /public/ballots/{token}': { body: undefined; answer: BallotView };
  'POST /public/ballots/{token}': { body: BallotInput; answer: CastView };
  'GET /public/certificates/{number}': { body: undefined; answer: CertificateView };
  'GET /public/notices': { body: undefined; answer: NoticeViewPage };
  'GET /public/notices/{address}': { body: undefined; answer: NoticeView };
  'POST /public/notices/{address}/objections': { body: ObjectionInput; answer: ObjectionReceipt };
  'GET /public/notices/{address}/objections/{receipt}': { body: undefined; answer: ObjectionOutcome };
  'GET /public/receipts/{receipt}': { body: undefined; answer: ReceiptView };
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
  'GET /zones': { body: undefined; answer: ZoneViewPage };
  'GET /zones/{zone}': { body: undefined; answer: ZoneView };
  'PUT /zones/{zone}': { body: ZoneInput; answer: ZoneView };
}
