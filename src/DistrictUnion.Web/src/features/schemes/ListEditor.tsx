import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Space } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/words';
import { Said, useFindings } from './Field';
import { besides, under } from './problems';

/** The list with two neighbours exchanged. */
export function swapped<T>(items: T[], from: number, to: number): T[] {
  const next = [...items];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}

/** A list of small things, each with its fields: add, change, reorder, remove. */
export function ListEditor<T>({ items, path, parts, nameOf, addText, add, onChange, children }: {
  items: T[];
  path: string;
  /** The properties whose fields show what is said about them. */
  parts: string[];
  nameOf: (item: T) => string;
  addText: string;
  add: () => T;
  onChange: (items: T[]) => void;
  children: (item: T, set: (next: T) => void, path: string) => ReactNode;
}) {
  const words = useWords();
  const findings = useFindings();
  return (
    <>
      <Said of={under(findings, path).filter((f) => f.path === path)} />
      {items.map((item, i) => {
        const name = `${i + 1} ${nameOf(item)}`;
        return (
          <fieldset key={i} className="design-item">
            <legend className="visually-hidden">{name}</legend>
            <div className="design-item-head">
              <strong>{name}</strong>
              <Space size={2}>
                <Button size="small" type="text" disabled={i === 0} aria-label={`${name} ${words.design.up}`} icon={<ArrowUpOutlined />} onClick={() => onChange(swapped(items, i, i - 1))} />
                <Button size="small" type="text" disabled={i === items.length - 1} aria-label={`${name} ${words.design.down}`} icon={<ArrowDownOutlined />} onClick={() => onChange(swapped(items, i, i + 1))} />
                <Button size="small" type="text" danger aria-label={`${name} ${words.report.remove}`} icon={<DeleteOutlined />} onClick={() => onChange(items.filter((_, j) => j !== i))} />
              </Space>
            </div>
            <Said of={besides(findings, `${path}[${i}]`, parts)} />
            <div className="leaf-fields">{children(item, (next) => onChange(items.map((other, j) => (j === i ? next : other))), `${path}[${i}]`)}</div>
          </fieldset>
        );
      })}
      <Button icon={<PlusOutlined />} style={{ marginTop: 12 }} onClick={() => onChange([...items, add()])}>{addText}</Button>
    </>
  );
}

/** A column of a table that is filled in. */
export interface Column<T> {
  name: keyof T & string;
  title: string;
  /** Something else than a number. */
  render?: (item: T, set: (next: T) => void, label: string) => ReactNode;
}

/** A table that is filled in, row by row, such as bands. */
export function RowsEditor<T>({ id, items, path, columns, addText, add, onChange }: { id: string; items: T[]; path: string; columns: Column<T>[]; addText: string; add: () => T; onChange: (items: T[]) => void }) {
  const words = useWords();
  const findings = useFindings();
  return (
    <>
      <table id={id} className="design-numbers">
        <thead><tr>{columns.map((c) => <th key={c.name} scope="col">{c.title}</th>)}<td /></tr></thead>
        <tbody>
          {items.map((item, i) => {
            const set = (next: T) => onChange(items.map((other, j) => (j === i ? next : other)));
            return (
              <tr key={i}>
                {columns.map((c) => (
                  <td key={c.name}>
                    {c.render?.(item, set, `${c.title} ${i + 1}`) ?? <InputNumber aria-label={`${c.title} ${i + 1}`} style={{ width: '100%' }} min={0} value={item[c.name] as number} onChange={(v) => set({ ...item, [c.name]: v ?? 0 })} />}
                    <Said of={under(findings, `${path}[${i}].${c.name}`)} />
                  </td>
                ))}
                <td style={{ width: 32 }}><Button size="small" type="text" danger aria-label={`${words.report.remove} ${i + 1}`} icon={<DeleteOutlined />} onClick={() => onChange(items.filter((_, j) => j !== i))} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...items, add()])}>{addText}</Button>
    </>
  );
}
