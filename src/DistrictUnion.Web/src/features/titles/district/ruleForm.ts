import dayjs, { type Dayjs } from 'dayjs';
import type { EligibilityExample, EligibilityKind, EligibilityRule, TierDefinition } from '../../../api/schema';
import type { Words } from '../../../shared/words/zh-CN';

/** Kinds in the order in which they are offered. */
export const kinds: EligibilityKind[] = ['holdsTitle', 'heldForYears', 'notHolder', 'minimumMembers', 'minimumScore', 'sectionMinimum', 'noZeroNode', 'rateAtLeast', 'noVeto'];

export type RuleField = 'title' | 'years' | 'minimum' | 'percent' | 'depth' | 'of' | 'per';

/** Fields that a kind asks for; the others stay empty. */
export const fieldsOf: Record<EligibilityKind, RuleField[]> = {
  holdsTitle: ['title'], heldForYears: ['title', 'years'], notHolder: ['title', 'years'], minimumMembers: ['minimum'], minimumScore: ['minimum'], sectionMinimum: ['percent'], noZeroNode: ['depth'],
  rateAtLeast: ['of', 'per', 'percent'], noVeto: [],
};

/** What a kind looks at in an example. */
export type ExamplePart = 'titles' | 'members' | 'total' | 'nodes' | 'facts' | 'vetoes';
export const partOf: Record<EligibilityKind, ExamplePart> = {
  holdsTitle: 'titles', heldForYears: 'titles', notHolder: 'titles', minimumMembers: 'members', minimumScore: 'total', sectionMinimum: 'nodes', noZeroNode: 'nodes', rateAtLeast: 'facts', noVeto: 'vetoes',
};

export interface ExampleForm {
  name: string;
  tier: string;
  day: Dayjs;
  isMet: boolean;
  titles?: { code: string; since?: Dayjs | null }[];
  members?: number | null;
  total?: number | null;
  nodes?: { code: string; depth: number; max: number; score?: number | null }[];
  facts?: { code: string; value: number }[];
  vetoes?: string[];
}

export interface RuleForm extends Partial<Record<Exclude<RuleField, 'title' | 'of' | 'per'>, number | null>> {
  code: string;
  kind: EligibilityKind;
  clause: EligibilityRule['clause'];
  from?: Dayjs | null;
  to?: Dayjs | null;
  tiers: string[];
  title?: string | null;
  of?: string[];
  per?: string | null;
  examples: ExampleForm[];
}

const date = (value?: Dayjs | null) => (value ? value.format('YYYY-MM-DD') : null);
const day = (value?: string | null) => (value ? dayjs(value) : null);

/** A rule as its form shows it. */
export function toForm(rule: EligibilityRule): RuleForm {
  return {
    ...rule, from: day(rule.from), to: day(rule.to),
    examples: rule.examples.map(({ candidate: c, ...e }) => ({
      ...e, day: dayjs(e.day), members: c.members, total: c.total, nodes: c.nodes, vetoes: c.vetoes,
      titles: Object.entries(c.titles).map(([code, since]) => ({ code, since: day(since) })),
      facts: Object.entries(c.facts).map(([code, value]) => ({ code, value })),
    })),
  };
}

/** The rule that a form describes; what the kind doesn't ask for is left out. */
export function fromForm(form: RuleForm): EligibilityRule {
  const has = (field: RuleField) => fieldsOf[form.kind].includes(field);
  const part = partOf[form.kind];
  const exampleOf = (e: ExampleForm): EligibilityExample => ({
    name: e.name, tier: e.tier, day: date(e.day)!, isMet: e.isMet,
    candidate: {
      titles: part === 'titles' ? Object.fromEntries((e.titles ?? []).map((t) => [t.code, date(t.since)])) : {},
      members: part === 'members' ? (e.members ?? null) : null,
      total: part === 'total' ? (e.total ?? null) : null,
      nodes: part === 'nodes' ? (e.nodes ?? []).map((n) => ({ ...n, score: n.score ?? null })) : [],
      facts: part === 'facts' ? Object.fromEntries((e.facts ?? []).map((f) => [f.code, f.value])) : {},
      vetoes: part === 'vetoes' ? (e.vetoes ?? []) : [],
    },
  });
  return {
    code: form.code, kind: form.kind, clause: form.clause, from: date(form.from), to: date(form.to), tiers: form.tiers ?? [],
    title: has('title') ? (form.title || null) : null, years: has('years') ? (form.years ?? null) : null, minimum: has('minimum') ? (form.minimum ?? null) : null,
    percent: has('percent') ? (form.percent ?? null) : null, depth: has('depth') ? (form.depth ?? null) : null, of: has('of') ? (form.of ?? []) : [], per: has('per') ? (form.per || null) : null,
    examples: (form.examples ?? []).map(exampleOf),
  };
}

/** What a rule asks for, in a sentence. */
export function ruleWords(rule: EligibilityRule, tiers: TierDefinition[], words: Words): string {
  const says = words.titlesDistrict.says;
  const title = tiers.find((t) => t.code === rule.title)?.name ?? rule.title ?? says.thisTier;
  switch (rule.kind) {
    case 'holdsTitle': return says.holdsTitle(title);
    case 'heldForYears': return says.heldForYears(title, rule.years ?? 0);
    case 'notHolder': return says.notHolder(title, rule.years ?? null);
    case 'minimumMembers': return says.minimumMembers(rule.minimum ?? 0);
    case 'minimumScore': return says.minimumScore(rule.minimum ?? 0);
    case 'sectionMinimum': return says.sectionMinimum(rule.percent ?? 0);
    case 'noZeroNode': return says.noZeroNode(rule.depth ?? 1);
    case 'rateAtLeast': return says.rateAtLeast(rule.of.join(' + '), rule.per ?? '', rule.percent ?? 0);
    case 'noVeto': return says.noVeto;
  }
}
