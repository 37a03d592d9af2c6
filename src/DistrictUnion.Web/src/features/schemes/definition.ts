import type { Words } from '../../shared/words/zh-CN';

/** A scheme as its file's JSON says it (scoring semantics, section 2); what the file may leave out is optional. */
export interface SchemeDefinition {
  code: string;
  name: string;
  sponsor?: string;
  basis?: string;
  subject: string;
  missing: string;
  unreviewed?: string;
  bonus?: { cap: Cap; stacking?: string };
  late?: Late;
  facts: FactDefinition[];
  sections: Indicator[];
  bonuses?: Bonus[];
  vetoes?: Veto[];
  gates?: Gate[];
  grades?: Grade[];
  ranking?: { groupBy?: string; ties?: string[] };
}

/** Points, or none at all. */
export type Cap = number | 'none';

export interface Late {
  perDay: number;
  max?: number;
  forfeitAfterDays?: number;
}

export interface Bonus {
  code: string;
  name: string;
  awards: string;
  cap?: Cap;
  levels: Record<string, number>;
}

export interface Veto {
  code: string;
  name: string;
  fact: string;
  caps?: string;
}

export type Gate = { type: 'sectionMinimum'; percent: number } | { type: 'zeroNodeFails'; depth: number };

export interface Grade {
  code: string;
  name: string;
  min: number;
  holds?: string;
}

export interface FactDefinition {
  code: string;
  name: string;
  type: 'boolean' | 'integer' | 'decimal' | 'scores' | 'ballots' | 'awards';
  level: 'branch' | 'school' | 'district';
  rollup?: string;
  weight?: string;
  counts?: string;
  range?: [number, number];
  options?: string[];
  levels?: string[];
  /** Activities of the ledger make the number; nobody types it. */
  activities?: { kinds?: string[]; measure: string };
  /** Congresses, proposals and disclosures make the number; nobody types it. */
  congress?: string;
}

export interface Rule {
  type: string;
  [field: string]: unknown;
}

export interface Indicator {
  code: string;
  name: string;
  max: number;
  evidence?: string;
  review?: string;
  rule?: Rule;
  items?: Indicator[];
}

/** A scheme as the service gives it: a file without data items says nothing of them. */
export const readDefinition = (given: unknown): SchemeDefinition => ({ ...(given as SchemeDefinition), facts: (given as Partial<SchemeDefinition>).facts ?? [] });

/** A scheme that begins: one leaf of a hundred points. */
export const emptyDefinition = (name: string, section: string, leaf: string): SchemeDefinition => ({
  code: '', name, subject: 'school', missing: 'zero', unreviewed: 'self', bonus: { cap: 'none', stacking: 'highestPerMatter' }, facts: [],
  sections: [{ code: 'A', name: section, max: 100, items: [{ code: 'A1', name: leaf, max: 100, rule: { type: 'manual' } }] }],
});

/** A leaf with the names of the sections above it. */
export interface Leaf {
  node: Indicator;
  section: string;
  path: string[];
}

/** Leaves in the order of the file. */
export function leavesOf(definition: SchemeDefinition): Leaf[] {
  const walk = (node: Indicator, section: string, path: string[]): Leaf[] => (node.items?.length
    ? node.items.flatMap((item) => walk(item, section, [...path, node.name]))
    : [{ node, section, path }]);
  return definition.sections.flatMap((section) => walk(section, section.code, []));
}

/** Codes of the facts that a rule reads, in its order. */
export function factsOf(rule: Rule | undefined): string[] {
  if (!rule) return [];
  const found: string[] = [];
  const add = (value: unknown) => {
    if (typeof value === 'string' && value !== '' && !found.includes(value)) found.push(value);
  };
  const rate = rule.rate as { of: string; to: string } | undefined;
  add(rate?.of);
  add(rate?.to);
  for (const field of ['fact', 'misses', 'gate', 'count', 'value', 'scores', 'ballots']) add(rule[field]);
  for (const part of (rule.parts as { fact: string }[] | undefined) ?? []) add(part.fact);
  return found;
}

