import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { get } from '../../api/client';
import type { PlanProgress } from '../../api/schema';
import { Loaded, Nothing, Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';

/** Plan against done: schools × months. */
export function Progress({ year }: { year: number }) {
  const words = useWords();
  const [page, setPage] = useState(1);
  const found = useQuery({
    queryKey: ['plan-items', 'progress', year, page], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get('GET /plan-items/progress', { query: { year, page, pageSize: 50 }, signal }),
  });
  const cell = (row: PlanProgress, month: number) => {
    const m = row.months.find((one) => one.month === month);
    if (!m) return '';
    const planned = m.planned + m.done;
    return <span className={m.planned > 0 ? 'plan-open' : undefined}>{planned > 0 ? `${m.done}/${planned}` : '—'}{m.activities > 0 && <small> {words.plan.heldCount(m.activities)}</small>}</span>;
  };
  return (
    <Loaded of={[found]}>
      {() => (found.data!.total === 0 ? <Nothing title={words.common.empty} /> : (
        <Panel title={words.plan.progressTitle} flush>
          <Table
            size="small" rowKey="school" dataSource={found.data!.items} scroll={{ x: 1100 }} pagination={{ current: page, pageSize: 50, total: found.data!.total, onChange: setPage, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: words.plan.school, key: 'school', fixed: 'left', width: 180, render: (_, r) => <Link to={`/activities?year=${year}&school=${r.school}`}>{r.name}</Link> },
              ...Array.from({ length: 12 }, (_, i) => ({ title: words.plan.monthOf(i + 1), key: i + 1, render: (_: unknown, r: PlanProgress) => cell(r, i + 1) })),
            ]}
          />
        </Panel>
      ))}
    </Loaded>
  );
}
