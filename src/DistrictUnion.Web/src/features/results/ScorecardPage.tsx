import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Table, Tag } from 'antd';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { get } from '../../api/client';
import type { NodeView } from '../../api/schema';
import { ExportButton } from '../../shared/files';
import { points } from '../../shared/format';
import { Loaded, Page, Panel, Stat } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { useRound } from '../rounds/queries';
import { Explanation } from './Explanation';
import { useScorecard } from './queries';

interface Row extends NodeView {
  children?: Row[];
}

/** Nodes as a tree in their order. */
export function treeOf(nodes: NodeView[]): Row[] {
  const rows = new Map<string, Row>(nodes.map((n) => [n.code, { ...n }]));
  const roots: Row[] = [];
  for (const row of rows.values()) {
    const parent = row.parent ? rows.get(row.parent) : undefined;
    if (parent) (parent.children ??= []).push(row);
    else roots.push(row);
  }

  return roots;
}

/** A school's card: three scores of every indicator, each explained; the print view is the feedback sheet. */
export default function ScorecardPage() {
  const { round = '', school = '' } = useParams();
  const words = useWords();
  const role = useRole();
  const [current, card] = [useRound(round), useScorecard(round, school)];
  const details = useQuery({ queryKey: ['school', school], queryFn: ({ signal }) => get('GET /schools/{school}', { path: { school }, signal }) });
  const tree = useMemo(() => treeOf(card.data?.nodes ?? []), [card.data]);
  return (
    <Loaded of={[current, card, details]}>
      {() => {
        const result = card.data!;
        return (
          <div className="print-sheet">
            <Page
              title={`${details.data!.name} · ${current.data!.body.name}`}
              tools={(
                <>
                  {may.review(role) && <Link to={`/rounds/${round}/review/${school}`}><Button>{words.home.review}</Button></Link>}
                  <Link to={`/rounds/${round}/schools/${school}/votes`}><Button>{words.vote.title}</Button></Link>
                  <Link to={`/rounds/${round}/schools/${school}/evaluation`}><Button>{words.evaluation.title}</Button></Link>
                  <ExportButton
                    files={[
                      { label: words.files.card, address: `/rounds/${round}/schools/${school}/scorecard.xlsx` },
                      ...(result.state === 'published' || !may.ofSchool(role)
                        ? (['docx', 'xlsx'] as const).map((kind) => ({ label: `${words.evaluation.feedback}（${words.files[kind]}）`, address: `/rounds/${round}/schools/${school}/feedback.${kind}` }))
                        : []),
                    ]}
                  />
                  <Button onClick={() => print()}>{words.common.print}</Button>
                </>
              )}
            >
              <Panel title={result.state === 'published' ? words.evaluation.feedback : words.evaluation.card}>
                <div className="stats">
                  {result.total === null || result.total === undefined
                    ? <Stat label={words.evaluation.total}>{points(result.selfTotal)}</Stat>
                    : (
                      <>
                        <Stat label={words.results.total}>{points(result.total)}</Stat>
                        <Stat label={words.results.rank}>{result.rank ?? words.results.notRanked}{(result.ties ?? 0) > 1 && <Tag style={{ marginLeft: 6 }}>{words.results.tiedWith(result.ties!)}</Tag>}</Stat>
                        <Stat label={words.results.outcome}>{result.outcome ? words.outcome[result.outcome] : '—'}</Stat>
                        <Stat label={words.results.base}>{points(result.base)}</Stat>
                        <Stat label={words.results.bonus}>{points(result.bonus)}</Stat>
                        <Stat label={words.results.late}>{points(result.late)}</Stat>
                        <Stat label={words.evaluation.selfScore}>{points(result.selfTotal)}</Stat>
                      </>
                    )}
                </div>
                {result.total === null && <Alert type="info" showIcon title={words.evaluation.notYet} style={{ marginTop: 12 }} />}
                {result.explanation && result.explanation.length > 0 && <ol className="arith" style={{ marginTop: 12 }}>{result.explanation.map((s, i) => <li key={i}>{s.text}</li>)}</ol>}
              </Panel>
              <Panel flush>
                <Table<Row>
                  size="small" rowKey="code" dataSource={tree} pagination={false} scroll={{ x: 620 }}
                  expandable={{ defaultExpandAllRows: true, indentSize: 14 }}
                  columns={[
                    {
                      title: words.results.node,
                      render: (_, n) => (n.children ? <strong>{n.code} {n.name}</strong> : (
                        <details style={{ display: 'inline-block', verticalAlign: 'top' }}>
                          <summary>{n.code} {n.name} {n.flags.map((f) => <Tag key={f}>{words.flags[f] ?? f}</Tag>)}</summary>
                          <Explanation node={n} />
                        </details>
                      )),
                    },
                    { title: words.results.max, align: 'right', width: 72, className: 'numeric', render: (_, n) => points(n.max) },
                    { title: words.evaluation.selfScore, align: 'right', width: 84, className: 'numeric', render: (_, n) => points(n.selfScore) },
                    { title: words.evaluation.reviewed, align: 'right', width: 84, className: 'numeric', render: (_, n) => points(n.reviewScore) },
                    { title: words.evaluation.final, align: 'right', width: 84, className: 'numeric', render: (_, n) => <b>{points(n.finalScore)}</b> },
                  ]}
                />
              </Panel>
              <div className="signatures" style={{ display: 'flex', gap: 32, flexWrap: 'wrap', marginTop: 24 }}>
                {[words.results.schoolUnion, words.results.districtUnion].map((who) => (
                  <div key={who} style={{ flex: 1, minWidth: 220 }}>{who}（{words.results.signature}、{words.results.seal}）：<br /><br /><br />{words.results.date}：</div>
                ))}
              </div>
            </Page>
          </div>
        );
      }}
    </Loaded>
  );
}
