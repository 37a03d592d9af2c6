import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import type { FactDefinition, SchemeDefinition } from './definition';
import { FactPanel } from './FactPanel';
import { addFact, usesOf } from './facts';
import { Said, useFindings } from './Field';
import type { Change } from './IndicatorsTab';
import { under } from './problems';
import { Split, useIsSplit } from './Split';

/** The data items that branches, schools and the district report. */
export function FactsTab({ definition, change }: { definition: SchemeDefinition; change: Change }) {
  const words = useWords();
  const isSplit = useIsSplit();
  const findings = useFindings();
  const [selected, setSelected] = useState<number>();
  const index = selected ?? (isSplit && definition.facts.length > 0 ? 0 : undefined);
  const fact = index === undefined ? undefined : definition.facts[index];
  const add = () => {
    change((d) => addFact(d, words.design.newFact));
    setSelected(definition.facts.length);
  };
  const list = (
    <Panel flush title={words.schemes.facts} extra={<Button size="small" icon={<PlusOutlined />} onClick={add}>{words.design.addFact}</Button>}>
      <Table<{ fact: FactDefinition; i: number }>
        size="small" rowKey="i" pagination={false} dataSource={definition.facts.map((f, i) => ({ fact: f, i }))} onRow={(r) => ({ onClick: () => setSelected(r.i) })} rowClassName={(r) => (isSplit && r.i === index ? 'ant-table-row-selected' : '')}
        columns={[
          {
            title: words.schemes.name,
            render: (_, r) => (
              <>
                {r.fact.name} <small>{r.fact.code}</small>
                <Said of={under(findings, `facts[${r.i}]`)} />
              </>
            ),
          },
          { title: words.design.type, width: isSplit ? 170 : 120, render: (_, r) => <Space size={4} wrap><Tag>{words.factType[r.fact.type]}</Tag><Tag>{words.factLevel[r.fact.level]}</Tag></Space> },
          ...(isSplit ? [{ title: words.design.uses, width: 70, render: (_: unknown, r: { fact: FactDefinition }) => usesOf(definition, r.fact.code).length }] : []),
          { title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 44, render: (_, r) => <Button size="small" type="text" aria-label={`${r.fact.name} ${words.design.edit}`} icon={<EditOutlined />} onClick={() => setSelected(r.i)} /> },
        ]}
      />
    </Panel>
  );
  return <Split list={list} isOpen={fact !== undefined} onClose={() => setSelected(undefined)} title={fact?.name} detail={fact && <FactPanel key={index} index={index!} definition={definition} change={change} onSelect={setSelected} />} />;
}
