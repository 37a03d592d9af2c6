import { codesOf, freshCode, withTies } from './codes';
import type { Indicator, SchemeDefinition } from './definition';

/** Where a node stands: indexes from the sections down. */
export type Place = number[];

/** A node with its place, in the order of the file. */
export interface Placed {
  /** The node's code; a code that stands twice gets its number, because rows need keys of their own. */
  key: string;
  place: Place;
  node: Indicator;
  /** What the maxima of its items add up to; null for a leaf. */
  sum: number | null;
}

/** Every node in the order of the file. */
export function placesOf(definition: SchemeDefinition): Placed[] {
  const seen = new Map<string, number>();
  const walk = (nodes: Indicator[], above: Place): Placed[] => nodes.flatMap((node, i) => {
    const place = [...above, i];
    const sum = node.items?.length ? hundredths(node.items.reduce((all, item) => all + item.max, 0)) : null;
    const times = (seen.get(node.code) ?? 0) + 1;
    seen.set(node.code, times);
    return [{ key: times === 1 ? node.code : `${node.code}#${times}`, place, node, sum }, ...walk(node.items ?? [], place)];
  });
  return walk(definition.sections, []);
}

/** Levels that a scheme may have; top sections are the first. */
export const maxDepth = 5;

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

/** The definition with another code for a node; the order inside ties follows, unless another node has that code too. */
export function renameNode(definition: SchemeDefinition, place: Place, to: string): SchemeDefinition {
  const from = at(definition, place).code;
  const renamed = changeNode(definition, place, { code: to });
  return placesOf(renamed).some((p) => p.node.code === from) ? renamed : withTies(renamed, (tie) => (tie === `section:${from}` ? `section:${to}` : tie));
}

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
  const codes = new Set(codesOf(definition));
  return withSiblings(definition, place, (siblings, at) => siblings.map((node, i) => {
    if (i !== at) return node;
    const items = node.items ?? [];
    const { rule: _, ...rest } = node;
    return { ...rest, items: [...items, { code: freshCode(node.code, codes, items.length + 1), name, max: Math.max(0, hundredths(node.max - items.reduce((all, item) => all + item.max, 0))), rule: { type: 'manual' } }] };
  }));
}

/** The definition with a new top section of one leaf, with the points that lack to a hundred. */
export function addSection(definition: SchemeDefinition, name: string, leafName: string): SchemeDefinition {
  const codes = new Set(codesOf(definition));
  const letter = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((c) => !codes.has(c));
  const code = letter ?? freshCode('S', codes);
  const left = hundredths(100 - definition.sections.reduce((all, section) => all + section.max, 0));
  const max = left > 0 ? left : 10;
  const leaf = { code: freshCode(code, codes), name: leafName, max, rule: { type: 'manual' } };
  return { ...definition, sections: [...definition.sections, { code, name, max, items: [leaf] }] };
}

/** Where a dragged node goes, seen from the node it is dropped on. */
export type Drop = 'before' | 'after' | 'into';

const starts = (place: Place, above: Place) => above.every((index, i) => place[i] === index);
const height = (node: Indicator): number => 1 + Math.max(0, ...(node.items ?? []).map(height));
const at = (definition: SchemeDefinition, place: Place) => place.reduce<Indicator>((node, index) => node.items![index]!, { code: '', name: '', max: 0, items: definition.sections });

/** Whether a node takes others in: a section does, and a top one without items whose rule is still nobody's work. */
export const mayHold = (node: Indicator, place: Place) => !!node.items?.length || (place.length === 1 && (!node.rule || node.rule.type === 'manual'));

/** Whether a node may go there: never into itself or below itself, nor deeper than a scheme may be. */
export function mayRelocate(definition: SchemeDefinition, from: Place, to: Place, drop: Drop): boolean {
  if (starts(to, from)) return false;
  if (drop === 'into' && !mayHold(at(definition, to), to)) return false;
  return to.length + (drop === 'into' ? 1 : 0) - 1 + height(at(definition, from)) <= maxDepth;
}

/** The definition with a node before, after or (as the last item) inside another one; unchanged where that can't be. */
export function relocateNode(definition: SchemeDefinition, from: Place, to: Place, drop: Drop): SchemeDefinition {
  if (!mayRelocate(definition, from, to, drop)) return definition;
  const node = at(definition, from);
  // The old place stays taken until the node stands at the new one, so that both places mean the same throughout.
  const gap: Indicator = { ...node };
  const kept = withSiblings(definition, from, (siblings, i) => siblings.map((sibling, j) => (j === i ? gap : sibling)));
  const inserted = withSiblings(kept, to, (siblings, i) => {
    if (drop !== 'into') return siblings.toSpliced(drop === 'before' ? i : i + 1, 0, node);
    return siblings.map((sibling, j) => {
      if (j !== i) return sibling;
      const { rule: _, ...rest } = sibling;
      return { ...rest, items: [...(sibling.items ?? []), node] };
    });
  });
  return removeNode(inserted, placesOf(inserted).find((p) => p.node === gap)!.place);
}

/** What a pointer over a row means, by how far down the row it is; null where the node can't go. */
export function dropAt(definition: SchemeDefinition, from: Place, to: Place, share: number): Drop | null {
  const holds = mayHold(at(definition, to), to);
  const drop = holds ? (share < 0.3 ? 'before' : share > 0.75 ? 'after' : 'into') : share < 0.5 ? 'before' : 'after';
  return mayRelocate(definition, from, to, drop) ? drop : null;
}

/** Sections that a node stands in or may go into, for choosing one without a pointer. */
export const holdersFor = (definition: SchemeDefinition, from: Place): Placed[] =>
  placesOf(definition).filter((p) => isAbove(p.place, from) || mayRelocate(definition, from, p.place, 'into'));

const isAbove = (place: Place, of: Place) => place.length === of.length - 1 && starts(of, place);
