import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Space } from 'antd';
import { useRef } from 'react';
import { useWords } from '../../shared/words';
import { maxDepth, moveNode, removeNode, type Placed } from './edit';
import type { Change } from './IndicatorsTab';

/** What can be done with a node by button: move among its siblings, add below, remove. */
export function NodeActions({ row, change, onAdd, onRemoved }: { row: Placed; change: Change; onAdd: (row: Placed) => void; onRemoved?: () => void }) {
  const words = useWords();
  const buttons = useRef<HTMLSpanElement>(null);
  const { code } = row.node;
  const move = (by: -1 | 1) => {
    change((d) => moveNode(d, row.place, by));
    // The browser drops the focus of a row that moves; pressing on must go on moving the same node.
    setTimeout(() => buttons.current?.querySelector<HTMLElement>(`[data-by="${by}"]`)?.focus());
  };
  const remove = () => {
    change((d) => removeNode(d, row.place));
    onRemoved?.();
  };
  const removal = <Button size="small" type="text" danger aria-label={`${code} ${words.report.remove}`} icon={<DeleteOutlined />} onClick={row.sum === null ? remove : undefined} />;
  return (
    <span ref={buttons}>
      <Space size={2}>
        <Button data-by={-1} size="small" type="text" aria-label={`${code} ↑`} icon={<ArrowUpOutlined />} onClick={() => move(-1)} />
        <Button data-by={1} size="small" type="text" aria-label={`${code} ↓`} icon={<ArrowDownOutlined />} onClick={() => move(1)} />
        <Button size="small" type="text" disabled={row.place.length >= maxDepth} aria-label={`${code} +`} icon={<PlusOutlined />} onClick={() => onAdd(row)} />
        {row.sum === null ? removal : <Popconfirm title={words.design.removeSection} okText={words.report.remove} cancelText={words.common.cancel} onConfirm={remove}>{removal}</Popconfirm>}
      </Space>
    </span>
  );
}
