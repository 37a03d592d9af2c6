import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Select, Table, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { get, getTagged, write } from '../../api/client';
import type { SchemeProblemView } from '../../api/schema';
import { ExportButton } from '../../shared/files';
import { points } from '../../shared/format';
import { Loaded, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useLanguage, useWords } from '../../shared/words';
import { readDefinition, ruleWords, type FactDefinition, type Indicator } from './definition';
import { pathOf, placesOf } from './edit';
import { ofNode } from './problems';
import { TryBox } from './TryBox';
import { VersionDiff } from './VersionDiff';

/** One version of a scheme: its tree with rules in words, problems beside their node, and a box to try it out. */
export default function SchemePage() {
  const { scheme = '', version = '' } = useParams();
  const words = useWords();
  const role = useRole();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const path = { scheme, number: version };
  const current = useQuery({ queryKey: ['scheme', scheme, version, language], queryFn: ({ signal }) => getTagged('GET /schemes/{scheme}/versions/{number}', { path, signal }) });
  const versions = useQuery({ queryKey: ['scheme-versions', scheme], queryFn: async ({ signal }) => (await get('GET /schemes/{scheme}/versions', { path: { scheme }, query: { pageSize: 200 }, signal })).items });
  const publish = useMutation({
    mutationFn: () => write('POST /schemes/{scheme}/versions/{number}/publish', { path, ifMatch: current.data!.tag }),
    onSuccess: async () => {
      message.success(words.schemes.published_);
      await queries.invalidateQueries();
    },
    onError: (error) => modal.error({ title: words.errors.failed, content: error.message }),
  });
  const definition = useMemo(() => current.data && readDefinition(current.data.body.definition), [current.data]);
  const [comparing, setComparing] = useState(false);
  const facts = useMemo(() => new Map((definition?.facts ?? []).map((f) => [f.code, f])), [definition]);
  return (
    <Loaded of={[current, versions]}>
      {() => {
        const body = current.data!.body;
        const said = [...body.problems.map((p) => ({ ...p, kind: 'problem' as const })), ...body.warnings.map((p) => ({ ...p, kind: 'warning' as const }))];
        const pathByCode = new Map(placesOf(definition!).map((row) => [row.node.code, pathOf(row.place)]));
        return (
          <Page
            title={<>{body.name} <Tag>{words.schemes.state[body.state]} v{body.version}</Tag></>}
            tools={(
              <>
                <Select aria-label={words.schemes.version} value={body.version} onChange={(v) => navigate(`/schemes/${scheme}/${v}`)} options={versions.data!.map((v) => ({ value: v.version, label: `v${v.version} ${words.schemes.state[v.state]}` }))} style={{ minWidth: 130 }} />
                {may.manageRounds(role) && <Link to={`/schemes/${scheme}/${body.version}/edit`}><Button>{words.schemes.design}</Button></Link>}
                {versions.data!.length > 1 && <Button onClick={() => setComparing(true)}>{words.schemes.diff}</Button>}
                <ExportButton files={(['xlsx', 'yaml'] as const).map((kind) => ({ label: words.files[kind], address: `/schemes/${scheme}/versions/${version}/export.${kind}` }))} />
                {may.manageRounds(role) && body.state === 'draft' && <Button type="primary" disabled={body.problems.length > 0} loading={publish.isPending} onClick={() => publish.mutate()}>{words.schemes.publish}</Button>}
              </>
            )}
          >
            {comparing && <VersionDiff scheme={scheme} version={body.version} definition={definition!} versions={versions.data!} onClose={() => setComparing(false)} />}
            {body.problems.length > 0 && <Problems type="error" title={words.schemes.problems} problems={body.problems} />}
            {body.warnings.length > 0 && <Problems type="warning" title={words.schemes.warnings} problems={body.warnings} />}
            <Panel title={words.schemes.sections} flush>
              <Table<Indicator & { children?: Indicator[] }>
                size="small" rowKey="code" pagination={false} scroll={{ x: 640 }} expandable={{ defaultExpandAllRows: true, childrenColumnName: 'items' }} dataSource={definition!.sections}
                columns={[
                  { title: words.results.node, render: (_, n) => (n.items ? <strong>{n.code} {n.name}</strong> : `${n.code} ${n.name}`) },
                  { title: words.schemes.max, dataIndex: 'max', align: 'right', width: 80, className: 'numeric', render: (v) => points(v) },
                  { title: words.schemes.rule, width: '52%', render: (_, n) => <>{ruleWords(n, facts, language)}{ofNode(said, pathByCode.get(n.code)!).map((p) => <Tag key={p.path + p.message} color={p.kind === 'problem' ? 'error' : 'warning'} style={{ whiteSpace: 'normal' }}>{p.message}</Tag>)}</> },
                ]}
              />
            </Panel>
            <div className="grid">
              {may.manageRounds(role) && <TryBox definition={definition!} facts={facts} />}
              <Panel title={words.schemes.facts} flush>
                <Table<FactDefinition>
                  size="small" rowKey="code" dataSource={definition!.facts} pagination={{ pageSize: 12, hideOnSinglePage: true, size: 'small' }} scroll={{ x: 380 }}
                  columns={[{ title: words.schemes.name, dataIndex: 'name' }, { title: words.schemes.code, dataIndex: 'code' }, { title: <span className="visually-hidden">{words.rounds.actions}</span>, render: (_, f) => <Tag>{words.factType[f.type] ?? f.type}</Tag> }, { title: <span className="visually-hidden">{words.rounds.actions}</span>, render: (_, f) => <Tag>{words.factLevel[f.level]}{f.rollup ? ` · ${words.rollup[f.rollup] ?? f.rollup}` : ''}</Tag> }]}
                />
              </Panel>
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}

function Problems({ type, title, problems }: { type: 'error' | 'warning'; title: string; problems: SchemeProblemView[] }) {
  return <Alert type={type} showIcon style={{ marginBottom: 12 }} title={title} description={<ul style={{ margin: 0, paddingLeft: 18 }}>{problems.map((p) => <li key={p.path + p.code}><code>{p.path}</code> {p.message}</li>)}</ul>} />;
}
