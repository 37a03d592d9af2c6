import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Grid, Table, Tag } from 'antd';
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
  const isWide = Grid.useBreakpoint().md ?? true;
  const rows = useLabSchools(id, crossing, page);
  const name = (r: LabSchool) => <Link to={`/rounds/${round}/schools/${r.school}/scorecard`}>{r.name}</Link>;
  const rank = (r: LabSchool) => <span className="numeric">{r.before.rank ?? '—'} → <b>{r.after.rank ?? '—'}</b> <Climb by={r.climb ?? 0} /></span>;
  const total = (r: LabSchool) => <span className="numeric">{points(r.before.total)} → <b>{points(r.after.total)}</b></span>;
  const grade = (r: LabSchool) => (r.crossings.length > 0 ? r.crossings.map((c) => <Crossing key={c.kind} crossing={c} />) : r.after.gradeName ?? words.outcome[r.after.outcome]);
  const mover = (r: LabSchool) => r.mover && <>{r.mover.kind === 'node' ? r.mover.name : w[r.mover.kind]} <span className="numeric">{r.mover.points > 0 ? '+' : '−'}{points(Math.abs(r.mover.points))}</span></>;
  return (
    <Panel flush title={w.schools}>
      <Loaded of={[rows]}>
        {() => (
          <Table<LabSchool>
            size="middle" rowKey="school" dataSource={rows.data!.items} locale={{ emptyText: w.nobody }}
            pagination={{ current: page, pageSize: labPageSize, total: rows.data!.total, onChange: setPage, showSizeChanger: false, showTotal: words.common.total, hideOnSinglePage: true }}
            columns={isWide ? [
              { title: w.school, render: (_, r) => name(r) },
              { title: w.rank, width: 140, render: (_, r) => rank(r) },
              { title: w.points, width: 140, render: (_, r) => total(r) },
              { title: w.grade, width: 190, render: (_, r) => grade(r) },
              { title: w.mover, width: 190, render: (_, r) => mover(r) },
            ] : [
              { title: w.school, render: (_, r) => <>{name(r)}<br />{grade(r)}</> },
              { title: w.rank, width: 190, render: (_, r) => <>{rank(r)}<br />{total(r)}<br /><small>{mover(r)}</small></> },
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
  const isWide = Grid.useBreakpoint().md ?? true;
  const rows = useLabApplications(id, crossing, page);
  const verdict = words.titlesDistrict.verdict;
  const rank = (r: LabApplication) => <span className="numeric">{r.before.rank ?? '—'} → <b>{r.after.rank ?? '—'}</b></span>;
  const total = (r: LabApplication) => <span className="numeric">{points(r.before.total)} → <b>{points(r.after.total)}</b></span>;
  const result = (r: LabApplication) => (r.crossing ? <Crossing crossing={r.crossing} /> : verdict[r.after.verdict]);
  return (
    <Panel flush title={`${w.applications} · ${name}`}>
      <Loaded of={[rows]}>
        {() => (
          <Table<LabApplication>
            size="middle" rowKey="application" dataSource={rows.data!.items} locale={{ emptyText: w.nobody }}
            pagination={{ current: page, pageSize: labPageSize, total: rows.data!.total, onChange: setPage, showSizeChanger: false, showTotal: words.common.total, hideOnSinglePage: true }}
            columns={isWide ? [
              { title: w.unit, dataIndex: 'unitName' },
              { title: w.rank, width: 110, render: (_, r) => rank(r) },
              { title: w.points, width: 140, render: (_, r) => total(r) },
              { title: w.verdict, width: 160, render: (_, r) => result(r) },
              { title: w.reason, render: (_, r) => r.after.reason.text },
            ] : [
              { title: w.unit, render: (_, r) => <>{r.unitName}<br />{result(r)}</> },
              { title: w.reason, render: (_, r) => <>{rank(r)} · {total(r)}<br /><small>{r.after.reason.text}</small></> },
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
