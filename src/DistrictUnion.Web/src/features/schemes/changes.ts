import type { SchemeDefinition } from './definition';
import { placesOf } from './edit';

/** A line of the difference between two versions. */
export interface SchemeChange {
  code: string;
  name: string;
  kind: 'added' | 'removed' | 'changed';
  fields: { field: string; before: unknown; after: unknown }[];
}

type Entry = [string, Record<string, unknown> & { name: string }];

/** Everything that can differ, by what it is called: nodes by their code, the rest behind the name of its list. */
function itemsOf(definition: SchemeDefinition) {
  const { facts, sections: _, bonuses, vetoes, grades, ...settings } = definition;
  const listed = (list: string, items: { code: string; name: string }[] = []) => items.map((item): Entry => [`${list}.${item.code}`, { ...item }]);
  return new Map<string, Entry[1]>([
    ...placesOf(definition).map((p): Entry => {
      const { items: __, ...own } = p.node;
      return [p.node.code, own];
    }),
    ...listed('facts', facts), ...listed('bonuses', bonuses), ...listed('vetoes', vetoes), ...listed('grades', grades),
    ['scheme', settings],
  ]);
}

/** What changed between two versions, thing by thing. */
export function changesBetween(before: SchemeDefinition, after: SchemeDefinition): SchemeChange[] {
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
