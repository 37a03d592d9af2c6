import type { Indicator, SchemeDefinition } from './definition';

/** Where a node stands: indexes from the sections down. */
export type Place = number[];

/** A node with its place, in the order of the file. */
export interface Placed {
  place: Place;
  node: Indicator;
  /** What the maxima of its items add up to; null for a leaf. */
  sum: number | null;
}

/** Every node in the order of the file. */
export function placesOf(definition: SchemeDefinition): Placed[] {
  const walk = (nodes: Indicator[], above: Place): Placed[] => nodes.flatMap((node, i) => {
    const place = [...above, i];
    const sum = node.items?.length ? hundredths(node.items.reduce((all, item) => all + item.max, 0)) : null;
    return [{ place, node, sum }, ...walk(node.items ?? [], place)];
  });
  return walk(definition.sections, []);
}

const hundredths = (value: number) => Math.round(value * 100) / 100;

/** The path by which the service names a node: `sections[0].items[1]`. */
export const pathOf = (place: Place) => place.map((index, depth) => `${depth === 0 ? 'sections' : '.items'}[${index}]`).join('');

/** The definition with the siblings at a place changed. */
function withSiblings(definition: SchemeDefinition, place: Place, change: (siblings: Indicator[], index: number) => Indicator[]): SchemeDefinition {
  const walk = (nodes: Indicator[], rest: Place): Indicator[] => {
    const [index, ...deeper] = rest as [number, ...number[]];
    return deeper.length === 0 ? change(nodes, index) : nodes.map((node, i) => (i === index ? { ...node, items: walk(node.items ?? [], deeper) } : node));
  };
  return { ...definition, sections: walk(definition.sections, place) };
}

/** The definition with one node changed. */
export const changeNode = (definition: SchemeDefinition, place: Place, change: Partial<Indicator>): SchemeDefinition =>
  withSiblings(definition, place, (siblings, at) => siblings.map((node, i) => (i === at ? { ...node, ...change } : node)));

/** The definition with a node before or after its neighbour. */
export function moveNode(definition: SchemeDefinition, place: Place, by: -1 | 1): SchemeDefinition {
  return withSiblings(definition, place, (siblings, at) => {
    const to = at + by;
    if (to < 0 || to >= siblings.length) return siblings;
    const moved = [...siblings];
    [moved[at], moved[to]] = [moved[to]!, moved[at]!];
    return moved;
  });
}

/** The definition without a node; a section that loses its last item becomes a leaf of the manual rule. */
export function removeNode(definition: SchemeDefinition, place: Place): SchemeDefinition {
  const removed = withSiblings(definition, place, (siblings, at) => siblings.filter((_, i) => i !== at));
  if (place.length === 1) return removed;
  return withSiblings(removed, place.slice(0, -1), (siblings, at) => siblings.map((node, i) => {
    if (i !== at || node.items?.length) return node;
    const { items: _, ...rest } = node;
    return { ...rest, rule: { type: 'manual' } };
  }));
}

/** The definition with a new leaf below a node, under a code that nobody has. */
export function addLeaf(definition: SchemeDefinition, place: Place, name: string): SchemeDefinition {
  const codes = new Set(placesOf(definition).map((p) => p.node.code));
  return withSiblings(definition, place, (siblings, at) => siblings.map((node, i) => {
    if (i !== at) return node;
    const items = node.items ?? [];
    let n = items.length + 1;
    while (codes.has(`${node.code}${n}`)) n++;
    const { rule: _, ...rest } = node;
    return { ...rest, items: [...items, { code: `${node.code}${n}`, name, max: Math.max(0, hundredths(node.max - items.reduce((all, item) => all + item.max, 0))), rule: { type: 'manual' } }] };
  }));
}

/** A line of the difference between two versions. */
export interface SchemeChange {
  code: string;
  name: string;
  kind: 'added' | 'removed' | 'changed';
  fields: { field: string; before: unknown; after: unknown }[];
}

/** What changed between two versions, node by node and fact by fact. */
export function changesBetween(before: SchemeDefinition, after: SchemeDefinition): SchemeChange[] {
  const itemsOf = (definition: SchemeDefinition) => new Map<string, Record<string, unknown> & { name: string }>([
    ...placesOf(definition).map((p): [string, Record<string, unknown> & { name: string }] => {
      const { items: _, ...own } = p.node;
      return [p.node.code, own];
    }),
    ...definition.facts.map((f): [string, Record<string, unknown> & { name: string }] => [`facts.${f.code}`, { ...f }]),
  ]);
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const changes: SchemeChange[] = [];
  for (const code of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(code), now.get(code)];
    if (!was || !is) {
      changes.push({ code, name: (is ?? was)!.name, kind: is ? 'added' : 'removed', fields: [] });
      continue;
    }

    const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
      .map((field) => ({ field, before: was[field], after: is[field] }));
    if (fields.length > 0) changes.push({ code, name: is.name, kind: 'changed', fields });
  }

  return changes;
}
