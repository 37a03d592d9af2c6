import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { get } from '../../api/client';
import type { ComparedNode } from '../../api/schema';
import { points } from '../../shared/format';
import { Loaded, Page, Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';

/** Schools side by side, indicator by indicator. */
export default function ComparePage() {
  const { round = '' } = useParams();
  const words = useWords();
  const schools = useSearchParams()[0].getAll('school');
  const comparison = useQuery({
    queryKey: ['compare', round, schools],
    queryFn: ({ signal }) => get('GET /rounds/{round}/scorecards', { path: { round }, query: { school: schools }, signal }),
  });
  return (
    <Page title={words.results.compare}>
      <Loaded of={[comparison]}>
        {() => (
          <Panel flush>
            <div role="region" aria-label={words.results.compare} tabIndex={0} style={{ overflowX: 'auto' }}>
            <Table<ComparedNode>
              size="small" rowKey="code" pagination={false} dataSource={comparison.data!.nodes} style={{ minWidth: 320 + 110 * schools.length }}
              columns={[
                { title: words.results.node, width: 240, render: (_, n) => (n.parent ? `${n.code} ${n.name}` : <strong>{n.code} {n.name}</strong>) },
                { title: words.results.max, width: 70, align: 'right', className: 'numeric', render: (_, n) => points(n.max) },
                ...comparison.data!.schools.map((s, i) => ({
                  title: s.name, width: 110, align: 'right' as const, className: 'numeric',
                  render: (_: unknown, n: ComparedNode) => {
                    const best = Math.max(...n.scores.map((x) => x.final ?? 0));
                    const own = n.scores[i]?.final;
                    return own !== null && own === best && n.scores.some((x) => x.final !== own) ? <b>{points(own)}</b> : points(own);
                  },
                })),
              ]}
              summary={() => (
                <Table.Summary.Row>
                  <Table.Summary.Cell index={0}><b>{words.results.total}</b></Table.Summary.Cell>
                  <Table.Summary.Cell index={1} />
                  {comparison.data!.schools.map((s, i) => <Table.Summary.Cell key={s.school} index={i + 2} align="right"><b className="numeric">{points(s.total)}</b></Table.Summary.Cell>)}
                </Table.Summary.Row>
              )}
            />
            </div>
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}
