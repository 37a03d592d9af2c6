import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { DndContext, DragOverlay, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { Button, Input, InputNumber, Space, Table, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { points } from '../../shared/format';
import { Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import type { SchemeDefinition } from './definition';
import { addLeaf, addSection, changeNode, pathOf, placesOf, relocateNode, type Placed } from './edit';
import { Said, useFindings } from './Field';
import { NodeActions } from './NodeActions';
import { NodePanel } from './NodePanel';
import { ofNode, under } from './problems';
import { Split, useIsSplit } from './Split';
import { Handle, Marks, marksOf, rowUnderPointer, targetOf, TreeRow, type Dragging } from './treeDrag';

export type Change = (change: (definition: SchemeDefinition) => SchemeDefinition) => void;

const rowParts = { body: { row: TreeRow } };

/** The tree of indicators: dragged into order, with what is chosen beside it. */
export function IndicatorsTab({ definition, change, selected, onSelect: setSelected }: { definition: SchemeDefinition; change: Change; selected?: string; onSelect: (key?: string) => void }) {
  const words = useWords();
  const isSplit = useIsSplit();
  const findings = useFindings();
  const [dragging, setDragging] = useState<Dragging>();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const rows = useMemo(() => placesOf(definition), [definition]);
  const marks = useMemo(() => marksOf(rows, dragging), [rows, dragging]);
  const chosen = rows.find((r) => r.key === selected) ?? (isSplit ? rows.find((r) => r.sum === null) : undefined);
  const titleOf = (key: string) => {
    const row = rows.find((r) => r.key === key);
    return row ? `${row.node.code} ${row.node.name}` : key;
  };
  // What is new is chosen at once: on a phone nothing else would show that it came.
  const add = (next: SchemeDefinition) => {
    change(() => next);
    setSelected(placesOf(next).find((p) => !rows.some((r) => r.key === p.key))?.key);
  };
  const addBelow = (row: Placed) => add(addLeaf(definition, row.place, words.schemes.newLeaf));
  const list = (
    <Panel flush title={words.schemes.sections} extra={<Button size="small" icon={<PlusOutlined />} onClick={() => add(addSection(definition, words.design.newSection, words.schemes.newLeaf))}>{words.design.addSection}</Button>}>
      <div style={{ padding: '8px 12px', fontSize: 12 }}>{words.design.dragHint}</div>
      <Said of={under(findings, 'sections').filter((f) => f.path === 'sections')} />
      <DndContext
        sensors={sensors} collisionDetection={rowUnderPointer}
        accessibility={{
          screenReaderInstructions: { draggable: words.design.dragHint },
          announcements: { onDragStart: ({ active }) => words.design.lifted(titleOf(String(active.id))), onDragOver: () => undefined, onDragEnd: ({ active }) => words.design.dropped(titleOf(String(active.id))), onDragCancel: () => words.design.dragCancelled },
        }}
        onDragStart={({ active }) => setDragging({ key: String(active.id) })}
        onDragCancel={() => setDragging(undefined)}
        onDragMove={({ active, collisions }) => {
          const target = targetOf(definition, rows, String(active.id), collisions);
          // A late move may follow the drop; it must not lift the row again.
          setDragging((now) => (!now || (now.target?.key === target?.key && now.target?.drop === target?.drop) ? now : { key: String(active.id), target }));
        }}
        onDragEnd={({ active, collisions }) => {
          const target = targetOf(definition, rows, String(active.id), collisions);
          const [from, to] = [rows.find((r) => r.key === active.id), rows.find((r) => r.key === target?.key)];
          setDragging(undefined);
          if (from && to) change((d) => relocateNode(d, from.place, to.place, target!.drop));
        }}
      >
        <Marks value={marks}>
          <Table<Placed>
            size="small" rowKey="key" pagination={false} dataSource={rows} components={rowParts} onRow={(r) => (isSplit ? { onClick: () => setSelected(r.key) } : {})} rowClassName={(r) => (isSplit && r === chosen ? 'ant-table-row-selected' : '')}
            columns={[
              {
                title: words.results.node,
                render: (_, r) => (
                  <div style={{ paddingLeft: (r.place.length - 1) * (isSplit ? 16 : 10), display: 'flex', alignItems: 'center' }}>
                    <Handle row={r} />
                    <div style={{ flex: 1, minWidth: 0 }}>
                      {isSplit
                        ? <Input variant="borderless" aria-label={`${r.node.code} ${words.schemes.name}`} prefix={<b>{r.node.code}</b>} value={r.node.name} onChange={(e) => change((d) => changeNode(d, r.place, { name: e.target.value }))} />
                        : <Button type="text" block className="design-name" onClick={() => setSelected(r.key)}><span><b>{r.node.code}</b> {r.node.name}</span></Button>}
                      <div style={{ paddingLeft: 11 }}><Said of={ofNode(findings, pathOf(r.place))} /></div>
                    </div>
                  </div>
                ),
              },
              {
                title: words.schemes.max, width: isSplit ? 128 : 76, align: isSplit ? undefined : 'right',
                render: (_, r) => (
                  <Space size={4} wrap style={isSplit ? undefined : { justifyContent: 'flex-end' }}>
                    {isSplit ? <InputNumber size="small" style={{ width: 70 }} min={0} aria-label={`${r.node.code} ${words.schemes.max}`} value={r.node.max} onChange={(max) => change((d) => changeNode(d, r.place, { max: max ?? 0 }))} /> : points(r.node.max)}
                    {r.sum !== null && r.sum !== r.node.max && <Tag color="error">Σ {points(r.sum)}</Tag>}
                  </Space>
                ),
              },
              {
                title: <span className="visually-hidden">{words.rounds.actions}</span>, width: isSplit ? 132 : 44,
                render: (_, r) => (isSplit ? <NodeActions row={r} change={change} onAdd={addBelow} /> : <Button size="small" type="text" aria-label={`${r.node.code} ${words.design.edit}`} icon={<EditOutlined />} onClick={() => setSelected(r.key)} />),
              },
            ]}
          />
        </Marks>
        <DragOverlay dropAnimation={null}>{dragging && <div className="design-ghost">{titleOf(dragging.key)}</div>}</DragOverlay>
      </DndContext>
    </Panel>
  );
  return (
    <Split
      list={list} isOpen={chosen !== undefined} onClose={() => setSelected(undefined)} title={chosen && `${chosen.node.code} ${chosen.node.name}`}
      detail={chosen && <NodePanel key={chosen.key} row={chosen} definition={definition} change={change} onSelect={setSelected} onAdd={addBelow} />}
    />
  );
}