const chinese: Record<string, (r: Rule, name: (code: string) => string, max: number) => string> = {
  manual: (_, __, max) => `由学校自评、考评核定，满分 ${max} 分`,
  boolean: (r, n, max) => `${n(String(r.fact))}：是，得 ${max} 分；否，不得分`,
  checklist: (r, n) => (r.parts as { fact: string; points: number }[]).map((p) => `${n(p.fact)} ${p.points} 分`).join('；'),
  deduct: (r, n, max) => `满分 ${max} 分，${n(String(r.misses))}每次扣 ${r.points} 分`,
  count: (r, n, max) => `${n(String(r.count))}每次 ${r.points} 分，至多 ${max} 分`,
  tiers: (r, n) => `${r.rate ? rateName(r, n) : n(String(r.value))}：${(r.bands as { atLeast: number; points: number }[]).map((b) => `≥${b.atLeast} 得 ${b.points} 分`).join('，')}`,
  rateStep: (r, n, max) => `${rateName(r, n)}达 ${r.target}% 得 ${max} 分，每差 ${r.step}% 扣 ${r.points} 分`,
  rateLinear: (r, n, max) => `${rateName(r, n)}自 ${r.zeroAt ?? 0}% 至 ${r.fullAt ?? 100}% 按比例得 0 至 ${max} 分`,
  value: (r, n, max) => `${n(String(r.fact))} ÷ ${r.outOf} × ${max} 分`,
  panel: (r, n, max) => `${n(String(r.scores))}（满 ${r.outOf} 分，${r.trimFrom} 人以上去掉最高最低）按比例折算为 ${max} 分`,
  surveyIndex: (r, n, max) => `${n(String(r.ballots))}按各选项加权，折算为 ${max} 分`,
  surveyRate: (r, n, max) => `${n(String(r.ballots))}中满意的比例，折算为 ${max} 分`,
};

const english: typeof chinese = {
  manual: (_, __, max) => `claimed by the school, decided by reviewers, at most ${max} points`,
  boolean: (r, n, max) => `${n(String(r.fact))}: yes gives ${max} points`,
  checklist: (r, n) => (r.parts as { fact: string; points: number }[]).map((p) => `${n(p.fact)}: ${p.points}`).join('; '),
  deduct: (r, n, max) => `${max} points less ${r.points} for each of ${n(String(r.misses))}`,
  count: (r, n, max) => `${r.points} for each of ${n(String(r.count))}, at most ${max}`,
  tiers: (r, n) => `${r.rate ? rateName(r, n) : n(String(r.value))}: ${(r.bands as { atLeast: number; points: number }[]).map((b) => `≥${b.atLeast} gives ${b.points}`).join(', ')}`,
  rateStep: (r, n, max) => `${rateName(r, n)}: ${r.target}% gives ${max}, each ${r.step}% less costs ${r.points}`,
  rateLinear: (r, n, max) => `${rateName(r, n)}: from ${r.zeroAt ?? 0}% to ${r.fullAt ?? 100}% gives 0 to ${max}`,
  value: (r, n, max) => `${n(String(r.fact))} ÷ ${r.outOf} × ${max}`,
  panel: (r, n, max) => `${n(String(r.scores))} out of ${r.outOf}, trimmed from ${r.trimFrom} judges, scaled to ${max}`,
  surveyIndex: (r, n, max) => `${n(String(r.ballots))} weighted by option, scaled to ${max}`,
  surveyRate: (r, n, max) => `share of satisfied in ${n(String(r.ballots))}, scaled to ${max}`,
};

function rateName(rule: Rule, name: (code: string) => string) {
  const rate = rule.rate as { of: string; to: string };
  return `${name(rate.of)} ÷ ${name(rate.to)}`;
}

/** The rule of a leaf in words. */
export function ruleWords(node: Indicator, facts: Map<string, FactDefinition>, language: string): string {
  if (!node.rule) return '';
  const say = (language === 'en' ? english : chinese)[node.rule.type];
  return say ? say(node.rule, (code) => facts.get(code)?.name ?? code, node.max) : node.rule.type;
}

/** A reported value as people read it. */
export function valueWords(value: unknown, words: Words): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'boolean') return value ? words.common.yes : words.common.no;
  if (Array.isArray(value)) return value.map((v) => (typeof v === 'object' && v ? [v.matter, v.level, v.date].filter(Boolean).join(' ') : String(v))).join('，') || words.common.none;
  if (typeof value === 'object') {
    const ballots = value as { eligible: number; returned: number; counts?: Record<string, number> };
    return `${ballots.returned}/${ballots.eligible}：${Object.entries(ballots.counts ?? {}).map(([k, v]) => `${words.options[k] ?? k} ${v}`).join('，')}`;
  }
  const fraction = typeof value === 'string' ? /^(-?\d+)\/(\d+)$/.exec(value) : null;
  return fraction ? `≈ ${Math.round((Number(fraction[1]) / Number(fraction[2])) * 100) / 100}` : String(value);
}
