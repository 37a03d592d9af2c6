import type { Indicator } from '../schemes/definition';

/** Numbers by their path in the scheme, as the service names it: `sections[1].items[0].max`. */
export type Values = Record<string, number>;

/** An indicator with its path. */
export interface TreeNode {
  path: string;
  node: Indicator;
  items?: TreeNode[];
}

/** The indicators with their paths. */
export const treeOf = (nodes: Indicator[], path = 'sections'): TreeNode[] => nodes.map((node, i) => ({
  path: `${path}[${i}]`, node, items: node.items?.length ? treeOf(node.items, `${path}[${i}].items`) : undefined,
}));

/** The maxima of all indicators. */
export function maximaOf(tree: TreeNode[]): Values {
  const all: Values = {};
  const walk = (nodes: TreeNode[]) => nodes.forEach((n) => {
    all[n.path] = n.node.max;
    walk(n.items ?? []);
  });
  walk(tree);
  return all;
}

/** Hundredths shared out by weights: what is left over goes to the largest remainders, so that the parts add up. */
export function shareOut(total: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((w) => (sum === 0 ? total / weights.length : (total * w) / sum));
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const order = exact.map((e, i) => ({ i, rest: e - Math.floor(e) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  order.slice(0, left).forEach(({ i }) => {
    parts[i] = parts[i]! + 1;
  });
  return parts;
}

/** The maxima once one is another: what is below keeps its proportions, what is above is the sum again. */
export function withMaximum(tree: TreeNode[], maxima: Values, path: string, value: number): Values {
  const next = { ...maxima };
  const spread = (node: TreeNode, hundredths: number) => {
    next[node.path] = hundredths / 100;
    const items = node.items ?? [];
    const parts = shareOut(hundredths, items.map((item) => maxima[item.path]!));
    items.forEach((item, i) => spread(item, parts[i]!));
  };
  const visit = (nodes: TreeNode[]): boolean => nodes.some((node) => {
    if (node.path === path) {
      spread(node, Math.round(value * 100));
      return true;
    }
    if (!node.items || !visit(node.items)) return false;
    next[node.path] = node.items.reduce((sum, item) => sum + Math.round(next[item.path]! * 100), 0) / 100;
    return true;
  });
  visit(tree);
  return next;
}

/** The total of the top sections. */
export const totalOf = (tree: TreeNode[], maxima: Values) => tree.reduce((sum, n) => sum + Math.round(maxima[n.path]! * 100), 0) / 100;
