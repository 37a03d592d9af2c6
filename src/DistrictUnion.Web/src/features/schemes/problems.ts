/** Something that the service says about a scheme, and where. */
export interface Finding {
  path: string;
  message: string;
  kind: 'problem' | 'warning';
}

export const tabs = ['indicators', 'facts', 'extras', 'grades', 'settings'] as const;
export type DesignTab = (typeof tabs)[number];

/** The tab where the thing at a path is edited. */
export function tabOf(path: string): DesignTab {
  const root = /^[a-z]+/i.exec(path)?.[0];
  if (root === 'sections') return 'indicators';
  if (root === 'facts') return 'facts';
  if (root === 'bonuses' || root === 'bonus' || root === 'vetoes') return 'extras';
  return root === 'grades' || root === 'gates' ? 'grades' : 'settings';
}

const isUnder = (path: string, above: string) => above === '' || path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);

/** What is said about a path and all below it; the empty path is the whole scheme. */
export const under = (findings: Finding[], path: string) => findings.filter((f) => isUnder(f.path, path));

/** What is said about a thing, but about none of the parts that show theirs themselves. */
export const besides = (findings: Finding[], path: string, parts: string[]) =>
  under(findings, path).filter((f) => !parts.some((part) => isUnder(f.path, path === '' ? part : `${path}.${part}`)));

/** What is said about a node itself, its rule included, but not about its items. */
export const ofNode = (findings: Finding[], path: string) => under(findings, path).filter((f) => !f.path.startsWith(`${path}.items[`));
