import { HolderOutlined } from '@ant-design/icons';
import { pointerWithin, useDraggable, useDroppable, type CollisionDetection } from '@dnd-kit/core';
import { createContext, useContext, type ComponentProps } from 'react';
import { useWords } from '../../shared/words';
import { dropAt, type Drop, type Placed } from './edit';
import type { SchemeDefinition } from './definition';

/** What is being dragged, and where it would go. */
export interface Dragging {
  key: string;
  target?: { key: string; drop: Drop };
}

/** The row under the pointer, and how far down the row the pointer is. */
export const rowUnderPointer: CollisionDetection = (args) => pointerWithin(args).map((collision) => {
  const rect = args.droppableRects.get(collision.id);
  return { ...collision, data: { ...collision.data, share: rect && args.pointerCoordinates ? (args.pointerCoordinates.y - rect.top) / rect.height : 0.5 } };
});

/** Where a dragged node would go, by what the pointer is over. */
export function targetOf(definition: SchemeDefinition, rows: Placed[], key: string, collisions: { id: string | number; data?: { share?: number } }[] | null): Dragging['target'] {
  const [from, to] = [rows.find((r) => r.key === key), rows.find((r) => r.key === collisions?.[0]?.id)];
  const drop = from && to && dropAt(definition, from.place, to.place, collisions?.[0]?.data?.share ?? 0.5);
  return drop ? { key: to!.key, drop } : undefined;
}

/** Rows by key with the mark that shows where the dragged node would go; what comes after a section stands below its last item. */
export function marksOf(rows: Placed[], dragging?: Dragging): Map<string, string> {
  const marks = new Map<string, string>();
  if (!dragging) return marks;
  marks.set(dragging.key, 'design-row-lifted');
  const target = rows.find((r) => r.key === dragging.target?.key);
  if (!target) return marks;
  const drop = dragging.target!.drop;
  const shown = drop === 'after' ? rows.findLast((r) => target.place.every((index, i) => r.place[i] === index))! : target;
  marks.set(shown.key, `${marks.get(shown.key) ?? ''} design-drop-${drop}`);
  return marks;
}

export const Marks = createContext(new Map<string, string>());

/** A row of the tree that takes what is dropped on it. */
export function TreeRow({ className, ...props }: ComponentProps<'tr'> & { 'data-row-key'?: string }) {
  const key = props['data-row-key'] ?? '';
  const { setNodeRef } = useDroppable({ id: key, disabled: key === '' });
  return <tr {...props} ref={setNodeRef} className={`${className ?? ''} ${useContext(Marks).get(key) ?? ''}`} />;
}

/** Where a row is taken by mouse or finger; the keyboard has buttons, so nothing is announced here. */
export function Handle({ row }: { row: Placed }) {
  const words = useWords();
  const { setNodeRef, listeners } = useDraggable({ id: row.key });
  return <span ref={setNodeRef} {...listeners} className="design-handle" title={`${row.node.code} ${words.design.drag}`} aria-hidden="true"><HolderOutlined /></span>;
}
