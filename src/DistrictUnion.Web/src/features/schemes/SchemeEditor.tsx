import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, InputNumber, Space, Table, Tag } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { get, upload, write } from '../../api/client';
import type { SchemeImported } from '../../api/schema';
import { points } from '../../shared/format';
import { Loaded, Page, Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import type { SchemeDefinition } from './definition';
import { addLeaf, changeNode, moveNode, pathOf, placesOf, removeNode, type Placed } from './edit';
import { RuleEditor } from './RuleEditor';
import { TryBox } from './TryBox';

/** Designs a scheme: from one version to the draft of the next. */
export default function SchemeEditor() {
  const { scheme = '', version = '' } = useParams();
  const current = useQuery({
    queryKey: ['scheme-to-edit', scheme, version], gcTime: 0,
    queryFn: ({ signal }) => get('GET /schemes/{scheme}/versions/{number}', { path: { scheme, number: version }, signal }),
  });
  return <Loaded of={[current]}>{() => <Designer initial={current.data!.definition as SchemeDefinition} />}</Loaded>;
}

function Designer({ initial }: { initial: SchemeDefinition }) {
  const words = useWords();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [definition, setDefinition] = useState(initial);
  const [selected, setSelected] = useState<string>();
  const rows = useMemo(() => placesOf(definition), [definition]);
  const settled = useDeferredValue(definition);
  const check = useQuery({
    queryKey: ['scheme-check', settled], gcTime: 0, placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      // A pause in typing comes before each question.
      await new Promise((go, stop) => { setTimeout(go, 400); signal.addEventListener('abort', () => stop(new DOMException('', 'AbortError'))); });
      return (await write('POST /schemes/check', { body: { definition: settled } })).body;
    },
  });
  const save = useMutation({
    mutationFn: () => upload<SchemeImported>('/schemes/import', new Blob([JSON.stringify(definition)], { type: 'application/json' }), 'application/json'),
    onSuccess: async (imported) => {
      message.success(words.schemes.imported);
      await queries.invalidateQueries();
      navigate(`/schemes/${imported.code}/${imported.version}`);
    },
    onError: (error) => modal.error({ title: words.errors.failed, content: error.message }),
  });
  const problems = check.data?.problems ?? [];
  const problemsOf = (row: Placed) => problems.filter((p) => {
    const path = pathOf(row.place);
    return p.path === path || (p.path.startsWith(`${path}.`) && !p.path.startsWith(`${path}.items[`));
  });
  const placed = new Set(rows.flatMap(problemsOf));
  const chosen = rows.find((r) => pathOf(r.place) === selected) ?? rows.find((r) => r.sum === null);
  const total = rows.filter((r) => r.place.length === 1).reduce((sum, r) => sum + r.node.max, 0);
  const facts = useMemo(() => new Map(definition.facts.map((f) => [f.code, f])), [definition]);
  return (
    <Page
      title={`${definition.name} · ${words.schemes.design}`}
      tools={(
        <>
          <Tag>{words.schemes.max} {points(total)}</Tag>
          <Tag color={problems.length > 0 ? 'error' : 'success'}>{words.schemes.problems} {problems.length}</Tag>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>{words.schemes.saveDraft}</Button>
        </>
      )}
    >
      {problems.some((p) => !placed.has(p)) && <Alert type="error" showIcon style={{ marginBottom: 12 }} title={words.schemes.problems} description={<ul>{problems.filter((p) => !placed.has(p)).map((p) => <li key={p.path + p.code}><code>{p.path}</code> {p.message}</li>)}</ul>} />}
      <div className="grid" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 430px), 1fr))' }}>
        <Panel flush title={words.schemes.sections}>
          <Table<Placed>
            size="small" rowKey={(r) => pathOf(r.place)} pagination={false} dataSource={rows} onRow={(r) => ({ onClick: () => setSelected(pathOf(r.place)) })}
            rowClassName={(r) => (r === chosen ? 'ant-table-row-selected' : '')}
            columns={[
              {
                title: words.results.node,
                render: (_, r) => (
                  <div style={{ paddingLeft: (r.place.length - 1) * 16 }}>
                    <Input variant="borderless" aria-label={`${r.node.code} ${words.schemes.name}`} prefix={<b>{r.node.code}</b>} value={r.node.name} onChange={(e) => setDefinition((d) => changeNode(d, r.place, { name: e.target.value }))} />
                    {problemsOf(r).map((p) => <div key={p.path + p.code} role="alert" style={{ color: 'var(--ant-color-error, #b3261e)', fontSize: 12, paddingLeft: 11 }}>{p.message}</div>)}
                  </div>
                ),
              },
              {
                title: words.schemes.max, width: 128,
                render: (_, r) => (
                  <Space>
                    <InputNumber size="small" style={{ width: 70 }} min={0} aria-label={`${r.node.code} ${words.schemes.max}`} value={r.node.max} onChange={(max) => setDefinition((d) => changeNode(d, r.place, { max: max ?? 0 }))} />
                    {r.sum !== null && r.sum !== r.node.max && <Tag color="error">Σ {points(r.sum)}</Tag>}
                  </Space>
                ),
              },
              {
                title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 132,
                render: (_, r) => (
                  <Space size={2}>
                    <Button size="small" type="text" aria-label={`${r.node.code} ↑`} icon={<ArrowUpOutlined />} onClick={() => setDefinition((d) => moveNode(d, r.place, -1))} />
                    <Button size="small" type="text" aria-label={`${r.node.code} ↓`} icon={<ArrowDownOutlined />} onClick={() => setDefinition((d) => moveNode(d, r.place, 1))} />
                    <Button size="small" type="text" aria-label={`${r.node.code} +`} icon={<PlusOutlined />} onClick={() => setDefinition((d) => addLeaf(d, r.place, words.schemes.newLeaf))} />
                    <Button size="small" type="text" danger aria-label={`${r.node.code} ${words.report.remove}`} icon={<DeleteOutlined />} onClick={() => setDefinition((d) => removeNode(d, r.place))} />
                  </Space>
                ),
              },
            ]}
          />
        </Panel>
        <div style={{ minWidth: 0 }}>
          {chosen && chosen.sum === null && chosen.node.rule && (
            <>
              <Panel title={`${chosen.node.code} ${chosen.node.name}`}>
                <RuleEditor rule={chosen.node.rule} facts={definition.facts} onChange={(rule) => setDefinition((d) => changeNode(d, chosen.place, { rule }))} />
              </Panel>
              <TryBox key={selected} definition={alone(definition, chosen)} facts={facts} />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

/** The scheme with one leaf only, so that it can be tried while the rest is still at work. */
function alone(definition: SchemeDefinition, leaf: Placed): SchemeDefinition {
  const { bonuses: _, vetoes: __, ...rest } = definition as SchemeDefinition & { gates?: unknown; grades?: unknown; ranking?: unknown };
  return { ...rest, sections: [{ ...leaf.node }], gates: [], grades: [], ranking: undefined } as SchemeDefinition;
}
