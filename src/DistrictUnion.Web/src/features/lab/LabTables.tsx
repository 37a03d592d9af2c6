import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Table, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LabApplication, LabCrossing, LabSchool, Outcome } from '../../api/schema';
import { points } from '../../shared/format';
import { Loaded, Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { labPageSize, useLabApplications, useLabSchools } from './queries';

/** The schools, those that move most first. */
export function SchoolsTable({ id, round, crossing }: { id: string; round: string; crossing: boolean }) {
  const words = useWords();
  const w = words.lab;
  const [page, setPage] = useState(1);
  const rows = useLabSchools(id, crossing, page);
  return (
    <Panel flush title={w.schools}>
      <Loaded of={[rows]}>
        {() => (
          <Table<LabSchool>
            size="middle" rowKey="school" dataSource={rows.data!.items} scroll={{ x: 700 }} locale={{ emptyText: w.nobody }}
            pagination={{ current: page, pageSize: labPageSize, total: rows.data!.total, onChange: setPage, showSizeChanger: false, showTotal: words.common.total, hideOnSinglePage: true }}
            columns={[
              { title: w.school, render: (_, r) => <Link to={`/rounds/${round}/schools/${r.school}/scorecard`}>{r.name}</Link> },
              { title: w.rank, width: 140, className: 'numeric', render: (_, r) => <>{r.before.rank ?? '—'} → <b>{r.after.rank ?? '—'}</b> <Climb by={r.climb ?? 0} /></> },
              { title: w.points, width: 140, className: 'numeric', render: (_, r) => <>{points(r.before.total)} → <b>{points(r.after.total)}</b></> },
              { title: w.grade, width: 190, render: (_, r) => (r.crossings.length > 0 ? r.crossings.map((c) => <Crossing key={c.kind} crossing={c} />) : r.after.gradeName ?? words.outcome[r.after.outcome]) },
              { title: w.mover, width: 190, render: (_, r) => r.mover && <>{r.mover.kind === 'node' ? r.mover.name : w[r.mover.kind]} <span className="numeric">{r.mover.points > 0 ? '+' : '−'}{points(Math.abs(r.mover.points))}</span></> },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}

/** The applicants of the campaign, those that cross the line first. */
export function ApplicationsTable({ id, name, crossing }: { id: string; name: string; crossing: boolean }) {
  const words = useWords();
  const w = words.lab;
  const [page, setPage] = useState(1);
  const rows = useLabApplications(id, crossing, page, true);
  const verdict = words.titlesDistrict.verdict;
  return (
    <Panel flush title={`${w.applications} · ${name}`}>
      <Loaded of={[rows]}>
        {() => (
          <Table<LabApplication>
            size="middle" rowKey="application" dataSource={rows.data!.items} scroll={{ x: 700 }} locale={{ emptyText: w.nobody }}
            pagination={{ current: page, pageSize: labPageSize, total: rows.data!.total, onChange: setPage, showSizeChanger: false, showTotal: words.common.total, hideOnSinglePage: true }}
            columns={[
              { title: w.unit, dataIndex: 'unitName' },
              { title: w.rank, width: 110, className: 'numeric', render: (_, r) => <>{r.before.rank ?? '—'} → <b>{r.after.rank ?? '—'}</b></> },
              { title: w.points, width: 140, className: 'numeric', render: (_, r) => <>{points(r.before.total)} → <b>{points(r.after.total)}</b></> },
              { title: w.verdict, width: 160, render: (_, r) => (r.crossing ? <Crossing crossing={r.crossing} /> : verdict[r.after.verdict]) },
              { title: w.reason, render: (_, r) => r.after.reason.text },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}

function Climb({ by }: { by: number }) {
  const words = useWords();
  if (by === 0) return null;
  const Icon = by > 0 ? ArrowUpOutlined : ArrowDownOutlined;
  return <span style={{ color: by > 0 ? '#14704a' : '#b3261e', whiteSpace: 'nowrap' }}><Icon aria-label={by > 0 ? words.lab.up : words.lab.down} />{Math.abs(by)}</span>;
}

/** A line that is crossed, from where to where. */
function Crossing({ crossing: { kind, from, to, isUp } }: { crossing: LabCrossing }) {
  const words = useWords();
  const verdict = words.titlesDistrict.verdict;
  const name = (word: string | null | undefined) => (word === null || word === undefined ? words.lab.noGrade
    : kind === 'outcome' ? words.outcome[word as Outcome] : kind === 'selection' ? verdict[word as keyof typeof verdict] : word);
  return <Tag color={isUp ? 'success' : 'error'}>{name(from)} → {name(to)}</Tag>;
}
